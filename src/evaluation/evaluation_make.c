/* SPDX-License-Identifier: Apache-2.0 */
/* Makes what the evaluation templates show. */
#include "evaluation/evaluation_make.h"

#include "base/name.h"
#include "base/say.h"
#include "evaluation/evaluation_share.h"
#include "evaluation/evaluation_suggest.h"
#include "law/skp_target.h"

struct str predikat_tag(enum predikat predikat)
{
	switch (predikat) {
	case PREDIKAT_SANGAT_BAIK:
	case PREDIKAT_BAIK: return STR("ok");
	case PREDIKAT_BUTUH_PERBAIKAN: return STR("wait");
	case PREDIKAT_KURANG:
	case PREDIKAT_SANGAT_KURANG: return STR("bad");
	case PREDIKAT_COUNT: break;
	}
	return STR_NONE;
}

struct str view_review_url(struct arena *mem, const struct id *pegawai_id, int tahun, int nomor)
{
	return str_format(mem, "/nilai/%.*s/%d/%d", STR_ARG(id_str(mem, pegawai_id)), tahun, nomor);
}

struct str view_realisasi(struct arena *mem, const struct iki *iki, const struct evaluasi_iki *made)
{
	if (made->realisasi_teks.len > 0)
		return made->realisasi_teks;
	return made->has_realisasi ? skp_amount_text(mem, made->realisasi, iki->satuan)
				   : SAY(mem, "belum ada");
}

/* Where a realisation comes from: counted, or entered and by whom. */
static struct str origin(struct arena *mem, const struct evaluasi_iki *made)
{
	struct str sumber = made->sumber_data.len
				    ? say_format(mem, ", sumber: %.*s", STR_ARG(made->sumber_data))
				    : STR_NONE;

	if (made->is_dihitung)
		return made->has_angka ? SAY(mem, "terisi sendiri dari indikator")
				       : SAY(mem, "dihitung dari laporan kerja");
	if (made->oleh_nama.len == 0)
		return STR_NONE;
	return say_format(mem, "diisi %.*s%.*s", STR_ARG(made->oleh_nama), STR_ARG(sumber));
}

static struct str doubt(struct arena *mem, const struct evaluasi *e, const struct review_iki *row)
{
	struct figure figure = realisasi_figure(e, row->iki, row->made);

	return row->made->has_realisasi
		       ? figure_flag(mem, &e->law, figure_judge(&e->law, &figure), &figure)
		       : STR_NONE;
}

struct review_iki *view_iki(struct arena *mem, const struct evaluasi *e, int *count)
{
	struct review_iki *rows = arena_array(mem, struct review_iki, e->iki_count + 1);

	*count = 0;
	for (int i = 0; i < e->skp->rhk_count; i++)
		for (int j = 0; j < e->skp->rhk[i].iki_count; j++) {
			struct review_iki *row = &rows[*count];
			row->rhk = &e->skp->rhk[i];
			row->iki = &e->skp->rhk[i].iki[j];
			row->made = &e->iki[(*count)++];
			row->is_first = j == 0;
			row->target = iki_share_text(mem, row->iki, &e->periode);
			row->realisasi = view_realisasi(mem, row->iki, row->made);
			row->asal = origin(mem, row->made);
			row->ragu = doubt(mem, e, row);
		}
	return rows;
}

static void make_iki(struct arena *mem, struct evaluation_review *v)
{
	v->iki = view_iki(mem, v->e, &v->iki_count);
	for (int i = 0; i < v->iki_count; i++)
		v->iki_filled +=
			v->iki[i].made->has_realisasi || v->iki[i].made->realisasi_teks.len > 0;
}

static struct str expectation(const struct skp *skp, struct str nilai)
{
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		if (str_equal(skp->perilaku[i].nilai, nilai))
			return skp->perilaku[i].ekspektasi;
	return STR_NONE;
}

static void make_nilai(struct arena *mem, struct evaluation_review *v)
{
	for (int i = 0; i < BERAKHLAK_COUNT; i++) {
		struct review_nilai *row = &v->nilai[i];
		row->said = &v->e->nilai[i];
		row->label = say(mem, berakhlak_label(row->said->nilai));
		row->ekspektasi = expectation(v->e->skp, row->said->nilai);
	}
}

static void make_laporan(struct arena *mem, struct evaluation_review *v)
{
	const struct evaluasi *e = v->e;

	v->laporan = arena_array(mem, struct review_laporan, LAPORAN_KILAS);
	for (int i = 0; i < e->laporan.count; i++) {
		const struct laporan *from = &e->laporan.terbaru[i];
		struct review_laporan *row = &v->laporan[v->laporan_count++];
		row->url = str_format(mem, "/lapor/%.*s", STR_ARG(id_str(mem, &from->laporan_id)));
		row->tanggal = say_date_short(mem, from->tanggal);
		row->uraian = from->uraian;
		row->has_bukti = from->bukti_count > 0;
		struct buf said;
		buf_init(&said, mem);
		if (from->has_jumlah)
			buf_add_format(&said, " · %.*s",
				       STR_ARG(skp_amount_text(mem, from->jumlah, from->satuan)));
		if (from->bukti_count > 0)
			buf_say_format(&said, " · %d bukti", from->bukti_count);
		row->rincian = buf_str(&said);
	}
}

