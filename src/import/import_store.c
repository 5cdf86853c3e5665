/* SPDX-License-Identifier: Apache-2.0 */
/* What the store holds, as a plan in which nothing changes yet. */
#include "db/query.h"
#include "generated/import_sql.h"
#include "import/import_plan.h"
#include "org/org.h"

#include <string.h>

/* Ids as keys: their 16 bytes in the arena. */
static struct str id_key(struct arena *mem, const struct id *id)
{
	char *copy = arena_alloc(mem, sizeof(id->bytes));

	memcpy(copy, id->bytes, sizeof(id->bytes));
	return (struct str){copy, sizeof(id->bytes)};
}

static int index_of(const struct table *table, const struct id *id)
{
	struct str key = {(const char *)id->bytes, sizeof(id->bytes)};
	int64_t at = -1;

	return table_get(table, key, &at) ? (int)at : -1;
}

/* The agency's own unit: made at the first run, or the only one at the top. */
static int root_find(const struct import_plan *plan)
{
	int first = -1;

	for (int i = 0; i < plan->unit_count; i++) {
		const struct plan_unit *unit = &plan->units[i];
		if (unit->kode_induk.len || unit->is_ended)
			continue;
		if (str_is(unit->jenis, "instansi"))
			return i;
		if (first < 0)
			first = i;
	}
	return first;
}

static enum err units_load(struct import_plan *plan, struct table *by_id)
{
	CLEANUP(query_close) struct query *q = query_open(plan->job->db, &SQL_IMPORT_UNIT_ALL);
	struct arena *mem = plan->job->mem;

	while (query_next(q)) {
		struct plan_unit *unit = import_unit_add(plan);
		struct id induk = query_column_id(q, 3);
		*unit = (struct plan_unit){.id = query_column_id(q, 0),
					   .kode = query_column_text(q, 1, mem),
					   .nama = query_column_text(q, 2, mem),
					   .jenis = query_column_text(q, 4, mem),
					   .is_mandiri = query_column_int(q, 5) != 0,
					   .zona = query_column_text(q, 6, mem),
					   .jalur = query_column_text(q, 7, mem),
					   .is_ended = query_column_int(q, 8) != 0,
					   .induk = -1};
		if (!id_is_none(&induk)) /* by id until every unit is known */
			unit->kode_induk = id_key(mem, &induk);
		table_put(by_id, id_key(mem, &unit->id), plan->unit_count - 1);
		table_put(&plan->unit_of, unit->kode, plan->unit_count - 1);
	}
	plan->root = root_find(plan);
	for (int i = 0; i < plan->unit_count; i++) {
		int64_t at = -1;
		if (plan->units[i].kode_induk.len &&
		    table_get(by_id, plan->units[i].kode_induk, &at))
			plan->units[i].kode_induk =
				at == plan->root ? STR_NONE : plan->units[at].kode;
	}
	return query_error(q);
}

static enum err jabatans_load(struct import_plan *plan, const struct table *units,
			      struct table *by_id)
{
	CLEANUP(query_close) struct query *q = query_open(plan->job->db, &SQL_IMPORT_JABATAN_ALL);
	struct arena *mem = plan->job->mem;

	while (query_next(q)) {
		struct plan_jabatan *jabatan = import_jabatan_add(plan);
		struct id unit_id = query_column_id(q, 3);
		int unit = index_of(units, &unit_id);
		*jabatan = (struct plan_jabatan){.id = query_column_id(q, 0),
						 .kode = query_column_text(q, 1, mem),
						 .nama = query_column_text(q, 2, mem),
						 .kode_unit = unit >= 0 ? plan->units[unit].kode
									: STR_NONE,
						 .kelompok = query_column_text(q, 4, mem),
						 .jenjang = query_column_text(q, 5, mem),
						 .kelas = (int)query_column_int(q, 6),
						 .is_kepala = query_column_int(q, 7) != 0,
						 .tugas = query_column_text(q, 8, mem),
						 .tanggung_jawab = query_column_text(q, 9, mem),
						 .ukuran = query_column_text(q, 10, mem),
						 .is_ended = query_column_int(q, 11) != 0,
						 .unit = unit,
						 .unit_before = unit};
		jabatan->was_kepala = jabatan->is_kepala && !jabatan->is_ended;
		table_put(by_id, id_key(mem, &jabatan->id), plan->jabatan_count - 1);
		table_put(&plan->jabatan_of, jabatan->kode, plan->jabatan_count - 1);
	}
	return query_error(q);
}

