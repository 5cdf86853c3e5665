/* SPDX-License-Identifier: Apache-2.0 */
#include "skp/skp_conflict_web.h"

/* A plan that left the draft meanwhile takes no change; what was typed can still be copied. */
static struct conflict *begin(struct arena *mem, const struct skp *skp, const char *tail)
{
	bool may_edit = law_skp_may_edit(skp);
	struct conflict *conflict = conflict_make(mem, skp_url(mem, skp, may_edit ? tail : ""));

	if (!may_edit)
		conflict_close(conflict,
			       str_format(mem,
					  "SKP ini sekarang berstatus %.*s, jadi isinya tidak "
					  "dapat diubah. Tulisan Anda masih ada di bawah; salin "
					  "bila perlu.",
					  STR_ARG(str_lower(mem, skp_state_label(skp->state)))));
	return conflict;
}

struct conflict *skp_conflict_plain(struct arena *mem, const struct skp *skp, const char *tail,
				    struct str sentence)
{
	struct conflict *conflict = begin(mem, skp, tail);

	if (!conflict->is_closed)
		conflict->sentence = sentence;
	return conflict;
}

static struct str source_label(const struct rhk_form *form, struct str id)
{
	const struct skp_source_list *list = &form->sources;
	struct id wanted;

	if (id.len == 0 || !id_parse(id, &wanted))
		return STR_NONE;
	for (int i = 0; i < list->pimpinan_count; i++)
		if (id_equal(&list->pimpinan[i].id, &wanted))
			return list->pimpinan[i].uraian;
	for (int i = 0; i < list->unit_count; i++)
		if (id_equal(&list->unit[i].id, &wanted))
			return list->unit[i].uraian;
	return STR("hasil kerja yang sudah tidak tersedia");
}

static struct str kelas_label(struct str kelas)
{
	return str_is(kelas, "organisasi") ? STR("Organisasi") : STR("Individu");
}

struct row_pair {
	struct rhk_form *form;
	const struct iki_row *stored, *typed;
};

static void compare_cell(const struct row_pair *pair, const char *name, const char *label,
			 struct str stored, struct str typed)
{
	struct arena *mem = pair->form->mem;

	conflict_compare(pair->form->conflict,
			 str_format(mem, "%s.%.*s", name, STR_ARG(pair->typed->n)),
			 str_format(mem, "Indikator %d: %s",
				    (int)(pair->typed - pair->form->iki) + 1, label),
			 stored, typed);
}

static void compare_row(const struct row_pair *pair)
{
	const struct iki_row *was = pair->stored, *is = pair->typed;

	compare_cell(pair, "iki_uraian", "yang diukur", was->uraian, is->uraian);
	if (!skp_is_jpt(pair->form->skp) && was->uraian.len > 0)
		compare_cell(pair, "iki_aspek", "aspek", skp_aspek_label(was->aspek),
			     skp_aspek_label(is->aspek));
	if (!skp_is_kuantitatif(pair->form->skp))
		return;
	compare_cell(pair, "iki_target", "target", was->target, is->target);
	compare_cell(pair, "iki_satuan", "satuan", was->satuan, is->satuan);
	if (was->uraian.len > 0)
		compare_cell(pair, "iki_arah", "arah", skp_arah_label(was->arah),
			     skp_arah_label(is->arah));
	compare_cell(pair, "iki_target_min", "batas bawah", was->target_min, is->target_min);
}

static void compare_rows(struct rhk_form *form, const struct rhk_form *stored)
{
	static const struct iki_row none;

	while (form->iki_count < stored->iki_count && form->iki_count < SKP_IKI_MAX)
		rhk_form_add_row(form, stored->iki[form->iki_count].aspek);
	for (int i = 0; i < form->iki_count; i++)
		compare_row(&(struct row_pair){
			form, i < stored->iki_count ? &stored->iki[i] : &none, &form->iki[i]});
}

static void compare_result(struct rhk_form *form, const struct rhk_form *stored)
{
	struct conflict *c = form->conflict;

	if (str_is(form->jenis, "utama"))
		conflict_compare(c, STR("sumber"), STR("Hasil kerja yang didukung"),
				 source_label(form, stored->sumber),
				 source_label(form, form->sumber));
	conflict_compare(c, STR("uraian"), STR("Rencana hasil kerja"), stored->uraian,
			 form->uraian);
	if (skp_is_jpt(form->skp))
		conflict_compare(c, STR("perspektif"), STR("Perspektif"),
				 skp_perspektif_label(stored->perspektif),
				 skp_perspektif_label(form->perspektif));
	conflict_compare(c, STR("kelas"), STR("Milik siapa hasil ini"), kelas_label(stored->kelas),
			 kelas_label(form->kelas));
	compare_rows(form, stored);
}

