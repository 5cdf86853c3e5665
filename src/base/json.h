/* SPDX-License-Identifier: Apache-2.0 */
/* Writes JSON into a buffer; commas and escapes are its business. Text that is not UTF-8 comes out
   with U+FFFD. */
#ifndef ABDI_BASE_JSON_H
#define ABDI_BASE_JSON_H
#include "base/date.h"
#include "base/id.h"

#define JSON_DEPTH_MAX 16

/* Text being written. */
struct json {
	struct buf *out;
	int depth;
	bool has_value[JSON_DEPTH_MAX]; /* a comma is due before the next value at this depth */
	bool is_after_key;
};

/* Writes into out. */
void json_init(struct json *json, struct buf *out);
/* Opens an object; every one is closed. */
void json_open_object(struct json *json);
/* Closes it. */
void json_close_object(struct json *json);
/* Opens an array; every one is closed. */
void json_open_array(struct json *json);
/* Closes it. */
void json_close_array(struct json *json);
/* The name of the next value; a literal of ours. */
void json_key(struct json *json, const char *key);
void json_text(struct json *json, struct str value);
void json_int(struct json *json, int64_t value);
void json_bool(struct json *json, bool value);
void json_null(struct json *json);
void json_id(struct json *json, const struct id *id); /* the none id is null */
void json_date(struct json *json, struct date date); /* the none date is null */
/* What is JSON already: a literal of ours. */
void json_ready(struct json *json, struct str value);
void json_hundredths(struct json *json, int64_t value); /* 1250 -> 12.50 as a number */

#endif
