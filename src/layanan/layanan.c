/* SPDX-License-Identifier: Apache-2.0 */
/* Reading the catalogue, and changing a service itself. */
#include "layanan/layanan.h"

#include "audit/audit.h"
#include "base/fold.h"
#include "db/query.h"
#include "form/form.h"
#include "generated/layanan_sql.h"
#include "law/access.h"
#include "layanan/layanan_change.h"
#include "layanan/layanan_form.h"
#include "layanan/layanan_own.h"
#include "org/org.h"

#define JABATAN_SHOWN 80

static const struct {
	const char *key, *label, *icon;
} kelompok[] = {
#define KELOMPOK(key, label, icon) {key, label, icon},
#include "layanan/kelompok.def"
#undef KELOMPOK
};

static void say_group(struct layanan *l)
{
	for (size_t i = 0; i < sizeof kelompok / sizeof *kelompok; i++) {
		if (!str_is(l->kelompok, kelompok[i].key))
			continue;
		l->kelompok_label = str_from(kelompok[i].label);
		l->ikon = str_from(kelompok[i].icon);
	}
}

enum err layanan_by_slug(struct job *job, struct str slug, struct layanan *out)
{
	enum err err = sql_layanan_by_slug(job, slug, job->today, out);

	if (!err)
		say_group(out);
	return err;
}

enum err layanan_load(struct job *job, const struct id *layanan_id, struct layanan *out)
{
	enum err err = sql_layanan_by_id(job, layanan_id, job->today, out);

	if (!err)
		say_group(out);
	return err;
}

enum err layanan_list(struct job *job, const struct layanan_cari *which, struct layanan **out,
		      int *count)
{
	enum err err = sql_layanan_page(job, query_pattern(job->mem, which->cari), which->jalur,
					which->is_aktif_only, which->sesudah, job->today,
					which->most, out, count);

	for (int i = 0; !err && i < *count; i++)
		say_group(&(*out)[i]);
	return err;
}

enum err layanan_open(struct job *job, const struct id *layanan_id, enum permission permission,
		      struct layanan *out)
{
	enum err err = layanan_load(job, layanan_id, out);

	if (err)
		return err;
	return access_allows(job->actor, permission,
			     &(struct access_record){.unit_jalur = out->unit_jalur})
		       ? ERR_OK
		       : ERR_FORBIDDEN;
}

/* "Akta Kelahiran (baru)" -> "akta-kelahiran-baru" */
static struct str slug_of(struct arena *mem, struct str nama)
{
	struct fold fold;
	struct buf out;

	fold_words(mem, nama, &fold);
	buf_init(&out, mem);
	for (int i = 0; i < fold.count; i++) {
		if (i > 0)
			buf_add_char(&out, '-');
		buf_add(&out, fold.word[i]);
	}
	return str_slice(buf_str(&out), 0, LAYANAN_SLUG_MAX);
}

static bool is_slug(struct str slug)
{
	for (size_t i = 0; i < slug.len; i++) {
		char c = slug.at[i];
		bool is_dash = c == '-' && i > 0 && i + 1 < slug.len;
		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && !is_dash)
			return false;
	}
	return slug.len > 0;
}

static enum err check(struct job *job, struct layanan *typed)
{
	bool is_taken = false;
	enum err err;

	form_check(&layanan_form, typed, job->faults);
	if (typed->slug.len == 0)
		typed->slug = slug_of(job->mem, typed->nama);
	if (typed->nama.len > 0 && !is_slug(typed->slug))
		problem_add(job->faults, STR("slug"), "layanan.slug",
			    STR("Pakai huruf kecil, angka, dan tanda hubung, misalnya "
				"akta-kelahiran."));
	if ((err = sql_layanan_slug_taken(job, typed->slug, &typed->layanan_id, &is_taken)))
		return err;
	if (is_taken)
		problem_add(job->faults, STR("slug"), "layanan.taken",
			    STR("Alamat ini sudah dipakai layanan lain. Tambahkan nama unitnya."));
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

static struct str canonical(struct arena *mem, const struct layanan *l)
{
	return form_canonical(mem, &layanan_form, l);
}

static enum err add(struct job *job, struct layanan *typed)
{
	struct unit *unit;
	enum err err = unit_load(job, &typed->unit_id, &unit);