/* The whole unit where the pattern is more than advice; in a small one its counts would tell of
   single people. */
static void count_bars(struct arena *mem, const struct evaluasi_ringkas *team,
		       struct evaluation_review *v)
{
	const struct evaluasi *e = v->e;

	if (e->is_pola_wajib) {
		v->bar_title = say_format(mem, "Sebaran %.*s", STR_ARG(e->capaian.unit.nama));
		for (int i = 0; i < PREDIKAT_COUNT; i++)
			v->bar[i].count = e->sebaran.of[i];
		return;
	}
	v->bar_title = SAY(mem, "Sebaran tim Anda");
	for (int i = 0; i < v->team_count; i++)
		if (evaluasi_is_decided(team[i].state) && team[i].has_predikat)
			v->bar[team[i].predikat].count++;
}

/* Where the pattern's limit stands in a picture as high as most people. */
static void mark_limit(struct arena *mem, const struct evaluasi *e, enum predikat predikat,
		       int most, struct review_bar *bar)
{
	struct distribution_bound batas = e->batas[predikat];

	if (!e->is_pola_wajib || batas.people < 0)
		return;
	bar->limit = str_format(mem, "%s %d",
				batas.is_most ? SAY(mem, "paling banyak").at
					      : SAY(mem, "paling sedikit").at,
				batas.people);
	if (batas.people <= most)
		bar->limit_y = 150 - batas.people * 116 / most;
}

static void make_bars(struct arena *mem, const struct evaluasi_ringkas *team,
		      struct evaluation_review *v)
{
	static const char *const label[PREDIKAT_COUNT] = {SAID("Sangat baik"), SAID("Baik"),
							  SAID("Perbaikan"), SAID("Kurang"),
							  SAID("Sgt kurang")};
	int most = 1;
	struct buf says;

	count_bars(mem, team, v);
	for (int i = 0; i < PREDIKAT_COUNT; i++)
		most = v->bar[i].count > most ? v->bar[i].count : most;
	if (v->e->is_pola_wajib) /* room for the limits: the unit's people so far, and this one */
		most = distribution_total(&v->e->sebaran) + 1;
	buf_init(&says, mem);
	buf_add_format(&says, "%.*s:", STR_ARG(v->bar_title));
	for (int i = 0; i < PREDIKAT_COUNT; i++) {
		struct review_bar *bar = &v->bar[i];
		bar->x = 20 + 84 * i;
		bar->text_x = bar->x + 22;
		bar->height = bar->count * 116 / most;
		bar->y = 150 - bar->height;
		bar->label = str_from(label[i]);
		mark_limit(mem, v->e, (enum predikat)i, most, bar);
		buf_say_format(&says, " %s %d orang.", label[i], bar->count);
	}
	v->bar_says = buf_str(&says);
}

static struct str pattern(const struct evaluasi *e)
{
	if (!e->capaian.is_set)
		return STR(SAID("Pola acuan mengikuti capaian organisasi yang belum ditetapkan."));
	switch (e->capaian.predikat) {
	case CAPAIAN_ISTIMEWA:
		return STR(SAID(
			"Organisasi Istimewa: sebagian besar, paling banyak 70%, Sangat Baik."));
	case CAPAIAN_BAIK:
		return STR(
			SAID("Organisasi Baik: sebagian besar, paling banyak 70%, Baik; ada Butuh "
			     "Perbaikan atau Kurang."));
	case CAPAIAN_BUTUH_PERBAIKAN:
		return STR(SAID("Organisasi Butuh Perbaikan: paling sedikit 60% Butuh Perbaikan."));
	case CAPAIAN_KURANG: return STR(SAID("Organisasi Kurang: paling sedikit 60% Kurang."));
	case CAPAIAN_SANGAT_KURANG:
		return STR(SAID("Organisasi Sangat Kurang: paling sedikit 60% Sangat Kurang."));
	case CAPAIAN_COUNT: break;
	}
	return STR_NONE;
}

static struct str suggestion(struct arena *mem, const struct evaluasi *e)
{
	struct buf said;

	if (!e->saran_hasil.is_set && !e->saran_perilaku.is_set)
		return STR_NONE;
	buf_init(&said, mem);
	buf_add(&said, SAY(mem, "Saran"));
	if (e->nomor == 0 && e->periodik_count > 0)
		buf_say_format(&said, " dari %d periode, ditimbang menurut bulan",
			       e->periodik_count);
	if (e->saran_hasil.is_set)
		buf_say_format(&said, ": hasil kerja %.*s",
			       STR_ARG(say(mem, rating_label(e->saran_hasil.value))));
	if (e->saran_perilaku.is_set)
		buf_say_format(&said, "%s perilaku kerja %.*s", e->saran_hasil.is_set ? ";" : ":",
			       STR_ARG(say(mem, rating_label(e->saran_perilaku.value))));
	buf_add(&said, SAY(mem, ". Ini bantuan, bukan aturan: keputusan tetap pada pejabat "
				"penilai."));
	return buf_str(&said);
}

