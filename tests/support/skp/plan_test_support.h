/* SPDX-License-Identifier: Apache-2.0 */
/* A small office for tests of the plan: KEPALA heads an independent unit and has no appraiser,
   MARTA appraises YOHANA; the year 2026 is open, and the unit has one result. */
#ifndef ABDI_SKP_PLAN_TEST_SUPPORT_H
#define ABDI_SKP_PLAN_TEST_SUPPORT_H
#include "db/store_test_support.h"
#include "law/access.h"
#include "skp/skp.h"

extern const struct id PLAN_UNIT, PLAN_KEPALA, PLAN_MARTA, PLAN_YOHANA, PLAN_HASIL;
extern const struct actor plan_kepala, plan_marta, plan_yohana, plan_personalia;

struct plan_room {
	struct store *store;
	struct id instansi;
	struct arena *mem;
	struct problems faults; /* of the last step */
	const struct actor *actor;
};

/* What a test holds of one plan between its steps. */
struct plan {
	struct id skp_id;
	int64_t version;
	struct skp *skp;
	struct rhk rhk;
	struct iki iki[1];
	struct skp_comment comment;
};

struct plan_team {
	struct id after; /* in: the last person of the page before */
	struct skp_team page;
};

/* cmocka's set-up and tear-down; *state is the room. */
int plan_room_open(void **state);
int plan_room_close(void **state);

/* One use case on 12 January 2026 as this person: as a write, as a read. */
typedef enum err plan_step(struct job *job, void *arg);
enum err plan_change(struct plan_room *room, const struct actor *actor, plan_step *run, void *arg);
enum err plan_look(struct plan_room *room, const struct actor *actor, plan_step *run, void *arg);

/* Steps; arg is a struct plan, of the last one a struct plan_team. */
plan_step plan_start, plan_load, plan_save_rhk, plan_submit, plan_agree, plan_record,
	plan_list_team;

/* Reads the plan again and keeps its version for the next step. */
void plan_reload(struct plan_room *room, const struct actor *actor, struct plan *plan);
/* A main result that hangs from this one of the unit, to be saved. */
void plan_fill(struct plan *plan, const struct id *hasil_unit_id);
/* Yohana's draft with one main result, ready to be sent. */
void plan_draft(struct plan_room *room, struct plan *plan);
/* The head's plan, sent. */
void plan_send_head(struct plan_room *room, struct plan *plan);

/* One statement past all use cases; $1 is the agency. */
void plan_sql(struct plan_room *room, struct str text);
/* The id as this engine's SQL writes it. */
struct str plan_lit(struct plan_room *room, const struct id *id);

#endif
