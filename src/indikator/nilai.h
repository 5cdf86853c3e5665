/* SPDX-License-Identifier: Apache-2.0 */
/* Values of indicators: one a month, unit, area or person. Typed by hand, taken in from a file of
   earlier years with its source, or filled in by the house; a correction keeps what it replaced. */
#ifndef ABDI_INDIKATOR_NILAI_H
#define ABDI_INDIKATOR_NILAI_H
#include "indikator/indikator.h"

/* One value. Amounts are hundredths; penyebut 0: it has none. */
struct nilai {
	struct id nilai_id, indikator_id, unit_id, wilayah_id, pegawai_id, oleh;
	struct str unit_nama, unit_jalur, wilayah_nama, wilayah_kode, pegawai_nama, oleh_nama;
	int bulan, cacah;
	int64_t pembilang, penyebut, diisi_at, version;
	struct str asal, sumber_data; /* asal: manual, impor or sendiri */
	bool is_batal; /* taken back */
	struct str yakin; /* the value once more, when asked whether it is right */
	struct str field, kata; /* where its faults stand, and what they begin with */
};

/* Keeps values one by one, of a program: asal manual. INDIKATOR_FILL. */
MUST_CHECK enum err nilai_put(struct job *job, struct nilai *nilai);
/* All lines of a file or none; asal impor, with its source. INDIKATOR_FILL. */
MUST_CHECK enum err nilai_import(struct job *job, const struct id *indikator_id, struct nilai *rows,
				 int count, int *changed);
/* What the house counted itself; whoever calls has decided that it may. Rows name indicator, month,
   unit, and area or person by the definition. *changed: how many became different. ERR_INVALID when
   a definition does not fill itself. */
MUST_CHECK enum err indikator_put_values(struct job *job, struct nilai *rows, int count,
					 int *changed);

/* Whose figure of which months. */
struct indikator_tanya {
	struct id indikator_id, wilayah_id; /* wilayah none: all */
	/* of a person: the definition says whose values count, the person's, their unit's, the
	   owner's; none: those of unit_jalur */
	struct id pegawai_id;
	struct str unit_jalur; /* of the person's unit, or of what is asked */
	int dari, sampai; /* months, both counted */
};
/* The figure, and what it rests on. */
struct indikator_angka {
	struct indikator definisi; /* in force at the end */
	struct indikator *versi; /* all of it */
	int versi_count;
	struct indikator_hasil hasil;
	int terputus; /* months left out, counted by a definition that measures something else */
	struct str sumber; /* what one of the values names as its source */
};
/* Whoever calls has checked that the actor may read of that person. ERR_NOT_FOUND without such an
   indicator. */
MUST_CHECK enum err indikator_value(struct job *job, const struct indikator_tanya *tanya,
				    struct indikator_angka *out);
/* The same month by month, oldest first; months without values are left out. */
MUST_CHECK enum err indikator_months(struct job *job, const struct indikator_tanya *tanya,
				     struct indikator_bulan **out, int *count);
/* Of several versions, newest first, the one that counts a month; NULL without any. */
const struct indikator *indikator_of_month(const struct indikator *versi, int count, int bulan);

/* The figure of one area. */
struct indikator_bagian {
	struct id wilayah_id;
	struct str nama, kode;
	struct indikator_bulan jumlah; /* all its months as one */
	struct indikator_hasil hasil;
	struct str angka, rincian; /* ready to be shown */
	int persen; /* of the target, or of the largest: how far its bar goes */
	bool is_ok; /* the target is reached, or there is none */
};
MUST_CHECK enum err indikator_by_area(struct job *job, const struct indikator_tanya *tanya,
				      const struct indikator *definisi,
				      struct indikator_bagian **out, int *count);

/* Values of one indicator, newest month first; INDIKATOR_READ, and of persons only one's own reach.
   cari: months from and to. */
struct nilai_daftar {
	int dari, sampai;
};
/* Values of persons are read by offices and heads of their unit, whatever newer versions, or ones
   that are only proposed, say of them. versi: all of one indicator. */
bool nilai_may_read(const struct job *job, const struct indikator *versi, int count);
MUST_CHECK enum err nilai_list(struct job *job, const struct id *indikator_id,
			       const struct nilai_daftar *which, const struct records_ask *ask,
			       struct records_page *out);
/* What corrections replaced, newest first. */
MUST_CHECK enum err nilai_history(struct job *job, const struct id *nilai_id, struct nilai **out,
				  int *count);
/* "persen, target 95", or that it stops. */
struct str indikator_measure_text(struct arena *mem, const struct indikator *indikator);
/* "87,5 persen", and "350 dari 400". */
struct str indikator_angka_text(struct arena *mem, const struct indikator *indikator,
				const struct indikator_hasil *hasil);
struct str indikator_rincian(struct arena *mem, const struct indikator *indikator,
			     const struct indikator_hasil *hasil);

#endif
