/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the town step by step, each in a transaction of its own. */
#include "demo/demo.h"

#include "audit/audit.h"
#include "base/crypto.h"
#include "base/say.h"
#include "demo/demo_steps.h"
#include "generated/demo_sql.h"
#include "law/access.h"

#define PEOPLE_A_BATCH 400
#define KODE_LONGEST 32
#define NAMA_LONGEST 120
#define AGENCIES_MAX 32 /* the numbers in a NIP that keep all demonstrations apart reach so far */

/* One span of a step: its own arena, so that a large town takes no more memory than one batch of
   people. */
static enum err span_write(struct db *db, struct demo_batch *batch, demo_step *step,
			   const char *deed)
{
	struct demo_town *town = batch->town;
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct problems faults;
	struct actor maker = {.instansi_id = town->instansi_id,
			      .nama = STR("Pembuat contoh"),
			      .zona = town->zona};
	struct job job = {.mem = mem,
			  .db = db,
			  .actor = &maker,
			  .faults = &faults,
			  .now = town->now,
			  .today = town->today,
			  .request_id = STR("demo"),
			  .data_dir = ""};
	struct audit_entry entry = {.deed = deed, .object = town->instansi_id};
	enum err err;

	problems_init(&faults, mem);
	entry.after = str_format(mem, "%d-%d", batch->from, batch->to);
	if ((err = step(&job, batch)))
		return err;
	return audit_add(&job, &entry);
}

struct step {
	demo_step *write;
	int count;
	const char *deed;
	bool begins_empty;
};

/* Steps into empty tables begin small, and what grows is measured on the way (see
   demo_analyze_growing). */
static int span_end(const struct step *step, int from)
{
	int next = from +
		   (step->begins_empty && from < PEOPLE_A_BATCH ? 16 + from * 3 : PEOPLE_A_BATCH);

	return next < step->count ? next : step->count;
}

static enum err step_write(struct db *db, struct demo_batch *batch, const struct step *step)
{
	enum err err = ERR_OK;

	for (int from = 0; !err && from < step->count; from = batch->to) {
		batch->from = from;
		batch->to = span_end(step, from);
		err = span_write(db, batch, step->write, step->deed);
		if (!err && step->begins_empty && from < PEOPLE_A_BATCH)
			err = span_write(db, batch, demo_write_growing_statistics,
					 "demo.statistics");
	}
	return err;
}

static enum err steps_write(struct db *db, struct demo_batch *batch, const struct step *steps,
			    size_t count)
{
	enum err err = ERR_OK;

	for (size_t i = 0; !err && i < count; i++)
		err = step_write(db, batch, &steps[i]);
	return err;
}

struct standing {
	struct str kode;
	bool is_there;
	int ordinal;
};

static enum err standing_work(struct db *db, void *arg)
{
	struct standing *out = arg;
	struct job job = {.db = db};
	enum err err = sql_demo_instansi_count(&job, &out->ordinal);

	return err ? err : sql_demo_find(&job, out->kode, &out->is_there);
}

/* The whole agency in one transaction: who stops it half way finds nothing, and can begin again. */
static enum err agency_work(struct db *db, void *arg)
{
	struct demo_batch *batch = arg;
	struct demo_town *town = batch->town;
	const struct step steps[] = {
		{demo_write_agency, 1, "demo.agency", false},
		{demo_write_units, town->unit_count, "demo.units", false},
		{demo_write_people, town->person_count, "demo.people", true},
		{demo_write_accounts, town->person_count, "demo.accounts", true},
		{demo_write_roles, 1, "demo.roles", false},
		{demo_write_services, 1, "demo.services", false},
		{demo_write_counter, 1, "demo.counter", false},
		{demo_write_indicators, 1, "demo.indicators", false},
	};
	const struct step of_year[] = {
		{demo_write_year, 1, "demo.year", false},
		{demo_write_unit_results, town->unit_count, "demo.results", false},
		{demo_write_plans, town->person_count, "demo.plans", true},
		{demo_write_statistics, 1, "demo.statistics", false},
		{demo_write_reports, town->person_count, "demo.reports", true},
		{demo_write_achievements, town->unit_count, "demo.achievements", false},
		{demo_write_evaluations, town->person_count, "demo.evaluations", true},
		{demo_close_periods, 1, "demo.close", false},
		{demo_write_statistics, 1, "demo.statistics", false},
		{demo_write_papers, town->person_count, "demo.papers", false},
	};
	enum err err = steps_write(db, batch, steps, sizeof steps / sizeof steps[0]);

