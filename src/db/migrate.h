/* SPDX-License-Identifier: Apache-2.0 */
/* The schema's steps, embedded from src/db/migrations, and how they are applied (store_migrate). */
#ifndef ABDI_DB_MIGRATE_H
#define ABDI_DB_MIGRATE_H
#include "db/store.h"

/* A step of the schema: its number and name, and its statements. */
struct migration {
	const char *name; /* "0001_house" */
	const char *text; /* {id} and {bytes} stand for the engine's types */
};

extern const struct migration MIGRATIONS[];
extern const int MIGRATION_COUNT;

struct conn;
/* Applies the first count steps that are missing, each in its own transaction, on a writer's
   connection. */
MUST_CHECK enum err migrations_run(struct conn *conn, int count);

#endif
