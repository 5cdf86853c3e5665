/* SPDX-License-Identifier: Apache-2.0 */
/* A whole house in memory: gate, store, an agency with a person a role. */
#include "app/house_test_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "account/account.h"
#include "account/installation.h"
#include "account/session_cache.h"
#include "base/crypto.h"
#include "base/sys.h"
#include "db/store_test_support.h"
#include "http/csrf.h"
#include "http/exchange.h"
#include "trail/trail_look.h"

#include <semaphore.h>
#include <string.h>

static sem_t answered;

static void note_answer(struct request *req)
{
	(void)req;
	sem_post(&answered);
}

static enum err keepers_make(struct job *job, struct house *house, const struct id *unit_id)
{
	struct account_new keeper = {.nama = STR("Ayu"), .email = STR("ayu@k.go.id")};
	struct account_new other = {.nama = STR("Budi"), .email = STR("budi@k.go.id")};
	struct session session;
	struct actor actor;
	enum err err;

	if ((err = password_hash(job->mem, STR(HOUSE_PASSWORD), &keeper.sandi_hash)))
		return err;
	other.sandi_hash = keeper.sandi_hash;
	if ((err = account_create(job, &keeper, &house->keeper_id)) ||
	    (err = account_create(job, &other, &house->other_id)) ||
	    (err = account_grant(job, &house->keeper_id, PERAN_ADMIN_KEPEGAWAIAN, unit_id)) ||
	    (err = account_grant(job, &house->other_id, PERAN_ADMIN_KEPEGAWAIAN, unit_id)) ||
	    (err = session_open(job, &house->keeper_id, STR_NONE, &house->keeper)) ||
	    (err = session_load(job, house->keeper, &session, &actor)))
		return err;
	house->csrf = actor.csrf;
	return ERR_OK;
}

static enum err house_work(struct db *db, void *arg)
{
	struct house *house = arg;
	struct actor actor = {.zona = ZONA_WIB};
	struct problems faults;
	struct job job = {.mem = house->mem, .db = db, .actor = &actor, .faults = &faults};
	struct installation in = {
		.nama = STR("Kota"), .kode = STR("K"), .kota = STR("Kota"), .zona = STR("WIB")};
	struct id unit_id, akun_id;
	enum err err;

	problems_init(&faults, house->mem);
	job.now = clock_now();
	job.today = DATE(2026, 11, 24);
	job.request_id = STR("uji");
	if ((err = agency_create(&job, &in, &house->instansi_id, &unit_id)))
		return err;
	for (int peran = PERAN_PUBLIK + 1; peran < PERAN_COUNT; peran++) {
		struct account_new account = {.nama = STR("Uji"), .sandi_hash = STR("-")};
		if ((err = account_create(&job, &account, &akun_id)) ||
		    (err = account_grant(&job, &akun_id, (enum peran)peran, &unit_id)) ||
		    (err = session_open(&job, &akun_id, STR_NONE, &house->cookie[peran])))
			return err;
	}
	return keepers_make(&job, house, &unit_id);
}

int house_set_up(void **state)
{
	struct arena *mem = arena_make();
	struct house *house = arena_new(mem, struct house);

	*house = (struct house){.mem = mem, .store = store_for_test()};
	house->gate = (struct gate){.store = house->store,
				    .pool = pool_start(1, 4),
				    .passwords = turns_start(1, 4),
				    .sessions = session_cache_make(),
				    .visits = visits_make(house->store, STR("layanan.uji=k")),
				    .limiter = limiter_make(),
				    .looks = trail_looks_make(),
				    .data_dir = "/tmp",
				    .answer = note_answer};
	sem_init(&answered, 0, 0);
	assert_int_equal(store_write(house->store, NULL, house_work, house), ERR_OK);
	*state = house;
	return 0;
}

int house_tear_down(void **state)
{
	struct house *house = *state;

	turns_stop(house->gate.passwords);
	pool_stop(house->gate.pool);
	session_cache_free(house->gate.sessions);
	visits_free(house->gate.visits);
	limiter_free(house->gate.limiter);
	trail_looks_free(house->gate.looks);
	store_end_test(house->store);
	arena_free(house->mem);
	return 0;
}

struct request *house_answer(struct house *house, struct request *req)
{
	gate_handle(&house->gate, req);
	sem_wait(&answered);
	if (req->response.draw) /* as the server does before it sends */
		gate_draw(&house->gate, req);
	return req;
}

struct request *house_ask(struct house *house, struct arena *mem, const struct route *route,
			  struct str cookie)
{
	struct request *req = arena_new(mem, struct request);
	struct id stranger = id_make();
	struct str rest = str_from(route->path);

	request_init(req, mem);
	req->method = str_from(route->method);
	req->path = rest;
	req->route = route;
	while (rest.len > 0) {
		struct str segment = str_cut(rest, '/', &rest);
		if (str_starts(segment, ":"))
			pairs_add(&req->params, str_slice(segment, 1, segment.len),
				  str_is(segment, ":instansi") ? STR("k") : id_str(mem, &stranger));
	}
	pairs_add(&req->headers, STR("Host"), STR("abdi.test"));
	if (cookie.len > 0)
		pairs_add(&req->cookies, STR("abdi"), cookie);
	return house_answer(house, req);
}

