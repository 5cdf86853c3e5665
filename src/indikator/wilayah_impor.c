/* SPDX-License-Identifier: Apache-2.0 */
/* Areas from a file: every line is judged as if it were typed, and all are kept or none. */
#include "base/say.h"
#include "form/field.h"
#include "indikator/wilayah.h"
#include "law/access.h"

/* A fault of a line says which line, and stands at the file. */
static void move_faults(struct job *job, struct problems *own, int baris)
{
	for (int i = 0; i < own->count; i++)
		problem_add(job->faults, STR("berkas"), own->at[i].rule.at,
			    say_format(job->mem, "Baris %d: %.*s", baris,
				       STR_ARG(own->at[i].sentence)));
}

static bool read_day(struct problems *own, struct str text, const char *field, struct date *out)
{
	if (text.len == 0 || date_parse(plain_date(own->mem, text), out))
		return true;
	problem_add(own, str_from(field), "form.date",
		    say_format(own->mem, "tanggal %.*s tidak terbaca; tulis misalnya 2026-01-31.",
			       STR_ARG(text)));
	return false;
}

static struct str jenis_of(struct arena *mem, struct str text)
{
	struct str low = str_lower(mem, text);

	if (str_is(low, "distrik"))
		return STR("kecamatan");
	return str_is(low, "desa") || str_is(low, "kampung") ? STR("kelurahan") : low;
}

static enum err fill(struct job *job, const struct wilayah_baris *row, struct wilayah *out)
{
	struct wilayah induk = {.version = 0};
	enum err err = wilayah_by_kode(job, row->kode, out);

	if (err && err != ERR_NOT_FOUND)
		return err;
	if (err)
		*out = (struct wilayah){.kode = row->kode, .sejak = job->today};
	if (row->nama.len)
		out->nama = row->nama;
	if (row->jenis.len)
		out->jenis = jenis_of(job->mem, row->jenis);
	if (!read_day(job->faults, row->sejak, "sejak", &out->sejak))
		return ERR_INVALID;
	if (!read_day(job->faults, row->sampai, "sampai", &out->sampai))
		return ERR_INVALID;
	if (row->induk.len == 0)
		return ERR_OK;
	err = wilayah_by_kode(job, row->induk, &induk);
	if (err == ERR_NOT_FOUND)
		problem_add(job->faults, STR("induk_id"), "wilayah.induk_unknown",
			    say_format(job->mem,
				       "kecamatan berkode %.*s tidak ada; tulis barisnya lebih "
				       "dahulu.",
				       STR_ARG(row->induk)));
	out->induk_id = induk.wilayah_id;
	return err == ERR_NOT_FOUND ? ERR_INVALID : err;
}

static bool is_same(const struct wilayah *a, const struct wilayah *b)
{
	return str_equal(a->nama, b->nama) && str_equal(a->jenis, b->jenis) &&
	       id_equal(&a->induk_id, &b->induk_id) && date_compare(a->sejak, b->sejak) == 0 &&
	       date_compare(a->sampai, b->sampai) == 0;
}

static enum err take(struct job *job, const struct wilayah_baris *row, struct wilayah_impor *out)
{
	struct wilayah w, before = {.version = 0};
	enum err err = fill(job, row, &w);

	if (err)
		return err;
	if (!id_is_none(&w.wilayah_id) && (err = wilayah_load(job, &w.wilayah_id, &before)))
		return err;
	if (!id_is_none(&w.wilayah_id) && is_same(&w, &before)) {
		out->sama++;
		return ERR_OK;
	}
	if (id_is_none(&w.wilayah_id))
		out->baru++;
	else
		out->berubah++;
	return wilayah_save(job, &w);
}

enum err wilayah_import(struct job *job, const struct wilayah_baris *rows, int count,
			struct wilayah_impor *out)
{
	struct problems *all = job->faults;
	enum err err = ERR_OK;

	*out = (struct wilayah_impor){0};
	if (!access_reaches_all(job->actor, PERM_WILAYAH_MANAGE))
		return ERR_FORBIDDEN;
	for (int i = 0; i < count; i++) {
		struct problems own;

		problems_init(&own, job->mem);
		job->faults = &own;
		err = take(job, &rows[i], out);
		job->faults = all;
		move_faults(job, &own, rows[i].baris);
		if (err && err != ERR_INVALID)
			return err;
	}
	return problems_any(all) ? ERR_INVALID : ERR_OK;
}
