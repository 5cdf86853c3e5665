/* SPDX-License-Identifier: Apache-2.0 */
/* Reading the indicator form: what was typed, and what it means. */
#ifndef ABDI_SKP_SKP_EDIT_WEB_H
#define ABDI_SKP_SKP_EDIT_WEB_H
#include "skp/skp_web.h"

/* The form as typed; rows without any text are left out. */
void rhk_form_read(struct request *req, const struct skp *skp, struct rhk_form *out);
/* The result it describes; malformed numbers become faults. sources tells which list the link is from. */
void rhk_form_parse(const struct rhk_form *form, struct problems *faults, struct rhk *out);

#endif
