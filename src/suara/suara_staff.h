/* SPDX-License-Identifier: Apache-2.0 */
/* What staff do with voices: read figures and words, judge what was held back, keep themes; and
   what the night does. */
#ifndef ABDI_SUARA_SUARA_STAFF_H
#define ABDI_SUARA_SUARA_STAFF_H
#include "base/waiting.h"
#include "db/store.h"
#include "suara/suara.h"

#define SUARA_ALASAN_MAX 500
#define SUARA_TEMA_NAMA_MAX 60
#define SUARA_TEMA_KATA_MAX 2000
#define SUARA_TEMA_MAX 40
#define SUARA_WORDS_SHOWN 200

/* Moves what came before today of one agency: groups that look forged into quarantine, the rest
   where it counts, all in random order. In a write. */
MUST_CHECK enum err suara_night(struct job *job, struct date today, int64_t *moved);
/* The caretaker's: the same for an agency, where something of a day that is over waits. */
MUST_CHECK enum err suara_night_in(struct store *store, const struct id *instansi, int64_t now);

/* A service in the staff's list. */
struct suara_baris {
	struct id lingkup_id, unit_id;
	struct str slug, nama, unit_nama;
	struct suara_figures figures;
};
/* Services within the actor's reach, and their figures of a period. SUARA_READ. */
MUST_CHECK enum err suara_list(struct job *job, int from, int to, struct suara_baris **out,
			       int *count);

/* How often a theme was spoken of; jumlah 0: fewer than may be told. */
struct tema_jumlah {
	struct str tema, nama;
	int64_t jumlah;
};
/* Words of a service in a period: masked, in no order, and none where there are too few. */
struct suara_words {
	bool is_shown;
	struct tema_jumlah *tema;
	struct str *kata;
	int tema_count, kata_count;
};
/* Of which thing, from which month to which, and of one theme alone (empty: of all). */
struct suara_words_ask {
	const struct suara_lingkup *lingkup;
	int from, to;
	struct str tema;
};
/* SUARA_READ of its unit. */
MUST_CHECK enum err suara_words_load(struct job *job, const struct suara_words_ask *ask,
				     struct suara_words *out);

/* A group of voices that was held back. */
struct karantina {
	struct id karantina_id, unit_id, lingkup_id;
	int bulan;
	struct str sebab; /* tempat, serupa */
	int64_t jumlah;
	struct str status, alasan; /* menunggu, diterima, ditolak; why */
	struct str nama, unit_nama, unit_jalur;
	int64_t version;
};
/* SUARA_READ; oldest first. */
MUST_CHECK enum err karantina_list(struct job *job, int most, struct karantina **out, int *count);
/* The group, what it ticked on average, and its words. */
struct karantina_detail {
	struct karantina held;
	bool is_shown; /* enough voices: ticks of a few would stand beside their words */
	struct skm_means means;
	struct str *kata;
	int kata_count;
};
MUST_CHECK enum err karantina_load(struct job *job, const struct id *karantina_id,
				   struct karantina_detail *out);
/* It counts from now on, or never: SUARA_JUDGE of its unit, with a reason. ERR_CONFLICT: somebody
   has judged already. */
MUST_CHECK enum err karantina_judge(struct job *job, const struct karantina *said);
waiting_ask karantina_waits;

/* What words are grouped by. */
struct suara_tema {
	struct str tema, nama, kata;
	int64_t version;
};
/* SUARA_READ. */
MUST_CHECK enum err suara_tema_list(struct job *job, struct suara_tema **out, int *count);
/* Adds (tema empty), changes, or deletes (nama empty) one. It belongs to the whole agency:
   SUARA_JUDGE everywhere. Words still kept are grouped anew. */
MUST_CHECK enum err suara_tema_save(struct job *job, struct suara_tema *typed);

#endif
