/* SPDX-License-Identifier: Apache-2.0 */
/* A demonstration agency with a year of life in it: generated people, plans, reports and closed periods. The same
   number of people gives the same agency every time; no real person is in it. */
#ifndef ABDI_DEMO_DEMO_H
#define ABDI_DEMO_DEMO_H
#include "base/date.h"
#include "base/id.h"

struct store;

#define DEMO_KODE "KOTA-CONTOH"
#define DEMO_PEGAWAI_MIN 60
#define DEMO_PEGAWAI_MAX 100000
#define DEMO_LOGINS 6

struct demo_login {
	const char *peran; /* what this person shows: "Admin kepegawaian" */
	struct str nama, nip;
};

struct demo_made {
	struct str sandi; /* one password for the logins below; everybody else has none */
	int unit_count, pegawai_count, laporan_count, evaluasi_count;
	struct demo_login login[DEMO_LOGINS];
};

struct demo_order {
	int64_t now;
	int people;
};

/* ERR_CONFLICT when the database already has the agency. */
MUST_CHECK enum err demo_make(struct store *store, struct arena *mem,
			      const struct demo_order *order, struct demo_made *out);
#define DEMO_EXISTS 3 /* exit code: the agency was already there and is as it was */

/* The same with words on standard output; an exit code. */
int demo_cli(struct store *store, const char *data_dir, int64_t now, int people);

#endif
