/* SPDX-License-Identifier: Apache-2.0 */
/* What the rulebook demands of a plan (1.2, 1.5, 12). No store, no clock: the caller brings
   everything. */
#include "law/skp.h"

#include "base/say.h"

struct name {
	const char *key, *label;
};

static const struct name STATES[] = {
	[SKP_DRAF] = {"draf", SAID("Draf")},
	[SKP_DIAJUKAN] = {"diajukan", SAID("Diajukan")},
	[SKP_DIKEMBALIKAN] = {"dikembalikan", SAID("Dikembalikan")},
	[SKP_DISETUJUI] = {"disetujui", SAID("Disetujui")},
	[SKP_DITETAPKAN] = {"ditetapkan", SAID("Ditetapkan")},
	[SKP_DIREVISI] = {"direvisi", SAID("Direvisi")},
	[SKP_DITUTUP] = {"ditutup", SAID("Ditutup")},
};

/* Order of the forms, rulebook 1.2 [V]. */
static const struct name ASPEK[] = {{"kuantitas", SAID("Kuantitas")},
				    {"kualitas", SAID("Kualitas")},
				    {"waktu", SAID("Waktu")},
				    {"biaya", SAID("Biaya")},
				    {NULL, NULL}};
static const struct name PERSPEKTIF[] = {{"penerima_layanan", SAID("Penerima layanan")},
					 {"proses_bisnis", SAID("Proses bisnis")},
					 {"penguatan_internal", SAID("Penguatan internal")},
					 {"anggaran", SAID("Anggaran")},
					 {NULL, NULL}};
static const struct name ARAH[] = {{"higher_better", SAID("Makin tinggi makin baik")},
				   {"lower_better", SAID("Makin rendah makin baik")},
				   {"range", SAID("Di antara dua angka")},
				   {NULL, NULL}};
static const struct name BLOK[] = {{"dukungan_sumber_daya", SAID("Dukungan sumber daya")},
				   {"skema_pertanggungjawaban", SAID("Skema pertanggungjawaban")},
				   {"konsekuensi", SAID("Konsekuensi")},
				   {NULL, NULL}};

static struct str label_of(const struct name *names, struct str key)
{
	for (; names->key; names++)
		if (str_is(key, names->key))
			return str_from(names->label);
	return STR_NONE;
}

struct str skp_state_key(enum skp_state state)
{
	return str_from(STATES[state].key);
}

struct str skp_state_label(enum skp_state state)
{
	return str_from(STATES[state].label);
}

bool skp_state_parse(struct str key, enum skp_state *out)
{
	for (int i = SKP_DRAF; i <= SKP_DITUTUP; i++) {
		if (str_is(key, STATES[i].key)) {
			*out = (enum skp_state)i;
			return true;
		}
	}
	return false;
}

struct str skp_aspek_label(struct str aspek)
{
	return label_of(ASPEK, aspek);
}

struct str skp_perspektif_label(struct str perspektif)
{
	return label_of(PERSPEKTIF, perspektif);
}

/* As people read it; the key itself when it is unknown. */
static struct str skp_arah_label(struct str arah)
{
	return label_of(ARAH, arah);
}

struct str skp_blok_label(struct str blok)
{
	return label_of(BLOK, blok);
}

struct str skp_blok_key(int n)
{
	return str_from(BLOK[n].key);
}

int skp_blok_index(struct str blok)
{
	for (int n = 0; n < SKP_BLOK_COUNT; n++)
		if (str_is(blok, BLOK[n].key))
			return n;
	return -1;
}

bool skp_is_jpt(const struct skp *skp)
{
	return str_is(skp->bentuk, "jpt");
}

bool skp_is_kuantitatif(const struct skp *skp)
{
	return str_is(skp->pendekatan, "kuantitatif");
}

int skp_count_rhk(const struct skp *skp, const char *jenis)
{
	int count = 0;

	for (int i = 0; i < skp->rhk_count; i++)
		count += str_is(skp->rhk[i].jenis, jenis);
	return count;
}

int skp_count_lampiran(const struct skp *skp, const char *blok)
{
	int count = 0;

	for (int i = 0; i < skp->lampiran_count; i++)
		count += str_is(skp->lampiran[i].blok, blok);
	return count;
}

struct str law_skp_bentuk(struct str kelompok, bool is_kepala, bool unit_is_mandiri)
{
	return str_is(kelompok, "jpt") || (is_kepala && unit_is_mandiri) ? STR("jpt")
									 : STR("ja_jf");
}