static void make_neighbours(struct arena *mem, const struct evaluasi_ringkas *team,
			    struct evaluation_review *v)
{
	const struct evaluasi *e = v->e;
	int here = -1;

	for (int i = 0; i < v->team_count; i++) {
		v->done_count += evaluasi_is_decided(team[i].state);
		if (id_equal(&team[i].pegawai_id, &e->pegawai->pegawai_id))
			here = i;
	}
	v->position = here + 1;
	v->percent = v->team_count ? v->done_count * 100 / v->team_count : 0;
	for (int i = here - 1; i >= 0 && v->url_before.len == 0; i--)
		if (!id_is_none(&team[i].skp_id))
			v->url_before =
				view_review_url(mem, &team[i].pegawai_id, e->tahun, e->nomor);
	for (int i = here + 1; i < v->team_count && v->url_after.len == 0; i++)
		if (!id_is_none(&team[i].skp_id))
			v->url_after =
				view_review_url(mem, &team[i].pegawai_id, e->tahun, e->nomor);
}

struct evaluation_review *view_review(struct arena *mem, const struct evaluasi *e,
				      const struct evaluasi_ringkas *team, int team_count)
{
	static const char *const cells[3][3] = {
		{"11", "12", "13"}, {"21", "22", "23"}, {"31", "32", "33"}};
	struct evaluation_review *v = arena_new(mem, struct evaluation_review);
	const struct pegawai *p = e->pegawai;

	v->e = e;
	v->team_count = team_count;
	v->url = view_review_url(mem, &p->pegawai_id, e->tahun, e->nomor);
	v->initials = name_initials(mem, p->nama, 2);
	v->first_name = name_called(p->nama);
	v->person_line = str_format(mem, "%.*s%s%.*s%s%.*s · %.*s", STR_ARG(p->pangkat),
				    p->pangkat.len    ? ", "
				    : p->golongan.len ? SAY(mem, "Golongan ").at
						      : "",
				    STR_ARG(p->golongan), p->golongan.len ? " · " : "",
				    STR_ARG(p->jabatan_nama), STR_ARG(p->unit_nama));
	v->cell = e->hasil.is_set && e->perilaku.is_set ? cells[e->hasil.value][e->perilaku.value]
							: "";
	v->saran = suggestion(mem, e);
	v->pola = say(mem, pattern(e));
	make_neighbours(mem, team, v);
	make_iki(mem, v);
	make_nilai(mem, v);
	make_laporan(mem, v);
	make_bars(mem, team, v);
	return v;
}

void view_fields(struct evaluation_review *v)
{
	for (int i = 0; i < v->iki_count; i++)
		v->iki[i].form = penilaian_iki_row(&v->form, &v->iki[i].iki->iki_id);
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		v->nilai[i].form = penilaian_nilai_row(&v->form, v->nilai[i].said->nilai);
}

void view_periode(struct arena *mem, const struct periode *list, int count,
		  struct evaluation_periode *out)
{
	out->choice = arena_array(mem, struct evaluation_choice, count + 1);
	out->choice_count = count;
	for (int i = 0; i < count; i++) {
		struct evaluation_choice *choice = &out->choice[i];
		choice->value = str_format(mem, "%d-%d", list[i].tahun, list[i].nomor);
		choice->label = str_format(
			mem, "%.*s%s", STR_ARG(say_period(mem, list[i].nama)),
			str_is(list[i].status, "pengisian") ? SAY(mem, " (dibuka)").at : "");
		choice->is_chosen = list[i].tahun == out->tahun && list[i].nomor == out->nomor;
		if (choice->is_chosen) {
			out->nama = list[i].nama;
			out->status = list[i].status;
		}
	}
}

struct str view_luar(struct arena *mem, const struct pejabat_luar *luar)
{
	return say_format(mem, "%.*s, %.*s, menurut surat nomor %.*s tanggal %.*s",
			  STR_ARG(luar->nama), STR_ARG(luar->jabatan), STR_ARG(luar->surat_nomor),
			  STR_ARG(say_date(mem, luar->surat_tanggal)));
}

struct str view_own_sentence(struct arena *mem, const struct evaluasi_ringkas *row)
{
	return say_format(
		mem,
		"Hasil kerja Anda %.*s dan perilaku kerja Anda %.*s, sehingga predikatnya %.*s.",
		STR_ARG(str_lower(mem, say(mem, rating_label(row->hasil.value)))),
		STR_ARG(str_lower(mem, say(mem, rating_label(row->perilaku.value)))),
		STR_ARG(say(mem, predikat_label(row->predikat))));
}
