/* SPDX-License-Identifier: Apache-2.0 */
/* One evaluation with everything it rests on, and its line in a list: what is stored, signed and
   shown. */
#ifndef ABDI_EVALUATION_EVALUATION_RECORD_H
#define ABDI_EVALUATION_EVALUATION_RECORD_H
#include "evaluation/capaian_record.h"
#include "evaluation/evaluation_iki.h"
#include "law/berakhlak.h"
#include "law/distribution.h"
#include "law/pejabat_luar.h"
#include "law/skp.h"
#include "report/report_sum.h"

/* Characters of what is written of an indicator or a value. */
#define REALISASI_MAX 1000
#define SUMBER_MAX 200
#define UMPAN_MAX 500

/* How far an evaluation has come. */
enum evaluasi_state {
	EVALUASI_BELUM, /* nothing was saved yet */
	EVALUASI_PENGISIAN,
	EVALUASI_DIAJUKAN,
	EVALUASI_DINILAI,
	EVALUASI_DITETAPKAN,
	EVALUASI_DISERAHKAN,
	EVALUASI_DITERIMA,
	EVALUASI_DIANGGAP_DITERIMA,
	EVALUASI_DALAM_KEBERATAN,
	EVALUASI_FINAL
};

/* The rating of one value of BerAKHLAK, with its reason. */
struct evaluasi_perilaku {
	struct str nilai;
	struct rating_choice rating;
	struct str umpan_balik;
	bool is_stored;
};

/* One line of a list: a person and how far the evaluation is. */
struct evaluasi_ringkas {
	struct id evaluasi_id, pegawai_id, skp_id;
	struct str nama, nip, jabatan, unit_nama, periode_nama;
	int tahun, nomor,
		bulan; /* bulan: months of the period, the weight in the year's suggestion */
	enum evaluasi_state state;
	struct rating_choice hasil, perilaku;
	bool has_predikat;
	enum predikat predikat;
	int64_t ditetapkan_at;
};

/* One person's evaluation for one period. */
struct evaluasi {
	struct id evaluasi_id; /* none until the first save */
	struct pegawai *pegawai, *penilai; /* penilai NULL: outside the system, or none yet */
	struct id penilai_id; /* who signed, even when the reporting line changed since */
	bool is_luar; /* rated on paper by somebody outside; luar: by whom, once recorded */
	bool is_dicatat; /* loaded to record that: what reports sum to counts whoever reads them */
	struct pejabat_luar luar;
	struct skp *skp;
	struct periode periode;
	/* in force on the last day of the period: a later change leaves a suggestion as it was */
	struct law_values law;
	int tahun, nomor;
	enum evaluasi_state state;
	struct rating_choice hasil, perilaku, saran_hasil, saran_perilaku;
	bool has_predikat,
		is_kepala_mandiri; /* a head: the unit's achievement is the result, PK-41 */
	enum predikat predikat;
	struct str alasan, catatan_kuat, catatan_kembang, rekomendasi;
	int64_t ditetapkan_at, version, realisasi_versi;
	int iki_count;
	struct evaluasi_iki *iki; /* in the plan's order */
	struct evaluasi_perilaku nilai[BERAKHLAK_COUNT];
	struct capaian_organisasi capaian; /* when decided: the one it was decided with */
	struct capaian_tetap tetap;
	struct laporan_kilas laporan;
	struct distribution sebaran; /* of the unit whose achievement counts, without this person */
	struct distribution_bound batas[PREDIKAT_COUNT]; /* among all of them and this person */
	int sebaran_terbuka; /* its people with a plan who are still to be rated, without this
	                        one */
	bool is_pola_wajib; /* the unit is large enough: a breach needs a reason, PK-40 */
	int periodik_count; /* for the year: its decided periods */
	struct evaluasi_ringkas *periodik;
	bool may_decide; /* this actor, now; is_dicatat: may record it */
};

/* As stored. */
struct str evaluasi_state_key(enum evaluasi_state state);
/* As people read it. */
struct str evaluasi_state_label(enum evaluasi_state state);
/* False when it is no state. */
MUST_CHECK bool evaluasi_state_parse(struct str key, enum evaluasi_state *out);
/* Was the predikat signed, so that the person may read it? */
bool evaluasi_is_decided(enum evaluasi_state state);

#endif