static void pegawai_read(struct import_plan *plan, const struct query *q,
			 const struct table *jabatans)
{
	struct arena *mem = plan->job->mem;
	struct plan_pegawai *pegawai = import_pegawai_add(plan);
	struct id jabatan_id = query_column_id(q, 6), penilai_id = query_column_id(q, 7);

	*pegawai = (struct plan_pegawai){.id = query_column_id(q, 0),
					 .nip = query_column_text(q, 1, mem),
					 .nama = query_column_text(q, 2, mem),
					 .email = query_column_text(q, 3, mem),
					 .jenis = query_column_text(q, 4, mem),
					 .golongan = query_column_text(q, 5, mem),
					 .tmt = query_column_date(q, 8),
					 .is_ended = query_column_int(q, 9) != 0,
					 .penilai = -1};
	pegawai->was_ended = pegawai->is_ended;
	pegawai->email_before = pegawai->email;
	pegawai->jabatan = pegawai->jabatan_before = index_of(jabatans, &jabatan_id);
	if (pegawai->jabatan >= 0)
		pegawai->kode_jabatan = plan->jabatans[pegawai->jabatan].kode;
	if (!id_is_none(&penilai_id)) /* by id until everybody is known */
		pegawai->nip_penilai = id_key(mem, &penilai_id);
	table_put(&plan->pegawai_of, pegawai->nip, plan->pegawai_count - 1);
}

static uint32_t peran_bit(struct str key)
{
	enum peran peran;

	return peran_parse(key, &peran) ? 1U << peran : 0;
}

static enum err peran_load(struct import_plan *plan, const struct table *by_id)
{
	CLEANUP(query_close) struct query *q = query_open(plan->job->db, &SQL_IMPORT_PERAN_ALL);

	while (query_next(q)) {
		struct id pegawai_id = query_column_id(q, 0);
		int at = index_of(by_id, &pegawai_id);
		if (at >= 0)
			plan->pegawais[at].peran_before |=
				peran_bit(query_column_text(q, 1, plan->job->mem));
	}
	for (int i = 0; i < plan->pegawai_count; i++)
		plan->pegawais[i].peran = plan->pegawais[i].peran_before;
	return query_error(q);
}

static enum err pegawais_load(struct import_plan *plan, const struct table *jabatans)
{
	CLEANUP(query_close) struct query *q = query_open(plan->job->db, &SQL_IMPORT_PEGAWAI_ALL);
	struct arena *mem = plan->job->mem;
	struct table by_id;
	enum err err;

	while (query_next(q))
		pegawai_read(plan, q, jabatans);
	if ((err = query_error(q)))
		return err;
	table_init(&by_id, mem, (size_t)plan->pegawai_count);
	for (int i = 0; i < plan->pegawai_count; i++)
		table_put(&by_id, id_key(mem, &plan->pegawais[i].id), i);
	for (int i = 0; i < plan->pegawai_count; i++) {
		int64_t at = -1;
		if (plan->pegawais[i].nip_penilai.len &&
		    table_get(&by_id, plan->pegawais[i].nip_penilai, &at))
			plan->pegawais[i].nip_penilai = plan->pegawais[at].nip;
	}
	return peran_load(plan, &by_id);
}

static enum err liburs_load(struct import_plan *plan)
{
	CLEANUP(query_close) struct query *q = query_open(plan->job->db, &SQL_IMPORT_LIBUR_ALL);
	struct arena *mem = plan->job->mem;

	query_text(q, 2, STR("0001-01-01"));
	query_text(q, 3, STR("9999-12-31"));
	while (query_next(q)) {
		struct plan_libur *libur = import_libur_add(plan);
		*libur = (struct plan_libur){.tanggal = query_column_date(q, 0),
					     .nama = query_column_text(q, 1, mem),
					     .jenis = query_column_text(q, 2, mem)};
		table_put(&plan->libur_of, date_iso(mem, libur->tanggal), plan->libur_count - 1);
	}
	return query_error(q);
}

enum err import_plan_load(struct import_plan *plan)
{
	struct arena *mem = plan->job->mem;
	struct table units, jabatans;
	enum err err;

	table_init(&units, mem, 256);
	table_init(&jabatans, mem, 1024);
	table_init(&plan->unit_of, mem, 256);
	table_init(&plan->jabatan_of, mem, 1024);
	table_init(&plan->pegawai_of, mem, (size_t)plan->file->sheets[IMPORT_PEGAWAI].count);
	table_init(&plan->libur_of, mem, 64);
	if ((err = setelan_values_load(plan->job, plan->job->today, &plan->law)) ||
	    (err = units_load(plan, &units)) || (err = jabatans_load(plan, &units, &jabatans)) ||
	    (err = pegawais_load(plan, &jabatans)))
		return err;
	return liburs_load(plan);
}