	if (err)
		return err;
	if (!access_allows(job->actor, PERM_LAYANAN_EDIT,
			   &(struct access_record){.unit_jalur = unit->jalur}))
		return ERR_FORBIDDEN;
	if ((err = check(job, typed)))
		return err;
	typed->layanan_id = id_make();
	if ((err = sql_layanan_insert(job, typed)))
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "layanan.add",
						    .object = typed->layanan_id,
						    .after = canonical(job->mem, typed)});
}

enum err layanan_save(struct job *job, struct layanan *typed)
{
	struct layanan before;
	enum err err;

	if (id_is_none(&typed->layanan_id))
		return id_is_none(&typed->unit_id) ? ERR_NOT_FOUND : add(job, typed);
	if ((err = layanan_open(job, &typed->layanan_id, PERM_LAYANAN_EDIT, &before)))
		return err;
	if (typed->version != before.version)
		return ERR_CONFLICT;
	typed->unit_id = before.unit_id;
	if ((err = check(job, typed)) || (err = sql_layanan_update(job, typed)))
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "layanan.save",
						    .object = typed->layanan_id,
						    .before = canonical(job->mem, &before),
						    .after = canonical(job->mem, typed)});
}

enum err layanan_jabatan_list(struct job *job, const struct id *layanan_id,
			      struct layanan_jabatan **out, int *count)
{
	struct layanan l;
	enum err err = layanan_load(job, layanan_id, &l);

	return err ? err
		   : sql_layanan_jabatan_rows(job, layanan_id, l.unit_jalur, JABATAN_SHOWN, out,
					      count);
}

static bool is_among(const struct layanan_jabatan *posts, int count, const struct id *id)
{
	for (int i = 0; i < count; i++)
		if (id_equal(&posts[i].jabatan_id, id))
			return true;
	return false;
}

enum err layanan_set_pelaksana(struct job *job, const struct id *layanan_id,
			       const struct id *jabatan_ids, int count)
{
	struct layanan_jabatan *posts;
	struct layanan l;
	int post_count = 0;
	enum err err;

	if ((err = layanan_open(job, layanan_id, PERM_LAYANAN_EDIT, &l)) ||
	    (err = layanan_jabatan_list(job, layanan_id, &posts, &post_count)))
		return err;
	for (int i = 0; i < count; i++)
		if (!is_among(posts, post_count, &jabatan_ids[i]))
			problem_add(job->faults, STR("jabatan"), "layanan.post",
				    STR("Pilih jabatan dari unit yang melayani."));
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = sql_pelaksana_clear(job, layanan_id)))
		return err;
	for (int i = 0; i < count && !err; i++)
		err = sql_pelaksana_insert(job, layanan_id, &jabatan_ids[i]);
	return err ? err
		   : audit_add(job, &(struct audit_entry){
					    .deed = "layanan.pelaksana",
					    .object = *layanan_id,
					    .after = str_format(job->mem, "%d jabatan", count)});
}

enum err maklumat_load(struct job *job, const struct id *unit_id, struct maklumat *out)
{
	enum err err = sql_maklumat_newest(job, unit_id, out);

	if (err == ERR_NOT_FOUND)
		*out = (struct maklumat){.unit_id = *unit_id};
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err maklumat_sign(struct job *job, const struct maklumat *typed)
{
	struct maklumat m = *typed;
	struct unit *unit;
	enum err err = unit_load(job, &typed->unit_id, &unit);

	if (err)
		return err;
	if (!access_allows(job->actor, PERM_LAYANAN_DECIDE,
			   &(struct access_record){.unit_jalur = unit->jalur}))
		return ERR_FORBIDDEN;
	form_check(&maklumat_form, typed, job->faults);
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = sql_maklumat_count(job, &m.unit_id, &m.nomor)))
		return err;
	m.nomor++;
	m.nama = job->actor->nama;
	m.jabatan = job->actor->jabatan;
	m.tanggal = job->today;
	if ((err = sql_maklumat_insert(job, &m, &job->actor->akun_id)))
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "maklumat.sign",
						    .object = m.unit_id,
						    .after = m.isi});
}
