/* SPDX-License-Identifier: Apache-2.0 */
/* Reads JSON as RFC 8259 writes it, bounded in depth; everything it gives lives in the arena or in
   the text. */
#ifndef ABDI_RENDER_JSON_READ_H
#define ABDI_RENDER_JSON_READ_H
#include "base/str.h"

#define JSON_READ_DEPTH_MAX 16

/* What a value is. */
enum json_type {
	JSON_NULL,
	JSON_FALSE,
	JSON_TRUE,
	JSON_NUMBER,
	JSON_TEXT,
	JSON_ARRAY,
	JSON_OBJECT
};

/* A value; those of an object have their key. */
struct json_value {
	enum json_type type;
	struct str key;
	struct str text; /* of a text, unescaped; of a number, as it is written */
	struct json_value *items; /* of an array or object */
	int count;
};

/* ERR_INVALID for anything but one whole value, and for a key that stands twice in an object. */
MUST_CHECK enum err json_read(struct arena *mem, struct str text, struct json_value *out);
/* The value of a key, or NULL. */
const struct json_value *json_find(const struct json_value *object, struct str key);

#endif
