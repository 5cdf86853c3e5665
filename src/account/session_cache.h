/* SPDX-License-Identifier: Apache-2.0 */
/* Who stands behind a cookie, remembered for seconds, so that a page needs no statement to know its
   reader. What this process changes ends the memory at once (STORE_ACTORS); what another host
   changes, after the seconds (reliability D3: at most five). */
#ifndef ABDI_ACCOUNT_SESSION_CACHE_H
#define ABDI_ACCOUNT_SESSION_CACHE_H
#include "account/session.h"

#define SESSION_CACHE_SECONDS 5

struct session_cache;

/* An empty memory. */
struct session_cache *session_cache_make(void);
/* Accepts NULL. */
void session_cache_free(struct session_cache *cache);
/* True when it still holds; session and actor (in mem) are as session_load gave them. */
MUST_CHECK bool session_cache_find(struct session_cache *cache, struct job *job, uint64_t version,
				   struct session *session, struct actor *actor);
/* Remembers what session_load gave; version is from before the snapshot it was read in. */
void session_cache_keep(struct session_cache *cache, int64_t now, uint64_t version,
			const struct session *session, const struct actor *actor);
void session_cache_forget(struct session_cache *cache, const struct session *session);

#endif
