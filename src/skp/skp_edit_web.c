/* SPDX-License-Identifier: Apache-2.0 */
/* The draft's forms: one topic a page, each with the version it was made from. */
#include "skp/skp_edit_web.h"

#include "generated/routes.h"
#include "generated/skp_templates.h"
#include "skp/skp_conflict_web.h"

static struct str field_at(struct request *req, const char *name, int n)
{
	struct str value;

	return request_field_at(req, name, n, &value) ? str_trim(value) : STR_NONE;
}

static bool is_blank(const struct iki_row *row)
{
	return row->uraian.len == 0 && row->target.len == 0 && row->target_min.len == 0 &&
	       row->satuan.len == 0;
}

void rhk_form_read(struct request *req, const struct skp *skp, struct rhk_form *out)
{
	struct str uraian;

	*out = (struct rhk_form){.mem = request_mem(req), .skp = skp};
	out->rhk_id = request_field(req, "rhk_id");
	out->jenis = request_field(req, "jenis");
	out->kelas = request_field(req, "kelas");
	out->uraian = str_trim(request_field(req, "uraian"));
	out->perspektif = skp_is_jpt(skp) ? request_field(req, "perspektif") : STR_NONE;
	out->sumber = request_field(req, "sumber");
	for (int i = 0; i < SKP_IKI_MAX && request_field_at(req, "iki_uraian", i, &uraian); i++) {
		struct iki_row row = {
			.n = str_format(out->mem, "%d", out->iki_count),
			.aspek = skp_is_jpt(skp) ? STR_NONE : field_at(req, "iki_aspek", i),
			.uraian = str_trim(uraian),
			.target = field_at(req, "iki_target", i),
			.target_min = field_at(req, "iki_target_min", i),
			.satuan = field_at(req, "iki_satuan", i),
			.arah = field_at(req, "iki_arah", i),
		};

		if (!is_blank(&row))
			out->iki[out->iki_count++] = row;
	}
}

static int64_t parse_number(const struct rhk_form *form, const char *field, int n, struct str text,
			    bool *is_given, struct problems *faults)
{
	int64_t value = 0;

	*is_given = text.len > 0 && str_parse_hundredths(text, &value);
	if (text.len > 0 && !*is_given)
		problem_add(faults, str_format(form->mem, "%s.%d", field, n),
			    "skp.number_malformed",
			    str_format(form->mem,
				       "Indikator %d: tulis angka dengan paling banyak dua "
				       "desimal, misalnya 12,5.",
				       n + 1));
	return value;
}

static struct iki parse_row(const struct rhk_form *form, int n, struct problems *faults)
{
	const struct iki_row *row = &form->iki[n];
	struct iki iki = {.aspek = row->aspek,
			  .uraian = row->uraian,
			  .satuan = row->satuan,
			  .arah = row->arah};
	bool has_min;

	if (!skp_is_kuantitatif(form->skp)) { /* qualitative: the words tell when it is done */
		iki.arah = STR("higher_better");
		iki.satuan = STR_NONE;
		return iki;
	}
	iki.target = parse_number(form, "iki_target", n, row->target, &iki.has_target, faults);
	if (!str_is(iki.arah, "range"))
		return iki;
	iki.target_min = parse_number(form, "iki_target_min", n, row->target_min, &has_min, faults);
	if (row->target_min.len == 0)
		problem_add(faults, str_format(form->mem, "iki_target_min.%d", n),
			    "skp.target_min_missing",
			    str_format(form->mem, "Indikator %d: tulis batas bawah target ini.",
				       n + 1));
	return iki;
}

static bool is_source(const struct skp_source *list, int count, const struct id *id)
{
	for (int i = 0; i < count; i++)
		if (id_equal(&list[i].id, id))
			return true;
	return false;
}

void rhk_form_parse(const struct rhk_form *form, struct problems *faults, struct rhk *out)
{
	struct id sumber;

	*out = (struct rhk){.jenis = form->jenis,
			    .kelas = form->kelas,
			    .uraian = form->uraian,
			    .perspektif = form->perspektif};
	if (form->rhk_id.len > 0 && !id_parse(form->rhk_id, &out->rhk_id))
		problem_add(faults, STR("uraian"), "skp.rhk_malformed",
			    STR("Buka lagi hasil kerja ini dari SKP Anda."));
	if (form->sumber.len > 0 && str_is(form->jenis, "utama")) {
		if (!id_parse(form->sumber, &sumber))
			problem_add(faults, STR("sumber"), "skp.sumber_foreign",
				    STR("Pilih salah satu dari daftar."));
		else if (is_source(form->sources.pimpinan, form->sources.pimpinan_count, &sumber))
			out->rhk_pimpinan_id = sumber;
		else
			out->hasil_unit_id = sumber;
	}
	out->iki = arena_array(form->mem, struct iki, SKP_IKI_MAX);
	for (int i = 0; i < form->iki_count; i++)
		out->iki[out->iki_count++] = parse_row(form, i, faults);
}

