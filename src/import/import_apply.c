/* SPDX-License-Identifier: Apache-2.0 */
/* The plan written: units, posts and people from above to below, so that every reference exists before its use. */
#include "audit/audit.h"
#include "audit/event.h"
#include "db/query.h"
#include "db/store.h"
#include "generated/import_sql.h"
#include "import/import_account.h"
#include "import/import_batch.h"
#include "import/import_plan.h"

static const struct id none;

static enum err unit_end(struct import_plan *plan, const struct plan_unit *unit)
{
	CLEANUP(query_close) struct query *q = query_open(plan->job->db, &SQL_IMPORT_UNIT_END);

	query_id(q, 2, &unit->id);
	query_text(q, 3, unit->jalur);
	query_date(q, 4, plan->job->today);
	return query_run(q, NULL);
}

static enum err unit_store(struct import_plan *plan, const struct plan_unit *unit)
{
	if (unit->is_ended)
		return unit_end(plan, unit);
	const struct id *induk = unit->induk >= 0 ? &plan->units[unit->induk].id : &none;
	bool is_new = unit->change == IMPORT_ADDED;
	CLEANUP(query_close)
	struct query *q =
		query_open(plan->job->db, is_new ? &SQL_IMPORT_UNIT_ADD : &SQL_IMPORT_UNIT_SAVE);
	int n = 2;

	query_id(q, n++, &unit->id);
	if (is_new)
		query_text(q, n++, unit->kode);
	query_text(q, n++, unit->nama);
	query_id(q, n++, induk);
	query_text(q, n++, unit->jalur);
	query_text(q, n++, unit->jenis);
	query_int(q, n++, unit->is_mandiri);
	query_text(q, n++, unit->zona);
	if (is_new)
		query_date(q, n, plan->job->today);
	return query_run(q, NULL);
}

/* The people of a post that moved to another unit move along. */
static enum err jabatan_move(struct import_plan *plan, const struct plan_jabatan *jabatan)
{
	CLEANUP(query_close)
	struct query *q = query_open(plan->job->db, &SQL_IMPORT_JABATAN_MOVE_PEGAWAI);

	query_id(q, 2, &jabatan->id);
	query_id(q, 3, &plan->units[jabatan->unit].id);
	return query_run(q, NULL);
}

static enum err jabatan_end(struct import_plan *plan, const struct plan_jabatan *jabatan)
{
	CLEANUP(query_close) struct query *q = query_open(plan->job->db, &SQL_IMPORT_JABATAN_END);

	query_id(q, 2, &jabatan->id);
	query_date(q, 3, plan->job->today);
	return query_run(q, NULL);
}

static enum err jabatan_store(struct import_plan *plan, const struct plan_jabatan *jabatan)
{
	if (jabatan->change == IMPORT_ENDED)
		return jabatan_end(plan, jabatan);
	bool is_new = jabatan->change == IMPORT_ADDED;
	CLEANUP(query_close)
	struct query *q = query_open(plan->job->db,
				     is_new ? &SQL_IMPORT_JABATAN_ADD : &SQL_IMPORT_JABATAN_SAVE);
	int n = 2;

	query_id(q, n++, &jabatan->id);
	if (is_new)
		query_text(q, n++, jabatan->kode);
	query_text(q, n++, jabatan->nama);
	query_id(q, n++, &plan->units[jabatan->unit].id);
	query_text(q, n++, jabatan->kelompok);
	query_text(q, n++, jabatan->jenjang);
	if (jabatan->kelas)
		query_int(q, n++, jabatan->kelas);
	else
		query_null(q, n++);
	query_int(q, n++, jabatan->is_kepala);
	query_text(q, n++, jabatan->tugas);
	query_text(q, n++, jabatan->tanggung_jawab);
	query_text(q, n++, jabatan->ukuran);
	if (is_new)
		query_date(q, n, plan->job->today);
	enum err err = query_run(q, NULL);
	return err || !jabatan->is_moved ? err : jabatan_move(plan, jabatan);
}

static void text_or_null(struct query *q, int n, struct str value)
{
	if (value.len)
		query_text(q, n, value);
	else
		query_null(q, n);
}

static enum err pegawai_end(struct import_plan *plan, const struct plan_pegawai *pegawai)
{
	CLEANUP(query_close) struct query *q = query_open(plan->job->db, &SQL_IMPORT_PEGAWAI_END);

	query_id(q, 2, &pegawai->id);
	query_date(q, 3, plan->job->today);
	return query_run(q, NULL);
}

static enum err pegawai_store(struct import_plan *plan, const struct plan_pegawai *pegawai)
{
	const struct plan_jabatan *jabatan = &plan->jabatans[pegawai->jabatan];
	CLEANUP(query_close) struct query *q = query_open(plan->job->db, &SQL_IMPORT_PEGAWAI_SAVE);

	query_id(q, 2, &pegawai->id);
	query_text(q, 3, pegawai->nama);
	text_or_null(q, 4, pegawai->email);
	query_text(q, 5, pegawai->jenis);
	text_or_null(q, 6, pegawai->golongan);
	query_id(q, 7, &jabatan->id);
	query_id(q, 8, &plan->units[jabatan->unit].id);
	query_id(q, 9, pegawai->penilai >= 0 ? &plan->pegawais[pegawai->penilai].id : &none);
	query_date(q, 10, pegawai->tmt);
	return query_run(q, NULL);
}

/* Rooms above hear of who changed, perhaps to another post. */
static enum err pegawai_change(struct import_plan *plan, const struct plan_pegawai *pegawai)
{
	enum err err = pegawai_store(plan, pegawai);

