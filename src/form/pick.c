/* SPDX-License-Identifier: Apache-2.0 */
/* What becomes of what was found. */
#include "form/pick.h"

#include "base/say.h"
#include "form/form_own.h"

static struct id *value_of(const struct form *form, int at)
{
	return (struct id *)(void *)((char *)form->record + form->table->fields[at].at);
}

bool form_pick_asks(struct form *form, int at, struct str *typed)
{
	*typed = form->cells[at].text;
	if (form->cells[at].is_out || !id_is_none(value_of(form, at)) || typed->len == 0)
		return false;
	if (str_chars(*typed) <= FORM_PICK_TYPED_MOST)
		return true;
	form_pick_found(form, at, NULL, 0);
	return false;
}

void form_pick_found(struct form *form, int at, const struct choice *found, int count)
{
	struct asked asked = form_asked_at(form, at);
	struct str typed = form->cells[at].text;
	struct arena *mem = form->mem;

	if (count == 1 && id_parse(found[0].key, value_of(form, at))) {
		form->cells[at].text = found[0].label;
		return;
	}
	if (count == 0) {
		form_complain(
			&asked, "form.pick_none",
			say_format(mem,
				   "Tidak ada yang cocok dengan \"%.*s\". Tulis awal kata dari "
				   "namanya.",
				   STR_ARG(typed)),
			STR_NONE);
		return;
	}
	bool is_more = count > FORM_PICK_MOST;
	form_choose(form, at, found, is_more ? FORM_PICK_MOST : count);
	form_complain(
		&asked, "form.pick_several",
		is_more ? SAY(mem, "Banyak yang cocok. Pilih salah satu, atau tulis lebih lengkap.")
			: SAY(mem, "Beberapa cocok. Pilih salah satu."),
		STR_NONE);
}

void form_pick_chosen(struct form *form, int at, struct str name)
{
	form->cells[at].text = name;
}

void form_pick_stored(struct form *form, int at, struct str name)
{
	form->cells[at].stored = name;
}

void form_pick_unknown(struct form *form, int at)
{
	struct asked asked = form_asked_at(form, at);

	field_clear(asked.field, form->record);
	form_complain(&asked, "form.malformed", asked.field->wrong,
		      STR(SAID("pilih salah satu dari daftar.")));
}
