/* SPDX-License-Identifier: Apache-2.0 */
/* Lists: the appraiser's people, a person's results, the unit recap with the distribution rule,
   periods to choose. */
#include "evaluation/evaluation_recap.h"

#include "evaluation/evaluation_load.h"
#include "evaluation/evaluation_store.h"
#include "generated/evaluation_sql.h"
#include "law/distribution.h"
#include "org/browse.h"

enum err evaluation_team(struct job *job, int tahun, int nomor, struct evaluasi_ringkas **out,
			 int *count)
{
	if (!access_may(job->actor, PERM_EVALUATION_DECIDE) || id_is_none(&job->actor->pegawai_id))
		return ERR_FORBIDDEN;
	return evaluation_store_team(job, &job->actor->pegawai_id, (int[2]){tahun, nomor}, out,
				     count);
}

enum err evaluation_next(struct job *job, const struct evaluasi *e, struct id *out)
{
	enum err err;

	if (!access_may(job->actor, PERM_EVALUATION_DECIDE) || id_is_none(&job->actor->pegawai_id))
		return ERR_FORBIDDEN;
	*out = (struct id){0};
	err = sql_evaluasi_next(job, &job->actor->pegawai_id, e->tahun, e->nomor,
				&e->pegawai->pegawai_id, out);
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err evaluation_list_luar(struct job *job, int tahun, int nomor, struct evaluasi_ringkas **out,
			      int *count)
{
	if (!access_may(job->actor, PERM_EVALUATION_RECORD))
		return ERR_FORBIDDEN;
	return evaluation_store_team(job, NULL, (int[2]){tahun, nomor}, out, count);
}

enum err evaluation_list_of(struct job *job, const struct id *pegawai_id,
			    struct evaluasi_ringkas **out, int *count)
{
	struct pegawai *pegawai;
	enum err err = pegawai_load(job, pegawai_id, &pegawai);

	if (err)
		return err;
	struct access_record record = {pegawai->pegawai_id, pegawai->penilai_id,
				       pegawai->unit_jalur};
	if (!access_allows(job->actor, PERM_EVALUATION_READ, &record))
		return ERR_FORBIDDEN;
	return sql_evaluasi_list_of(job, pegawai_id, out, count);
}

static struct rekap_unit *recap_find(struct rekap_unit *rows, int count, const struct id *unit_id)
{
	for (int i = 0; i < count; i++)
		if (id_equal(&rows[i].unit.unit_id, unit_id))
			return &rows[i];
	return NULL;
}

/* Adds a unit's direct count to itself and to every unit above it in the list; a unit that has
   ended is not listed, but its people still count above it. */
static void recap_add(struct rekap_unit *rows, int count, const struct recap_count *direct)
{
	for (int i = 0; i < count; i++) {
		struct str above = rows[i].unit.jalur;
		if (!str_equal(str_slice(direct->jalur, 0, above.len), above))
			continue;
		rows[i].pegawai += direct->count;
		if (direct->has_predikat) {
			rows[i].dinilai += direct->count;
			rows[i].jumlah[direct->predikat] += direct->count;
		}
	}
}

enum err evaluation_team_has_capaian(struct job *job, int tahun, int nomor, bool *out)
{
	struct capaian_organisasi said;
	enum err err = sql_capaian_nearest(job, &job->actor->unit_id, tahun, nomor, &said);

	*out = !err;
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static int depth_of(struct str jalur)
{
	int marks = 0;
	for (size_t i = 0; i < jalur.len; i++)
		marks += jalur.at[i] == '/';
	return marks;
}

static void recap_warn(struct job *job, const struct law_values *law, struct rekap_unit *row)
{
	struct distribution spread = {0};
	struct problems warnings;

	if (!row->has_capaian || row->dinilai == 0 || row->dinilai * 2 < row->pegawai)
		return; /* a pattern of the first few says nothing yet [D] */
	for (int i = 0; i < PREDIKAT_COUNT; i++)
		spread.of[i] = row->jumlah[i];
	problems_init(&warnings, job->mem);
	distribution_check(law, row->capaian, &spread, &warnings);
	row->peringatan = arena_array(job->mem, struct str, warnings.count + 1);
	row->is_saran = distribution_is_advice(law, &spread);
	for (int i = 0; i < warnings.count; i++)
		row->peringatan[row->peringatan_count++] = warnings.at[i].sentence;
}

/* The limits of the pattern in force on the period's last day. */
static enum err recap_law(struct job *job, int tahun, int nomor, struct law_values *out)
{
	struct periode periode;
	enum err err = evaluation_periode(job, tahun, nomor, &periode);

