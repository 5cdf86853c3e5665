/* SPDX-License-Identifier: Apache-2.0 */
/* The API described for programs (OpenAPI 3.1), written from the route table and the tables of its
   records. */
#include "app/api_records.h"
#include "app/gate.h"
#include "form/form_schema.h"
#include "generated/routes.h"
#include "http/records.h"
#include "law/api_scope.h"

/* What no table tells: how one asks, how a list goes on, how an error looks. */
static const char head[] =
	"\"3.1.0\",\"info\":{\"title\":\"Abdi\",\"version\":\"1\",\"license\":{\"name\":"
	"\"Apache-2.0\",\"identifier\":\"Apache-2.0\"},\"description\":\"API untuk program lain. "
	"Panduan ada di halaman /api.\"},\"servers\":[{\"url\":\"/\"}]";
static const char security_schemes[] =
	"{\"kunci\":{\"type\":\"http\",\"scheme\":\"bearer\",\"description\":\"Kunci API, "
	"abdi_…, dibuat di halaman Kunci API\"}}";
static const char common_parameters[] =
	"{\"limit\":{\"name\":\"limit\",\"in\":\"query\",\"description\":\"Banyaknya dalam satu "
	"halaman\",\"schema\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":%d,\"default\":%d}},"
	"\"cursor\":{\"name\":\"cursor\",\"in\":\"query\",\"description\":\"Dari next halaman "
	"sebelumnya; isinya dapat berubah bentuk\",\"schema\":{\"type\":\"string\"}},"
	"\"idempotency_key\":{\"name\":\"Idempotency-Key\",\"in\":\"header\",\"required\":true,"
	"\"description\":\"Satu UUID untuk satu perubahan; kiriman ulang dengan kunci yang sama "
	"mendapat jawaban pertama\",\"schema\":{\"type\":\"string\",\"format\":\"uuid\"}}}";
static const char common_responses[] =
	"{\"kesalahan\":{\"description\":\"Kesalahan menurut RFC 9457\",\"content\":{"
	"\"application/problem+json\":{\"schema\":{\"$ref\":\"#/components/schemas/kesalahan\"}}}}}";
static const char problem_schema[] =
	"{\"type\":\"object\",\"required\":[\"type\",\"title\",\"status\",\"detail\",\"instance\","
	"\"faults\"],\"properties\":{\"type\":{\"type\":\"string\",\"format\":\"uri-reference\"},"
	"\"title\":{\"type\":\"string\"},\"status\":{\"type\":\"integer\"},\"detail\":{\"type\":"
	"\"string\"},\"instance\":{\"type\":\"string\",\"format\":\"uri\"},\"faults\":{\"type\":"
	"\"array\",\"items\":{\"type\":\"object\",\"required\":[\"field\",\"code\",\"words\"],"
	"\"properties\":{\"field\":{\"type\":\"string\"},\"code\":{\"type\":\"string\"},\"words\":{"
	"\"type\":\"string\"}}}}}}";

static const char files_body[] =
	"{\"schema\":{\"type\":\"object\",\"required\":[\"%s\"],\"properties\":{\"%s\":{\"$ref\":"
	"\"#/components/schemas/%s\"},\"berkas\":{\"type\":\"array\",\"items\":{\"type\":\"string\","
	"\"contentMediaType\":\"application/octet-stream\"}}}},\"encoding\":{\"%s\":{\"contentType\":"
	"\"application/json\"}}}";

static void reference(struct json *json, const char *place, const char *name)
{
	json_ready(json,
		   str_format(json->out->mem, "{\"$ref\":\"#/components/%s/%s\"}", place, name));
}

static void open(struct json *json, const char *key)
{
	json_key(json, key);
	json_open_object(json);
}

static void add(struct json *json, const char *key, struct str text)
{
	json_key(json, key);
	json_text(json, text);
}

/* "/laporan/:laporan_id" as OpenAPI writes it: "/laporan/{laporan_id}". */
static const char *template_of(struct arena *mem, const char *path)
{
	struct str part, rest = str_from(path + 1);
	struct buf out;

	buf_init(&out, mem);
	while (rest.len > 0) {
		part = str_cut(rest, '/', &rest);
		bool is_named = str_starts(part, ":");
		buf_add_cstr(&out, is_named ? "/{" : "/");
		buf_add(&out, str_slice(part, is_named, part.len));
		buf_add_cstr(&out, is_named ? "}" : "");
	}
	return str_cstr(mem, buf_str(&out));
}

/* ---- one operation ---- */

static bool changes(const struct route *route)
{
	return strcmp(route->method, "GET") != 0;
}

static void path_parameters(struct json *json, struct str path)
{
	while (path.len > 0) {
		struct str part = str_cut(path, '/', &path);
		if (!str_starts(part, ":"))
			continue;
		json_open_object(json);
		add(json, "name", str_slice(part, 1, part.len));
		json_key(json, "in");
		json_ready(json, STR("\"path\",\"required\":true,\"schema\":{\"type\":\"string\","
				     "\"format\":\"uuid\"}"));
		json_close_object(json);
	}
}

static void query_parameters(struct json *json, const struct form_table *asks)
{
	for (int i = 0; i < asks->count; i++) {
		json_open_object(json);
		add(json, "name", str_from(asks->fields[i].name));
		add(json, "in", STR("query"));
		json_key(json, "schema");
		form_schema_field(json, &asks->fields[i]);
		json_close_object(json);
	}
}

static void parameters(struct json *json, const struct route *route)
{
	json_key(json, "parameters");
	json_open_array(json);
	path_parameters(json, str_from(route->path));
	if (!changes(route))
		query_parameters(json, route->api->asks);
	if (route->api->is_list) {
		reference(json, "parameters", "limit");
		reference(json, "parameters", "cursor");
	}
	if (changes(route))
		reference(json, "parameters", "idempotency_key");
	json_close_array(json);
}

