/* SPDX-License-Identifier: Apache-2.0 */
/* Lists over many evaluations: the appraiser's people, a person's results, units with their people,
   periods. */
#ifndef ABDI_EVALUATION_EVALUATION_RECAP_H
#define ABDI_EVALUATION_EVALUATION_RECAP_H
#include "evaluation/evaluation_record.h"

/* A unit with everyone below it: counts per predikat and what the distribution rule says. */
struct rekap_unit {
	struct unit unit;
	int depth, pegawai, dinilai;
	int jumlah[PREDIKAT_COUNT];
	bool has_capaian;
	enum capaian capaian;
	int peringatan_count;
	bool is_saran; /* so few people that the pattern is advice only (PK-40) */
	struct str *peringatan;
};

/* People the actor appraises, with the state of the period. */
MUST_CHECK enum err evaluation_team(struct job *job, int tahun, int nomor,
				    struct evaluasi_ringkas **out, int *count);
/* Who of them still waits for a decision, the next behind this one by name; none when nobody
   does. */
MUST_CHECK enum err evaluation_next(struct job *job, const struct evaluasi *evaluasi,
				    struct id *out);
/* Is there an organisation's achievement for the actor's own unit? Most of the team's evaluations
   rest on it (PK-41). */
MUST_CHECK enum err evaluation_team_has_capaian(struct job *job, int tahun, int nomor, bool *out);
/* People whose appraiser is outside the system, for who records their evaluation. */
MUST_CHECK enum err evaluation_list_luar(struct job *job, int tahun, int nomor,
					 struct evaluasi_ringkas **out, int *count);
/* Signed results of a person, newest first. */
MUST_CHECK enum err evaluation_list_of(struct job *job, const struct id *pegawai_id,
				       struct evaluasi_ringkas **out, int *count);
/* Units of a subtree ("" the actor's whole scope), each counted with everyone below it. */
MUST_CHECK enum err evaluation_recap(struct job *job, struct str jalur, int tahun, int nomor,
				     struct rekap_unit **out, int *count);
/* A unit, where its list of units goes on (none: at its beginning), and a period. */
struct rekap_span {
	const struct unit *unit;
	struct id after;
	int tahun, nomor;
};
/* That unit and a page of those right below it (UNIT_PAGE), each counted with everyone below it. */
MUST_CHECK enum err evaluation_recap_below(struct job *job, const struct rekap_span *span,
					   struct rekap_unit **out, int *count);
/* The period people work on now: the newest one that is open, else the newest of all. */
MUST_CHECK enum err evaluation_periode_now(struct job *job, int *tahun, int *nomor);
/* Periods of the last two years, newest first, for choosing one. */
MUST_CHECK enum err evaluation_periode_list(struct job *job, struct periode **out, int *count);

#endif
