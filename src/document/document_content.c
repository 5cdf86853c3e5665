/* SPDX-License-Identifier: Apache-2.0 */
/* The signed content of each kind of paper. */
#include "document/document_content.h"

#include "audit/audit_heads.h"
#include "document/document_pack.h"
#include "evaluation/evaluation.h"
#include "evaluation/evaluation_share.h"
#include "generated/document_sql.h"
#include "law/berakhlak.h"
#include "law/skp_target.h"
#include "skp/skp.h"

/* PK-20: the appraiser's superior is the appraiser only at the top of the agency. */
static enum err load_atasan(struct job *job, struct content *c)
{
	c->atasan = c->penilai;
	return !c->penilai || id_is_none(&c->penilai->penilai_id)
		       ? ERR_OK
		       : pegawai_load(job, &c->penilai->penilai_id, &c->atasan);
}

/* Days of a paper are days of the unit the plan was made for. */
static void take_date(int64_t at, struct content *c)
{
	c->zona = c->skp->unit_zona;
	c->tanggal = date_of_time(at, c->zona);
}

/* "/KOTA/DUKCAPIL/" of "/KOTA/DUKCAPIL/BID-1/": so many parts, or all when there are fewer. */
static struct str upper_jalur(struct str jalur, int parts)
{
	size_t at = 0;

	for (size_t i = 1; i < jalur.len && parts > 0; i++)
		if (jalur.at[i] == '/') {
			at = i + 1;
			parts--;
		}
	return str_slice(jalur, 0, at);
}

/* The plan, with the agency and its chain. */
static enum err begin(struct job *job, struct skp *skp, struct content *out)
{
	enum err err;

	*out = (struct content){.susunan = SUSUNAN, .skp = skp};
	err = sql_dokumen_instansi(job, upper_jalur(skp->unit_jalur, 2),
				   upper_jalur(skp->unit_jalur, 1), out);
	return err ? err : audit_head_short(job->db, job->mem, &out->kepala);
}

static enum err load_skp(struct job *job, const struct id *skp_id, struct content *c)
{
	struct skp *skp;
	enum err err;

	if ((err = skp_load(job, skp_id, &skp)) || (err = begin(job, skp, c)))
		return err;
	if (c->skp->state < SKP_DISETUJUI)
		return ERR_NOT_FOUND; /* a draft is not a document */
	c->version = c->skp->version;
	take_date(c->skp->decided_at, c);
	if ((err = pegawai_load(job, &c->skp->pegawai_id, &c->pegawai)))
		return err;
	if (!id_is_none(&c->skp->penilai_id) &&
	    (err = pegawai_load(job, &c->skp->penilai_id, &c->penilai)))
		return err;
	return load_atasan(job, c);
}

enum err content_of_evaluasi(struct job *job, const struct evaluasi *e, struct content *out)
{
	enum err err = begin(job, e->skp, out);

	if (err)
		return err;
	if (!evaluasi_is_decided(e->state))
		return ERR_NOT_FOUND;
	out->evaluasi = e;
	out->version = e->version;
	out->pegawai = e->pegawai;
	out->penilai = e->penilai;
	take_date(e->ditetapkan_at, out);
	return load_atasan(job, out);
}

enum err content_load(struct job *job, enum dokumen_jenis jenis, const struct id *objek_id,
		      struct content *out)
{
	struct evaluasi *e;
	enum err err;

	if (jenis == DOKUMEN_SKP)
		return load_skp(job, objek_id, out);
	err = evaluation_load_by_id(job, objek_id, &e);
	return err ? err : content_of_evaluasi(job, e, out);
}

static struct str dash(struct str text)
{
	return text.len ? text : STR("-");
}

