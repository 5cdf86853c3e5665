/* SPDX-License-Identifier: Apache-2.0 */
/* The forms of the public: which they are, how often they may be sent, and what is deleted when its
   day has come. */
#ifndef ABDI_APP_PUBLIC_H
#define ABDI_APP_PUBLIC_H
#include "base/pace.h"
#include "db/store.h"
#include "http/exchange.h"
#include "http/public_form.h"

/* All public forms of an agency together, an hour: what its writer and its administrators can
   bear. */
#define PUBLIC_AGENCY_HOUR 1200

/* The form this route shows or takes; NULL when it takes no words. */
const struct public_form *public_form_of(const struct route *route);
/* May this form be sent, and now? One whose token does not match, or that was sent too often, is
   kept on the answer (is_refused); ERR_FORBIDDEN when it does not tell where it comes from. */
MUST_CHECK enum err public_admit(struct limiter *limiter, struct request *req, struct str csrf,
				 bool *is_refused);
/* Has this address asked for codes more often than public.def lets (429)? Each asking is
   counted. */
bool public_refuses_look(struct limiter *limiter, struct request *req);
/* The caretaker's: deletes in every agency what its form promised to delete by now, in portions. */
MUST_CHECK enum err public_forget(struct store *store, int64_t now, const struct pace *pace);

#endif
