/* SPDX-License-Identifier: Apache-2.0 */
/* Asks use cases of the room as a handler would. */
#include "suara/suara_test_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "layanan/layanan_change.h"

static enum err work(struct db *db, void *arg)
{
	struct asking *a = arg;
	struct actor actor = {.instansi_id = *db_instansi(db),
			      .akun_id = a->peran == PERAN_PUBLIK ? (struct id){{0}}
								  : a->house->keeper_id,
			      .zona = ZONA_WIT};
	struct job job = {.mem = a->house->mem,
			  .db = db,
			  .actor = &actor,
			  .faults = &a->faults,
			  .now = time_of_date(a->today, a->minute, ZONA_WIT),
			  .today = a->today,
			  .request_id = STR("uji")};

	problems_init(&a->faults, job.mem);
	if (a->peran != PERAN_PUBLIK)
		actor.scopes[actor.scope_count++] =
			(struct actor_scope){.peran = a->peran, .jalur = str_from(a->jalur)};
	return a->ask(&job, a);
}

enum err suara_ask(struct asking *asking, suara_deed *deed)
{
	asking->ask = deed;
	return store_write(asking->house->store, &asking->house->instansi_id, work, asking);
}

enum err suara_do_give(struct job *job, struct asking *a)
{
	return suara_give(job, &a->lingkup, &a->given);
}

enum err suara_do_paper(struct job *job, struct asking *a)
{
	return suara_give_paper(job, &a->lingkup, &a->given);
}

enum err suara_do_night(struct job *job, struct asking *a)
{
	return suara_night(job, job->today, &a->moved);
}

enum err suara_do_figures(struct job *job, struct asking *a)
{
	return suara_figures(job, &a->which, &a->figures);
}

enum err suara_do_words(struct job *job, struct asking *a)
{
	return suara_words_load(
		job, &(struct suara_words_ask){&a->lingkup, a->from, a->to, STR_NONE}, &a->words);
}

enum err suara_do_forget(struct job *job, struct asking *a)
{
	return suara_forget(job, 500, &a->moved);
}

enum err suara_do_held(struct job *job, struct asking *a)
{
	struct karantina *rows;
	int count = 0;
	enum err err = karantina_list(job, 1, &rows, &count);

	if (!err && count > 0)
		a->held = rows[0];
	return err;
}

enum err suara_do_detail(struct job *job, struct asking *a)
{
	return karantina_load(job, &a->held.karantina_id, &a->detail);
}

enum err suara_do_judge(struct job *job, struct asking *a)
{
	return karantina_judge(job, &a->held);
}

enum err suara_do_theme(struct job *job, struct asking *a)
{
	return suara_tema_save(job, &a->tema);
}

enum err suara_do_open(struct job *job, struct asking *a)
{
	return suara_lingkup_load(job, a->slug, &a->lingkup);
}

static enum err add_service(struct job *job, struct asking *a)
{
	struct layanan l = {.unit_id = a->lingkup.unit_id,
			    .slug = STR("akta"),
			    .nama = STR("Akta kelahiran"),
			    .kelompok = STR("keluarga"),
			    .suara_bentuk = STR("tiga"),
			    .is_aktif = true};
	enum err err = layanan_save(job, &l);

	return err ? err : suara_lingkup_load(job, l.slug, &a->lingkup);
}

struct asking suara_begun(void **state)
{
	struct house *house = *state;
	struct asking a = {.house = house,
			   .peran = PERAN_ADMIN_LAYANAN,
			   .jalur = "",
			   .today = DATE(2026, 11, 24),
			   .minute = 600};

	a.lingkup.unit_id = store_test_id(
		house->store, &house->instansi_id,
		"SELECT unit_id FROM unit WHERE instansi_id = $1 AND induk_id IS NULL");
	assert_int_equal(suara_ask(&a, add_service), ERR_OK);
	return a;
}

struct str suara_place(struct asking *asking)
{
	return str_format(asking->house->mem, "tempat %d", ++asking->places);
}

void suara_give_many(struct asking *asking, int count, int tick)
{
	for (int i = 0; i < count; i++) {
		asking->given = (struct suara){.waktu = tick,
					       .perilaku = tick,
					       .persyaratan = tick,
					       .percaya = tick,
					       .asal = suara_place(asking)};
		assert_int_equal(suara_ask(asking, suara_do_give), ERR_OK);
	}
}

int64_t suara_count(struct asking *asking, const char *table)
{
	const char *more = strstr(table, "WHERE") ? "AND" : "WHERE";

	return store_test_count(
		asking->house->store, &asking->house->instansi_id,
		str_cstr(asking->house->mem,
			 str_format(asking->house->mem,
				    "SELECT count(*) FROM %s %s instansi_id = $1", table, more)));
}

struct id suara_officer(void)
{
	return (struct id){.bytes = {7}};
}

enum err suara_known_code(struct job *job, const struct suara_lingkup *lingkup, struct str kode,
			  bool *is_known, struct id *pegawai_id)
{
	(void)job;
	(void)lingkup;
	*pegawai_id = suara_officer();
	*is_known = str_is(kode, "8KTW9MPQ") || str_starts(kode, "K");
	return ERR_OK;
}
