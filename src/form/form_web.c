/* SPDX-License-Identifier: Apache-2.0 */
/* A request as the source of a form's values. */
#include "form/form_web.h"

static bool body_at(const void *from, const char *name, int n, struct str *out)
{
	return request_field_at(from, name, n, out);
}

static bool address_at(const void *from, const char *name, int n, struct str *out)
{
	struct str value = n == 0 ? request_query(from, name) : STR_NONE;

	if (value.len > 0)
		*out = value;
	return value.len > 0;
}

struct form_source form_from_body(const struct request *req)
{
	return (struct form_source){body_at, req};
}

struct form_source form_from_address(const struct request *req)
{
	return (struct form_source){address_at, req};
}
