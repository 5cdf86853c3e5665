/* SPDX-License-Identifier: Apache-2.0 */
/* Writes what a file or a first run brings; dates begin and end today. */
#include "org/bulk.h"

#include "audit/audit.h"
#include "audit/event.h"
#include "base/fold.h"
#include "base/name.h"
#include "db/batch.h"
#include "generated/org_sql.h"
#include "org/words.h"

static struct worded unit_worded(const struct unit *unit)
{
	return (struct worded){unit->unit_id, unit->nama, unit->kode};
}

static struct worded jabatan_worded(const struct jabatan *jabatan)
{
	return (struct worded){jabatan->jabatan_id, jabatan->nama, STR_NONE};
}

static struct worded pegawai_worded(const struct pegawai *pegawai)
{
	return (struct worded){pegawai->pegawai_id, pegawai->nama, pegawai->nip};
}

static struct unit unit_placed(const struct job *job, const struct unit *unit)
{
	struct unit placed = *unit;

	placed.urut = fold_order(job->mem, unit->nama);
	return placed;
}

enum err unit_add(struct job *job, const struct unit *unit)
{
	struct worded thing = unit_worded(unit);
	struct unit placed = unit_placed(job, unit);
	enum err err = sql_unit_add(job, &placed, job->today);

	return err ? err : words_add(job, WORDS_UNIT, &thing, 1);
}

enum err unit_save(struct job *job, const struct unit *unit)
{
	struct worded thing = unit_worded(unit);
	struct unit placed = unit_placed(job, unit);
	enum err err = sql_unit_save(job, &placed);

	return err ? err : words_renew(job, WORDS_UNIT, &thing);
}

enum err unit_end(struct job *job, const struct unit *unit)
{
	enum err err = sql_unit_end(job, unit, job->today);

	return err ? err : words_drop(job, &unit->unit_id);
}

enum err jabatan_add(struct job *job, const struct jabatan *jabatan)
{
	struct worded thing = jabatan_worded(jabatan);
	enum err err = sql_jabatan_add(job, jabatan, job->today);

	return err ? err : words_add(job, WORDS_JABATAN, &thing, 1);
}

enum err jabatan_save(struct job *job, const struct jabatan *jabatan)
{
	struct worded thing = jabatan_worded(jabatan);
	enum err err = sql_jabatan_save(job, jabatan);

	return err ? err : words_renew(job, WORDS_JABATAN, &thing);
}

enum err jabatan_end(struct job *job, const struct id *jabatan_id)
{
	enum err err = sql_jabatan_end(job, jabatan_id, job->today);

	return err ? err : words_drop(job, jabatan_id);
}

enum err jabatan_move_pegawai(struct job *job, const struct jabatan *jabatan)
{
	return sql_jabatan_move_pegawai(job, jabatan);
}

static struct str day_or_none(struct arena *mem, struct date day)
{
	return date_is_none(day) ? STR_NONE : date_iso(mem, day);
}

static enum err pegawai_add(struct batch *batch, const struct pegawai *p)
{
	const struct id ids[4] = {p->pegawai_id, p->jabatan_id, p->unit_id, p->penilai_id};
	struct str texts[] = {p->nip,
			      p->nama,
			      p->email,
			      p->jenis,
			      p->golongan,
			      date_iso(batch->mem, p->tmt),
			      date_iso(batch->mem, batch->job->today),
			      name_order(batch->mem, p->nama),
			      day_or_none(batch->mem, p->kontrak_mulai),
			      day_or_none(batch->mem, p->kontrak_selesai)};

	return batch_add(batch, texts, 10, (struct str){(const char *)ids, sizeof(ids)});
}

enum err pegawai_add_many(struct job *job, const struct pegawai *people, int count)
{
	CLEANUP(batch_close) struct batch batch;
	enum err err = ERR_OK;

	batch_open(&batch, job, sql_pegawai_add_many);
	for (int i = 0; i < count && !err; i++)
		err = pegawai_add(&batch, &people[i]);
	if (err || (err = batch_flush(&batch)))
		return err;

	struct worded *things = arena_array(job->mem, struct worded, (size_t)count + 1);
	for (int i = 0; i < count; i++)
		things[i] = pegawai_worded(&people[i]);
	return words_add(job, WORDS_PEGAWAI, things, count);
}

enum err pegawai_save(struct job *job, const struct pegawai *pegawai)
{
	struct worded thing = pegawai_worded(pegawai);
	struct pegawai placed = *pegawai;
	placed.urut = name_order(job->mem, pegawai->nama);
	enum err err = sql_pegawai_save(job, &placed);

	if (err || (err = words_renew(job, WORDS_PEGAWAI, &thing)))
		return err;
	return event_tell(job, STR("pegawai.berubah"), &pegawai->pegawai_id);
}

enum err pegawai_end(struct job *job, const struct id *pegawai_id, struct date last)
{
	enum err err = sql_pegawai_end(job, pegawai_id, last);

	return err ? err : words_drop(job, pegawai_id);
}

enum err hari_libur_save(struct job *job, const struct hari_libur *libur)
{
	return sql_libur_save(job, libur);
}

enum err hari_libur_end(struct job *job, const struct hari_libur *libur)
{
	struct str what =
		str_format(job->mem, "%.*s %.*s", STR_ARG(date_iso(job->mem, libur->tanggal)),
			   STR_ARG(libur->nama));
	struct audit_entry entry = {
		.deed = "org.libur_end",
		.object = *db_instansi(job->db),
		.reason = what,
		.before = str_format(job->mem, "%.*s %.*s", STR_ARG(what), STR_ARG(libur->jenis))};
	enum err err = sql_libur_end(job, libur->tanggal);

	return err ? err : audit_add(job, &entry);
}

enum err tahun_add(struct job *job, const struct tahun_kinerja *tahun)
{
	enum err err = sql_tahun_add(job, tahun);

	for (int i = 0; i < tahun->periode_count && !err; i++)
		err = sql_periode_add(job, &tahun->periode[i]);
	return err;
}

enum err tahun_close(struct job *job, int tahun, int last)
{
	return sql_tahun_close(job, tahun, last);
}