bool law_skp_may_edit(const struct skp *skp)
{
	return skp->state == SKP_DRAF || skp->state == SKP_DIKEMBALIKAN;
}

/* One sentence a field: the first thing wrong with it is what to mend. */
/* say: fault 4, check_text 5, fault_iki 5 */
static void fault(struct problems *faults, struct str field, const char *rule, struct str sentence)
{
	if (problem_for(faults, field).len == 0)
		problem_add(faults, field, rule, sentence);
}

static void check_text(struct problems *faults, struct str field, const char *rule, struct str text,
		       struct str ask)
{
	if (str_trim(text).len == 0)
		fault(faults, field, rule, ask);
	else if (!str_is_utf8(text) || str_chars(text) > SKP_TEXT_MAX)
		fault(faults, field, "skp.text_too_long",
		      STR("Ringkas isian ini menjadi paling banyak 500 huruf."));
}

/* A fault in row n of the indicators; the sentence names the row, so that the summary reads
   alone. */
static void fault_iki(struct problems *faults, const char *field, int n, const char *rule,
		      const char *ask)
{
	fault(faults, str_format(faults->mem, "%s.%d", field, n), rule,
	      say_format(faults->mem, "Indikator %d: %s", n + 1, say(faults->mem, ask).at));
}

static void check_target(const struct iki *iki, int n, struct problems *faults)
{
	if (!iki->has_target)
		fault_iki(faults, "iki_target", n, "skp.target_missing",
			  "tulis target berupa angka, misalnya 90 atau 12,5.");
	else if (iki->target < 0)
		fault_iki(faults, "iki_target", n, "skp.target_negative",
			  "tulis target nol atau lebih.");
	if (str_trim(iki->satuan).len == 0 || str_chars(iki->satuan) > SKP_SATUAN_MAX)
		fault_iki(faults, "iki_satuan", n, "skp.satuan_missing",
			  "tulis satuan, misalnya dokumen, persen, atau hari.");
	if (skp_arah_label(iki->arah).len == 0)
		fault_iki(faults, "iki_arah", n, "skp.arah_missing", "pilih arah target.");
	else if (str_is(iki->arah, "range") && !iki->has_target_min)
		fault_iki(faults, "iki_target_min", n, "skp.target_min_missing",
			  "tulis batas bawah target ini.");
	else if (str_is(iki->arah, "range") && iki->has_target && iki->target_min >= iki->target)
		fault_iki(faults, "iki_target_min", n, "skp.range_empty",
			  "batas bawah harus lebih kecil dari target.");
}

void law_skp_settle_rhk(const struct skp *skp, struct rhk *rhk)
{
	if (!str_is(rhk->jenis, "utama"))
		rhk->rhk_pimpinan_id = rhk->hasil_unit_id = (struct id){{0}};
	for (int i = 0; i < rhk->iki_count; i++) {
		struct iki *iki = &rhk->iki[i];
		if (!skp_is_kuantitatif(skp)) {
			iki->arah = STR("higher_better");
			iki->has_target = false;
		}
		if (!str_is(iki->arah, "range")) {
			iki->has_target_min = false;
			iki->target_min = 0;
		}
	}
}

static void check_iki(const struct skp *skp, const struct iki *iki, int n, struct problems *faults)
{
	check_text(faults, str_format(faults->mem, "iki_uraian.%d", n), "skp.iki_missing",
		   iki->uraian,
		   say_format(faults->mem,
			      "Indikator %d: tulis apa yang menandai hasil ini tercapai.", n + 1));
	if (!skp_is_jpt(skp) && skp_aspek_label(iki->aspek).len == 0)
		fault_iki(faults, "iki_aspek", n, "skp.aspek_missing",
			  "pilih kuantitas, kualitas, waktu, atau biaya.");
	if (skp_is_kuantitatif(skp))
		check_target(iki, n, faults);
}

/* PK-26 [D]: main results of JA and JF hang from the leader's agreed ones, else from the unit's. In
   the JPT form the link is free: its sources are also Renstra and directives (rulebook 1.2 [V]). */
