/* SPDX-License-Identifier: Apache-2.0 */
/* What citizens say of a service, or of a whole unit: ticks from 1 to 4, a word, whether they trust
   the office. Anybody says it; nobody can be joined to it (decision 0039). Figures are read of
   groups that are large enough and of months that are over. */
#ifndef ABDI_SUARA_SUARA_H
#define ABDI_SUARA_SUARA_H
#include "base/job.h"
#include "law/skm.h"

#define SUARA_KATA_MAX 500
#define SUARA_KODE_MAX 11 /* "8KTW-9MPQ", with what people put between */

/* What is asked about: a service, or a unit as a whole. */
struct suara_lingkup {
	struct id lingkup_id, unit_id; /* lingkup_id: the service's, or the unit's own */
	struct str slug, nama, unit_nama, unit_jalur;
	struct str bentuk; /* "tiga" or "sembilan" */
	bool is_unit;
};

/* One voice as somebody gives it. 1 to 4; 0: left out. */
struct suara {
	struct id pegawai_id; /* whose counter it was, as the code tells; else none */
	struct str bentuk;
	int persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarpras;
	int percaya;
	struct str kata, kode;
	struct str umur, kelamin, pendidikan, pekerjaan, disabilitas; /* suara_ciri.def; may be
									 empty */
	struct str cara; /* suara_cara.def: how it came */
	struct str asal; /* of the place (suara_asal); empty: from paper */
	struct str kunci; /* the form's key: the same one counts once */
};

/* By the address of a page: a service's slug, or "unit-" and a unit's id. ERR_NOT_FOUND. */
MUST_CHECK enum err suara_lingkup_load(struct job *job, struct str slug, struct suara_lingkup *out);
/* A place by a key that lives in memory, for one day, and is then thrown away. */
struct str suara_asal(struct arena *mem, struct str address, struct date day);
/* Keeps a voice until the night. ERR_INVALID: nothing was said, the code is not known or has
   spoken, too many came from this place in this hour. The same key again changes nothing. */
MUST_CHECK enum err suara_give(struct job *job, const struct suara_lingkup *lingkup,
			       const struct suara *given);
/* The same from paper, by staff: SUARA_WRITE of the unit. The trail tells who typed, and of what
   unit; nothing of the answer. */
MUST_CHECK enum err suara_give_paper(struct job *job, const struct suara_lingkup *lingkup,
				     const struct suara *given);

/* Deletes at most so many words whose month has come round again (app/public.def). */
MUST_CHECK enum err suara_forget(struct job *job, int most, int64_t *count);

/* --- figures --- */

/* Ticks of a scope in a month, summed: what figures are made of. */
struct suara_sum {
	struct id lingkup_id, unit_id;
	int bulan; /* yyyymm */
	int64_t n, n_percaya, s_percaya;
	int64_t n_persyaratan, n_prosedur, n_waktu, n_biaya, n_produk, n_kompetensi, n_perilaku,
		n_pengaduan, n_sarpras;
	int64_t s_persyaratan, s_prosedur, s_waktu, s_biaya, s_produk, s_kompetensi, s_perilaku,
		s_pengaduan, s_sarpras;
};

/* Which figures: of one service, of a unit with all below it, of the agency (both none), or of one
   officer; from a month to a month, both yyyymm. */
struct suara_which {
	struct id lingkup_id, unit_id, pegawai_id;
	int from, to;
};
/* Of what is spoken: a service, or a unit with all below it. */
void suara_which_is(struct suara_which *which, const struct suara_lingkup *lingkup);

/* The index of a group. Nothing is told where is_shown is false: the group is too small, its months
   are not over, or what is hidden could be reckoned from it (law/sensor.h). */
struct suara_figures {
	bool is_shown;
	int64_t n;
	struct skm_means means;
	int64_t index; /* in hundredths, by the agency's weight; mutu of it */
	char mutu;
	bool has_other; /* by the other weight the letter is another (4.3): both are told */
	int64_t other_index;
	char other_mutu;
	enum skm_weight weight;
	int lowest_count;
	enum unsur lowest[UNSUR_COUNT]; /* the lowest few, worst first */
	int64_t percaya; /* mean in hundredths of 1 to 4; 0: not asked */
	int64_t served, advised; /* who was served, and how many should answer; 0: not known */
};

/* Figures of a group; always ERR_OK where it exists. Open to everybody: it tells only what may be
   told. */
MUST_CHECK enum err suara_figures(struct job *job, const struct suara_which *which,
				  struct suara_figures *out);
/* The first and last month of a period's name: "202611", "2026T4", "2026". False: none. */
MUST_CHECK bool suara_period(struct str name, int *from, int *to);
/* "November 2026", "Triwulan IV 2026", "2026", in the reader's language. */
struct str suara_period_name(struct arena *mem, int from, int to);

#endif