	if (err && err != ERR_NOT_FOUND)
		return err;
	return setelan_values_load(job, err ? job->today : periode.selesai, out);
}

static enum err recap_capaian(struct job *job, int tahun, int nomor, struct rekap_unit *rows,
			      int count)
{
	struct capaian_organisasi *said;
	int said_count = 0;
	enum err err = sql_capaian_list(job, tahun, nomor, &said, &said_count);

	for (int i = 0; !err && i < said_count; i++) {
		struct rekap_unit *row = recap_find(rows, count, &said[i].unit.unit_id);
		if (row) {
			row->has_capaian = said[i].is_set;
			row->capaian = said[i].predikat;
		}
	}
	return err;
}

static enum err recap_counts(struct job *job, struct str jalur, int tahun, int nomor,
			     struct rekap_unit *rows, int row_count)
{
	struct recap_count *counts;
	int count = 0;
	enum err err = sql_evaluasi_recap(job, jalur, tahun, nomor, &counts, &count);

	for (int i = 0; !err && i < count; i++)
		recap_add(rows, row_count, &counts[i]);
	return err;
}

/* Each of these units counted with everyone below it; all lie at jalur or below. */
static enum err recap_rows(struct job *job, struct str jalur, const int periode[2],
			   struct rekap_unit *rows, int count)
{
	struct law_values law;
	enum err err;

	if ((err = recap_capaian(job, periode[0], periode[1], rows, count)) ||
	    (err = recap_counts(job, jalur, periode[0], periode[1], rows, count)) ||
	    (err = recap_law(job, periode[0], periode[1], &law)))
		return err;
	for (int i = 0; i < count; i++)
		recap_warn(job, &law, &rows[i]);
	return ERR_OK;
}

static bool may_recap(const struct actor *actor, struct str jalur)
{
	struct str scope = access_scope_jalur(actor, PERM_EVALUATION_RECAP);

	return access_may(actor, PERM_EVALUATION_RECAP) &&
	       str_equal(str_slice(jalur, 0, scope.len), scope);
}

enum err evaluation_recap(struct job *job, struct str jalur, int tahun, int nomor,
			  struct rekap_unit **out, int *count)
{
	struct unit *units;
	enum err err;

	if (jalur.len == 0)
		jalur = access_scope_jalur(job->actor, PERM_EVALUATION_RECAP);
	if (!may_recap(job->actor, jalur))
		return ERR_FORBIDDEN;
	if ((err = unit_list(job, jalur, &units, count)))
		return err;
	struct rekap_unit *rows = arena_array(job->mem, struct rekap_unit, *count + 1);
	for (int i = 0; i < *count; i++) {
		rows[i].unit = units[i];
		rows[i].depth = depth_of(units[i].jalur) - depth_of(units[0].jalur);
	}
	*out = rows;
	return recap_rows(job, jalur, (int[2]){tahun, nomor}, rows, *count);
}

enum err evaluation_recap_below(struct job *job, const struct rekap_span *span,
				struct rekap_unit **out, int *count)
{
	struct unit *below;
	enum err err;

	if (!may_recap(job->actor, span->unit->jalur))
		return ERR_FORBIDDEN;
	if ((err = unit_list_below(job, span->unit, &span->after, &below, count)))
		return err;
	struct rekap_unit *rows = arena_array(job->mem, struct rekap_unit, *count + 1);
	rows[0].unit = *span->unit;
	for (int i = 0; i < *count; i++)
		rows[i + 1] = (struct rekap_unit){.unit = below[i], .depth = 1};
	*out = rows;
	(*count)++;
	return recap_rows(job, span->unit->jalur, (int[2]){span->tahun, span->nomor}, rows, *count);
}

enum err evaluation_periode_list(struct job *job, struct periode **out, int *count)
{
	*out = NULL;
	*count = 0;
	for (int tahun = job->today.year; tahun > job->today.year - 2; tahun--) {
		struct tahun_kinerja *year;
		enum err err = tahun_load(job, tahun, &year);
		if (err == ERR_NOT_FOUND)
			continue;
		if (err)
			return err;
		struct periode *more =
			arena_array(job->mem, struct periode, *count + year->periode_count + 1);
		for (int i = 0; i < *count; i++)
			more[i] = (*out)[i];
		for (int i = year->periode_count - 1; i >= 0; i--)
			if (!str_is(year->periode[i].status, "belum_dibuka"))
				more[(*count)++] = year->periode[i];
		*out = more;
	}
	return ERR_OK;
}

enum err evaluation_periode_now(struct job *job, int *tahun, int *nomor)
{
	struct periode *list;
	int count = 0;
	enum err err = evaluation_periode_list(job, &list, &count);

	if (err)
		return err;
	if (count == 0)
		return ERR_NOT_FOUND;
	int best = 0;
	for (int i = 0; i < count; i++) {
		bool is_open = str_is(list[i].status, "pengisian"),
		     best_open = str_is(list[best].status, "pengisian");
		bool is_later =
			date_compare(list[i].mulai, list[best].mulai) > 0 && list[i].nomor != 0;
		if ((is_open && !best_open) || (is_open == best_open && is_later))
			best = i;
	}
	*tahun = list[best].tahun;
	*nomor = list[best].nomor;
	return ERR_OK;
}
