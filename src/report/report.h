/* SPDX-License-Identifier: Apache-2.0 */
/* Work reported as it happens: one result, one sentence, an amount, evidence; a receipt at once (rulebook PK-36). */
#ifndef ABDI_REPORT_REPORT_H
#define ABDI_REPORT_REPORT_H
#include "base/job.h"

struct bukti {
	struct id bukti_id;
	struct str jenis, nama, tautan, mime, sha256; /* jenis foto, berkas, tautan */
	int64_t ukuran;
};

struct laporan {
	struct id laporan_id, pegawai_id, rhk_id, iki_id;
	struct date tanggal;
	struct str uraian, satuan, nomor, hash, rhk_uraian;
	int64_t jumlah; /* hundredths */
	bool has_jumlah;
	int64_t captured_at, created_at, read_at;
	int bukti_count;
	struct bukti *bukti;
};

/* Realisation of one indicator over months, from the roll-up. */
struct capaian_iki {
	struct id iki_id;
	int64_t jumlah;
	int banyak, bukti_banyak;
};

/* kunci makes it exactly once: the same key answers the first receipt. laporan gets id, nomor and hash. */
MUST_CHECK enum err report_send(struct job *job, struct str kunci, struct laporan *laporan);
MUST_CHECK enum err report_load(struct job *job, const struct id *laporan_id, struct laporan **out);
MUST_CHECK enum err report_list(struct job *job, const struct id *pegawai_id, struct date from, struct date to,
                                struct laporan **out, int *count);
/* Sums per indicator of a plan between two months of a year (1–12, inclusive). */
MUST_CHECK enum err report_capaian(struct job *job, const struct id *skp_id, int tahun, int from_month, int to_month,
                                   struct capaian_iki **out, int *count);

#endif