	return err ? err : event_tell(plan->job, STR("pegawai.berubah"), &pegawai->id);
}

static enum err pegawai_add(struct import_plan *plan, struct import_batch *batch,
			    const struct plan_pegawai *pegawai)
{
	const struct plan_jabatan *jabatan = &plan->jabatans[pegawai->jabatan];
	const struct id ids[4] = {pegawai->id, jabatan->id, plan->units[jabatan->unit].id,
				  pegawai->penilai >= 0 ? plan->pegawais[pegawai->penilai].id
							: none};
	struct str texts[] = {pegawai->nip,	 pegawai->nama,
			      pegawai->email,	 pegawai->jenis,
			      pegawai->golongan, date_iso(batch->mem, pegawai->tmt)};

	return import_batch_add(batch, texts, 6, (struct str){(const char *)ids, sizeof(ids)});
}

/* New people come first, in one go, from above to below; then those who change may refer to any of them. */
static enum err pegawais_add(struct import_plan *plan)
{
	CLEANUP(import_batch_close) struct import_batch batch;
	enum err err = ERR_OK;

	import_batch_open(&batch, plan->job->db, &SQL_IMPORT_PEGAWAI_ADD_MANY,
			  date_iso(plan->job->mem, plan->job->today));
	for (int i = 0; i < plan->pegawai_count && !err; i++) {
		const struct plan_pegawai *pegawai = &plan->pegawais[plan->pegawai_order[i]];
		if (pegawai->change == IMPORT_ADDED)
			err = pegawai_add(plan, &batch, pegawai);
	}
	return err ? err : import_batch_flush(&batch);
}

/* Of a holiday nothing stays but the trail: it tells which one was taken away. */
static enum err libur_end(struct import_plan *plan, const struct plan_libur *libur)
{
	struct str what =
		str_format(plan->job->mem, "%.*s %.*s",
			   STR_ARG(date_iso(plan->job->mem, libur->tanggal)), STR_ARG(libur->nama));
	struct audit_entry entry = {.deed = "org.libur_end",
				    .object = *db_instansi(plan->job->db),
				    .reason = what,
				    .before = str_format(plan->job->mem, "%.*s %.*s", STR_ARG(what),
							 STR_ARG(libur->jenis))};
	CLEANUP(query_close) struct query *q = query_open(plan->job->db, &SQL_IMPORT_LIBUR_END);

	query_date(q, 2, libur->tanggal);
	enum err err = query_run(q, NULL);
	return err ? err : audit_add(plan->job, &entry);
}

static enum err libur_store(struct import_plan *plan, const struct plan_libur *libur)
{
	if (libur->change == IMPORT_ENDED)
		return libur_end(plan, libur);
	CLEANUP(query_close) struct query *q = query_open(plan->job->db, &SQL_IMPORT_LIBUR_SAVE);

	query_date(q, 2, libur->tanggal);
	query_text(q, 3, libur->nama);
	query_text(q, 4, libur->jenis);
	return query_run(q, NULL);
}

/* A person is touched too when only the post changed: who leads a unit has a role there. */
static bool touches_account(const struct import_plan *plan, const struct plan_pegawai *pegawai)
{
	if (pegawai->change != IMPORT_SAME)
		return true;
	return !pegawai->is_ended && pegawai->jabatan >= 0 &&
	       plan->jabatans[pegawai->jabatan].change != IMPORT_SAME;
}

static enum err accounts_store(struct import_plan *plan, struct import_accounts *akun)
{
	enum err err = ERR_OK;

	for (int i = 0; i < plan->pegawai_count && !err; i++)
		if (touches_account(plan, &plan->pegawais[i]))
			err = import_account_store(akun, &plan->pegawais[i]);
	if (err || (err = import_account_flush(akun)))
		return err;
	for (int i = 0; i < plan->pegawai_count && !err; i++)
		if (touches_account(plan, &plan->pegawais[i]))
			err = import_account_peran(akun, &plan->pegawais[i]);
	return err;
}

static enum err pegawais_store(struct import_plan *plan)
{
	struct import_accounts *akun = NULL;
	enum err err = pegawais_add(plan);

	for (int i = 0; i < plan->pegawai_count && !err; i++) {
		const struct plan_pegawai *pegawai = &plan->pegawais[i];
		if (pegawai->change == IMPORT_CHANGED)
			err = pegawai_change(plan, pegawai);
		else if (pegawai->change == IMPORT_ENDED)
			err = pegawai_end(plan, pegawai);
	}
	if (err)
		return err;
	err = import_account_open(plan, &akun);
	if (!err)
		err = accounts_store(plan, akun);
	import_account_close(akun);
	return err;
}

enum err import_plan_store(struct import_plan *plan)
{
	enum err err = ERR_OK;

	for (int i = 0; i < plan->unit_count && !err; i++) {
		const struct plan_unit *unit = &plan->units[plan->unit_order[i]];
		if (unit->change != IMPORT_SAME || unit->is_path_new)
			err = unit_store(plan, unit);
	}
	for (int i = 0; i < plan->jabatan_count && !err; i++)
		if (plan->jabatans[i].change != IMPORT_SAME)
			err = jabatan_store(plan, &plan->jabatans[i]);
	if (!err)
		err = pegawais_store(plan);
	for (int i = 0; i < plan->libur_count && !err; i++)
		if (plan->liburs[i].change != IMPORT_SAME)
			err = libur_store(plan, &plan->liburs[i]);
	return err;
}
