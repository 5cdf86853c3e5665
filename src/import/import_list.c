/* SPDX-License-Identifier: Apache-2.0 */
/* The plan of an empty file is what the store holds; it is written as its sheets. */
#include "import/import_list.h"

#include "import/import_store.h"
#include "law/access.h"
#include "render/xlsx_write.h"

static struct str yes_no(bool is)
{
	return is ? STR("ya") : STR("tidak");
}

static struct str day(struct arena *mem, struct date d)
{
	return date_is_none(d) ? STR_NONE : date_iso(mem, d);
}

static enum err sheet_open(struct xlsx *xlsx, enum import_jenis jenis)
{
	int count, widths[IMPORT_COLUMN_MAX];
	const struct import_column *column = import_column(jenis, &count);
	struct str head[IMPORT_COLUMN_MAX];
	enum err err;

	for (int i = 0; i < count; i++) {
		head[i] = column[i].kunci;
		widths[i] = 22;
	}
	if ((err = xlsx_sheet(xlsx, import_lembar(jenis), widths, count)))
		return err;
	xlsx_head(xlsx, head, count);
	return ERR_OK;
}

static enum err units_write(const struct import_plan *plan, struct xlsx *xlsx)
{
	enum err err = sheet_open(xlsx, IMPORT_UNIT);

	for (int i = 0; i < plan->unit_count && !err; i++) {
		const struct plan_unit *u = &plan->units[i];
		struct str row[] = {[UNIT_KODE] = u->kode,
				    [UNIT_NAMA] = u->nama,
				    [UNIT_INDUK] = u->kode_induk,
				    [UNIT_JENIS] = u->jenis,
				    [UNIT_MANDIRI] = yes_no(u->is_mandiri),
				    [UNIT_ZONA] = u->zona};
		if (!u->is_ended)
			xlsx_row(xlsx, row, sizeof row / sizeof row[0]);
	}
	return err;
}

static enum err jabatans_write(const struct import_plan *plan, struct xlsx *xlsx)
{
	struct arena *mem = plan->job->mem;
	enum err err = sheet_open(xlsx, IMPORT_JABATAN);

	for (int i = 0; i < plan->jabatan_count && !err; i++) {
		const struct plan_jabatan *j = &plan->jabatans[i];
		struct str kelas = j->kelas ? str_format(mem, "%d", j->kelas) : STR_NONE;
		struct str row[] = {[JABATAN_KODE] = j->kode,
				    [JABATAN_NAMA] = j->nama,
				    [JABATAN_UNIT] = j->kode_unit,
				    [JABATAN_KELOMPOK] = j->kelompok,
				    [JABATAN_JENJANG] = j->jenjang,
				    [JABATAN_KELAS] = kelas,
				    [JABATAN_KEPALA] = yes_no(j->is_kepala),
				    [JABATAN_TUGAS] = j->tugas,
				    [JABATAN_TANGGUNG] = j->tanggung_jawab,
				    [JABATAN_UKURAN] = j->ukuran};
		if (!j->is_ended)
			xlsx_row(xlsx, row, sizeof row / sizeof row[0]);
	}
	return err;
}

/* Roles that were given; leading a unit follows from the post. */
static struct str roles_text(struct arena *mem, const struct plan_pegawai *p)
{
	struct buf out;

	buf_init(&out, mem);
	for (enum peran peran = 0; peran < PERAN_COUNT; peran++) {
		if (!(p->peran >> peran & 1U) || !peran_is_given(peran) ||
		    peran == PERAN_PIMPINAN_UNIT)
			continue;
		buf_add_cstr(&out, out.len ? "; " : "");
		buf_add(&out, peran_key(peran));
	}
	return buf_str(&out);
}

static enum err pegawais_write(const struct import_plan *plan, struct xlsx *xlsx)
{
	struct arena *mem = plan->job->mem;
	enum err err = sheet_open(xlsx, IMPORT_PEGAWAI);

	for (int i = 0; i < plan->pegawai_count && !err; i++) {
		const struct plan_pegawai *p = &plan->pegawais[i];
		struct str row[] = {[PEGAWAI_NIP] = p->nip,
				    [PEGAWAI_NAMA] = p->nama,
				    [PEGAWAI_EMAIL] = p->email,
				    [PEGAWAI_JENIS] = p->jenis,
				    [PEGAWAI_GOLONGAN] = p->golongan,
				    [PEGAWAI_JABATAN] = p->kode_jabatan,
				    [PEGAWAI_PENILAI] = p->nip_penilai,
				    [PEGAWAI_TMT] = day(mem, p->tmt),
				    [PEGAWAI_KONTRAK_MULAI] = day(mem, p->kontrak_mulai),
				    [PEGAWAI_KONTRAK_SELESAI] = day(mem, p->kontrak_selesai),
				    [PEGAWAI_PERAN] = roles_text(mem, p)};
		if (!p->is_ended)
			xlsx_row(xlsx, row, sizeof row / sizeof row[0]);
	}
	return err;
}

static enum err liburs_write(const struct import_plan *plan, struct xlsx *xlsx)
{
	enum err err = sheet_open(xlsx, IMPORT_LIBUR);

	for (int i = 0; i < plan->libur_count && !err; i++) {
		const struct plan_libur *l = &plan->liburs[i];
		struct str row[] = {[LIBUR_TANGGAL] = day(plan->job->mem, l->tanggal),
				    [LIBUR_NAMA] = l->nama,
				    [LIBUR_JENIS] = l->jenis};
		xlsx_row(xlsx, row, sizeof row / sizeof row[0]);
	}
	return err;
}

enum err import_list_write(struct job *job, struct xlsx *xlsx)
{
	struct import_file none = {.note_count = 0};
	struct import_wish wish = {.ends = 0};
	struct import_plan plan = {.job = job, .file = &none, .wish = &wish};
	enum err err;

	if (!access_reaches_all(job->actor, PERM_ORG_IMPORT))
		return ERR_FORBIDDEN;
	if ((err = import_plan_load(&plan)) || (err = units_write(&plan, xlsx)) ||
	    (err = jabatans_write(&plan, xlsx)) || (err = pegawais_write(&plan, xlsx)))
		return err;
	return liburs_write(&plan, xlsx);
}
