/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of the forms, their closed lists, and the questions of three and of nine. */
#include "suara/suara_form.h"

#include "base/say.h"
#include "form/form.h"
#include "form/table.h"
#include "layanan/layanan.h"

#define TICKS 4

static const struct choice ticks_at[TICKS] = {{.key = STR("1"), .label = STR("1")},
					      {.key = STR("2"), .label = STR("2")},
					      {.key = STR("3"), .label = STR("3")},
					      {.key = STR("4"), .label = STR("4")}};
static const struct choice_list ticks = CHOICE_LIST(ticks_at);

/* Traits, those of one kind side by side. */
static const struct {
	size_t at;
	struct choice choice;
} traits[] = {
#define SUARA_CIRI(member, key_, label_)                                                           \
	{offsetof(struct suara_kiriman, member), {.key = STR(key_), .label = STR(label_)}},
#include "suara/suara_ciri.def"
#undef SUARA_CIRI
};
#define TRAIT_COUNT (int)(sizeof(traits) / sizeof(traits[0]))

enum which { TIGA, SEMBILAN, PERCAYA };

static const struct question {
	enum which which;
	size_t at;
	struct str says, small;
	struct choice answers[TICKS];
} questions[] = {
#define SUARA_TANYA(which_, member, says_, small_, one, two, three, four)                          \
	{which_,                                                                                   \
	 offsetof(struct suara_kiriman, member),                                                   \
	 STR(says_),                                                                               \
	 STR(small_),                                                                              \
	 {{.key = STR("1"), .label = STR(one)},                                                    \
	  {.key = STR("2"), .label = STR(two)},                                                    \
	  {.key = STR("3"), .label = STR(three)},                                                  \
	  {.key = STR("4"), .label = STR(four)}}},
#include "suara/suara_tanya.def"
#undef SUARA_TANYA
};
#define QUESTION_COUNT (int)(sizeof(questions) / sizeof(questions[0]))

#define FORM_RECORD struct suara_kiriman
static const struct field suara_fields[] = {
#include "suara/suara_form.def"
};
const struct form_table suara_form = FORM_TABLE("suara", suara_fields);
#undef FORM_RECORD

static const struct choice bentuk_at[] = {{.key = STR("tiga")}, {.key = STR("sembilan")}};
static const struct choice cara_at[] = {
#define SUARA_CARA(key_, label_) {.key = STR(key_), .label = STR(label_)},
#include "suara/suara_cara.def"
#undef SUARA_CARA
};
static const struct choice_list bentuk_list = CHOICE_LIST(bentuk_at),
				cara_list = CHOICE_LIST(cara_at);

#define FORM_RECORD struct suara_alamat
static const struct field alamat_fields[] = {
	FIELD(CHOICE, bentuk, "Bentuk formulir", ONE_OF(bentuk_list), NONE("Tidak diisi"))
		FIELD(CHOICE, cara, "Cara mengisi", ONE_OF(cara_list), NONE("Tidak diisi"))};
const struct form_table suara_alamat_form = FORM_TABLE("suara_alamat", alamat_fields);
#undef FORM_RECORD

#define FORM_RECORD struct suara_cari
static const struct field cari_fields[] = {
	FIELD(SEARCH, cari, "Cari layanan", .most = LAYANAN_NAMA_MAX)};
const struct form_table suara_cari_form = FORM_TABLE("suara_cari", cari_fields);
#undef FORM_RECORD

#define FORM_RECORD struct suara_saring
static const struct field saring_fields[] = {
	FIELD(CHOICE, periode, "Periode", NONE("Bulan terakhir yang lengkap"))
		FIELD(HIDDEN, tema, "Tema", .most = ID_TEXT_LEN)};
const struct form_table suara_saring_form = FORM_TABLE("suara_saring", saring_fields);
#undef FORM_RECORD

#define FORM_RECORD struct suara_tema
static const struct field tema_fields[] = {
	FIELD(HIDDEN, tema, "Tema", .most = ID_TEXT_LEN)
		FIELD(TEXT, nama, "Nama tema", .most = SUARA_TEMA_NAMA_MAX,
		      HINT("Kosongkan untuk menghapus tema ini."))
			FIELD(LONG, kata, "Kata-kata", .most = SUARA_TEMA_KATA_MAX, .lines = 6,
			      HINT("Satu kata, awal kata, atau ungkapan per baris. “lama” juga "
				   "menemukan “lamanya”.")) VERSION(version)};
