/* SPDX-License-Identifier: Apache-2.0 */
/* Accounts: who may sign in, with what, in which roles. */
#ifndef ABDI_ACCOUNT_ACCOUNT_H
#define ABDI_ACCOUNT_ACCOUNT_H
#include "base/job.h"
#include "law/access.h"

#define PASSWORD_SHORTEST 12 /* characters, BSSN */
#define PASSWORD_LONGEST 200 /* characters; longer ones are refused, nowhere cut */

/* What an account begins with. */
struct account_new {
	struct id pegawai_id; /* none for administrators and machines */
	struct str nama;
	struct str urut; /* the place among names; akun_add makes it */
	struct str nip, email; /* what one signs in with; either may be empty */
	struct str sandi_hash; /* password_hash made it before the write: it takes too long for the
		               writer */
	bool must_change; /* an initial password */
};

/* For imports, demonstrations and the first run. ERR_CONFLICT: the person, NIP or e-mail already
   has an account. */
MUST_CHECK enum err account_create(struct job *job, const struct account_new *account,
				   struct id *akun_id);
/* Gives a role with its scope; giving it twice is no fault. */
MUST_CHECK enum err account_grant(struct job *job, const struct id *akun_id, enum peran peran,
				  const struct id *unit_id);
/* The account of a person, ERR_NOT_FOUND when there is none. */
MUST_CHECK enum err account_of_pegawai(struct job *job, const struct id *pegawai_id,
				       struct id *akun_id);

/* Lists what is wrong with a new password under the field's name. own: NIP, name and e-mail, which
   it may not be. */
void account_check_new_password(struct job *job, struct str field, struct str password,
				struct str own);

/* Who asks to sign in. On success of account_check the rest is filled. */
struct sign_in {
	struct str login, password, address;
	struct str known; /* what an earlier sign-in left in this browser; renewed on success */
	bool is_known; /* the browser has signed in with this name before */
	struct id instansi_id, akun_id;
	bool must_change;
	struct str old_hash, new_hash; /* new_hash: to store instead, the parameters have changed */
};

/* Before the line for passwords: tells whether the browser is known for this name. ERR_BUSY: there
   were too many tries, and account_check will say so without looking at the password. */
MUST_CHECK enum err account_knock(struct job *job, struct sign_in *who);
/* Limits, finds and checks; takes about 20 ms. ERR_INVALID lists why not, without telling which
   part was wrong; ERR_BUSY: too many attempts from this address or for this name. Narrows job->db
   to the agency. */
MUST_CHECK enum err account_check(struct job *job, struct sign_in *who);
/* The actor's own password once more (who->password); fills who for account_sign_in. Faults stand
   under field. */
MUST_CHECK enum err account_confirm(struct job *job, struct str field, struct sign_in *who);
/* On the writer: a new session for who account_check has found. old: the cookie before, ended; may
   be STR_NONE. */
MUST_CHECK enum err account_sign_in(struct job *job, const struct sign_in *who, struct str device,
				    struct str old, struct str *cookie);
MUST_CHECK enum err account_sign_out(struct job *job, struct str cookie);

/* Whoever has just come in by an activation code is not asked for it once more. */
bool account_asks_password(const struct actor *actor);
/* Checks the present password, where it is asked, and the new one, in the reader; *hash is made for
   account_set_password. */
MUST_CHECK enum err account_check_password(struct job *job, struct str now, struct str wanted,
					   struct str again, struct str *hash);
/* On the writer: ends every session of the account and opens a new one. */
MUST_CHECK enum err account_set_password(struct job *job, struct str hash, struct str device,
					 struct str *cookie);
/* "", "light" or "dark". */
/* The language of this account's pages, on every device. */
MUST_CHECK enum err account_set_language(struct job *job, enum bahasa bahasa);
MUST_CHECK enum err account_set_theme(struct job *job, struct str theme);

#endif
