/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of this room; called by its use cases only, after their access checks. */
#ifndef ABDI_EVALUATION_EVALUATION_STORE_H
#define ABDI_EVALUATION_EVALUATION_STORE_H
#include "evaluation/evaluation_record.h"

/* is_set false when nobody has said yet; the unit itself is not loaded here. */
MUST_CHECK enum err evaluation_store_capaian(struct job *job, const struct id *unit_id, int tahun,
					     int nomor, struct capaian_organisasi *out);
/* Unit whose achievement counts for people at jalur; none when nobody has said yet. */
MUST_CHECK enum err evaluation_store_capaian_unit(struct job *job, struct str jalur, int tahun,
						  int nomor, struct id *out);
MUST_CHECK enum err evaluation_store_capaian_all(struct job *job, int tahun, int nomor,
						 struct capaian_organisasi **out, int *count);
MUST_CHECK enum err evaluation_store_capaian_save(struct job *job,
						  const struct capaian_organisasi *capaian,
						  int tahun, int nomor);
/* How many people whose result rests, or would rest, on this unit's achievement have a decided
   evaluation. */
MUST_CHECK enum err evaluation_store_decided_below(struct job *job, const struct id *unit_id,
						   const struct periode *periode, int *out);

/* The agreed plan for a period, or that of the decided evaluation; ERR_NOT_FOUND without one. */
MUST_CHECK enum err evaluation_store_skp(struct job *job, const struct id *pegawai_id,
					 const struct periode *periode, struct id *out);
MUST_CHECK enum err evaluation_store_key(struct job *job, const struct id *evaluasi_id,
					 struct id *pegawai_id, int *tahun, int *nomor);
/* Fills what is stored; EVALUASI_BELUM when nothing is. penilai_id: who holds it. */
MUST_CHECK enum err evaluation_store_load(struct job *job, struct evaluasi *evaluasi,
					  struct id *penilai_id);
/* Over the rows of the plan, already laid out. */
MUST_CHECK enum err evaluation_store_load_rows(struct job *job, struct evaluasi *evaluasi);
/* Name of the decided period a report came too late for; empty when there is none. */
MUST_CHECK enum err evaluation_store_of_report(struct job *job, const struct id *laporan_id,
					       struct str *out);
/* The same of the one that counted with a report; empty when none did. */
MUST_CHECK enum err evaluation_store_with_report(struct job *job, const struct id *laporan_id,
						 struct str *out);
/* Makes the row when it is missing, then saves if the version is still the one loaded, else
   ERR_CONFLICT. */
MUST_CHECK enum err evaluation_store_save(struct job *job, struct evaluasi *evaluasi);

/* The evaluations of an appraiser's people in a period, those without one too. */
MUST_CHECK enum err evaluation_store_team(struct job *job, const struct id *penilai_id, int tahun,
					  int nomor, struct evaluasi_ringkas **out, int *count);
/* Those whose appraiser is outside the system. */
MUST_CHECK enum err evaluation_store_luar(struct job *job, int tahun, int nomor,
					  struct evaluasi_ringkas **out, int *count);
MUST_CHECK enum err evaluation_store_list_of(struct job *job, const struct id *pegawai_id,
					     struct evaluasi_ringkas **out, int *count);

/* Units strictly below scope (all when it is empty), after a path. */
struct capaian_span {
	struct str scope, after;
	int tahun, nomor;
};
/* At most CAPAIAN_PAGE + 1 rows. */
MUST_CHECK enum err evaluation_store_capaian_page(struct job *job, const struct capaian_span *span,
						  struct capaian_organisasi **out, int *count);
MUST_CHECK enum err evaluation_store_capaian_count(struct job *job, const struct capaian_span *span,
						   int *units, int *said);

/* Predikat of the people with an agreed plan below jalur, and how many are still to be rated; one
   is left out. */
MUST_CHECK enum err evaluation_store_spread(struct job *job, struct str jalur,
					    struct evaluasi *evaluasi);

/* How many of a unit got which predikat. */
struct recap_count {
	struct str jalur; /* of the unit the people belonged to */
	bool has_predikat;
	enum predikat predikat;
	int count;
};
MUST_CHECK enum err evaluation_store_recap(struct job *job, struct str jalur, int tahun, int nomor,
					   struct recap_count **out, int *count);

#endif
