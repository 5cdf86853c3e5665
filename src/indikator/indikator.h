/* SPDX-License-Identifier: Apache-2.0 */
/* The catalogue of indicators: what a unit counts, from which day on and why, and the values by
   month, unit and area. A definition is never rewritten: a new version begins on a day, the older
   ones stay readable, and each month is counted by the one in force on its last day (K23). */
#ifndef ABDI_INDIKATOR_INDIKATOR_H
#define ABDI_INDIKATOR_INDIKATOR_H
#include "base/job.h"
#include "form/field.h"
#include "law/indikator.h"
#include "render/record.h"

#define INDIKATOR_NAMA_MAX 200
#define INDIKATOR_TEXT_MAX 120
#define INDIKATOR_ALASAN_MAX 500
#define INDIKATOR_SATUAN_MAX 40
#define NILAI_SUMBER_MAX 200
#define NILAI_BULAN_ROWS 400 /* values one form or file of one indicator may bring */
#define NILAI_FILE_ROWS 5000

/* One version of an indicator, with what it belongs to. */
struct indikator {
	struct id indikator_id, unit_id, layanan_id;
	struct str unit_nama, unit_jalur;
	int nomor;
	struct str status; /* usul, berlaku or ditolak */
	struct date sejak;
	struct str alasan, nama;
	struct indikator_rumus rumus;
	struct str atribusi; /* pegawai, tim or unit */
	bool is_wilayah, is_henti; /* is_henti: from that day on it is no more */
	bool has_target;
	int64_t target; /* hundredths, of a year */
	struct str yakin; /* the target once more, when asked whether it is right */
	struct str oleh_nama, pemutus_nama, catatan;
	int64_t dibuat_at, diputus_at, version; /* version: of the indicator */
};

/* Which of them. */
struct indikator_saring {
	struct str cari, keadaan; /* keadaan: berlaku, usul or henti; empty: berlaku */
	struct id unit; /* this unit and below */
};

/* What is decided of a proposal. */
struct indikator_putusan {
	int64_t version;
	struct str putusan, catatan; /* putusan: terima or tolak */
};

extern const struct choice_list indikator_jenis, indikator_aspek, indikator_arah,
	indikator_gabungan, indikator_sumber, indikator_unsur, indikator_atribusi,
	indikator_keadaan;
extern const struct form_table indikator_form, indikator_saring_form, indikator_putusan_form;

/* The versions that hold today, or wait; by name. INDIKATOR_READ. */
MUST_CHECK enum err indikator_list(struct job *job, const struct indikator_saring *which,
				   const struct records_ask *ask, struct records_page *out);
/* What holds on that day; ERR_NOT_FOUND when nothing did. */
MUST_CHECK enum err indikator_on(struct job *job, const struct id *indikator_id, struct date day,
				 struct indikator *out);
/* All versions, the newest first; ERR_NOT_FOUND without one. */
MUST_CHECK enum err indikator_versions(struct job *job, const struct id *indikator_id,
				       struct indikator **out, int *count);
/* What a plan in that unit may hang on: indicators of the unit and of those above that hold on that
   day, by name; cari: a part of it. At most INDIKATOR_OFFER. */
#define INDIKATOR_OFFER 50
MUST_CHECK enum err indikator_offer(struct job *job, struct str unit_jalur, struct date day,
				    struct str cari, struct indikator **out, int *count);
/* May it be used in that unit? */
bool indikator_reaches(const struct indikator *indikator, struct str unit_jalur);

/* A new indicator (indikator_id none) or the next version of one. Who may only propose leaves it
   waiting; out->status says which. INDIKATOR_EDIT. */
MUST_CHECK enum err indikator_save(struct job *job, struct indikator *indikator);
/* Takes or refuses what waits; INDIKATOR_DECIDE, and of a unit's head only where the agency lets
   heads decide (indikator_pimpinan_memutuskan). */
MUST_CHECK enum err indikator_decide(struct job *job, const struct id *indikator_id,
				     const struct indikator_putusan *putusan);
/* For showing what would happen; the use cases check again. */
MUST_CHECK enum err indikator_decides(struct job *job, struct str unit_jalur, bool *out);
bool indikator_may_edit(const struct job *job, struct str unit_jalur);
bool indikator_may_fill(const struct job *job, struct str unit_jalur);

#endif
