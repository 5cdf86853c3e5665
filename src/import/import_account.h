/* SPDX-License-Identifier: Apache-2.0 */
/* The accounts and roles of people who are loaded. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_ACCOUNT_H
#define ABDI_IMPORT_IMPORT_ACCOUNT_H
#include "import/import_plan.h"

/* Accounts, login keys and roles of one person, after the person was stored (import_account.c). */
struct import_accounts;
MUST_CHECK enum err import_account_open(struct import_plan *plan, struct import_accounts **out);
MUST_CHECK enum err import_account_store(struct import_accounts *akun,
					 struct plan_pegawai *pegawai);
/* After the last person: what still waits is stored; then each person's roles. */
MUST_CHECK enum err import_account_flush(struct import_accounts *akun);
MUST_CHECK enum err import_account_peran(struct import_accounts *akun,
					 const struct plan_pegawai *pegawai);
void import_account_close(struct import_accounts *akun);

#endif