bool house_route_reads(const struct route *route)
{
	return strcmp(route->method, "GET") == 0;
}

bool house_asks_to_sign_in(const struct request *req)
{
	struct str target;
	return req->response.status == 303 &&
	       pairs_at(&req->response.headers, STR("Location"), 0, &target) &&
	       str_starts(target, "/masuk?ke=");
}

const struct route *house_route(const char *method, const char *path)
{
	for (int i = 0; i < app_routes.count; i++)
		if (strcmp(app_routes.at[i].method, method) == 0 &&
		    strcmp(app_routes.at[i].path, path) == 0)
			return &app_routes.at[i];
	fail_msg("no route %s %s", method, path);
	return NULL;
}

static void add_field(struct request *req, const char *name, struct str value)
{
	if (value.len > 0)
		pairs_add(&req->fields, str_from(name), value);
}

struct request *house_send_year(struct house *house, struct arena *mem,
				const struct house_form *form)
{
	struct request *req = arena_new(mem, struct request);

	request_init(req, mem);
	req->method = STR("POST");
	req->path = STR("/tahun");
	req->route = house_route("POST", "/tahun");
	req->body_kind = BODY_FORM;
	req->address = STR("192.0.2.7");
	pairs_add(&req->headers, STR("Host"), STR("abdi.test"));
	if (form->origin)
		pairs_add(&req->headers, STR("Origin"), str_from(form->origin));
	if (form->cookie.len > 0)
		pairs_add(&req->cookies, STR("abdi"), form->cookie);
	if (form->guest.len > 0)
		pairs_add(&req->cookies, STR("abdi-tamu"), form->guest);
	add_field(req, "tahun", STR("2031"));
	add_field(req, "pendekatan", str_from(form->approach ? form->approach : "kualitatif"));
	add_field(req, "periode_jenis", STR("bulan"));
	add_field(req, "version",
		  STR("bukan angka")); /* nothing of this form's: goes on as it is */
	add_field(req, "bukti", STR("satu"));
	add_field(req, "bukti", STR("satu"));
	add_field(req, "csrf", csrf_mask(mem, form->csrf));
	struct id fresh = id_make();
	if (!str_is(form->key, "-"))
		add_field(req, "kunci", form->key.len ? form->key : id_str(mem, &fresh));
	add_field(req, "lanjut_masuk", str_from(form->masuk));
	add_field(req, "lanjut_sandi", str_from(form->sandi));
	if (!id_is_none(&form->claim))
		add_field(req, "lanjut_akun", id_str(mem, &form->claim));
	if (form->has_file)
		request_add_upload(req, &(struct upload){.field = STR("bukti"),
							 .file_name = STR("foto.jpg"),
							 .path = STR("/tmp/tidak-ada"),
							 .size = 1});
	return house_answer(house, req);
}

static bool has_twice(struct str body, const char *text)
{
	const char *first = memmem(body.at, body.len, text, strlen(text));

	return first &&
	       memmem(first + 1, body.len - (size_t)(first + 1 - body.at), text, strlen(text));
}

bool house_keeps_form(const struct request *req)
{
	struct str body = buf_str(&req->response.body);
	return str_has(body, "name=\"lanjut_akun\"") && str_has(body, ">\n2031</textarea>") &&
	       str_has(body, ">\nkualitatif</textarea>") &&
	       str_has(body, ">\nbukan angka</textarea>") && has_twice(body, ">\nsatu</textarea>");
}

bool house_has_year(struct house *house)
{
	return store_test_count(house->store, &house->instansi_id,
				"SELECT count(*) FROM tahun_kinerja WHERE instansi_id = $1 AND "
				"tahun = 2031") == 1;
}

void house_age(struct house *house)
{
	(void)store_test_sql(house->store, &house->instansi_id,
			     "UPDATE sesi SET signed_in_at = signed_in_at - 1801000000 WHERE "
			     "instansi_id = $1");
	session_cache_free(house->gate.sessions);
	house->gate.sessions = session_cache_make();
}

struct str house_cookie_of(const struct request *req)
{
	struct str value, rest;

	for (int i = 0; i < req->response.headers.count; i++) {
		if (!str_is(req->response.headers.at[i].name, "Set-Cookie"))
			continue;
		value = req->response.headers.at[i].value;
		if (str_starts(value, "abdi=")) {
			value = str_cut(value, ';', &rest);
			return str_slice(value, 5, value.len);
		}
	}
	return STR_NONE;
}

struct id house_other_agency(struct house *house, const char *slug)
{
	struct id id = store_test_instansi(house->store, slug);

	(void)store_test_sql(house->store, &id,
			     "UPDATE instansi SET slug = kode WHERE instansi_id = $1");
	(void)store_test_sql(house->store, &id,
			     "INSERT INTO unit (instansi_id, unit_id, kode, nama, jalur, jenis, "
			     "zona, valid_from) VALUES ($1, $1, 'X', 'Kota Lain', '/X/', "
			     "'instansi', 'WIB', '2026-01-01')");
	return id;
}
