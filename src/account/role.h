/* SPDX-License-Identifier: Apache-2.0 */
/* Who holds which role, where and until when; giving and ending roles, locking accounts, new
   activation codes. Every deed asks for ACCOUNT_MANAGE, leaves an audit entry with its reason, and
   ends the person's sessions: it holds at once. */
#ifndef ABDI_ACCOUNT_ROLE_H
#define ABDI_ACCOUNT_ROLE_H
#include "base/job.h"
#include "law/access.h"

#define ROLE_PAGE 25

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

/* What somebody asks for to give a role, or to end one: keys of law/role.h. */
struct role_form {
	struct str peran, penugasan;
	struct id unit; /* none: the whole agency, where the role allows no other */
	struct date mulai, sampai; /* none: today, open */
	struct str alasan;
};

/* What a page shows of people and their roles. */
struct role_page {
	struct role_person *people;
	int count;
	struct str next; /* what to go on behind; empty on the last page */
};

/* Holds today. */
bool role_is_held(const struct role *role, struct date today);

/* Who holds a given role, or with a search every account that is found so; after is the "next" of
   the page before. */
MUST_CHECK enum err role_browse(struct job *job, struct str search, struct str after,
				struct role_page *out);
MUST_CHECK enum err role_show(struct job *job, const struct id *akun_id, struct role_person *out);
/* Gives a role or renews its term. Nobody gives one to himself. */
MUST_CHECK enum err role_give(struct job *job, const struct id *akun_id,
			      const struct role_form *form);
/* Why nobody gives himself a role, for who asks before the deed. */
struct str role_self_sentence(void);
/* Is it said why? A fault of "alasan" where it is not. */
MUST_CHECK enum err role_check_reason(struct job *job, struct str reason);
/* Would nobody be left who can give roles, without a last day, once this account ends? */
MUST_CHECK enum err role_is_last_admin(struct job *job, const struct id *akun_id, bool *out);
/* The last lasting administrator keeps the role. */
MUST_CHECK enum err role_end(struct job *job, const struct id *akun_id,
			     const struct role_form *form);
/* A code instead of the password, good for CODE_DAYS; *code is its only copy. */
MUST_CHECK enum err account_renew_code(struct job *job, const struct id *akun_id, struct str reason,
				       struct str *code);
MUST_CHECK enum err account_lock(struct job *job, const struct id *akun_id, bool is_locked,
				 struct str reason);

#endif
