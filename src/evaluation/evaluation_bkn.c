/* SPDX-License-Identifier: Apache-2.0 */
/* The sheet of e-Kinerja BKN: three head rows, an empty one, then the people. */
#include "evaluation/evaluation_bkn.h"

#include "evaluation/evaluation_load.h"
#include "generated/evaluation_sql.h"
#include "law/access.h"
#include "law/bkn.h"
#include "render/xlsx_write.h"

bool evaluation_bkn_knows(struct job *job, int tahun, int nomor)
{
	struct periode periode;

	return !evaluation_periode(job, tahun, nomor, &periode) &&
	       bkn_knows(periode.mulai, periode.selesai);
}

enum err evaluation_bkn(struct job *job, const struct unit *unit, int tahun, int nomor,
			struct bkn_recap *out)
{
	struct str scope = access_scope_jalur(job->actor, PERM_EVALUATION_EXPORT);
	struct periode periode;
	enum err err;

	if (!access_may(job->actor, PERM_EVALUATION_EXPORT) ||
	    !str_equal(str_slice(unit->jalur, 0, scope.len), scope))
		return ERR_FORBIDDEN;
	if ((err = evaluation_periode(job, tahun, nomor, &periode)))
		return err;
	if (!bkn_knows(periode.mulai, periode.selesai)) {
		problem_add(
			job->faults, STR("periode"), "rekap.bkn",
			STR("Tata letak e-Kinerja BKN dikenal untuk periode bulanan sejak 2026. "
			    "Pilih periode bulanan."));
		return ERR_INVALID;
	}
	if ((err = sql_bkn_instansi(job, out)))
		return err;
	out->unit_nama = unit->nama;
	out->periode = bkn_period(job->mem, periode.mulai);
	return sql_bkn_rows(job, unit->jalur, tahun, nomor, &out->row, &out->count);
}

static void row_write(struct arena *mem, struct xlsx *xlsx, int number, const struct bkn_row *row)
{
	const struct str cells[BKN_COLUMNS] = {str_format(mem, "%d", number),
					       row->nip,
					       row->nama,
					       row->jabatan,
					       bkn_rating(row->hasil),
					       bkn_rating(row->perilaku),
					       predikat_label(row->predikat)};

	xlsx_row(xlsx, cells, BKN_COLUMNS);
}

enum err evaluation_bkn_write(struct job *job, struct str path, const struct bkn_recap *recap)
{
	static const int widths[BKN_COLUMNS] = {6, 22, 36, 40, 22, 22, 26};
	struct str head[BKN_COLUMNS], none = STR_NONE;
	const struct str agency[] = {recap->instansi_kode, recap->instansi_nama};
	CLEANUP(xlsx_close) struct xlsx *xlsx = NULL;
	enum err err;

	for (int i = 0; i < BKN_COLUMNS; i++)
		head[i] = bkn_column(i);
	if ((err = xlsx_open(job->mem, str_cstr(job->mem, path), &xlsx)) ||
	    (err = xlsx_sheet(xlsx, STR("Rekap"), widths, BKN_COLUMNS)))
		return err;
	xlsx_row(xlsx, agency, 2);
	xlsx_row(xlsx, &recap->unit_nama, 1);
	xlsx_row(xlsx, &recap->periode, 1);
	xlsx_row(xlsx, &none, 1);
	xlsx_row(xlsx, head, BKN_COLUMNS);
	for (int i = 0; i < recap->count; i++)
		row_write(job->mem, xlsx, i + 1, &recap->row[i]);
	return xlsx_finish(xlsx);
}