static void show_rhk(struct request *req, struct response *res, struct rhk_form *form, int status)
{
	struct shell shell;

	if (form->iki_count == 0)
		rhk_form_add_row(form, STR("kuantitas"));
	skp_web_shell(req, "/skp", conflict_title(form->conflict, form->mem, STR("Hasil kerja")),
		      &shell);
	html_skp_rhk(respond_html(res, status), &shell, form, request_job(req)->faults);
}

static const struct rhk *rhk_named(const struct skp *skp, struct str text)
{
	struct id id;

	if (!id_parse(text, &id))
		return NULL;
	for (int i = 0; i < skp->rhk_count; i++)
		if (id_equal(&skp->rhk[i].rhk_id, &id))
			return &skp->rhk[i];
	return NULL;
}

/* GET /skp/:skp_id/rhk: ?rhk=<id> changes one, ?jenis=tambahan begins another kind. */
enum err skp_rhk_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct str named = request_query(req, "rhk");
	const struct rhk *rhk = NULL;
	struct rhk_form form;
	struct skp *skp;
	enum err err;

	if ((err = skp_web_load_draft(req, &skp)))
		return err;
	if (named.len > 0 && !(rhk = rhk_named(skp, named)))
		return ERR_NOT_FOUND;
	rhk_form_make(job->mem, skp, rhk, &form);
	if (!rhk && str_is(request_query(req, "jenis"), "tambahan"))
		form.jenis = STR("tambahan");
	if ((err = skp_list_sources(job, skp, &form.sources)))
		return err;
	show_rhk(req, res, &form, 200);
	return ERR_OK;
}

enum err skp_rhk_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct rhk_form form;
	struct rhk rhk;
	struct skp *skp;
	enum err err;

	if ((err = skp_web_load_own(req, &skp)))
		return err;
	rhk_form_read(req, skp, &form);
	if ((err = skp_list_sources(job, skp, &form.sources)))
		return err;
	if (str_is(request_field(req, "aksi"),
		   "baris")) { /* works without script: the same form with one more row */
		rhk_form_add_row(&form, STR("kuantitas"));
		show_rhk(req, res, &form, 200);
		return ERR_OK;
	}
	rhk_form_parse(&form, job->faults, &rhk);
	err = skp_save_rhk(job, &skp->skp_id, skp_web_version(req), &rhk);
	if (err == ERR_INVALID)
		show_rhk(req, res, &form, 422);
	if (err == ERR_CONFLICT) {
		skp_conflict_rhk(&form);
		show_rhk(req, res, &form, 409);
	}
	if (err)
		return err;
	respond_note(res, STR("Hasil kerja tersimpan."));
	return respond_see_other(res, skp_url(job->mem, skp, ""));
}

static void show_remove(struct request *req, struct response *res, const struct skp *skp,
			const struct rhk *rhk, int status)
{
	struct skp_view view;
	struct shell shell;

	skp_view_make(request_job(req), skp, &view);
	if (status == 409)
		view.conflict = skp_conflict_plain(
			view.mem, skp, "",
			STR("SKP ini sudah diubah dari tempat lain sejak Anda membuka halaman ini. "
			    "Beginilah hasil kerja itu sekarang."));
	skp_web_shell(req, "/skp",
		      conflict_title(view.conflict, view.mem, STR("Hapus hasil kerja")), &shell);
	html_skp_remove(respond_html(res, status), &shell, &view, rhk);
}

enum err skp_remove_rhk_page(struct request *req, struct response *res)
{
	const struct rhk *rhk;
	struct skp *skp;
	enum err err = skp_web_load_draft(req, &skp);

	if (err)
		return err;
	rhk = rhk_named(skp, request_param(req, "rhk_id"));
	if (!rhk)
		return ERR_NOT_FOUND;
	show_remove(req, res, skp, rhk, 200);
	return ERR_OK;
}

enum err skp_remove_rhk_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	const struct rhk *rhk;
	struct skp *skp;
	enum err err = skp_web_load_own(req, &skp);

	if (err)
		return err;
	rhk = rhk_named(skp, request_param(req, "rhk_id"));
	if (!rhk) { /* removed from another tab: what was asked for has happened */
		respond_note(res, STR("Hasil kerja itu sudah dihapus sebelumnya."));
		return respond_see_other(res, skp_url(job->mem, skp, ""));
	}
	err = skp_remove_rhk(job, &skp->skp_id, skp_web_version(req), &rhk->rhk_id);
	if (err == ERR_CONFLICT)
		show_remove(req, res, skp, rhk, 409);
	if (err)
		return err;
	respond_note(res, STR("Hasil kerja dihapus dari draf."));
	return respond_see_other(res, skp_url(job->mem, skp, ""));
}

static void show_perilaku(struct request *req, struct response *res, const struct skp *skp,
			  const struct conflict *conflict)
{
	struct problems *faults = request_job(req)->faults;
	int status = conflict ? 409 : problems_any(faults) ? 422 : 200;
	struct shell shell;

	skp_web_shell(req, "/skp",
		      conflict_title(conflict, request_mem(req), STR("Perilaku kerja")), &shell);
	html_skp_perilaku(respond_html(res, status), &shell, skp, faults, conflict);
}

