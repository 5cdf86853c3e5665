/* SPDX-License-Identifier: Apache-2.0 */
/* A small office for tests: a city, an independent office and a section; the secretary, a head and
   two others with agreed plans, reports in the first quarter of 2026, which is open. */
#ifndef ABDI_EVALUATION_SEED_TEST_SUPPORT_H
#define ABDI_EVALUATION_SEED_TEST_SUPPORT_H
#include "base/job.h"
#include "base/problems.h"
#include "db/store_test_support.h"
#include "law/access.h"

enum seed_person { SEED_SEKDA, SEED_KEPALA, SEED_YOHANA, SEED_AGUS, SEED_PEOPLE };
enum seed_unit { SEED_KOTA, SEED_DINAS, SEED_BIDANG };

void seed_office(struct store *store, const struct id *instansi);
struct id seed_person_id(enum seed_person person);
struct id seed_unit_id(enum seed_unit unit);
struct id seed_skp_id(enum seed_person person);
struct id seed_iki_id(enum seed_person person);
/* On 2 April 2026, with no fault found yet; mem, actor and faults outlive it. */
struct job seed_job(struct db *db, struct arena *mem, const struct actor *actor,
		    struct problems *faults);
/* The person signed in, with the roles that follow from leading and appraising. */
struct actor seed_actor(const struct id *instansi, enum seed_person person);
/* The personnel office. */
struct actor seed_admin(const struct id *instansi);
/* The plan of who heads the city, agreed by a letter of the mayor. */
void seed_top_plan(struct store *store, const struct id *instansi);
/* Runs one statement; {p0} a person's id, {u1} a unit's, {s2} a plan's, {r2} a result's, {i2} an
   indicator's. */
void seed_sql(struct store *store, const struct id *instansi, const char *sql);

#endif
