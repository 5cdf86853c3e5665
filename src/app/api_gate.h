/* SPDX-License-Identifier: Apache-2.0 */
/* The gate for programs: bearer key → actor → scope → how often. No cookie opens an address of the
   API. */
#ifndef ABDI_APP_API_GATE_H
#define ABDI_APP_API_GATE_H
#include "api/api_key.h"
#include "http/exchange.h"

struct limiter;

#define API_RATE_A_MINUTE 600 /* requests of one key */

/* Is this an address of the API (app/routes.def)? */
bool api_gate_is_for(const struct request *req);
/* The agency of the key that came along; false when none did. */
bool api_gate_agency(const struct request *req, struct id *out);
/* Who acts by the key. ERR_SIGN_IN: it opens nothing, or none came along; ERR_BUSY: whoever sends
   from there has tried too many that open nothing. Either is answered already. Where no key is
   asked for there is nobody. */
MUST_CHECK enum err api_gate_identify(struct request *req, struct api_caller *caller,
				      struct actor *actor);
/* May this key do this, and now? limiter counts it; NULL: it is counted another time. What is
   refused is answered already. */
MUST_CHECK enum err api_gate_admit(struct request *req, const struct api_caller *caller,
				   struct limiter *limiter);

#endif