static void check_source(const struct skp *skp, const struct rhk *rhk,
			 const struct skp_sources *sources, struct problems *faults)
{
	bool has_pimpinan = !id_is_none(&rhk->rhk_pimpinan_id),
	     has_unit = !id_is_none(&rhk->hasil_unit_id);

	if (!str_is(rhk->jenis, "utama") || skp_is_jpt(skp) || has_pimpinan)
		return;
	if (sources && sources->pimpinan_count > 0)
		fault(faults, STR("sumber"), "skp.pimpinan_missing",
		      STR("Pilih hasil kerja pimpinan yang Anda dukung dengan hasil ini."));
	else if (!has_unit && (!sources || sources->unit_count > 0))
		fault(faults, STR("sumber"), "skp.sumber_missing",
		      STR("Pilih hasil kerja unit yang Anda dukung dengan hasil ini."));
	else if (!has_unit)
		fault(faults, STR("sumber"), "skp.sumber_none",
		      STR("Hasil kerja unit dan pimpinan belum ada. Minta pimpinan unit "
			  "menyusunnya dulu."));
}

enum err law_skp_check_rhk(const struct skp *skp, const struct rhk *rhk,
			   const struct skp_sources *sources, struct problems *faults)
{
	check_text(faults, STR("uraian"), "skp.uraian_missing", rhk->uraian,
		   STR("Tulis hasil kerja yang Anda rencanakan."));
	if (!str_is(rhk->jenis, "utama") && !str_is(rhk->jenis, "tambahan"))
		fault(faults, STR("jenis"), "skp.jenis_missing",
		      STR("Pilih hasil kerja utama atau tambahan."));
	if (!str_is(rhk->kelas, "organisasi") && !str_is(rhk->kelas, "individu"))
		fault(faults, STR("kelas"), "skp.kelas_missing",
		      STR("Pilih hasil organisasi atau individu."));
	if (skp_is_jpt(skp) && skp_perspektif_label(rhk->perspektif).len == 0)
		fault(faults, STR("perspektif"), "skp.perspektif_missing",
		      STR("Pilih satu perspektif."));
	check_source(skp, rhk, sources, faults);
	if (rhk->iki_count == 0) /* PK-12 */
		fault(faults, STR("iki_uraian.0"), "skp.iki_none",
		      STR("Isi sekurangnya satu indikator."));
	if (rhk->iki_count > SKP_IKI_MAX)
		fault(faults, STR("iki_uraian.0"), "skp.iki_many",
		      STR("Isi paling banyak 8 indikator."));
	for (int i = 0; i < rhk->iki_count; i++)
		check_iki(skp, &rhk->iki[i], i, faults);
	return problems_any(faults) ? ERR_INVALID : ERR_OK;
}

static bool starts_word(struct problems *warnings, struct str text, const char *word)
{
	struct str lower = str_lower(warnings->mem, str_trim(text));
	struct str want = str_from(word);

	return str_starts(lower, word) && (lower.len == want.len || lower.at[want.len] == ' ');
}

