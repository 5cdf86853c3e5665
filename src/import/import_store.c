/* SPDX-License-Identifier: Apache-2.0 */
/* What the store holds, as a plan in which nothing changes yet. */
#include "import/import_store.h"

#include "generated/import_sql.h"
#include "import/import_code.h"
#include "org/org.h"
#include "law/role.h"

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
		if (!id_is_none(&unit->induk_id) || unit->is_ended)
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
	CLEANUP(query_close) struct query *q = sql_import_unit_all(plan->job);
	struct arena *mem = plan->job->mem;
	struct plan_unit unit;

	while (sql_import_unit_all_next(q, mem, &unit)) {
		unit.induk = -1;
		*import_unit_add(plan) = unit;
		table_put(by_id, id_key(mem, &unit.id), plan->unit_count - 1);
		import_code_put(&plan->unit_of, mem, unit.kode, plan->unit_count - 1);
	}
	plan->root = root_find(plan);
	for (int i = 0; i < plan->unit_count; i++) {
		int at = index_of(by_id, &plan->units[i].induk_id);
		if (at >= 0 && at != plan->root)
			plan->units[i].kode_induk = plan->units[at].kode;
	}
	return query_error(q);
}

static enum err jabatans_load(struct import_plan *plan, const struct table *units,
			      struct table *by_id)
{
	CLEANUP(query_close) struct query *q = sql_import_jabatan_all(plan->job);
	struct arena *mem = plan->job->mem;
	struct plan_jabatan jabatan;

	while (sql_import_jabatan_all_next(q, mem, &jabatan)) {
		jabatan.unit = jabatan.unit_before = index_of(units, &jabatan.unit_id);
		if (jabatan.unit >= 0)
			jabatan.kode_unit = plan->units[jabatan.unit].kode;
		jabatan.was_kepala = jabatan.is_kepala && !jabatan.is_ended;
		*import_jabatan_add(plan) = jabatan;
		table_put(by_id, id_key(mem, &jabatan.id), plan->jabatan_count - 1);
		import_code_put(&plan->jabatan_of, mem, jabatan.kode, plan->jabatan_count - 1);
	}
	return query_error(q);
}

static uint32_t peran_bit(struct str key)
{
	enum peran peran;

	return peran_parse(key, &peran) ? 1U << peran : 0;
}

static enum err peran_load(struct import_plan *plan, const struct table *by_id)
{
	CLEANUP(query_close) struct query *q = sql_import_peran_all(plan->job);
	struct plan_role role;

	while (sql_import_peran_all_next(q, plan->job->mem, &role)) {
		int at = index_of(by_id, &role.pegawai_id);
		if (at >= 0)
			plan->pegawais[at].peran_before |= peran_bit(role.peran);
	}
	for (int i = 0; i < plan->pegawai_count; i++)
		plan->pegawais[i].peran = plan->pegawais[i].peran_before;
	return query_error(q);
}

static void pegawai_take(struct import_plan *plan, const struct table *jabatans,
			 struct plan_pegawai *pegawai)
{
	pegawai->penilai = -1;
	pegawai->was_ended = pegawai->is_ended;
	pegawai->email_before = pegawai->email;
	pegawai->jabatan = pegawai->jabatan_before = index_of(jabatans, &pegawai->jabatan_id);
	if (pegawai->jabatan >= 0)
		pegawai->kode_jabatan = plan->jabatans[pegawai->jabatan].kode;
	*import_pegawai_add(plan) = *pegawai;
	table_put(&plan->pegawai_of, pegawai->nip, plan->pegawai_count - 1);
}

static enum err pegawais_load(struct import_plan *plan, const struct table *jabatans)
{
	CLEANUP(query_close) struct query *q = sql_import_pegawai_all(plan->job);
	struct arena *mem = plan->job->mem;
	struct plan_pegawai pegawai;
	struct table by_id;
	enum err err;

	while (sql_import_pegawai_all_next(q, mem, &pegawai))
		pegawai_take(plan, jabatans, &pegawai);
	if ((err = query_error(q)))
		return err;
	table_init(&by_id, mem, (size_t)plan->pegawai_count);
	for (int i = 0; i < plan->pegawai_count; i++)
		table_put(&by_id, id_key(mem, &plan->pegawais[i].id), i);
	for (int i = 0; i < plan->pegawai_count; i++) {
		int at = index_of(&by_id, &plan->pegawais[i].penilai_id);
		if (at >= 0)
			plan->pegawais[i].nip_penilai = plan->pegawais[at].nip;
	}
	return peran_load(plan, &by_id);
}

static enum err liburs_load(struct import_plan *plan)
{
	CLEANUP(query_close) struct query *q = sql_import_libur_all(plan->job);
	struct arena *mem = plan->job->mem;
	struct plan_libur libur;

	while (sql_import_libur_all_next(q, mem, &libur)) {
		*import_libur_add(plan) = libur;
		table_put(&plan->libur_of, date_iso(mem, libur.tanggal), plan->libur_count - 1);
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
