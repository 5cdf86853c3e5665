/* SPDX-License-Identifier: Apache-2.0 */
/* What the pages of the plan share. */
#ifndef ABDI_SKP_SKP_WEB_H
#define ABDI_SKP_SKP_WEB_H
#include "http/response.h"
#include "http/shell_web.h"
#include "skp/skp_view.h"

/* The plan named in the address, after its access check. */
MUST_CHECK enum err skp_web_load(struct request *req, struct skp **out);
/* The same for a form that changes it: ERR_FORBIDDEN unless the actor may edit it now. */
MUST_CHECK enum err skp_web_load_draft(struct request *req, struct skp **out);
/* The own plan a form was sent for, whatever its state: the use case says when it takes no change
   any more. */
MUST_CHECK enum err skp_web_load_own(struct request *req, struct skp **out);
/* Hands err on. Of a form that was refused (ERR_INVALID, ERR_CONFLICT) the page is drawn on a
   reader; draw is given a const enum err that says why. */
MUST_CHECK enum err skp_web_again(struct request *req, struct response *res, response_draw *draw,
				  enum err err);
/* Is that why a conflict? Else there are faults. */
bool skp_web_is_conflict(const void *why);
/* A list of plans of one year: ?tahun=, else this year. */
void skp_web_list(struct request *req, struct list *list, struct skp_saring *out);
/* The view with the deadline of the year. */
MUST_CHECK enum err skp_web_view(struct request *req, const struct skp *skp, struct skp_view *out);
/* The shell of a page; a page with faults says so in its title. */
void skp_web_shell(struct request *req, const char *active, struct str title, struct shell *out);

#endif