const struct form_table suara_tema_form = FORM_TABLE("suara_tema", tema_fields);
#undef FORM_RECORD

#define FORM_RECORD struct karantina
static const struct field karantina_fields[] = {
	FIELD(LONG, alasan, "Alasan", .most = SUARA_ALASAN_MAX, .lines = 2,
	      HINT("Tersimpan dalam jejak audit.")) VERSION(version)};
const struct form_table karantina_form = FORM_TABLE("karantina", karantina_fields);
#undef FORM_RECORD

/* --- the questions --- */

static void choose_traits(struct form *form)
{
	for (int i = 0; i < TRAIT_COUNT;) {
		int count = 1;
		while (i + count < TRAIT_COUNT && traits[i + count].at == traits[i].at)
			count++;
		struct choice *list = arena_array(form->mem, struct choice, count);
		for (int k = 0; k < count; k++)
			list[k] = (struct choice){
				.key = traits[i + k].choice.key,
				.label = say(form->mem, traits[i + k].choice.label)};
		form_choose(form, form_at(form, traits[i].at), list, count);
		i += count;
	}
}

static void ask(struct form *form, const struct question *q, struct suara_tanya *out)
{
	struct choice *list = arena_array(form->mem, struct choice, TICKS);

	out->at = form_at(form, q->at);
	out->kecil = q->small;
	for (int i = 0; i < TICKS; i++)
		list[i] = (struct choice){.key = q->answers[i].key,
					  .label = say(form->mem, q->answers[i].label)};
	form_say(form, out->at, say(form->mem, q->says), STR_NONE);
	form_choose(form, out->at, list, TICKS);
}

static bool is_asked(const struct suara_tanya *asked, int count, int at)
{
	for (int i = 0; i < count; i++)
		if (asked[i].at == at)
			return true;
	return false;
}

int suara_form_ask(struct form *form, bool is_nine, bool is_paper,
		   struct suara_tanya out[SUARA_TANYA_MAX])
{
	enum which which = is_nine ? SEMBILAN : TIGA;
	int count = 0;

	choose_traits(form);
	for (int i = 0; i < QUESTION_COUNT; i++)
		if (questions[i].which == which || questions[i].which == PERCAYA)
			ask(form, &questions[i], &out[count++]);
	for (int i = 0; i < QUESTION_COUNT; i++) {
		int at = form_at(form, questions[i].at);
		if (!is_asked(out, count, at))
			form_leave_out(form, at);
	}
	if (is_paper)
		form_leave_out(form, FORM_AT(form, struct suara_kiriman, kode));
	return count;
}

/* --- what was sent --- */

static int tick(struct str key)
{
	return key.len == 1 && key.at[0] >= '1' && key.at[0] <= '4' ? key.at[0] - '0' : 0;
}

void suara_form_voice(const struct suara_kiriman *sent, struct suara *out)
{
	*out = (struct suara){
		.persyaratan = tick(sent->persyaratan),
		.prosedur = tick(sent->prosedur),
		.waktu = tick(sent->waktu),
		.biaya = tick(sent->biaya),
		.produk = tick(sent->produk),
		.kompetensi = tick(sent->kompetensi),
		.perilaku = tick(sent->perilaku),
		.pengaduan = tick(sent->pengaduan),
		.sarpras = tick(sent->sarpras),
		.percaya = tick(sent->percaya),
		.kata = sent->kata,
		.kode = sent->kode,
		.umur = sent->umur,
		.kelamin = sent->kelamin,
		.pendidikan = sent->pendidikan,
		.pekerjaan = sent->pekerjaan,
		.disabilitas = sent->disabilitas,
		.kunci = sent->kunci,
		.bentuk = str_is(sent->bentuk, "sembilan") ? STR("sembilan") : STR("tiga"),
		.cara = str_is(sent->cara, "kios") ? STR("kios") : STR("daring"),
	};
}