/* The five lines of a person; PPPK have a golongan without pangkat. */
static void put_person(struct buf *out, const char *who, const struct pegawai *p)
{
	struct arena *mem = out->mem;
	struct str rank = STR("-");

	if (!p) {
		const struct str empty[6] = {str_from(who), STR("-"), STR("-"),
					     STR("-"),	    STR("-"), STR("-")};
		pack_row(out, "orang", empty, 6);
		return;
	}
	if (p->golongan.len && p->pangkat.len)
		rank = str_format(mem, "%.*s, %.*s", STR_ARG(p->pangkat), STR_ARG(p->golongan));
	else if (p->golongan.len)
		rank = p->golongan;
	const struct str cell[6] = {str_from(who),	   p->nama,	      p->nip, rank,
				    dash(p->jabatan_nama), dash(p->unit_nama)};
	pack_row(out, "orang", cell, 6);
}

/* Somebody outside the agency, of whom name and title are known (rulebook 1.4). */
static void put_outsider(struct buf *out, const char *who, const struct pejabat_luar *luar)
{
	const struct str cell[6] = {str_from(who), luar->nama,	  STR("-"),
				    STR("-"),	   luar->jabatan, STR("-")};

	pack_row(out, "orang", cell, 6);
}

/* An appraiser outside, with the letter that was signed. */
static void put_luar(struct buf *out, const struct pejabat_luar *luar)
{
	put_outsider(out, "penilai", luar);
	pack_put(out, "surat_nomor", luar->surat_nomor);
	pack_put(out, "surat_tanggal", date_iso(out->mem, luar->surat_tanggal));
}

/* The whole year's and without direction, as papers of the first layout have it. */
static struct str target_plain(struct arena *mem, const struct iki *iki)
{
	if (str_is(iki->arah, "range"))
		return str_format(mem, "%.*s–%.*s", STR_ARG(str_hundredths(mem, iki->target_min)),
				  STR_ARG(skp_amount_text(mem, iki->target, iki->satuan)));
	return skp_amount_text(mem, iki->target, iki->satuan);
}

/* Beside a period's realisation stands what was expected in the period. */
static struct str target(struct arena *mem, const struct content *c, const struct iki *iki)
{
	if (!iki->has_target)
		return STR("Sesuai ekspektasi");
	if (c->susunan < 2)
		return target_plain(mem, iki);
	return c->evaluasi ? iki_share_text(mem, iki, &c->evaluasi->periode)
			   : skp_target_text(mem, iki);
}

static struct str label(struct arena *mem, struct str key)
{
	struct str text = str_copy(mem, key);
	char *at = arena_alloc(mem, text.len + 1);
	for (size_t i = 0; i < text.len; i++)
		at[i] = text.at[i] == '_' ? ' ' : text.at[i];
	if (text.len && at[0] >= 'a' && at[0] <= 'z')
		at[0] = (char)(at[0] - 'a' + 'A');
	return (struct str){at, text.len};
}

static const struct evaluasi_iki *made_of(const struct evaluasi *e, const struct id *iki_id)
{
	for (int i = 0; e && i < e->iki_count; i++)
		if (id_equal(&e->iki[i].iki_id, iki_id))
			return &e->iki[i];
	return NULL;
}

/* One indicator: jenis, no, pimpinan, rhk, aspek or perspektif, iki, target, realisasi, umpan
   balik; no, pimpinan and rhk stand only beside the first. */
static void put_iki(struct buf *out, const struct content *c, const struct rhk *rhk, int number,
		    int index)
{
	struct arena *mem = out->mem;
	const struct iki *iki = index < rhk->iki_count ? &rhk->iki[index] : NULL;
	const struct evaluasi_iki *made = iki ? made_of(c->evaluasi, &iki->iki_id) : NULL;
	bool is_jpt = str_is(c->skp->bentuk, "jpt");
	struct str cell[9] = {rhk->jenis, STR_NONE, STR_NONE, STR_NONE, STR_NONE,
			      STR_NONE,	  STR_NONE, STR_NONE, STR_NONE};

	if (index == 0) {
		cell[1] = str_format(mem, "%d", number);
		cell[2] = dash(rhk->pimpinan_uraian.len ? rhk->pimpinan_uraian
							: rhk->hasil_unit_uraian);
		cell[3] = rhk->uraian;
	}
	cell[4] = dash(is_jpt ? label(mem, rhk->perspektif)
		       : iki  ? label(mem, iki->aspek)
			      : STR_NONE);
	cell[5] = iki ? iki->uraian : STR("-");
	cell[6] = iki ? target(mem, c, iki) : STR("-");
	if (made) {
		cell[7] = made->realisasi_teks.len ? made->realisasi_teks
			  : made->has_realisasi ? skp_amount_text(mem, made->realisasi, iki->satuan)
						: STR("-");
		cell[8] = dash(made->umpan_balik);
	}
	pack_row(out, "hasil", cell, 9);
}

