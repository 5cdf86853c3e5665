/* SPDX-License-Identifier: Apache-2.0 */
/* Changing the catalogue: the room's own pages, its API, its spreadsheets and the demonstration. */
#ifndef ABDI_LAYANAN_LAYANAN_CHANGE_H
#define ABDI_LAYANAN_LAYANAN_CHANGE_H
#include "layanan/layanan.h"

/* Adds or changes a service (layanan_id none: a new one, whose slug may be empty and is made from
   its name). LAYANAN_EDIT of its unit; ERR_CONFLICT as everywhere. */
MUST_CHECK enum err layanan_save(struct job *job, struct layanan *typed);
/* The version that is being drafted or waits; begun from the one in force where there is none.
   LAYANAN_EDIT. */
MUST_CHECK enum err standar_begin(struct job *job, const struct id *layanan_id, int *nomor);
/* Keeps a draft as it is, complete or not. */
MUST_CHECK enum err standar_save(struct job *job, struct standar *typed);
/* Every component is there, else all that is missing is listed (UU 25/2009 art. 21 [K]). */
MUST_CHECK enum err standar_submit(struct job *job, const struct id *layanan_id, int64_t version);
/* What the head of the unit says of a standard that waits. */
struct penetapan {
	struct id layanan_id;
	bool is_kembali; /* sent back with a note */
	struct str catatan, sk_nomor;
	struct date sk_tanggal, berlaku_sejak;
	int64_t version;
};
#define PENETAPAN_TEKS_MAX 500
/* LAYANAN_DECIDE of the unit, and never by who submitted it; not before it was discussed with the
   public (STD-02), nor for a day that is past (STD-06). */
MUST_CHECK enum err standar_decide(struct job *job, const struct penetapan *said);
/* All versions, newest first. */
MUST_CHECK enum err standar_list(struct job *job, const struct id *layanan_id, struct standar **out,
				 int *count);

/* Signs a unit's promise anew. LAYANAN_DECIDE. */
#define MAKLUMAT_ISI_MAX 600
MUST_CHECK enum err maklumat_sign(struct job *job, const struct maklumat *typed);
/* Which posts serve it, instead of those before. LAYANAN_EDIT; ERR_INVALID: a post of another
   unit. */
MUST_CHECK enum err layanan_set_pelaksana(struct job *job, const struct id *layanan_id,
					  const struct id *jabatan_ids, int count);

#endif
