/* SPDX-License-Identifier: Apache-2.0 */
/* Errors as problem details (RFC 9457). */
#include "http/problem.h"

#include "http/exchange.h"
#include "base/json.h"

static const struct problem_kind kinds[] = {
#define PROBLEM(status, kind, title, detail) {status, kind, title, detail},
#include "http/problem.def"
#undef PROBLEM
};

#define KIND_COUNT (int)(sizeof kinds / sizeof kinds[0])

const struct problem_kind *problem_kinds(int *count)
{
	*count = KIND_COUNT;
	return kinds;
}

const struct problem_kind *problem_kind_of(int status)
{
	const struct problem_kind *other = &kinds[0];

	for (int i = 0; i < KIND_COUNT; i++) {
		if (kinds[i].status == status)
			return &kinds[i];
		if (kinds[i].status == 500)
			other = &kinds[i];
	}
	return other;
}

static void write_fault(struct json *json, const struct problem *fault)
{
	json_open_object(json);
	json_key(json, "field");
	json_text(json, fault->field);
	json_key(json, "code");
	json_text(json, fault->rule);
	json_key(json, "words");
	json_text(json, fault->sentence);
	json_close_object(json);
}

void respond_problem(struct response *res, int status, const struct problems *faults)
{
	const struct problem_kind *kind = problem_kind_of(status);
	struct json json;

	res->body.len = 0;
	json_init(&json, respond_json(res, status));
	res->content_type = "application/problem+json";
	json_open_object(&json);
	json_key(&json, "type");
	json_text(&json, str_format(res->req->mem, "/api#%s", kind->kind));
	json_key(&json, "title");
	json_text(&json, str_from(kind->title));
	json_key(&json, "status");
	json_int(&json, status);
	json_key(&json, "detail");
	json_text(&json, str_from(kind->detail));
	json_key(&json, "instance");
	json_text(&json,
		  str_join(res->req->mem, STR("urn:abdi:permintaan:"), res->req->job.request_id));
	json_key(&json, "faults");
	json_open_array(&json);
	for (int i = 0; i < faults->count; i++)
		write_fault(&json, &faults->at[i]);
	json_close_array(&json);
	json_close_object(&json);
}
