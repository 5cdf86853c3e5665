/* SPDX-License-Identifier: Apache-2.0 */
/* Work reported as it happens: one result, one sentence, an amount, evidence; a receipt at once
   (rulebook PK-36). */
#ifndef ABDI_REPORT_REPORT_H
#define ABDI_REPORT_REPORT_H
#include "base/job.h"

/* A piece of evidence. */
struct bukti {
	struct id bukti_id;
	struct str jenis, nama, tautan, mime, sha256; /* jenis foto, berkas, tautan */
	int64_t ukuran;
	struct str datang; /* where the file lies that arrived with this request; STR_NONE later */
};

/* A report of work. */
struct laporan {
	struct id laporan_id, pegawai_id, rhk_id, iki_id;
	struct date tanggal;
	struct str uraian, satuan, nomor, hash, rhk_uraian;
	int64_t jumlah; /* hundredths */
	bool has_jumlah;
	struct str yakin; /* the amount once more, when asked whether it is right */
	int64_t captured_at, created_at, read_at; /* captured_at 0: the device told none */
	/* after sending: the device's time was not believed; for a plan that is closed by now */
	bool is_clock_off, is_menyusul;
	int64_t ditarik_at; /* since when it does not hold any more; 0: it holds */
	struct id pengganti_id; /* the one that took its place; none: it was taken back */
	struct str pengganti_nomor;
	int bukti_count;
	struct bukti *bukti;
};

/* Of a result's indicators one counts the reported amounts: the first on quantity, else the first.
   An empty record is no indicator and yields to any. */
struct laporan_hitung {
	struct str aspek;
	int urut;
};
bool report_counts_before(const struct laporan_hitung *a, const struct laporan_hitung *b);

/* A result one may report on: an own RHK of the plan in force, with the indicator its amounts count
   for. */
struct laporan_pilihan {
	struct id rhk_id, iki_id;
	struct str uraian, indikator, satuan;
	struct laporan_hitung hitung;
	int64_t target, biasa_jumlah, biasa_banyak; /* the year's; reported so far, how often */
	bool is_ditutup, has_target; /* of a plan that a move has closed since (PK-32) */
	struct date mulai, selesai; /* of that plan */
};

/* Those of one day. lain: a day that may still be reported and belongs to another plan; none: there
   is none. */
struct laporan_pilihan_hari {
	int count;
	struct laporan_pilihan *at;
	struct date lain;
};

/* Whose reports a page shows. */
struct laporan_pemilik {
	struct id pegawai_id, penilai_id;
	struct str nama, nip, jabatan, unit_nama, unit_jalur;
	bool is_own, is_penilai; /* of the actor */
};

/* A file of evidence on its way out. */
struct bukti_berkas {
	struct bukti bukti;
	struct str path; /* below the data directory; empty for a link */
};

#define LAPORAN_URAIAN_MAX 600 /* characters */
#define LAPORAN_JUMLAH_MAX 100000000000 /* hundredths: more a report is a slip of the finger */
#define LAPORAN_TAUTAN_MAX 500 /* bytes of a link */
#define LAPORAN_BUKTI_MAX 10
#define LAPORAN_SPAN_MAX 366 /* days of one list */
#define LAPORAN_HALAMAN 25 /* rows a page */

/* Sends the questions of report_send ahead; of laporan only rhk_id and tanggal are needed. */
void report_ask(struct job *job, const struct laporan *laporan);
/* laporan gets id, nomor and hash. */
MUST_CHECK enum err report_send(struct job *job, struct laporan *laporan);
/* Why a report can be neither corrected nor taken back any more, in the user's words; STR_NONE: it
   can. */
MUST_CHECK enum err report_hindrance(struct job *job, const struct laporan *laporan,
				     struct str *out);
/* Takes a report back: own, unread, its period neither closed nor rated. The trail keeps it. */
MUST_CHECK enum err report_undo(struct job *job, const struct id *laporan_id);
/* The report that a corrected one takes the place of, and what of its evidence goes along. */
struct laporan_ganti {
	struct id laporan_id;
	struct id *bukti;
	int bukti_count;
};
bool report_keeps(const struct laporan_ganti *ganti, const struct id *bukti_id);
/* Sends laporan and takes the old one back in one, under the rules of both; its day may stay the
   old one's, however late. It gets a number of its own, since that follows from the content. */
MUST_CHECK enum err report_replace(struct job *job, const struct laporan_ganti *ganti,
				   struct laporan *laporan);
/* The appraiser has read the person's reports. */
MUST_CHECK enum err report_mark_read(struct job *job, const struct id *pegawai_id);
/* How many days late a report may be; what may be reported on for a day: results in force on it. */
MUST_CHECK enum err report_late_days(struct job *job, int *out);
MUST_CHECK enum err report_choices(struct job *job, struct date day,
				   struct laporan_pilihan_hari *out);
/* The newest own report before today; ERR_NOT_FOUND when there is none. */
MUST_CHECK enum err report_last(struct job *job, struct laporan **out);
/* ERR_FORBIDDEN unless the actor may read this person's reports. */
MUST_CHECK enum err report_owner(struct job *job, const struct id *pegawai_id,
				 struct laporan_pemilik *out);
/* One page of a span, newest first. after: the last report of the page before, or NULL. */
MUST_CHECK enum err report_page_list(struct job *job, const struct id *pegawai_id,
				     const struct date span[2], const struct laporan *after,
				     struct laporan **out, int *count);
MUST_CHECK enum err report_evidence(struct job *job, const struct id *bukti_id,
				    struct bukti_berkas *out);
/* Number and hash of a report, from what stands in it; for those that write in bulk too. */
void report_seal(struct arena *mem, struct date received, struct laporan *laporan);
MUST_CHECK enum err report_load(struct job *job, const struct id *laporan_id, struct laporan **out);
/* The same, and of one taken back or corrected (ditarik_at) what its receipt still says. */
MUST_CHECK enum err report_receipt(struct job *job, const struct id *laporan_id,
				   struct laporan **out);
#endif
