/* SPDX-License-Identifier: Apache-2.0 */
/* The devices an account is signed in on. Told by kind of browser only; no address is kept. */
#ifndef ABDI_ACCOUNT_DEVICE_H
#define ABDI_ACCOUNT_DEVICE_H
#include "base/crypto.h"
#include "base/job.h"

#define DEVICES_MAX 50

/* A session as it is stored. */
struct device_session {
	struct str token_hash, perangkat;
	int64_t signed_in_at, seen_at;
};

/* A browser somebody is signed in with. */
struct device {
	struct str hash; /* of its session, in hex: names it in a form and opens nothing */
	struct str name; /* "Chrome di Android" */
	int64_t signed_in_at, seen_at; /* UTC µs; seen_at is noted once an hour */
	bool is_this;
};

/* "Chrome di Android", or "Peramban lain" where nothing is known. */
struct str device_name(struct arena *mem, struct str user_agent);
/* The actor's devices, last used first; cookie tells which is this one. */
MUST_CHECK enum err device_list(struct job *job, struct str cookie, struct device **out,
				int *count);
/* Signs one device of the actor out; ERR_NOT_FOUND when it is none of his. */
MUST_CHECK enum err device_end(struct job *job, struct str hash);
/* Signs all but this one out. */
MUST_CHECK enum err device_end_others(struct job *job, struct str cookie);

#endif
