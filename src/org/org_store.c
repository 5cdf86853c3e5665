/* SPDX-License-Identifier: Apache-2.0 */
/* Units, posts and people as stored. */
#include "org/org_store.h"

#include "db/query.h"
#include "generated/org_sql.h"

#include <string.h>

static void pegawai_read(const struct query *q, struct arena *mem, struct pegawai *out)
{
	*out = (struct pegawai){
		.pegawai_id = query_column_id(q, 0),
		.jabatan_id = query_column_id(q, 1),
		.unit_id = query_column_id(q, 2),
		.penilai_id = query_column_id(q, 3),
		.nip = query_column_text(q, 4, mem),
		.nama = query_column_text(q, 5, mem),
		.email = query_column_text(q, 6, mem),
		.jenis = query_column_text(q, 7, mem),
		.golongan = query_column_text(q, 8, mem),
		.tmt = query_column_date(q, 9),
		.version = query_column_int(q, 10),
		.jabatan_nama = query_column_text(q, 11, mem),
		.jabatan_kelompok = query_column_text(q, 12, mem),
		.is_kepala = query_column_int(q, 13) != 0,
		.unit_nama = query_column_text(q, 14, mem),
		.unit_jalur = query_column_text(q, 15, mem),
		.unit_is_mandiri = query_column_int(q, 16) != 0,
		.is_top = query_column_int(q, 17) != 0,
	};
}

/* ERR_NOT_FOUND when no row came. */
static enum err pegawai_one(struct query *q, struct arena *mem, struct pegawai **out)
{
	if (query_next(q)) {
		*out = arena_new(mem, struct pegawai);
		pegawai_read(q, mem, *out);
		return ERR_OK;
	}
	enum err err = query_error(q);
	return err ? err : ERR_NOT_FOUND;
}

static enum err pegawai_many(struct query *q, struct arena *mem, struct pegawai **out, int *count)
{
	int n = 0;
	struct pegawai *rows = NULL;

	while (query_next(q)) {
		rows = arena_grow(mem, rows, n, sizeof *rows);
		pegawai_read(q, mem, &rows[n++]);
	}
	*out = rows;
	*count = n;
	return query_error(q);
}

enum err org_pegawai_by_id(struct db *db, struct arena *mem, const struct id *id,
			   struct pegawai **out)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_PEGAWAI_BY_ID);

	query_id(q, 2, id);
	return pegawai_one(q, mem, out);
}

enum err org_pegawai_of_penilai(struct job *job, const struct id *id, struct pegawai **out,
				int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_PEGAWAI_OF_PENILAI);

	query_id(q, 2, id);
	return pegawai_many(q, job->mem, out, count);
}

enum err pegawai_list(struct job *job, struct str jalur, struct str search, struct str after,
		      struct pegawai **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_PEGAWAI_PAGE);

	query_text(q, 2, jalur);
	query_text(q, 3, query_pattern(job->mem, search));
	query_text(q, 4, after);
	query_int(q, 5, PEGAWAI_PAGE);
	return pegawai_many(q, job->mem, out, count);
}

static void unit_read(const struct query *q, struct arena *mem, struct unit *out)
{
	*out = (struct unit){
		.unit_id = query_column_id(q, 0),
		.induk_id = query_column_id(q, 1),
		.kode = query_column_text(q, 2, mem),
		.nama = query_column_text(q, 3, mem),
		.jalur = query_column_text(q, 4, mem),
		.jenis = query_column_text(q, 5, mem),
		.is_mandiri = query_column_int(q, 6) != 0,
	};
	if (!zona_parse(query_column_text(q, 7, mem), &out->zona))
		out->zona = ZONA_WIB;
}

enum err org_unit_by_id(struct db *db, struct arena *mem, const struct id *id, struct unit **out)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_UNIT_BY_ID);

	query_id(q, 2, id);
	if (query_next(q)) {
		*out = arena_new(mem, struct unit);
		unit_read(q, mem, *out);
		return ERR_OK;
	}
	enum err err = query_error(q);
	return err ? err : ERR_NOT_FOUND;
}

enum err unit_list(struct job *job, struct str jalur, struct unit **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_UNIT_BELOW);
	int n = 0;
	struct unit *rows = NULL;

	query_text(q, 2, jalur);
	while (query_next(q)) {
		rows = arena_grow(job->mem, rows, n, sizeof *rows);
		unit_read(q, job->mem, &rows[n++]);
	}
	*out = rows;
	*count = n;
	return query_error(q);
}

enum err org_jabatan_by_id(struct db *db, struct arena *mem, const struct id *id,
			   struct jabatan **out)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_JABATAN_BY_ID);

	query_id(q, 2, id);
	if (!query_next(q)) {
		enum err err = query_error(q);
		return err ? err : ERR_NOT_FOUND;
	}
	*out = arena_new(mem, struct jabatan);
	**out = (struct jabatan){
		.jabatan_id = query_column_id(q, 0),
		.unit_id = query_column_id(q, 1),
		.kode = query_column_text(q, 2, mem),
		.nama = query_column_text(q, 3, mem),
		.kelompok = query_column_text(q, 4, mem),
		.jenjang = query_column_text(q, 5, mem),
		.kelas = (int)query_column_int(q, 6),
		.is_kepala = query_column_int(q, 7) != 0,
		.tugas = query_column_text(q, 8, mem),
		.tanggung_jawab = query_column_text(q, 9, mem),
		.ukuran = query_column_text(q, 10, mem),
	};
	return ERR_OK;
}
