/* SPDX-License-Identifier: Apache-2.0 */
/* A button is a choice among those of its name, and always needed. */
#include "form/press.h"

enum err form_pressed(struct job *job, const struct field *buttons,
		      const struct form_source *source, unsigned *out)
{
	struct form_table table = {
		.name = buttons->name, .fields = buttons, .count = 1, .record_size = sizeof *out};
	struct form form;

	*out = 0;
	form_make(&form, job, &table, out);
	form_read(&form, source);
	if (!form_is_wrong(&form, 0))
		return ERR_OK;
	*out = 0;
	return ERR_INVALID;
}
