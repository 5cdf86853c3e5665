/* SPDX-License-Identifier: Apache-2.0 */
/* The stored roles and the people who hold them. */
#ifndef ABDI_ACCOUNT_ROLE_STORE_H
#define ABDI_ACCOUNT_ROLE_STORE_H
#include "account/account.h"
#include "account/role.h"

/* A role as it is stored. */
struct role_row {
	struct id akun_id;
	struct role role;
};

/* What the entry of giving it holds of it. */
struct str role_text(struct arena *mem, const struct role *role);
/* Role and unit alone: under this name it is given, given anew and ended. */
struct str role_name(struct arena *mem, const struct role *role);
/* A page of who holds a given role, by name, behind that account. */
MUST_CHECK enum err role_holders_load(struct job *job, const struct id *after,
				      struct role_page *out);
/* A page of the accounts of people who are found so (pegawai_browse), behind that NIP; on the first
   one those without a person too. */
MUST_CHECK enum err role_people_find(struct job *job, struct str search, struct str after,
				     struct role_page *out);
MUST_CHECK enum err role_person_load(struct job *job, const struct id *akun_id,
				     struct role_person *out);
/* Keeps one line an account, role and unit: a second one renews it. */
MUST_CHECK enum err role_save(struct job *job, const struct id *akun_id, const struct role *role);
/* ERR_NOT_FOUND when it is not held. */
MUST_CHECK enum err role_delete(struct job *job, const struct id *akun_id, enum peran peran,
				const struct id *unit_id);
/* How many others hold it without a last day and can sign in. */
MUST_CHECK enum err role_count_others(struct job *job, const struct id *akun_id, enum peran peran,
				      int64_t *out);
MUST_CHECK enum err role_save_lock(struct job *job, const struct id *akun_id, bool is_locked);

#endif
