/* SPDX-License-Identifier: Apache-2.0 */
/* How the public reaches an agency and its units, and the units themselves as the public sees them.
   All of it is open to everybody; only saving asks who one is. */
#ifndef ABDI_KONTAK_KONTAK_H
#define ABDI_KONTAK_KONTAK_H
#include "base/job.h"
#include "kontak/jam.h"

#define KONTAK_ALAMAT_MAX 300
#define KONTAK_TEXT_MAX 120
#define KONTAK_FIRST 12 /* units the first page shows before it leads to the list */

/* How a unit is reached, and when it is open. */
struct kontak {
	struct id unit_id, induk_id;
	struct str nama, jalur, induk_nama; /* of the unit and the one above it */
	bool is_instansi; /* the root: what is said of it holds for the agency */
	struct str alamat, telepon, email;
	struct str jam_kerja, jam_jumat, jam_sabtu, jam_minggu; /* "08.00–15.00"; empty: closed */
	int64_t version; /* 0: nothing was said yet */
};

/* A unit in a list. */
struct kontak_unit {
	struct id unit_id;
	struct str nama, kode, induk_nama, telepon;
	int below; /* units right below it */
	bool is_told; /* whether the public can reach it is known */
};

/* Which units a list shows: those below one (none: all that the search finds), from one code on. */
struct kontak_cari {
	struct id induk_id;
	/* jalur: of a search, the unit below which it looks; sesudah: the code of the last one of
	   the page before */
	struct str cari, jalur, sesudah;
	int most;
};

/* ERR_NOT_FOUND for a unit that is not in this agency, or no longer. The none id: the agency
   itself. */
MUST_CHECK enum err kontak_load(struct job *job, const struct id *unit_id, struct kontak *out);
/* By name. */
MUST_CHECK enum err kontak_units(struct job *job, const struct kontak_cari *which,
				 struct kontak_unit **out, int *count);
/* Judges and saves what an administrator wrote; hours come back as they are written out.
   ERR_CONFLICT: saved by somebody else since. */
MUST_CHECK enum err kontak_save(struct job *job, struct kontak *typed);

/* Is it open now, and how long or from when on. Empty when nothing was said of hours. */
struct kontak_buka {
	bool is_open;
	struct str sentence; /* "Buka sekarang, sampai 15.00 WIT" */
};
MUST_CHECK enum err kontak_buka_load(struct job *job, const struct kontak *kontak,
				     struct kontak_buka *out);
/* The hours of a kind of day as written; empty: closed. */
struct str kontak_jam(const struct kontak *kontak, enum jam_hari hari);
bool kontak_has_jam(const struct kontak *kontak);

#endif
