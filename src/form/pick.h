/* SPDX-License-Identifier: Apache-2.0 */
/* A field whose choices are too many for a list (FIELD_PICK): somebody types a part of the name and
   sends the form; one that fits is taken, of several one is chosen on the same page. With script
   names are offered while typing. Who owns the things looks them up, between reading and checking:

     form_read(&form, &source);
     if ((err = unit_pick(job, &form, FORM_AT(&form, struct role_form, unit_id), PERM_…)))

   and does the same after form_fill, so that the field shows the name of what is stored. */
#ifndef ABDI_FORM_PICK_H
#define ABDI_FORM_PICK_H
#include "form/form.h"

#define FORM_PICK_MOST 12 /* to choose among */
#define FORM_PICK_TYPED_MOST 200 /* characters; no name is longer */

/* What was typed and is still to be looked for; false when nothing is, or when it is longer than
   any name and its fault is told. */
bool form_pick_asks(struct form *form, int at, struct str *typed);
/* What was found, FORM_PICK_MOST + 1 when there was more: one alone is taken, several are shown and
   none is a fault. */
void form_pick_found(struct form *form, int at, const struct choice *found, int count);
/* The name of what is chosen. */
void form_pick_chosen(struct form *form, int at, struct str name);
/* The name of what is stored meanwhile, for form_compare; without it the choice is called one that
   is no longer there. */
void form_pick_stored(struct form *form, int at, struct str name);
/* What was chosen is not there, or not for this person. */
void form_pick_unknown(struct form *form, int at);

#endif
