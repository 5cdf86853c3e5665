/* SPDX-License-Identifier: Apache-2.0 */
/* The plan written: units, posts and people from above to below, so that every reference exists
   before its use. */
#include "import/import_apply.h"

#include "import/import_account.h"
#include "org/bulk.h"

static const struct id none;

static enum err unit_store(struct import_plan *plan, const struct plan_unit *from)
{
	struct unit unit = {.unit_id = from->id,
			    .induk_id = from->induk >= 0 ? plan->units[from->induk].id : none,
			    .kode = from->kode,
			    .nama = from->nama,
			    .jalur = from->jalur,
			    .jenis = from->jenis,
			    .is_mandiri = from->is_mandiri};

	if (from->is_ended)
		return unit_end(plan->job, &unit);
	if (!zona_parse(from->zona, &unit.zona))
		return ERR_INVALID; /* its fault was told */
	return from->change == IMPORT_ADDED ? unit_add(plan->job, &unit)
					    : unit_save(plan->job, &unit);
}

static enum err jabatan_store(struct import_plan *plan, const struct plan_jabatan *from)
{
	if (from->change == IMPORT_ENDED)
		return jabatan_end(plan->job, &from->id);

	struct jabatan jabatan = {.jabatan_id = from->id,
				  .unit_id = plan->units[from->unit].id,
				  .kode = from->kode,
				  .nama = from->nama,
				  .kelompok = from->kelompok,
				  .jenjang = from->jenjang,
				  .tugas = from->tugas,
				  .tanggung_jawab = from->tanggung_jawab,
				  .ukuran = from->ukuran,
				  .kelas = from->kelas,
				  .is_kepala = from->is_kepala};
	enum err err = from->change == IMPORT_ADDED ? jabatan_add(plan->job, &jabatan)
						    : jabatan_save(plan->job, &jabatan);

	return err || !from->is_moved ? err : jabatan_move_pegawai(plan->job, &jabatan);
}

static struct pegawai pegawai_of(const struct import_plan *plan, const struct plan_pegawai *from)
{
	const struct plan_jabatan *jabatan = &plan->jabatans[from->jabatan];

	return (struct pegawai){.pegawai_id = from->id,
				.jabatan_id = jabatan->id,
				.unit_id = plan->units[jabatan->unit].id,
				.penilai_id = from->penilai >= 0 ? plan->pegawais[from->penilai].id
								 : none,
				.nip = from->nip,
				.nama = from->nama,
				.email = from->email,
				.jenis = from->jenis,
				.golongan = from->golongan,
				.tmt = from->tmt,
				.kontrak_mulai = from->kontrak_mulai,
				.kontrak_selesai = from->kontrak_selesai};
}

/* New people come first, from above to below; then those who change may refer to any of them. */
static enum err pegawais_add(struct import_plan *plan)
{
	struct pegawai *people =
		arena_array(plan->job->mem, struct pegawai, plan->pegawai_count + 1);
	int count = 0;

	for (int i = 0; i < plan->pegawai_count; i++) {
		const struct plan_pegawai *pegawai = &plan->pegawais[plan->pegawai_order[i]];
		if (pegawai->change == IMPORT_ADDED)
			people[count++] = pegawai_of(plan, pegawai);
	}
	return pegawai_add_many(plan->job, people, count);
}

static enum err pegawai_store(struct import_plan *plan, const struct plan_pegawai *from)
{
	if (from->change == IMPORT_ENDED)
		return pegawai_end(plan->job, &from->id,
				   date_is_none(from->berakhir) ? plan->job->today
								: from->berakhir);

	struct pegawai pegawai = pegawai_of(plan, from);

	return pegawai_save(plan->job, &pegawai);
}

static enum err pegawais_store(struct import_plan *plan)
{
	enum err err = pegawais_add(plan);

	for (int i = 0; i < plan->pegawai_count && !err; i++) {
		const struct plan_pegawai *pegawai = &plan->pegawais[i];
		if (pegawai->change == IMPORT_CHANGED || pegawai->change == IMPORT_ENDED)
			err = pegawai_store(plan, pegawai);
	}
	return err ? err : import_accounts_store(plan);
}

static enum err libur_store(struct import_plan *plan, const struct plan_libur *from)
{
	struct hari_libur libur = {from->tanggal, from->nama, from->jenis};

	return from->change == IMPORT_ENDED ? hari_libur_end(plan->job, &libur)
					    : hari_libur_save(plan->job, &libur);
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
