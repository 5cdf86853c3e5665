/* SPDX-License-Identifier: Apache-2.0 */
/* A demonstration agency with a year of life in it: generated people, plans, reports and closed
   periods. The same number of people gives the same agency every time; no real person is in it. */
#ifndef ABDI_DEMO_DEMO_H
#define ABDI_DEMO_DEMO_H
#include "base/date.h"
#include "base/id.h"
#include "base/problems.h"

struct store;

#define DEMO_KODE "KOTA-CONTOH"
#define DEMO_NAMA "Pemerintah Kota Contoh"
#define DEMO_PEGAWAI_MIN 14
#define DEMO_PEGAWAI_MAX 100000
#define DEMO_LOGINS 9

/* Somebody of the demonstration who may sign in. */
struct demo_login {
	const char *peran; /* what this person shows: "Admin kepegawaian" */
	struct str nama, nip;
};

/* What was made, to be shown. */
struct demo_made {
	struct str kode, nama, zona;
	struct str sandi; /* one password for everybody; the logins below show each role */
	int unit_count, pegawai_count, laporan_count, evaluasi_count;
	struct demo_login login[DEMO_LOGINS];
};

/* What was asked for. */
struct demo_order {
	int64_t now;
	int people;
	struct str kode, nama, zona; /* what is empty: DEMO_KODE, DEMO_NAMA, WIT */
	int ordinal; /* agencies that stood before it; demo_make counts them */
};

/* Lists every fault of an order. */
void demo_check(const struct demo_order *order, struct problems *faults);
/* One write: whole or not at all. ERR_CONFLICT when the database already has the agency. */
MUST_CHECK enum err demo_make(struct store *store, struct arena *mem,
			      const struct demo_order *order, struct demo_made *out);
#define DEMO_EXISTS 3 /* exit code: the agency was already there and is as it was */

/* The same with words on standard output; an exit code. */
struct demo_place {
	const char *data_dir;
	struct str listen; /* where the server will answer */
};
int demo_cli(struct store *store, const struct demo_place *place, const struct demo_order *order);

#endif