	if (!err && town->before) {
		batch->town = town->before;
		err = steps_write(db, batch, of_year, sizeof of_year / sizeof of_year[0]);
		batch->town = town;
	}
	return err ? err : steps_write(db, batch, of_year, sizeof of_year / sizeof of_year[0]);
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
		{"Pegawai dengan SKP dikembalikan", town->drafter},
		{"Admin layanan", town->server},
		{"Petugas layanan", town->clerk},
	};

	out->kode = town->kode;
	out->nama = town->nama;
	out->zona = zona_key(town->zona);
	out->unit_count = town->unit_count;
	out->pegawai_count = town->person_count;
	out->laporan_count = batch->laporan_count;
	out->evaluasi_count = batch->evaluasi_count;
	for (int i = 0; i < DEMO_LOGINS; i++)
		out->login[i] =
			(struct demo_login){show[i].peran, town->person[show[i].person].nama,
					    town->person[show[i].person].nip};
}

static bool is_kode(struct str kode)
{
	for (size_t i = 0; i < kode.len; i++) {
		char c = kode.at[i];
		if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c == '-' && i > 0)))
			return false;
	}
	return kode.len <= KODE_LONGEST;
}

static bool is_nama(struct str nama)
{
	for (size_t i = 0; i < nama.len; i++)
		if ((unsigned char)nama.at[i] < ' ' || nama.at[i] == 0x7f)
			return false;
	return str_is_utf8(nama) && str_chars(nama) <= NAMA_LONGEST &&
	       str_equal(nama, str_trim(nama));
}

void demo_check(const struct demo_order *order, struct problems *faults)
{
	enum zona zona;

	if (order->people < DEMO_PEGAWAI_MIN || order->people > DEMO_PEGAWAI_MAX)
		problem_add(faults, STR("--pegawai"), "demo.people",
			    say_format(faults->mem, "jumlah pegawai harus antara %d dan %d.",
				       DEMO_PEGAWAI_MIN, DEMO_PEGAWAI_MAX));
	if (!is_kode(order->kode))
		problem_add(faults, STR("--kode"), "demo.code",
			    STR("kode instansi paling banyak 32 huruf besar, angka, dan tanda "
				"hubung, misalnya KAB-CONTOH."));
	if (!is_nama(order->nama))
		problem_add(faults, STR("--nama"), "demo.name",
			    STR("nama instansi paling banyak 120 huruf, misalnya \"Pemerintah "
				"Kabupaten Contoh\"."));
	if (order->zona.len && !zona_parse(order->zona, &zona))
		problem_add(faults, STR("--zona"), "demo.zone",
			    STR("zona waktu ialah WIB, WITA, atau WIT."));
}

enum err demo_make(struct store *store, struct arena *mem, const struct demo_order *order,
		   struct demo_made *out)
{
	struct demo_order whole = *order;
	struct standing standing = {.kode = order->kode.len ? order->kode : STR(DEMO_KODE)};
	struct demo_batch batch = {.from = 0};
	struct problems faults;
	enum err err;

	problems_init(&faults, mem);
	demo_check(order, &faults);
	if (problems_any(&faults))
		return ERR_INVALID;
	if ((err = store_read(store, NULL, standing_work, &standing)))
		return err;
	if (standing.is_there)
		return ERR_CONFLICT;
	if (standing.ordinal >= AGENCIES_MAX)
		return ERR_TOO_LARGE;
	whole.ordinal = standing.ordinal;
	batch.town = demo_town_make(mem, &whole);
	out->sandi = password_make(mem);
	if ((err = password_hash(mem, out->sandi, &batch.hash)))
		return err;
	if ((err = store_write(store, NULL, agency_work, &batch)))
		return err;
	made_fill(&batch, out);
	return ERR_OK;
}
