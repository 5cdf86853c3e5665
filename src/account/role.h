/* SPDX-License-Identifier: Apache-2.0 */
/* Who holds which role, where and until when; giving and ending roles, locking accounts, new
   activation codes. Every deed asks for ACCOUNT_MANAGE, leaves an audit entry with its reason, and
   ends the person's sessions: it holds at once. */
#ifndef ABDI_ACCOUNT_ROLE_H
#define ABDI_ACCOUNT_ROLE_H
#include "base/job.h"
#include "law/access.h"

#define ROLE_PAGE 25
#define ROLE_REASON_SHORTEST 10 /* characters */

/* A role somebody holds: which, where, in which standing and for how long. */
struct role {
	enum peran peran;
	enum penugasan penugasan;
	struct id unit_id;
	struct str unit_nama;
	bool is_whole_agency;
	struct date mulai, sampai; /* none: open */
	struct str alasan;
};

/* An account as the page of roles shows it. */
struct role_person {
	struct id akun_id, pegawai_id;
	struct str nama, nip, jabatan, unit;
	bool is_active, is_locked, is_new; /* is_new: still waits for its first sign-in */
	struct role *roles; /* given ones, ended by time too */
	int role_count;
};

/* What somebody typed to give a role. */
struct role_form {
	struct str peran, unit, penugasan, mulai, sampai, alasan;
};

/* Holds today. */
bool role_is_held(const struct role *role, struct date today);

/* Accounts by name: those with a given role, or with a search all whose name has it; after is the
   last id of the page before. */
MUST_CHECK enum err role_browse(struct job *job, struct str search, const struct id *after,
				struct role_person **out, int *count);
MUST_CHECK enum err role_show(struct job *job, const struct id *akun_id, struct role_person *out);
/* Gives a role or renews its term. Nobody gives one to himself. */
MUST_CHECK enum err role_give(struct job *job, const struct id *akun_id,
			      const struct role_form *form);
/* The last lasting administrator keeps the role. */
MUST_CHECK enum err role_end(struct job *job, const struct id *akun_id,
			     const struct role_form *form);
/* A code instead of the password, good for CODE_DAYS; *code is its only copy. */
MUST_CHECK enum err account_renew_code(struct job *job, const struct id *akun_id, struct str reason,
				       struct str *code);
MUST_CHECK enum err account_lock(struct job *job, const struct id *akun_id, bool is_locked,
				 struct str reason);

#endif
