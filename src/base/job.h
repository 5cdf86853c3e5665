/* SPDX-License-Identifier: Apache-2.0 */
/* What a use case works with, whoever calls it: page, API, command line or batch. */
#ifndef ABDI_BASE_JOB_H
#define ABDI_BASE_JOB_H
#include "base/date.h"
#include "base/id.h"
#include "base/problems.h"

struct db;
struct actor;

/* What a use case works with. */
struct job {
	struct arena *mem; /* lives as long as the job */
	struct db *db; /* a read snapshot, or the write this job is */
	const struct actor *actor; /* who acts; never NULL (the public is an actor too) */
	struct problems *faults; /* where a use case lists what is wrong with the input */
	int64_t now; /* UTC µs at the start of the job */
	struct date today; /* now in the actor's zone */
	struct str request_id; /* for the audit trail; random, no meaning */
	const char *data_dir; /* attachments by reference live below it */
};

/* A job of nothing but a store and memory, for work of the house itself that nobody asked for. */
#define JOB_OF(db_, mem_) (&(const struct job){.db = (db_), .mem = (mem_)})

#endif
