/* SPDX-License-Identifier: Apache-2.0 */
/* A change asked for twice happens once: the key of its form is kept with its outcome (audit/once.h), for every route
   that is not named in repeat.def. */
#ifndef ABDI_APP_REPEAT_H
#define ABDI_APP_REPEAT_H
#include "http/exchange.h"

/* Does this changing route ask for no key? */
bool repeat_is_harmless(const struct route *route);
/* What became of a form that came again: nothing is done, and the response and err tell of the first time. */
struct repeat {
	bool is_known;
	enum err err;
};
/* Runs the request's handler on the writer. When its key tells that it ran before, the first answer is given again and
   what it did this time must be rolled back: *again says so, and ERR_CONFLICT is returned. A form without a key, or
   with the key of another content, is kept on the answer to be sent once more. */
MUST_CHECK enum err repeat_handle(struct request *req, struct repeat *again);

#endif