static void put_results(struct buf *out, const struct content *c)
{
	static const char *const order[] = {"utama", "tambahan"};

	for (int part = 0; part < 2; part++) {
		int number = 0;
		for (int i = 0; i < c->skp->rhk_count; i++) {
			const struct rhk *rhk = &c->skp->rhk[i];
			if (!str_is(rhk->jenis, order[part]))
				continue;
			number++;
			for (int j = 0; j < rhk->iki_count || j == 0; j++)
				put_iki(out, c, rhk, number, j);
		}
	}
}

static struct str expectation(const struct skp *skp, struct str nilai)
{
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		if (str_equal(skp->perilaku[i].nilai, nilai))
			return skp->perilaku[i].ekspektasi;
	return STR_NONE;
}

/* no, value, three guides as lines, special expectation, feedback: always all seven, PK-15. */
static void put_behaviour(struct buf *out, const struct content *c)
{
	struct arena *mem = out->mem;

	for (int i = 0; i < BERAKHLAK_COUNT; i++) {
		const struct berakhlak *value = &berakhlak_all()[i];
		struct str cell[5] = {str_format(mem, "%d", i + 1), value->label, STR_NONE,
				      dash(expectation(c->skp, value->code)), STR_NONE};
		struct buf guides;
		buf_init(&guides, mem);
		for (int j = 0; j < BERAKHLAK_GUIDES; j++)
			buf_add_format(&guides, "%s• %.*s", j ? "\n" : "",
				       STR_ARG(value->guides[j]));
		cell[2] = buf_str(&guides);
		if (c->evaluasi)
			cell[4] = dash(c->evaluasi->nilai[i].umpan_balik);
		pack_row(out, "perilaku", cell, 5);
	}
}

static void put_attachment(struct buf *out, const struct skp *skp)
{
	for (int i = 0; i < skp->lampiran_count; i++) {
		const struct str cell[2] = {skp->lampiran[i].blok, skp->lampiran[i].uraian};
		pack_row(out, "lampiran", cell, 2);
	}
}

static void put_verdict(struct buf *out, const struct evaluasi *e)
{
	if (e->capaian.is_set) {
		pack_put(out, "capaian", capaian_label(e->capaian.predikat));
		pack_put(out, "pola", capaian_key(e->capaian.predikat));
	}
	if (e->hasil.is_set)
		pack_put(out, "rating_hasil", rating_label(e->hasil.value));
	if (e->perilaku.is_set)
		pack_put(out, "rating_perilaku", rating_label(e->perilaku.value));
	if (e->has_predikat)
		pack_put(out, "predikat", predikat_label(e->predikat));
}

static struct str notes(struct arena *mem, const struct evaluasi *e)
{
	struct buf said;
	const struct {
		const char *head;
		struct str text;
	} part[] = {{"Yang sudah kuat: ", e->catatan_kuat},
		    {"Yang perlu dikembangkan: ", e->catatan_kembang},
		    {"Rekomendasi: ", e->rekomendasi}};

	buf_init(&said, mem);
	for (size_t i = 0; i < sizeof part / sizeof part[0]; i++)
		if (part[i].text.len)
			buf_add_format(&said, "%s%s%.*s", said.len ? "\n" : "", part[i].head,
				       STR_ARG(part[i].text));
	return said.len ? buf_str(&said) : STR("-");
}

