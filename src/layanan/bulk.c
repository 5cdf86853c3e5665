/* SPDX-License-Identifier: Apache-2.0 */
/* Rows as they come. */
#include "layanan/bulk.h"

#include "generated/layanan_sql.h"
#include "layanan/layanan_change.h"
#include "layanan/layanan_row.h"

enum err layanan_bulk_add(struct job *job, const struct layanan *layanan)
{
	return sql_layanan_insert(job, layanan);
}

enum err standar_bulk_add(struct job *job, const struct standar *standar)
{
	enum err err = sql_standar_bulk_insert(job, standar);

	for (int i = 0; i < standar->syarat_count && !err; i++)
		err = sql_syarat_insert(job, &standar->syarat[i], &standar->layanan_id,
					standar->nomor, i + 1);
	for (int i = 0; i < standar->langkah_count && !err; i++)
		err = sql_langkah_insert(job, &standar->langkah[i], &standar->layanan_id,
					 standar->nomor, i + 1);
	return err;
}

enum err pelaksana_bulk_add(struct job *job, const struct id *layanan_id,
			    const struct id *jabatan_id)
{
	return sql_pelaksana_insert(job, layanan_id, jabatan_id);
}

enum err maklumat_bulk_add(struct job *job, const struct maklumat *maklumat,
			   const struct id *akun_id)
{
	return sql_maklumat_insert(job, maklumat, akun_id);
}
