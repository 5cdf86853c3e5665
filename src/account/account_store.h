/* SPDX-License-Identifier: Apache-2.0 */
/* The stored account and the directory of sign-in keys. */
#ifndef ABDI_ACCOUNT_ACCOUNT_STORE_H
#define ABDI_ACCOUNT_ACCOUNT_STORE_H
#include "account/account.h"

/* A stored account, as far as signing in needs it. */
struct akun {
	struct id instansi_id, akun_id;
	struct str nama, nip, sandi_hash;
	bool must_change, is_active, is_locked;
};

/* Whom a sign-in name belongs to. */
struct login_owner {
	struct id instansi_id, akun_id;
};

/* The installation's secret that keys sign-in names and first codes; a write makes it when there is
   none yet, for a read that is ERR_NOT_FOUND. */
MUST_CHECK enum err login_secret_load(struct job *job, struct str *out);
/* The key under which a NIP or e-mail is found: keyed with the installation's secret, so that the
   table tells nothing without it. STR_NONE as text gives an empty key. */
MUST_CHECK enum err login_key_make(struct job *job, struct str login, struct str *key);
/* ERR_NOT_FOUND when nobody signs in with it. */
MUST_CHECK enum err login_key_find(struct job *job, struct str key, struct login_owner *out);
/* ERR_CONFLICT when somebody already does. */
MUST_CHECK enum err login_key_add(struct job *job, struct str key, const struct id *akun_id);
MUST_CHECK enum err akun_load(struct job *job, const struct id *akun_id, struct akun *out);
MUST_CHECK enum err akun_add(struct job *job, const struct account_new *account,
			     const struct id *akun_id);
MUST_CHECK enum err akun_set_password(struct job *job, const struct id *akun_id, struct str hash,
				      bool must_change);
/* The same password under new parameters; leaves it when it was changed meanwhile. */
MUST_CHECK enum err akun_renew_hash(struct job *job, const struct id *akun_id, struct str old,
				    struct str hash);
MUST_CHECK enum err akun_set_language(struct job *job, const struct id *akun_id,
				      enum bahasa bahasa);
MUST_CHECK enum err akun_set_theme(struct job *job, const struct id *akun_id, struct str theme);

#endif
