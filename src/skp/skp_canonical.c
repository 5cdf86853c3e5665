/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes of a plan that are signed and hashed. */
#include "skp/skp_canonical.h"

/* A value with its length, so that no two plans share a text. */
static void line(struct buf *out, const char *key, struct str value)
{
	buf_add_format(out, "%s %zu:", key, value.len);
	buf_add(out, value);
	buf_add_char(out, '\n');
}

static void line_int(struct buf *out, const char *key, int64_t value)
{
	buf_add_format(out, "%s %lld\n", key, (long long)value);
}

static void line_id(struct buf *out, const char *key, const struct id *id)
{
	line(out, key, id_is_none(id) ? STR_NONE : id_str(out->mem, id));
}

static void write_rhk(struct buf *out, const struct rhk *rhk)
{
	line_id(out, "rhk", &rhk->rhk_id);
	line(out, "jenis", rhk->jenis);
	line(out, "kelas", rhk->kelas);
	line(out, "uraian", rhk->uraian);
	line(out, "perspektif", rhk->perspektif);
	line_id(out, "hasil_unit", &rhk->hasil_unit_id);
	line_id(out, "rhk_pimpinan", &rhk->rhk_pimpinan_id);
	for (int i = 0; i < rhk->iki_count; i++) {
		const struct iki *iki = &rhk->iki[i];

		line(out, "iki", iki->uraian);
		line(out, "aspek", iki->aspek);
		line(out, "satuan", iki->satuan);
		line(out, "arah", iki->arah);
		if (iki->has_target) {
			line_int(out, "target_min", iki->target_min);
			line_int(out, "target", iki->target);
		}
		if (!id_is_none(&iki->indikator_id)) { /* only then: texts of before stay */
			line_id(out, "indikator", &iki->indikator_id);
			line_id(out, "wilayah", &iki->wilayah_id);
		}
	}
}

struct str skp_canonical(struct arena *mem, const struct skp *skp)
{
	struct buf out;

	buf_init(&out, mem);
	line(&out, "skp", STR("1"));
	line_id(&out, "id", &skp->skp_id);
	line_id(&out, "pegawai", &skp->pegawai_id);
	line_id(&out, "penilai", &skp->penilai_id);
	line_id(&out, "jabatan", &skp->jabatan_id);
	line_id(&out, "unit", &skp->unit_id);
	line_int(&out, "tahun", skp->tahun);
	line_int(&out, "revisi", skp->revisi);
	line(&out, "mulai", date_iso(mem, skp->mulai));
	line(&out, "selesai", date_iso(mem, skp->selesai));
	line(&out, "pendekatan", skp->pendekatan);
	line(&out, "bentuk", skp->bentuk);
	for (int i = 0; i < skp->rhk_count; i++)
		write_rhk(&out, &skp->rhk[i]);
	for (int i = 0; i < BERAKHLAK_COUNT; i++) {
		line(&out, "nilai", skp->perilaku[i].nilai);
		line(&out, "ekspektasi", skp->perilaku[i].ekspektasi);
	}
	for (int i = 0; i < skp->lampiran_count; i++) {
		line(&out, "blok", skp->lampiran[i].blok);
		line(&out, "uraian", skp->lampiran[i].uraian);
	}
	return buf_str(&out);
}

struct str skp_audit_text(struct arena *mem, const struct skp *skp)
{
	struct buf out;

	buf_init(&out, mem);
	buf_add(&out, skp_canonical(mem, skp));
	line(&out, "state", skp_state_key(skp->state));
	line(&out, "nomor", skp->receipt_nomor);
	if (skp->luar.surat_nomor.len) { /* only then, so that texts of before read as they did */
		line(&out, "luar", skp->luar.nama);
		line(&out, "jabatan", skp->luar.jabatan);
		line(&out, "surat", skp->luar.surat_nomor);
		line(&out, "tanggal", date_iso(mem, skp->luar.surat_tanggal));
	}
	for (int i = 0; i < skp->rhk_count; i++)
		line(&out, "komentar", skp->rhk[i].komentar);
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		line(&out, "komentar", skp->perilaku[i].komentar);
	for (int i = 0; i < SKP_BLOK_COUNT; i++)
		if (skp->blok_komentar[i].len)
			line(&out, "komentar", skp->blok_komentar[i]);
	return buf_str(&out);
}
