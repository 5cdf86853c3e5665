/* SPDX-License-Identifier: Apache-2.0 */
/* /healthz: does this process live, and what can it do? /readyz: should changes be sent to it?
   Neither waits for the database. */
#include "app/health.h"

#include "app/passage.h"
#include "audit/guard.h"
#include "base/json.h"
#include "db/store_state.h"
#include "generated/routes.h"
#include "http/exchange.h"

static bool is_halted(const struct gate *gate)
{
	return gate->guard && guard_is_halted(gate->guard);
}

const char *health_key(const struct gate *gate)
{
	switch (store_state(gate->store)) {
	case STORE_WRITABLE: return is_halted(gate) ? "halted" : "writable";
	case STORE_FULL: return "full";
	case STORE_DOWN: return "down";
	case STORE_FAILED: return "failed";
	}
	__builtin_unreachable();
}

const char *health_trouble(const struct gate *gate)
{
	switch (store_state(gate->store)) {
	case STORE_WRITABLE:
		return is_halted(gate)
			       ? "Perubahan dihentikan sampai petugas teknis memeriksa basis data. "
				 "Membaca tetap bisa."
			       : NULL;
	case STORE_FULL:
		return "Diska server penuh. Membaca tetap bisa; perubahan baru dapat disimpan "
		       "sesudah ada ruang lagi.";
	case STORE_DOWN:
		return "Basis data sedang tidak menjawab. Data yang sudah tersimpan tidak berubah; "
		       "coba lagi sebentar lagi.";
	case STORE_FAILED:
		return "Diska server gagal. Perubahan dihentikan dan server sedang dimulai ulang.";
	}
	__builtin_unreachable();
}

static void tell(struct request *req, struct response *res, int status)
{
	const struct passage *p = req->owner;
	struct json json;

	json_init(&json, respond_json(res, status));
	json_open_object(&json);
	json_key(&json, "status");
	json_text(&json, STR("ok"));
	json_key(&json, "state");
	json_text(&json, str_from(health_key(p->gate)));
	json_close_object(&json);
}

enum err health_page(struct request *req, struct response *res)
{
	tell(req, res, 200);
	return ERR_OK;
}

enum err readiness_page(struct request *req, struct response *res)
{
	const struct passage *p = req->owner;

	tell(req, res, str_is(str_from(health_key(p->gate)), "writable") ? 200 : 503);
	return ERR_OK;
}
