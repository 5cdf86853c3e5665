/* SPDX-License-Identifier: Apache-2.0 */
/* A gate before an agency for tests: an account with a session for every role, and two
   administrators with a password. */
#ifndef ABDI_APP_HOUSE_TEST_SUPPORT_H
#define ABDI_APP_HOUSE_TEST_SUPPORT_H
#include "app/gate.h"
#include "law/access.h"

#define HOUSE_PASSWORD "empat kata acak kuat"

struct house {
	struct arena *mem;
	struct store *store;
	struct gate gate;
	struct id instansi_id;
	struct str cookie[PERAN_COUNT]; /* of an account with just this role; PUBLIK has none */
	struct id keeper_id, other_id; /* the two administrators */
	struct str keeper, csrf; /* cookie and token of the first */
};

/* cmocka's set-up and tear-down; *state is the house. */
int house_set_up(void **state);
int house_tear_down(void **state);
/* Another agency of the installation, at /w/<slug>. */
struct id house_other_agency(struct house *house, const char *slug);
/* All sessions become half an hour older. */
void house_age(struct house *house);

const struct route *house_route(const char *method, const char *path);
bool house_route_reads(const struct route *route);
/* Sends a request through the gate and waits for its answer. */
struct request *house_answer(struct house *house, struct request *req);
/* A request of this route; every :parameter becomes an identifier nobody has. */
struct request *house_ask(struct house *house, struct arena *mem, const struct route *route,
			  struct str cookie);

/* The form that sets up the year 2031, and how it is sent. */
struct house_form {
	struct str cookie, guest, csrf;
	const char *origin, *masuk,
		*sandi; /* masuk and sandi: what the page that keeps the form asks for */
	struct id claim;
	bool has_file;
	struct str key; /* "-": none at all; empty: a fresh one */
	const char *approach;
};
struct request *house_send_year(struct house *house, struct arena *mem,
				const struct house_form *form);
bool house_has_year(struct house *house);

/* What an answer is: the way to the sign-in; the page that keeps the form; the session it
   opened. */
bool house_asks_to_sign_in(const struct request *req);
bool house_keeps_form(const struct request *req);
struct str house_cookie_of(const struct request *req);

#endif
