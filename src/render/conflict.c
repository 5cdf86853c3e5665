/* SPDX-License-Identifier: Apache-2.0 */
/* Compares two versions of a form, field by field. */
#include "render/conflict.h"

#include "base/say.h"

struct conflict *conflict_make(struct arena *mem, struct str url)
{
	struct conflict *conflict = arena_new(mem, struct conflict);

	conflict->mem = mem;
	conflict->url = url;
	conflict->sentence =
		SAY(mem,
		    "Isian ini sudah disimpan dari tempat lain sejak Anda membukanya. Tulisan Anda "
		    "belum tersimpan dan masih lengkap di bawah.");
	return conflict;
}

void conflict_close(struct conflict *conflict, struct str sentence)
{
	conflict->is_closed = true;
	conflict->sentence = sentence;
}

struct str conflict_title(const struct conflict *conflict, struct arena *mem, struct str title)
{
	return conflict ? str_join(mem, SAY(mem, "Dua versi: "), title) : title;
}

static struct conflict_row *add(struct conflict *conflict)
{
	conflict->at =
		arena_grow(conflict->mem, conflict->at, conflict->count, sizeof *conflict->at);
	return &conflict->at[conflict->count++];
}

/* A browser sends line ends as CR LF; the same text is no difference. */
static struct str plain(struct arena *mem, struct str text)
{
	struct buf out;

	buf_init(&out, mem);
	text = str_trim(text);
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] != '\r')
			buf_add_char(&out, text.at[i]);
	return buf_str(&out);
}

void conflict_compare(struct conflict *conflict, struct str field, struct str label,
		      struct str stored, struct str typed)
{
	stored = plain(conflict->mem, stored);
	typed = plain(conflict->mem, typed);
	if (!str_equal(stored, typed))
		*add(conflict) = (struct conflict_row){field, label, stored, typed};
}

const struct conflict_row *conflict_for(const struct conflict *conflict, struct str field)
{
	for (int i = 0; conflict && i < conflict->count; i++)
		if (str_equal(conflict->at[i].field, field))
			return &conflict->at[i];
	return NULL;
}
