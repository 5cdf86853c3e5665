/* SPDX-License-Identifier: Apache-2.0 */
/* The yearly performance plan (SKP) of a person: draft, submit, return with comments, agree (rulebook 1.2–1.6). */
#ifndef ABDI_SKP_SKP_H
#define ABDI_SKP_SKP_H
#include "base/job.h"

enum skp_state {
	SKP_DRAF,
	SKP_DIAJUKAN,
	SKP_DIKEMBALIKAN,
	SKP_DISETUJUI,
	SKP_DITETAPKAN,
	SKP_DIREVISI,
	SKP_DITUTUP
};

struct iki {
	struct id iki_id, rhk_id;
	struct str aspek; /* kuantitas kualitas waktu biaya; empty in the JPT form */
	struct str uraian, satuan, arah;
	int64_t target_min, target; /* hundredths */
	bool has_target;            /* false in the qualitative approach */
};

struct rhk {
	struct id rhk_id, hasil_unit_id, rhk_pimpinan_id;
	struct str jenis, kelas, uraian, perspektif, komentar;
	struct str pimpinan_uraian; /* the leader's result it supports, with its IKI when the leader is a JPT */
	int iki_count;
	struct iki *iki;
};

#define BERAKHLAK_COUNT 7
struct skp_perilaku {
	struct str nilai; /* code of law/berakhlak */
	struct str ekspektasi, komentar;
};

struct skp_lampiran {
	struct str blok, uraian;
};

struct skp {
	struct id skp_id, pegawai_id, penilai_id, jabatan_id, unit_id;
	struct str unit_jalur;
	int tahun, revisi;
	struct str pendekatan, bentuk;
	enum skp_state state;
	struct date mulai, selesai;
	int64_t submitted_at, decided_at, version;
	struct str receipt_nomor, receipt_hash;
	int rhk_count, lampiran_count;
	struct rhk *rhk;
	struct skp_perilaku perilaku[BERAKHLAK_COUNT];
	struct skp_lampiran *lampiran;
};

struct str skp_state_key(enum skp_state state);
struct str skp_state_label(enum skp_state state);

/* The whole plan, after the access check (SKP_READ). */
MUST_CHECK enum err skp_load(struct job *job, const struct id *skp_id, struct skp **out);
/* The newest plan of a person for a year, whatever its state; ERR_NOT_FOUND when there is none. */
MUST_CHECK enum err skp_load_of(struct job *job, const struct id *pegawai_id, int tahun, struct skp **out);
/* Makes the draft of the actor's own plan for a year (with the seven values and the default attachment). */
MUST_CHECK enum err skp_start(struct job *job, int tahun, struct id *out);
/* Replaces one result with its indicators in a draft (rhk_id none: adds one). version: what the page was made from. */
MUST_CHECK enum err skp_save_rhk(struct job *job, const struct id *skp_id, int64_t version, struct rhk *rhk);
MUST_CHECK enum err skp_remove_rhk(struct job *job, const struct id *skp_id, int64_t version, const struct id *rhk_id);
MUST_CHECK enum err skp_save_perilaku(struct job *job, const struct id *skp_id, int64_t version,
                                      const struct skp_perilaku *perilaku, int count);
MUST_CHECK enum err skp_save_lampiran(struct job *job, const struct id *skp_id, int64_t version,
                                      const struct skp_lampiran *lampiran, int count);
MUST_CHECK enum err skp_submit(struct job *job, const struct id *skp_id, int64_t version);
/* The appraiser's answer: back with a comment per row, or agreed (then ditetapkan, both having signed in). */
struct skp_comment {
	struct id rhk_id;
	struct str nilai, text; /* rhk_id none: the comment is on that value */
};
MUST_CHECK enum err skp_return(struct job *job, const struct id *skp_id, int64_t version,
                               const struct skp_comment *comments, int count);
MUST_CHECK enum err skp_agree(struct job *job, const struct id *skp_id, int64_t version);

#endif
