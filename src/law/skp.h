/* SPDX-License-Identifier: Apache-2.0 */
/* The yearly performance plan (SKP) as plain records, and what the rulebook demands of it:
   PK-10..PK-16, PK-26. A fault stops the deed; a warning (PK-12, PK-13, PK-14) is shown and the
   person decides. */
#ifndef ABDI_LAW_SKP_H
#define ABDI_LAW_SKP_H
#include "base/date.h"
#include "base/id.h"
#include "base/problems.h"
#include "law/berakhlak.h"
#include "law/pejabat_luar.h"

/* How far a plan has come. */
enum skp_state {
	SKP_DRAF,
	SKP_DIAJUKAN,
	SKP_DIKEMBALIKAN,
	SKP_DISETUJUI,
	SKP_DITETAPKAN,
	SKP_DIREVISI,
	SKP_DITUTUP
};

/* An indicator of one result, with its target. */
struct iki {
	struct id iki_id, rhk_id, indikator_id, wilayah_id; /* the last two: of the catalogue */
	struct str aspek; /* kuantitas kualitas waktu biaya; empty in the JPT form */
	struct str uraian, satuan, arah, indikator_nama, wilayah_nama;
	int64_t target_min, target; /* hundredths */
	bool has_target; /* false in the qualitative approach */
	bool has_target_min; /* a range has a lower bound, which may be nothing */
	struct str yakin, yakin_min; /* the targets once more, when asked whether they are right */
};

/* A result the plan promises. */
struct rhk {
	struct id rhk_id, hasil_unit_id, rhk_pimpinan_id;
	struct str jenis, kelas, uraian, perspektif, komentar;
	/* the leader's result it supports, with its IKI when the leader is a JPT */
	struct str pimpinan_uraian;
	/* the unit result it supports; once agreed, in the words of then */
	struct str hasil_unit_uraian;
	struct str hasil_unit_kini; /* as the unit says it today */
	bool is_pimpinan_renewed; /* the leader has agreed a newer plan */
	int iki_count;
	struct iki *iki;
};

/* What is expected of one core value. */
struct skp_perilaku {
	struct str nilai; /* code of law/berakhlak */
	struct str ekspektasi, komentar;
};

/* A line of the attachment. */
struct skp_lampiran {
	struct str blok, uraian;
};

#define SKP_BLOK_COUNT 3 /* of the attachment, PK-16 */

/* A person's plan for a year, or the part of it in one post. */
struct skp {
	struct id skp_id, pegawai_id, penilai_id, jabatan_id, unit_id;
	struct id penilai_kini_id; /* today's appraiser; penilai_id: who agreed, or is asked to */
	struct str unit_jalur;
	enum zona unit_zona;
	struct str pegawai_nama, pegawai_nip, penilai_nama, jabatan_nama,
		unit_nama; /* as they stand today */
	int tahun, revisi;
	struct str pendekatan, bentuk;
	enum skp_state state;
	struct date mulai, selesai;
	int64_t submitted_at, decided_at, version;
	struct str receipt_nomor, receipt_hash;
	struct pejabat_luar luar; /* only without penilai */
	int rhk_count, lampiran_count;
	struct rhk *rhk;
	struct skp_perilaku perilaku[BERAKHLAK_COUNT];
	struct skp_lampiran *lampiran;
	struct str blok_komentar[SKP_BLOK_COUNT]; /* in the order of skp_blok_key */
};

/* Where a main result may hang from (PK-26): the leader's agreed results, else the unit's
   results. */
struct skp_sources {
	int pimpinan_count, unit_count;
};

#define SKP_RHK_MAX 20
#define SKP_IKI_MAX 8
#define SKP_LAMPIRAN_MAX 30
#define SKP_TEXT_MAX 500
#define SKP_SATUAN_MAX 40

/* As stored, and as people read it. */
struct str skp_state_key(enum skp_state state);
struct str skp_state_label(enum skp_state state);
/* False when it is no state. */
MUST_CHECK bool skp_state_parse(struct str key, enum skp_state *out);
/* These as people read them; the key itself when it is unknown. */
struct str skp_aspek_label(struct str aspek);
struct str skp_perspektif_label(struct str perspektif);
struct str skp_blok_label(struct str blok);
/* The key of block n, from 0 on. */
struct str skp_blok_key(int n);
int skp_blok_index(struct str blok); /* -1: no block */

bool skp_is_jpt(const struct skp *skp); /* the form with perspectives instead of aspects */
bool skp_is_kuantitatif(const struct skp *skp); /* numeric targets */
int skp_count_rhk(const struct skp *skp, const char *jenis);
int skp_count_lampiran(const struct skp *skp, const char *blok);

/* Which form a person fills (rulebook 1.2): "jpt" for JPT and heads of independent units, else
   "ja_jf". */
struct str law_skp_bentuk(struct str kelompok, bool is_kepala, bool unit_is_mandiri);
/* The owner edits only draf and dikembalikan (rulebook 12). */
bool law_skp_may_edit(const struct skp *skp);
/* Takes away what a result of this plan does not have, whoever wrote it: the link of an additional
   one, the numbers of the qualitative approach, the lower bound of what is no range. */
void law_skp_settle_rhk(const struct skp *skp, struct rhk *rhk);
/* Everything wrong with one result, beside the fields of its form. ERR_INVALID when faults hold
   anything. */
MUST_CHECK enum err law_skp_check_rhk(const struct skp *skp, const struct rhk *rhk,
				      const struct skp_sources *sources, struct problems *faults);
/* Advice on one result; field tells where ("rhk" or "iki.<n>"). */
void law_skp_warn_rhk(const struct skp *skp, const struct rhk *rhk, struct problems *warnings);
/* Every fault that keeps a plan from being sent. is_top: the person heads the agency's root unit,
   whose appraiser is outside the system (rulebook 1.4); nobody else may send a plan without one. */
void law_skp_gaps(const struct skp *skp, bool is_top, struct problems *faults);
/* Moves the plan to DIAJUKAN, or lists every fault. */
MUST_CHECK enum err law_skp_submit(struct skp *skp, bool is_top, struct problems *faults);
/* The appraiser's two answers; both only on DIAJUKAN. */
MUST_CHECK enum err law_skp_return(struct skp *skp, int comment_count, struct problems *faults);
MUST_CHECK enum err law_skp_agree(struct skp *skp, struct problems *faults);

#endif