/* PK-14 [V]: a result, not an activity. */
static void warn_activity(struct problems *warnings, struct str field, struct str text)
{
	static const char *const words[] = {"melaksanakan", "melakukan", "mengikuti", "membantu"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (starts_word(warnings, text, words[i]))
			problem_add(warnings, field, "skp.activity",
				    STR("Kalimat ini berupa kegiatan. Tulis hasilnya, misalnya: "
					"Akta terbit 1 hari."));
}

/* The text was made small before. */
static bool is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool has_word(struct str text, const char *word)
{
	struct str want = str_from(word);

	for (size_t i = 0; i + want.len <= text.len; i++) {
		if (str_starts(str_slice(text, i, text.len), word) &&
		    (i == 0 || !is_letter(text.at[i - 1])) &&
		    (i + want.len == text.len || !is_letter(text.at[i + want.len])))
			return true;
	}
	return false;
}

/* PK-13 [V]: no absolute targets, except where life, safety of the state or great loss is at
   stake. */
static void warn_absolute(struct problems *warnings, struct str field, struct str text)
{
	struct str lower = str_lower(warnings->mem, text);

	if (has_word(lower, "semua") || has_word(lower, "seluruh") || has_word(lower, "selalu") ||
	    has_word(lower, "tidak pernah"))
		problem_add(warnings, field, "skp.absolute",
			    STR("Hindari kata mutlak (semua, selalu, tidak pernah), kecuali "
				"menyangkut keselamatan "
				"jiwa, keamanan negara, atau kerugian besar."));
}

static bool has_aspek(const struct rhk *rhk, const char *aspek)
{
	for (int i = 0; i < rhk->iki_count; i++)
		if (str_is(rhk->iki[i].aspek, aspek))
			return true;
	return false;
}

void law_skp_warn_rhk(const struct skp *skp, const struct rhk *rhk, struct problems *warnings)
{
	warn_activity(warnings, STR("rhk"), rhk->uraian);
	warn_absolute(warnings, STR("rhk"), rhk->uraian);
	for (int i = 0; i < rhk->iki_count; i++) {
		struct str field = str_format(warnings->mem, "iki.%d", i);

		warn_activity(warnings, field, rhk->iki[i].uraian);
		warn_absolute(warnings, field, rhk->iki[i].uraian);
	}
	if (!skp_is_jpt(skp) && skp_is_kuantitatif(skp) &&
	    !(has_aspek(rhk, "kuantitas") && has_aspek(rhk, "kualitas") &&
	      has_aspek(rhk, "waktu"))) /* PK-12 */
		problem_add(warnings, STR("rhk"), "skp.aspek_few",
			    STR("Sebaiknya ada indikator kuantitas, kualitas, dan waktu."));
}

/* One fault a result, so that the list of the whole plan stays readable; the result's own page
   tells more. */
static void check_results(const struct skp *skp, struct problems *faults)
{
	for (int i = 0; i < skp->rhk_count; i++) {
		struct problems own;

		problems_init(&own, faults->mem);
		if (law_skp_check_rhk(skp, &skp->rhk[i], NULL, &own))
			problem_add(faults, str_format(faults->mem, "rhk.%d", i + 1),
				    str_cstr(faults->mem, own.at[0].rule),
				    say_format(faults->mem, "Hasil kerja %d: %.*s", i + 1,
					       STR_ARG(own.at[0].sentence)));
	}
}

void law_skp_gaps(const struct skp *skp, bool is_top, struct problems *faults)
{
	if (skp_count_rhk(skp, "utama") == 0) /* PK-10 */
		problem_add(faults, STR("utama"), "skp.utama_none",
			    STR("Isi sekurangnya satu hasil kerja utama."));
	check_results(skp, faults);
	for (int i = 0; i < BERAKHLAK_COUNT; i++) /* PK-15 */
		if (skp->perilaku[i].nilai.len == 0) {
			problem_add(faults, STR("perilaku"), "skp.perilaku_missing",
				    STR("Buka perilaku kerja dan simpan ketujuh nilainya."));
			break;
		}
	for (const struct name *blok = BLOK; blok->key; blok++) /* PK-16 */
		if (skp_count_lampiran(skp, blok->key) == 0)
			problem_add(faults, str_from(blok->key), "skp.lampiran_missing",
				    say_format(faults->mem, "Isi lampiran bagian %s.",
					       say(faults->mem, blok->label).at));
	if (id_is_none(&skp->penilai_id) && !is_top)
		problem_add(faults, STR("penilai"), "skp.penilai_missing",
			    STR("Pejabat penilai Anda belum tercatat. Minta admin kepegawaian "
				"mengisinya."));
}

enum err law_skp_submit(struct skp *skp, bool is_top, struct problems *faults)
{
	if (!law_skp_may_edit(skp))
		problem_add(faults, STR("state"), "skp.not_draf", STR("SKP ini sudah diajukan."));
	law_skp_gaps(skp, is_top, faults);
	if (problems_any(faults))
		return ERR_INVALID;
	skp->state = SKP_DIAJUKAN;
	return ERR_OK;
}

static void check_diajukan(const struct skp *skp, struct problems *faults)
{
	if (skp->state != SKP_DIAJUKAN)
		problem_add(faults, STR("state"), "skp.not_diajukan",
			    STR("SKP ini tidak sedang menunggu jawaban Anda."));
}

enum err law_skp_return(struct skp *skp, int comment_count, struct problems *faults)
{
	check_diajukan(skp, faults);
	if (comment_count == 0)
		problem_add(faults, STR("komentar"), "skp.comment_missing",
			    STR("Tulis sekurangnya satu catatan agar jelas apa yang perlu "
				"diperbaiki."));
	if (problems_any(faults))
		return ERR_INVALID;
	skp->state = SKP_DIKEMBALIKAN;
	return ERR_OK;
}

enum err law_skp_agree(struct skp *skp, struct problems *faults)
{
	check_diajukan(skp, faults);
	if (problems_any(faults))
		return ERR_INVALID;
	skp->state = SKP_DITETAPKAN;
	return ERR_OK;
}
