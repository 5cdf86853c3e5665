/* SPDX-License-Identifier: Apache-2.0 */
/* The accounts and roles of people who are loaded. Inside the room only. */
#ifndef ABDI_ORG_IMPORT_AKUN_H
#define ABDI_ORG_IMPORT_AKUN_H
#include "org/import_plan.h"

/* Accounts, login keys and roles of one person, after the person was stored (import_akun.c). */
struct akun_import;
MUST_CHECK enum err import_akun_open(struct import_plan *plan, struct akun_import **out);
MUST_CHECK enum err import_akun_store(struct akun_import *akun, struct plan_pegawai *pegawai);
/* After the last person: what still waits is stored; then each person's roles. */
MUST_CHECK enum err import_akun_flush(struct akun_import *akun);
MUST_CHECK enum err import_akun_peran(struct akun_import *akun, const struct plan_pegawai *pegawai);
void import_akun_close(struct akun_import *akun);

#endif
