/* SPDX-License-Identifier: Apache-2.0 */
/* A change asked for twice happens once: the key of its form is kept with its outcome
   (audit/once.h), for every route that is not named in repeat.def. */
#ifndef ABDI_APP_REPEAT_H
#define ABDI_APP_REPEAT_H
#include "http/exchange.h"

/* Does this changing route ask for no key? */
bool repeat_is_harmless(const struct route *route);
/* One run of a form's handler. */
struct repeat {
	bool asks_first; /* given: look the key up before anything is done */
	bool is_asked; /* whether it ran before is known */
	bool is_known; /* it did: the response and err tell of the first time, and nothing may stay
	                  of this one */
	enum err err;
};
/* Runs the request's handler on the writer and keeps its key. Most forms come once, so the key is
   looked up only when the handler refuses, or when keeping it failed and the gate runs the form
   again with asks_first. ERR_CONFLICT with is_known: roll back, then answer with err. A form
   without a key, or with the key of another content, is kept on the answer to be sent once more. */
MUST_CHECK enum err repeat_handle(struct request *req, struct repeat *run);

#endif
