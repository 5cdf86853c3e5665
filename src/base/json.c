/* SPDX-License-Identifier: Apache-2.0 */
/* Writes values with commas where they belong. */
#include "base/json.h"

#include <assert.h>

void json_init(struct json *json, struct buf *out)
{
	*json = (struct json){.out = out};
}

static void begin_value(struct json *json)
{
	if (!json->is_after_key && json->has_value[json->depth])
		buf_add_char(json->out, ',');
	json->has_value[json->depth] = true;
	json->is_after_key = false;
}

static void open_with(struct json *json, char mark)
{
	begin_value(json);
	buf_add_char(json->out, mark);
	assert(json->depth + 1 < JSON_DEPTH_MAX);
	json->has_value[++json->depth] = false;
}

static void close_with(struct json *json, char mark)
{
	assert(json->depth > 0 && !json->is_after_key);
	json->depth--;
	buf_add_char(json->out, mark);
}

void json_open_object(struct json *json)
{
	open_with(json, '{');
}

void json_close_object(struct json *json)
{
	close_with(json, '}');
}

void json_open_array(struct json *json)
{
	open_with(json, '[');
}

void json_close_array(struct json *json)
{
	close_with(json, ']');
}

/* Length of the well-formed UTF-8 sequence here, 0 when there is none. */
static size_t sequence_len(struct str s)
{
	unsigned char first = (unsigned char)s.at[0];
	size_t len = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
	if (len > s.len || !str_is_utf8(str_slice(s, 0, len)))
		return 0;
	return len;
}

static void add_control(struct buf *out, unsigned char c)
{
	switch (c) {
	case '"': buf_add(out, STR("\\\"")); return;
	case '\\': buf_add(out, STR("\\\\")); return;
	case '\n': buf_add(out, STR("\\n")); return;
	case '\t': buf_add(out, STR("\\t")); return;
	default: buf_add_format(out, "\\u%04x", c); return;
	}
}

static void add_quoted(struct buf *out, struct str s)
{
	buf_add_char(out, '"');
	while (s.len > 0) {
		unsigned char c = (unsigned char)s.at[0];
		size_t len = sequence_len(s);
		if (len == 0)
			buf_add(out, STR("\xEF\xBF\xBD"));
		else if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F)
			add_control(out, c);
		else
			buf_add(out, str_slice(s, 0, len));
		s = str_slice(s, len ? len : 1, s.len);
	}
	buf_add_char(out, '"');
}

void json_key(struct json *json, const char *key)
{
	begin_value(json);
	add_quoted(json->out, str_from(key));
	buf_add_char(json->out, ':');
	json->is_after_key = true;
}

void json_text(struct json *json, struct str value)
{
	begin_value(json);
	add_quoted(json->out, value);
}

void json_int(struct json *json, int64_t value)
{
	begin_value(json);
	buf_add_int(json->out, value);
}

void json_bool(struct json *json, bool value)
{
	begin_value(json);
	buf_add_cstr(json->out, value ? "true" : "false");
}

void json_null(struct json *json)
{
	begin_value(json);
	buf_add(json->out, STR("null"));
}

void json_id(struct json *json, const struct id *id)
{
	char text[ID_TEXT_LEN];
	if (id_is_none(id)) {
		json_null(json);
		return;
	}
	id_write(id, text);
	json_text(json, (struct str){text, sizeof text});
}

void json_date(struct json *json, struct date date)
{
	if (date_is_none(date))
		json_null(json);
	else
		json_text(json, date_iso(json->out->mem, date));
}

void json_ready(struct json *json, struct str value)
{
	begin_value(json);
	buf_add(json->out, value);
}

void json_hundredths(struct json *json, int64_t value)
{
	uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	begin_value(json);
	buf_add_format(json->out, "%s%llu.%02llu", value < 0 ? "-" : "",
		       (unsigned long long)(size / 100), (unsigned long long)(size % 100));
}