/* What was typed stays on the page, beside what is stored when that was saved from elsewhere. */
static void show_typed_perilaku(struct request *req, struct response *res, struct skp *skp,
				const struct skp_perilaku *typed, struct conflict *conflict)
{
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		if (berakhlak_index(typed[i].nilai) >= 0)
			skp->perilaku[berakhlak_index(typed[i].nilai)].ekspektasi =
				typed[i].ekspektasi;
	show_perilaku(req, res, skp, conflict);
}

enum err skp_perilaku_page(struct request *req, struct response *res)
{
	struct skp *skp;
	enum err err = skp_web_load_draft(req, &skp);

	if (err)
		return err;
	show_perilaku(req, res, skp, NULL);
	return ERR_OK;
}

enum err skp_perilaku_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct skp_perilaku perilaku[BERAKHLAK_COUNT] = {0};
	struct str nilai;
	struct skp *skp;
	int count = 0;
	enum err err = skp_web_load_own(req, &skp);

	if (err)
		return err;
	for (int i = 0; i < BERAKHLAK_COUNT && request_field_at(req, "nilai", i, &nilai); i++)
		perilaku[count++] = (struct skp_perilaku){
			.nilai = nilai, .ekspektasi = field_at(req, "ekspektasi", i)};
	err = skp_save_perilaku(job, &skp->skp_id, skp_web_version(req), perilaku, count);
	if (err == ERR_INVALID)
		show_typed_perilaku(req, res, skp, perilaku, NULL);
	if (err == ERR_CONFLICT)
		show_typed_perilaku(req, res, skp, perilaku,
				    skp_conflict_perilaku(job->mem, skp, perilaku, count));
	if (err)
		return err;
	respond_note(res, STR("Perilaku kerja tersimpan."));
	return respond_see_other(res, skp_url(job->mem, skp, ""));
}

static struct str lines_of(struct arena *mem, const struct skp *skp, const char *blok)
{
	struct buf out;

	buf_init(&out, mem);
	for (int i = 0; i < skp->lampiran_count; i++) {
		if (!str_is(skp->lampiran[i].blok, blok))
			continue;
		buf_add(&out, skp->lampiran[i].uraian);
		buf_add_char(&out, '\n');
	}
	return buf_str(&out);
}

static void lampiran_stored(struct arena *mem, const struct skp *skp, struct lampiran_form *out)
{
	*out = (struct lampiran_form){
		.mem = mem,
		.skp = skp,
		.dukungan = lines_of(mem, skp, "dukungan_sumber_daya"),
		.skema = lines_of(mem, skp, "skema_pertanggungjawaban"),
		.konsekuensi = lines_of(mem, skp, "konsekuensi"),
	};
}

static int split_lines(struct str text, const char *blok, struct skp_lampiran *rows, int count)
{
	struct str rest = text;

	while (rest.len > 0 && count <= SKP_LAMPIRAN_MAX) {
		struct str line = str_trim(str_cut(rest, '\n', &rest));

		if (line.len > 0)
			rows[count++] = (struct skp_lampiran){str_from(blok), line};
	}
	return count;
}

static void show_lampiran(struct request *req, struct response *res,
			  const struct lampiran_form *form, int status)
{
	struct shell shell;

	skp_web_shell(req, "/skp", conflict_title(form->conflict, form->mem, STR("Lampiran SKP")),
		      &shell);
	html_skp_lampiran(respond_html(res, status), &shell, form, request_job(req)->faults);
}

enum err skp_lampiran_page(struct request *req, struct response *res)
{
	struct lampiran_form form;
	struct skp *skp;
	enum err err = skp_web_load_draft(req, &skp);

	if (err)
		return err;
	lampiran_stored(request_mem(req), skp, &form);
	show_lampiran(req, res, &form, 200);
	return ERR_OK;
}

enum err skp_lampiran_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct lampiran_form form = {.mem = job->mem}, stored;
	struct skp_lampiran rows[SKP_LAMPIRAN_MAX + 1];
	struct skp *skp;
	int count;
	enum err err = skp_web_load_own(req, &skp);

	if (err)
		return err;
	form.skp = skp;
	form.dukungan = request_field(req, "dukungan_sumber_daya");
	form.skema = request_field(req, "skema_pertanggungjawaban");
	form.konsekuensi = request_field(req, "konsekuensi");
	count = split_lines(form.dukungan, "dukungan_sumber_daya", rows, 0);
	count = split_lines(form.skema, "skema_pertanggungjawaban", rows, count);
	count = split_lines(form.konsekuensi, "konsekuensi", rows, count);
	err = skp_save_lampiran(job, &skp->skp_id, skp_web_version(req), rows, count);
	if (err == ERR_INVALID)
		show_lampiran(req, res, &form, 422);
	if (err == ERR_CONFLICT) {
		lampiran_stored(job->mem, skp, &stored);
		form.conflict = skp_conflict_lampiran(&form, &stored);
		show_lampiran(req, res, &form, 409);
	}
	if (err)
		return err;
	respond_note(res, STR("Lampiran tersimpan."));
	return respond_see_other(res, skp_url(job->mem, skp, ""));
}