static const struct rhk *stored_rhk(const struct rhk_form *form)
{
	struct id id;

	if (!id_parse(form->rhk_id, &id))
		return NULL;
	for (int i = 0; i < form->skp->rhk_count; i++)
		if (id_equal(&form->skp->rhk[i].rhk_id, &id))
			return &form->skp->rhk[i];
	return NULL;
}

void skp_conflict_rhk(struct rhk_form *form)
{
	const struct rhk *rhk = stored_rhk(form);
	struct rhk_form stored;

	form->conflict = begin(form->mem, form->skp, "");
	if (rhk) {
		rhk_form_make(form->mem, form->skp, rhk, &stored);
		compare_result(form, &stored);
		return;
	}
	if (form->conflict->is_closed)
		return;
	form->conflict->sentence =
		form->rhk_id.len > 0
			? STR("Hasil kerja ini sudah dihapus dari tempat lain. Bila Anda "
			      "menyimpannya, ia menjadi hasil kerja baru.")
			: STR("SKP ini sudah diubah dari tempat lain sejak Anda membuka halaman "
			      "ini. Hasil kerja baru Anda belum tersimpan.");
	form->rhk_id = STR_NONE;
}

struct conflict *skp_conflict_perilaku(struct arena *mem, const struct skp *skp,
				       const struct skp_perilaku *typed, int count)
{
	struct conflict *conflict = begin(mem, skp, "/perilaku");

	for (int i = 0; i < count; i++) {
		int index = berakhlak_index(typed[i].nilai);

		if (index >= 0)
			conflict_compare(conflict, str_format(mem, "ekspektasi.%d", index),
					 berakhlak_all()[index].label,
					 skp->perilaku[index].ekspektasi, typed[i].ekspektasi);
	}
	return conflict;
}

struct conflict *skp_conflict_lampiran(const struct lampiran_form *typed,
				       const struct lampiran_form *stored)
{
	struct conflict *conflict = begin(typed->mem, typed->skp, "/lampiran");

	conflict_compare(conflict, STR("dukungan_sumber_daya"), STR("Dukungan sumber daya"),
			 stored->dukungan, typed->dukungan);
	conflict_compare(conflict, STR("skema_pertanggungjawaban"), STR("Skema pertanggungjawaban"),
			 stored->skema, typed->skema);
	conflict_compare(conflict, STR("konsekuensi"), STR("Konsekuensi"), stored->konsekuensi,
			 typed->konsekuensi);
	return conflict;
}

struct conflict *skp_conflict_review(const struct review_form *form)
{
	const struct skp *skp = form->view.skp;
	struct arena *mem = form->view.mem;
	struct conflict *conflict = conflict_make(mem, skp_url(mem, skp, ""));

	if (skp->state != SKP_DIAJUKAN)
		conflict_close(conflict,
			       str_format(mem,
					  "SKP ini sudah dijawab dan sekarang berstatus %.*s. "
					  "Catatan Anda belum terkirim dan masih ada di bawah; "
					  "salin bila perlu.",
					  STR_ARG(str_lower(mem, skp_state_label(skp->state)))));
	for (int i = 0; i < skp->rhk_count && i < SKP_RHK_MAX; i++)
		conflict_compare(conflict, str_format(mem, "komentar.%d", i),
				 str_format(mem, "Catatan untuk hasil kerja %d", i + 1),
				 skp->rhk[i].komentar, form->komentar[i]);
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		conflict_compare(
			conflict, str_format(mem, "komentar_nilai.%d", i),
			str_format(mem, "Catatan untuk %.*s", STR_ARG(berakhlak_all()[i].label)),
			skp->perilaku[i].komentar, form->komentar_nilai[i]);
	for (int i = 0; i < SKP_BLOK_COUNT; i++)
		conflict_compare(conflict, str_format(mem, "komentar_blok.%d", i),
				 str_format(mem, "Catatan untuk lampiran: %.*s",
					    STR_ARG(skp_blok_label(skp_blok_key(i)))),
				 skp->blok_komentar[i], form->komentar_blok[i]);
	return conflict;
}
