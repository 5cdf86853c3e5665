/* SPDX-License-Identifier: Apache-2.0 */
/* Accounts, sign-in keys and roles of many people at once, as an import brings them. An account is
   made without a password: its first sign-in uses a code, which the personnel officer hands out and
   which is stored nowhere in the clear. Callers have asked for the right and tell the trail. */
#ifndef ABDI_ACCOUNT_BULK_H
#define ABDI_ACCOUNT_BULK_H
#include "base/job.h"
#include "law/access.h"

/* A person as they are to sign in from now on; the person is stored already. */
struct bulk_person {
	struct id pegawai_id;
	struct str nama, nip, email;
	struct str email_before; /* no longer a key when it differs */
	bool is_new; /* stored just now: has no account yet */
	bool is_ended; /* may not sign in any more; gets no account */
	/* Told by bulk_people_save. */
	struct str urut; /* of the name */
	struct id akun_id; /* none: has none and gets none */
	bool is_nip_taken,
		is_email_taken; /* somebody else signs in with it, perhaps of another agency */
	bool is_last_admin; /* is_ended, and nobody would be left who can give roles */
};

/* Leading a unit, which follows from a post: it begins, without a last day, or ends. A role that is
   given is given by role_give. */
struct bulk_role {
	struct id akun_id, unit_id;
	bool is_ended;
};

/* Who has not signed in yet, and with which code it can be done. */
struct bulk_code {
	struct id akun_id;
	struct str nip, nama, unit, kode;
};

/* Makes and changes the accounts. With a key that is taken, or the last administrator ended, the
   whole is to be rolled back: the caller tells whose. */
MUST_CHECK enum err bulk_people_save(struct job *job, struct bulk_person *people, int count);
/* Gives and takes pimpinan_unit in this order; given twice is no fault. */
MUST_CHECK enum err bulk_roles_save(struct job *job, const struct bulk_role *roles, int count);
/* Codes of those who have not signed in, by unit and name; the same as often as one asks. */
MUST_CHECK enum err bulk_code_list(struct job *job, struct bulk_code **out, int *count);

#endif
