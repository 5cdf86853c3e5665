/* SPDX-License-Identifier: Apache-2.0 */
/* Values put together: of a span, month by month, area by area. */
#include "base/say.h"
#include "db/query.h"
#include "form/form.h"
#include "generated/indikator_sql.h"
#include "indikator/nilai.h"
#include "law/access.h"
#include "org/org.h"

/* Whose values count, by the definition. */
static struct str jalur_of(const struct indikator *k, const struct indikator_tanya *tanya)
{
	if (id_is_none(&tanya->pegawai_id))
		return tanya->unit_jalur;
	return str_is(k->atribusi, "tim") ? tanya->unit_jalur : k->unit_jalur;
}

static enum err months(struct job *job, const struct indikator *k,
		       const struct indikator_tanya *tanya, struct indikator_bulan **out,
		       int *count)
{
	struct id none = {{0}};

	return sql_nilai_months(job, &tanya->indikator_id, tanya->dari, tanya->sampai,
				jalur_of(k, tanya), k->is_wilayah ? &tanya->wilayah_id : &none,
				str_is(k->atribusi, "pegawai") ? &tanya->pegawai_id : &none, out,
				count);
}

/* Leaves out the months that an older definition counted as something else. */
static int keep_alike(const struct indikator *versi, int versi_count, const struct indikator *k,
		      struct indikator_bulan *bulan, int *count)
{
	int kept = 0, all = *count;

	for (int i = 0; i < all; i++) {
		const struct indikator *then =
			indikator_of_month(versi, versi_count, bulan[i].bulan);

		if (then && indikator_is_alike(&then->rumus, &k->rumus))
			bulan[kept++] = bulan[i];
	}
	*count = kept;
	return all - kept;
}

enum err indikator_value(struct job *job, const struct indikator_tanya *tanya,
			 struct indikator_angka *out)
{
	struct indikator_bulan *bulan;
	struct indikator *versi;
	int versi_count = 0, count = 0;
	enum err err = sql_indikator_all(job, &tanya->indikator_id, &versi, &versi_count);

	*out = (struct indikator_angka){.terputus = 0};
	if (err)
		return err;
	const struct indikator *k = indikator_of_month(versi, versi_count, tanya->sampai);
	if (!k)
		return ERR_NOT_FOUND;
	out->definisi = *k;
	out->versi = versi;
	out->versi_count = versi_count;
	if ((err = months(job, k, tanya, &bulan, &count)))
		return err;
	out->terputus = keep_alike(versi, versi_count, k, bulan, &count);
	indikator_hitung(rumus_gabung(&k->rumus), satuan_is_persen(k->rumus.satuan), bulan, count,
			 &out->hasil);
	err = sql_nilai_source(job, &tanya->indikator_id, tanya->dari, tanya->sampai, &out->sumber);
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err indikator_months(struct job *job, const struct indikator_tanya *tanya,
			  struct indikator_bulan **out, int *count)
{
	struct indikator *versi;
	int versi_count = 0;
	enum err err = sql_indikator_all(job, &tanya->indikator_id, &versi, &versi_count);

	*count = 0;
	if (err)
		return err;
	const struct indikator *k = indikator_of_month(versi, versi_count, tanya->sampai);
	return k ? months(job, k, tanya, out, count) : ERR_OK;
}

enum err indikator_by_area(struct job *job, const struct indikator_tanya *tanya,
			   const struct indikator *k, struct indikator_bagian **out, int *count)
{
	enum indikator_gabung gabung = rumus_gabung(&k->rumus);
	struct id none = {{0}};
	enum err err;

	*count = 0;
	if (!k->is_wilayah)
		return ERR_OK;
	err = sql_nilai_areas(job, &tanya->indikator_id,
			      gabung == GABUNG_AKHIR ? tanya->sampai : tanya->dari, tanya->sampai,
			      jalur_of(k, tanya), &tanya->wilayah_id, &none, out, count);
	for (int i = 0; i < *count && !err; i++) {
		struct indikator_bagian *part = &(*out)[i];

		indikator_hitung(gabung, satuan_is_persen(k->rumus.satuan), &part->jumlah, 1,
				 &part->hasil);
		part->angka = indikator_angka_text(job->mem, k, &part->hasil);
		part->rincian = indikator_rincian(job->mem, k, &part->hasil);
	}
	return err;
}

struct str indikator_measure_text(struct arena *mem, const struct indikator *k)
{
	if (k->is_henti)
		return SAY(mem, "indikator ini berhenti");
	if (!k->has_target)
		return k->rumus.satuan;
	return say_format(mem, "%.*s, target %s%.*s", STR_ARG(k->rumus.satuan),
			  str_is(k->rumus.arah, "lower_better") ? "≤ " : "",
			  STR_ARG(say_hundredths(mem, k->target)));
}

struct str indikator_angka_text(struct arena *mem, const struct indikator *k,
				const struct indikator_hasil *hasil)
{
	if (!hasil->is_set)
		return SAY(mem, "belum ada");
	return str_format(mem, "%.*s %.*s", STR_ARG(say_hundredths(mem, hasil->nilai)),
			  STR_ARG(k->rumus.satuan));
}

struct str indikator_rincian(struct arena *mem, const struct indikator *k,
			     const struct indikator_hasil *hasil)
{
	if (!hasil->is_set || !str_is(k->rumus.gabung, "bagian"))
		return STR_NONE;
	return say_format(
		mem, "%.*s %.*s dari %.*s %.*s", STR_ARG(say_hundredths(mem, hasil->pembilang)),
		STR_ARG(k->rumus.pembilang), STR_ARG(say_hundredths(mem, hasil->penyebut)),
		STR_ARG(k->rumus.penyebut));
}

bool nilai_may_read(const struct job *job, const struct indikator *versi, int count)
{
	for (int i = 0; i < count; i++)
		if (str_is(versi[i].atribusi, "pegawai"))
			return access_allows(
				job->actor, PERM_INDIKATOR_READ,
				&(struct access_record){.unit_jalur = versi[i].unit_jalur});
	return access_may(job->actor, PERM_INDIKATOR_READ);
}

enum err nilai_list(struct job *job, const struct id *indikator_id,
		    const struct nilai_daftar *which, const struct records_ask *ask,
		    struct records_page *out)
{
	struct indikator *versi;
	struct nilai *rows = NULL;
	struct id after = {{0}};
	int count = 0;
	enum err err = indikator_versions(job, indikator_id, &versi, &count);

	*out = (struct records_page){.count = 0};
	if (err)
		return err;
	if (!nilai_may_read(job, versi, count))
		return ERR_FORBIDDEN;
	if (ask->after.len > 0 && !id_parse(ask->after, &after))
		return ERR_NOT_FOUND;
	err = sql_nilai_page(job, indikator_id, which->dari,
			     which->sampai > 0 ? which->sampai : bulan_of(INDIKATOR_TAHUN_LAST, 12),
			     &after, ask->limit + 1, &rows, &out->count);
	out->rows = rows;
	if (!err && out->count > ask->limit)
		out->last = id_str(job->mem, &rows[(out->count = ask->limit) - 1].nilai_id);
	return err;
}

enum err nilai_history(struct job *job, const struct id *nilai_id, struct nilai **out, int *count)
{
	return sql_nilai_old_rows(job, nilai_id, out, count);
}
