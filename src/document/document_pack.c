/* SPDX-License-Identifier: Apache-2.0 */
/* Named values as text with lengths, so that nothing in a value can pass for a name. */
#include "document/document_pack.h"

#define LENGTH_DIGITS_MAX 8

static void put(struct buf *out, struct str text)
{
	buf_add_int(out, (int64_t)text.len);
	buf_add_char(out, ':');
	buf_add(out, text);
	buf_add_char(out, ',');
}

void pack_begin(struct buf *out)
{
	buf_add_cstr(out, PACK_MAGIC);
}

void pack_put(struct buf *out, const char *name, struct str value)
{
	put(out, str_from(name));
	put(out, value);
}

void pack_row(struct buf *out, const char *name, const struct str *cell, int count)
{
	struct buf row;

	buf_init(&row, out->mem);
	for (int i = 0; i < count; i++)
		put(&row, cell[i]);
	pack_put(out, name, buf_str(&row));
}

/* Takes one "5:texts," from the front; false when it does not stand there. */
static bool take(struct str *rest, struct str *out)
{
	size_t at = 0, len = 0;

	while (at < rest->len && at < LENGTH_DIGITS_MAX && rest->at[at] >= '0' &&
	       rest->at[at] <= '9')
		len = len * 10 + (size_t)(rest->at[at++] - '0');
	if (at == 0 || (at > 1 && rest->at[0] == '0'))
		return false;
	if (at >= rest->len || rest->at[at] != ':' || rest->len - at - 1 < len + 1 ||
	    rest->at[at + 1 + len] != ',')
		return false;
	*out = (struct str){rest->at + at + 1, len};
	*rest = str_slice(*rest, at + 2 + len, rest->len);
	return true;
}

bool pack_parse(struct arena *mem, struct str bytes, struct pack *out)
{
	if (!str_starts(bytes, PACK_MAGIC))
		return false;
	struct str rest = str_slice(bytes, sizeof PACK_MAGIC - 1, bytes.len);
	*out = (struct pack){0};
	while (rest.len > 0) {
		out->at = arena_grow(mem, out->at, out->count, sizeof *out->at);
		struct pack_field *field = &out->at[out->count++];
		if (!take(&rest, &field->name) || !take(&rest, &field->value))
			return false;
	}
	return true;
}

struct str pack_get(const struct pack *pack, const char *name)
{
	for (int i = 0; i < pack->count; i++)
		if (str_is(pack->at[i].name, name))
			return pack->at[i].value;
	return STR_NONE;
}

bool pack_cells(struct str row, struct str *cell, int count)
{
	for (int i = 0; i < count; i++)
		if (!take(&row, &cell[i]))
			return false;
	return row.len == 0;
}
