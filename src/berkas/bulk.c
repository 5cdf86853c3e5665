/* SPDX-License-Identifier: Apache-2.0 */
/* Rows as the register itself writes them: what was taken in has lama -1. */
#include "berkas/bulk.h"

#include "berkas/berkas_own.h"
#include "generated/berkas_sql.h"

enum err berkas_hari_bulk_add(struct job *job, const struct berkas_hari_bulk *day)
{
	struct berkas_hari in = {.layanan_id = day->layanan_id,
				 .pelaku_id = day->pelaku_id,
				 .tanggal = day->tanggal,
				 .ukuran = STR(""),
				 .lama = -1,
				 .diterima = day->diterima,
				 .lengkap_pertama = day->lengkap_pertama};
	struct berkas_hari done = {.layanan_id = day->layanan_id,
				   .pelaku_id = day->pelaku_id,
				   .tanggal = day->tanggal,
				   .ukuran = day->in_days ? STR("hari") : STR("menit"),
				   .lama = day->lama,
				   .selesai = day->selesai,
				   .tepat = day->tepat};
	enum err err = ERR_OK;

	if (day->diterima > 0)
		err = sql_hari_add(job, &in);
	if (!err && day->selesai > 0)
		err = sql_hari_add(job, &done);
	return err;
}
