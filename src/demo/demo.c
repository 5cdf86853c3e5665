/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo.h"

#include "audit/audit.h"
#include "base/crypto.h"
#include "db/query.h"
#include "demo/demo_steps.h"
#include "generated/sql_blocks.h"
#include "law/access.h"

#define PEOPLE_A_BATCH 400

/* One span of one step on its way to the writer. */
struct span {
	struct demo_batch *batch;
	demo_step *step;
	const char *deed;
};

static enum err span_work(struct db *db, void *arg)
{
	struct span *span = arg;
	struct demo_town *town = span->batch->town;
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct problems faults;
	struct actor maker = {
		.instansi_id = town->instansi_id, .nama = STR("Pembuat contoh"), .zona = ZONA_WIT};
	struct job job = {.mem = mem,
			  .db = db,
			  .actor = &maker,
			  .faults = &faults,
			  .now = town->now,
			  .today = town->today,
			  .request_id = STR("demo"),
			  .data_dir = ""};
	struct audit_entry entry = {.deed = span->deed, .object = town->instansi_id};
	enum err err;

	problems_init(&faults, mem);
	entry.after = str_format(mem, "%d-%d", span->batch->from, span->batch->to);
	if ((err = span->step(&job, span->batch)))
		return err;
	return audit_add(&job, &entry);
}

static enum err run(struct store *store, struct demo_batch *batch, demo_step *step, int count,
		    const char *deed)
{
	struct span span = {batch, step, deed};
	enum err err = ERR_OK;

	for (int from = 0; !err && from < count; from = batch->to) {
		batch->from = from;
		batch->to = from + PEOPLE_A_BATCH < count ? from + PEOPLE_A_BATCH : count;
		/* The agency's own row comes first; until then there is none to narrow to. */
		const struct id *instansi =
			step == demo_write_agency ? NULL : &batch->town->instansi_id;
		err = store_write(store, instansi, span_work, &span);
	}
	return err;
}

static enum err find_work(struct db *db, void *arg)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_DEMO_FIND);

	query_text(q, 1, STR(DEMO_KODE));
	*(bool *)arg = query_next(q);
	return query_error(q);
}

static enum err write_all(struct store *store, struct demo_batch *batch)
{
	const struct demo_town *town = batch->town;
	const struct {
		demo_step *step;
		int count;
		const char *deed;
	} steps[] = {
		{demo_write_agency, 1, "demo.agency"},
		{demo_write_units, town->unit_count, "demo.units"},
		{demo_write_people, town->person_count, "demo.people"},
		{demo_write_accounts, town->person_count, "demo.accounts"},
		{demo_write_roles, 1, "demo.roles"},
		{demo_write_plans, town->person_count, "demo.plans"},
		{demo_write_statistics, 1, "demo.statistics"},
		{demo_write_reports, town->person_count, "demo.reports"},
		{demo_write_achievements, town->unit_count, "demo.achievements"},
		{demo_write_evaluations, town->person_count, "demo.evaluations"},
		{demo_write_statistics, 1, "demo.statistics"},
	};
	enum err err = ERR_OK;

	for (size_t i = 0; !err && i < sizeof steps / sizeof steps[0]; i++)
		err = run(store, batch, steps[i].step, steps[i].count, steps[i].deed);
	return err;
}

/* Readable aloud, and different in every installation. */
static struct str password_make(struct arena *mem)
{
	static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
	uint8_t chance[12];
	struct buf out;

	crypto_random(chance, sizeof chance);
	buf_init(&out, mem);
	buf_add_cstr(&out, "contoh");
	for (size_t i = 0; i < sizeof chance; i++) {
		if (i % 4 == 0)
			buf_add_char(&out, '-');
		buf_add_char(&out, letters[chance[i] % (sizeof letters - 1)]);
	}
	return buf_str(&out);
}

static void made_fill(const struct demo_batch *batch, struct demo_made *out)
{
	const struct demo_town *town = batch->town;
	const struct {
		const char *peran;
		int person;
	} show[DEMO_LOGINS] = {
		{"Admin kepegawaian", town->officer},
		{"Pegawai", town->asn},
		{"Pejabat penilai (atasan pegawai itu)", town->superior},
		{"Pengelola kinerja", town->manager},
		{"Pimpinan unit kerja", town->head},
		{"Auditor", town->auditor},
	};

	out->unit_count = town->unit_count;
	out->pegawai_count = town->person_count;
	out->laporan_count = batch->laporan_count;
	out->evaluasi_count = batch->evaluasi_count;
	for (int i = 0; i < DEMO_LOGINS; i++)
		out->login[i] =
			(struct demo_login){show[i].peran, town->person[show[i].person].nama,
					    town->person[show[i].person].nip};
}

enum err demo_make(struct store *store, struct arena *mem, const struct demo_order *order,
		   struct demo_made *out)
{
	struct demo_batch batch = {.from = 0};
	bool found = false;
	enum err err;

	if (order->people < DEMO_PEGAWAI_MIN || order->people > DEMO_PEGAWAI_MAX)
		return ERR_INVALID;
	if ((err = store_read(store, NULL, find_work, &found)))
		return err;
	if (found)
		return ERR_CONFLICT;
	batch.town = demo_town_make(mem, order);
	out->sandi = password_make(mem);
	if ((err = password_hash(mem, out->sandi, &batch.hash)))
		return err;
	if ((err = write_all(store, &batch)))
		return err;
	made_fill(&batch, out);
	return ERR_OK;
}
