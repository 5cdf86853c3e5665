/* SPDX-License-Identifier: Apache-2.0 */
/* Evaluation: what the unit achieved, then each person's two ratings and the predikat read from the nine cells,
   for a period or (nomor 0) the year (rulebook 1.7). No score anywhere. */
#ifndef ABDI_EVALUATION_EVALUATION_H
#define ABDI_EVALUATION_EVALUATION_H
#include "evaluation/capaian.h"
#include "law/distribution.h"
#include "law/pejabat_luar.h"
#include "report/report_sum.h"
#include "skp/skp.h"

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

/* A rating that may not have been chosen: nothing is preselected where the law asks for judgement. */
struct rating_choice {
	bool is_set;
	enum rating value;
};

/* One indicator: what became of it, what the appraiser says of it. */
struct evaluasi_iki {
	struct id iki_id;
	bool has_realisasi,
		is_dihitung; /* is_dihitung: from the amounts of reports, so that nobody enters it */
	int64_t realisasi; /* hundredths */
	struct str realisasi_teks, sumber_data, umpan_balik;
	struct str isian; /* the realisation as it stands in a form */
	struct id realisasi_oleh; /* akun_id of who entered it */
	struct str oleh_nama;
	struct rating_choice rating, saran;
	int laporan_banyak, bukti_banyak; /* of the result it belongs to */
};

struct evaluasi_perilaku {
	struct str nilai;
	struct rating_choice rating;
	struct str umpan_balik;
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

struct evaluasi {
	struct id evaluasi_id; /* none until the first save */
	struct pegawai *pegawai, *penilai; /* penilai NULL: outside the system, or none yet */
	bool is_luar; /* rated on paper by somebody outside; luar: by whom, once recorded */
	bool is_dicatat; /* loaded to record that: what reports sum to counts whoever reads them */
	struct pejabat_luar luar;
	struct skp *skp;
	struct periode periode;
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
	int sebaran_terbuka; /* its people with a plan who are still to be rated, without this one */
	bool is_pola_wajib; /* the unit is large enough: a breach needs a reason, PK-40 */
	int periodik_count; /* for the year: its decided periods */
	struct evaluasi_ringkas *periodik;
	bool may_decide; /* this actor, now; is_dicatat: may record it */
};

/* What the form sends. iki and nilai may be shorter than the plan; the rest stays. */
struct evaluasi_input {
	struct id pegawai_id;
	int tahun, nomor;
	int64_t version; /* what the page was made from; 0 before the first save */
	struct rating_choice hasil, perilaku;
	struct str alasan, catatan_kuat, catatan_kembang, rekomendasi;
	int iki_count;
	struct evaluasi_iki *iki;
	struct evaluasi_perilaku nilai[BERAKHLAK_COUNT];
	struct pejabat_luar luar; /* only where it is recorded from paper */
};

struct str evaluasi_state_key(enum evaluasi_state state);
struct str evaluasi_state_label(enum evaluasi_state state);
/* Was the predikat signed, so that the person may read it? */
bool evaluasi_is_decided(enum evaluasi_state state);

/* Everything the appraiser needs on one screen. A person reads the own result only once it is signed. */
MUST_CHECK enum err evaluation_load(struct job *job, const struct id *pegawai_id, int tahun,
				    int nomor, struct evaluasi **out);
MUST_CHECK enum err evaluation_load_by_id(struct job *job, const struct id *evaluasi_id,
					  struct evaluasi **out);
MUST_CHECK enum err evaluation_save_draft(struct job *job, const struct evaluasi_input *input);
/* Signs: ditetapkan. Needs both ratings, the unit's achievement, an open period, and a reason against a suggestion. */
MUST_CHECK enum err evaluation_decide(struct job *job, const struct evaluasi_input *input,
				      enum predikat *out);
/* Who heads the agency is rated outside the system (rulebook 1.4, 1.8): by whom and with which letter, for who records
   it. ERR_NOT_FOUND for anybody else's evaluation. Never the own one, whatever the roles. */
MUST_CHECK enum err evaluation_load_luar(struct job *job, const struct id *pegawai_id, int tahun,
					 int nomor, struct evaluasi **out);
/* Records the evaluation made outside: decided by the rules of every other one, and signed by a letter. */
MUST_CHECK enum err evaluation_record(struct job *job, const struct evaluasi_input *input,
				      enum predikat *out);
/* Reader of an event (app/readers.def). A report for a plan that a move has closed (PK-32) counts until that plan is
   rated for its period; afterwards it would change nothing, so it is refused [D]. */
MUST_CHECK enum err evaluation_report_late(struct job *job, const struct id *laporan_id);
/* The same for a report about to be corrected or taken back: what a rating counted with stays [D]. */
MUST_CHECK enum err evaluation_report_gone(struct job *job, const struct id *laporan_id);
/* Puts what was typed over what was stored, and suggests anew: for showing the form again. */
MUST_CHECK enum err evaluation_apply(struct job *job, const struct evaluasi_input *input,
				     struct evaluasi *evaluasi);

#endif