/* A deed on a record that the address names changes it; without one it makes a record. */
static bool makes(const struct route *route)
{
	return changes(route) && !strchr(route->path, ':');
}

/* OpenAPI 3.1 lets any scheme name what it asks for: here the scope. */
static void security(struct json *json, const struct route_api *api)
{
	const char *scope = api_scope_key((enum api_scope)api->scope);

	json_key(json, "security");
	json_ready(json, api->scope == SCOPE_NONE
				 ? STR("[]")
				 : str_format(json->out->mem, "[{\"kunci\":[\"%s\"]}]", scope));
}

static void success_schema(struct json *json, const struct route_api *api)
{
	json_key(json, "schema");
	if (api->tells->count == 0) {
		json_ready(json, STR("{\"type\":\"object\"}"));
	} else if (!api->is_list) {
		reference(json, "schemas", api->tells->name);
	} else {
		json_ready(json,
			   str_format(json->out->mem,
				      "{\"type\":\"object\",\"required\":[\"data\",\"next\"],"
				      "\"properties\":{\"data\":{\"type\":\"array\",\"items\":{"
				      "\"$ref\":\"#/components/schemas/%s\"}},\"next\":{\"type\":["
				      "\"string\",\"null\"],\"format\":\"uri-reference\"}}}",
				      api->tells->name));
	}
}

static bool has_body(const struct route *route)
{
	return route->api && changes(route) && route->api->asks->count > 0;
}

/* What is sent has names of its own: a form and the record it becomes are often called alike. */
static const char *sent_name(struct json *json, const struct form_table *form)
{
	return str_cstr(json->out->mem, str_format(json->out->mem, "isi_%s", form->name));
}

/* Where files come along, the JSON object is the part that has the address's last word as its
   name. */
static void body(struct json *json, const struct route *route)
{
	if (!has_body(route))
		return;
	const char *form = sent_name(json, route->api->asks);
	open(json, "requestBody");
	json_key(json, "required");
	json_bool(json, true);
	open(json, "content");
	open(json, "application/json");
	json_key(json, "schema");
	reference(json, "schemas", form);
	json_close_object(json);
	if (router_takes_files(route->lane)) {
		json_key(json, "multipart/form-data");
		const char *part = strrchr(route->path, '/') + 1;
		json_ready(json, str_format(json->out->mem, files_body, part, part, form, part));
	}
	json_close_object(json);
	json_close_object(json);
}

static void responses(struct json *json, const struct route *route)
{
	open(json, "responses");
	open(json, makes(route) ? "201" : "200");
	add(json, "description", str_from(route->api->words));
	open(json, "content");
	open(json, "application/json");
	success_schema(json, route->api);
	json_close_object(json);
	json_close_object(json);
	json_close_object(json);
	json_key(json, "default");
	reference(json, "responses", "kesalahan");
	json_close_object(json);
}

static void operation(struct json *json, const struct route *route)
{
	struct arena *mem = json->out->mem;

	open(json, str_cstr(mem, str_lower(mem, str_from(route->method))));
	add(json, "summary", str_from(route->api->words));
	parameters(json, route);
	security(json, route->api);
	body(json, route);
	responses(json, route);
	json_close_object(json);
}

/* ---- the whole ---- */

/* The operations of one address stand together, under its first row. */
static bool is_first_of_path(const struct route *route)
{
	for (const struct route *before = app_routes.at; before < route; before++)
		if (before->api && strcmp(before->path, route->path) == 0)
			return false;
	return route->api != NULL;
}

static void paths(struct json *json)
{
	const struct route *end = app_routes.at + app_routes.count;

	open(json, "paths");
	for (const struct route *first = app_routes.at; first < end; first++) {
		if (!is_first_of_path(first))
			continue;
		open(json, template_of(json->out->mem, first->path));
		for (const struct route *route = first; route < end; route++)
			if (route->api && strcmp(route->path, first->path) == 0)
				operation(json, route);
		json_close_object(json);
	}
	json_close_object(json);
}

/* Two addresses may ask for the same form. */
static bool is_first_to_ask(const struct route *route)
{
	for (const struct route *before = app_routes.at; before < route; before++)
		if (has_body(before) && before->api->asks == route->api->asks)
			return false;
	return has_body(route);
}

static void schemas(struct json *json)
{
	struct api_records all;

	api_records_gather(&all);
	open(json, "schemas");
	for (int i = 0; i < all.count; i++) {
		json_key(json, all.at[i]->name);
		record_schema(json, all.at[i]);
	}
	for (int i = 0; i < app_routes.count; i++) {
		const struct route *route = &app_routes.at[i];
		if (!is_first_to_ask(route))
			continue;
		json_key(json, sent_name(json, route->api->asks));
		form_schema(json, route->api->asks);
	}
	json_key(json, "kesalahan");
	json_ready(json, str_from(problem_schema));
	json_close_object(json);
}

enum err openapi_api(struct request *req, struct response *res)
{
	struct json json;

	json_init(&json, respond_json(res, 200));
	json_open_object(&json);
	json_key(&json, "openapi");
	json_ready(&json, str_from(head));
	paths(&json);
	open(&json, "components");
	schemas(&json);
	json_key(&json, "parameters");
	json_ready(&json, str_format(request_mem(req), common_parameters, RECORDS_LIMIT_MAX,
				     RECORDS_LIMIT_MAX));
	json_key(&json, "responses");
	json_ready(&json, str_from(common_responses));
	json_key(&json, "securitySchemes");
	json_ready(&json, str_from(security_schemes));
	json_close_object(&json);
	json_close_object(&json);
	return ERR_OK;
}
