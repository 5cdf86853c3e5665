/* SPDX-License-Identifier: Apache-2.0 */
/* Which of its buttons a form was sent with.

     static const struct choice aksi_at[] = {{.key = STR("setujui")}, {.key = STR("kembalikan")}};
     static const struct choice_list aksi = CHOICE_LIST(aksi_at);
     static const struct field buttons = FORM_BUTTONS("aksi", aksi, "Pilih …");

   say: FORM_BUTTONS 3 */
#ifndef ABDI_FORM_PRESS_H
#define ABDI_FORM_PRESS_H
#include "base/say.h"
#include "form/form.h"
#include "form/table.h"

/* The buttons of one name, as a field. */
#define FORM_BUTTONS(name_, list_, sentence_)                                                      \
	{                                                                                          \
		.kind = FIELD_RADIO, .holds = HOLDS_ENUM, .name = (name_),                         \
		.label = STR(SAID("Yang dilakukan")), .choices = &(list_), .is_needed = true,      \
		.missing = STR(sentence_), .wrong = STR(sentence_)                                 \
	}

/* Its place in the list. What is missing, unknown or there twice is a fault of that name and
   ERR_INVALID, and *out is 0. */
MUST_CHECK enum err form_pressed(struct job *job, const struct field *buttons,
				 const struct form_source *source, unsigned *out);

#endif