static struct str contact_line(struct arena *mem, const struct content *c)
{
	bool has_both = c->kop_telepon.len > 0 && c->kop_email.len > 0;
	const char *telepon = c->kop_telepon.len > 0 ? "Telepon " : "";

	return str_format(mem, "%s%.*s%s%.*s", telepon, STR_ARG(c->kop_telepon),
			  has_both ? " · " : "", STR_ARG(c->kop_email));
}

static void put_head(struct buf *out, enum dokumen_jenis jenis, const struct content *c,
		     struct str kode)
{
	struct arena *mem = out->mem;
	const struct evaluasi *e = c->evaluasi;
	struct date from = e ? e->periode.mulai : c->skp->mulai,
		    to = e ? e->periode.selesai : c->skp->selesai;

	pack_begin(out);
	pack_put(out, "jenis", dokumen_jenis_key(jenis));
	pack_put(out, "kode", kode);
	if (c->susunan > 1)
		pack_put(out, "susunan", str_format(mem, "%d", c->susunan));
	pack_put(out, "versi", str_format(mem, "%lld", (long long)c->version));
	pack_put(out, "instansi", c->instansi);
	if (c->susunan > 2) {
		pack_put(out, "kop_unit", c->kop_unit);
		pack_put(out, "kop_alamat", c->kop_alamat);
		pack_put(out, "kop_kontak", contact_line(mem, c));
	}
	pack_put(out, "tahun", str_format(mem, "%d", c->skp->tahun));
	pack_put(out, "periode",
		 str_format(mem, "%.*s s.d. %.*s", STR_ARG(date_long(mem, from)),
			    STR_ARG(date_long(mem, to))));
	pack_put(out, "periode_nama",
		 e ? e->periode.nama : str_format(mem, "Tahun %d", c->skp->tahun));
	pack_put(out, "is_tahunan", e && e->nomor == 0 ? STR("ya") : STR("tidak"));
	pack_put(out, "pendekatan", c->skp->pendekatan);
	pack_put(out, "bentuk", c->skp->bentuk);
	pack_put(out, "revisi", str_format(mem, "%d", c->skp->revisi));
	if (c->kepala.len)
		pack_put(out, "kepala", c->kepala);
	pack_put(out, "tempat", c->kota);
	pack_put(out, "tanggal", date_iso(mem, c->tanggal));
	pack_put(out, "zona", zona_key(c->zona));
	put_person(out, "pegawai", c->pegawai);
	const struct pejabat_luar *luar = e ? &e->luar : &c->skp->luar;
	if (!c->penilai && luar->surat_nomor.len)
		put_luar(out, luar);
	else
		put_person(out, "penilai", c->penilai);
}

struct str content_bytes(struct arena *mem, enum dokumen_jenis jenis, const struct content *c,
			 struct str kode)
{
	CLEANUP(arena_close)
	struct arena *own = arena_make(); /* without a reader: signed papers are Indonesian */
	struct buf out;

	buf_init(&out, own);
	put_head(&out, jenis, c, kode);
	switch (jenis) {
	case DOKUMEN_SKP:
		put_results(&out, c);
		put_behaviour(&out, c);
		put_attachment(&out, c->skp);
		break;
	case DOKUMEN_EVALUASI:
		put_verdict(&out, c->evaluasi);
		put_results(&out, c);
		put_behaviour(&out, c);
		break;
	case DOKUMEN_DOKUMEN_EVALUASI:
		/* 1.4: at the top the superior of the appraiser is the appraiser */
		if (c->evaluasi->is_luar)
			put_outsider(&out, "atasan", &c->evaluasi->luar);
		else
			put_person(&out, "atasan", c->atasan);
		put_verdict(&out, c->evaluasi);
		pack_put(&out, "catatan", notes(own, c->evaluasi));
		break;
	}
	return str_copy(mem, buf_str(&out));
}
