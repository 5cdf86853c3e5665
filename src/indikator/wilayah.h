/* SPDX-License-Identifier: Apache-2.0 */
/* The areas of an agency: kecamatan (distrik) and the kelurahan (desa, kampung) in them, each with
   its code and the days it holds. Goals and figures may be of an area (Tenayan Raya). */
#ifndef ABDI_INDIKATOR_WILAYAH_H
#define ABDI_INDIKATOR_WILAYAH_H
#include "base/job.h"
#include "form/form.h"
#include "render/record.h"

#define WILAYAH_KODE_MAX 20
#define WILAYAH_NAMA_MAX 100
#define WILAYAH_FILE_ROWS 2000 /* of one file: more than any regency has */

/* One area. */
struct wilayah {
	struct id wilayah_id, induk_id; /* induk: of a kelurahan, its kecamatan */
	struct str kode, nama, jenis; /* jenis: a key of wilayah_jenis */
	struct str induk_nama, induk_kode;
	struct date sejak, sampai; /* sampai: the last day it holds; none: until further notice */
	int64_t version;
	int di_bawah; /* how many areas are in it */
};

/* Which of them. */
struct wilayah_saring {
	struct str cari;
	bool lama; /* those that hold no more, too */
};

/* What a file did. */
struct wilayah_impor {
	int baru, berubah, sama;
};

/* One line of a file, as text. */
struct wilayah_baris {
	int baris;
	struct str kode, nama, jenis, induk, sejak, sampai;
};

extern const struct choice_list wilayah_jenis;
extern const struct form_table wilayah_form, wilayah_saring_form;

/* By code, kelurahan behind their kecamatan; INDIKATOR_READ. */
MUST_CHECK enum err wilayah_list(struct job *job, const struct wilayah_saring *which,
				 const struct records_ask *ask, struct records_page *out);
MUST_CHECK enum err wilayah_load(struct job *job, const struct id *wilayah_id, struct wilayah *out);
/* ERR_NOT_FOUND when no area has that code. */
MUST_CHECK enum err wilayah_by_kode(struct job *job, struct str kode, struct wilayah *out);
/* wilayah_id none: adds one; else changes it when version is still the stored one.
   WILAYAH_MANAGE. */
MUST_CHECK enum err wilayah_save(struct job *job, struct wilayah *wilayah);
/* All lines of a file or none: areas are told apart by their code. Faults stand at "berkas", each
   with its line. WILAYAH_MANAGE. */
MUST_CHECK enum err wilayah_import(struct job *job, const struct wilayah_baris *rows, int count,
				   struct wilayah_impor *out);
/* Looks up what was typed in a FIELD_PICK, or names what is chosen; only_kecamatan: those alone. */
MUST_CHECK enum err wilayah_pick(struct job *job, struct form *form, int at, bool only_kecamatan);
/* "Kelurahan Remu, Distrik Sorong": an area with the one it is in. */
struct str wilayah_name(struct arena *mem, const struct wilayah *wilayah);

#endif
