/* SPDX-License-Identifier: Apache-2.0 */
/* A key, and the digest of what came with it, make a deed happen once. */
#include "app/repeat.h"

#include "app/resume.h"
#include "audit/once.h"
#include "base/crypto.h"
#include "generated/routes.h"
#include "http/problem.h"
#include "http/router.h"
#include "law/access.h"

static request_handler *const harmless[] = {
#define HARMLESS(handler, why) handler,
#include "app/repeat.def"
#undef HARMLESS
};

bool repeat_is_harmless(const struct route *route)
{
	for (size_t i = 0; i < sizeof harmless / sizeof harmless[0]; i++)
		if (harmless[i] == route->handler)
			return true;
	return false;
}

static struct str key_of(const struct request *req)
{
	struct str key = request_field(req, "kunci");

	return key.len > 0 && !req->route->api ? key : request_header(req, "Idempotency-Key");
}

/* Whose key it is: that of an API's key, an account's, or a guest's. */
static struct id owner_of(const struct actor *actor)
{
	if (!id_is_none(&actor->kunci_id))
		return actor->kunci_id;
	return actor->is_signed_in ? actor->akun_id : once_guest(actor->csrf);
}

static void add_part(struct buf *out, struct str part)
{
	buf_add_format(out, "%zu:", part.len);
	buf_add(out, part);
}

/* What was asked for: the address, what was typed, and the files that came along. */
static struct str digest_of(const struct request *req)
{
	uint8_t *digest = arena_alloc(req->mem, CRYPTO_HASH_LEN);
	struct buf text;

	buf_init(&text, req->mem);
	add_part(&text, req->path);
	add_part(&text, req->query_text);
	add_part(&text, request_body(req));
	for (int i = 0; i < req->fields.count; i++) {
		const struct pair *field = &req->fields.at[i];
		if (resume_is_own(field->name) || str_is(field->name, "kunci") ||
		    str_is(field->name, "pada"))
			continue; /* pada: when the device wrote it, which it adds once it waits */
		add_part(&text, field->name);
		add_part(&text, field->value);
	}
	for (int i = 0; i < req->upload_count; i++) {
		add_part(&text, req->uploads[i].field);
		add_part(&text, req->uploads[i].file_name);
		add_part(&text, req->uploads[i].sha256);
	}
	crypto_hash256(STR_NONE, buf_str(&text), digest);
	return crypto_hash_str(digest);
}

/* The API's answer is a status of its own: without a key the request is no request. */
static enum err ask_program_again(struct request *req, bool has_changed)
{
	problem_add(&req->faults, STR("Idempotency-Key"), has_changed ? "once.changed" : "once.key",
		    has_changed ? STR("Kunci ini sudah dipakai untuk isi lain; buat kunci baru")
				: STR("Sertakan kepala Idempotency-Key berisi satu UUID"));
	respond_problem(&req->response, has_changed ? 409 : 400, &req->faults);
	return has_changed ? ERR_CONFLICT : ERR_INVALID;
}

static enum err ask_again(struct request *req, enum resume mode)
{
	bool has_changed = mode == RESUME_CHANGED;

	if (req->route->api)
		return ask_program_again(req, has_changed);

	if (!request_wants_json(req)) {
		resume_page(req, mode, &req->job.actor->akun_id, has_changed ? 409 : 422);
		return ERR_OK;
	}
	if (has_changed)
		return ERR_CONFLICT;
	problem_add(&req->faults, STR("kunci"), "once.key",
		    STR("Sertakan kunci (UUID) pada isian kunci atau kepala Idempotency-Key."));
	return ERR_INVALID;
}

/* The same answer once more: 201 where something was made, as respond_made told it. */
static enum err tell_program_first(struct response *res, const struct once_outcome *first)
{
	buf_add(respond_json(res, first->location.len > 0 ? 201 : 200), first->note);
	if (first->location.len > 0)
		respond_header(res, "Location", first->location);
	return ERR_OK;
}

static enum err tell_first(struct response *res, const struct once_outcome *first)
{
	if (res->req->route->api)
		return tell_program_first(res, first);
	if (first->location.len == 0)
		return ERR_OK;
	if (first->note.len > 0)
		respond_note(res, first->note);
	return respond_see_other(res, first->location);
}

static bool is_done(const struct response *res)
{
	return res->status == 0 || res->status == 303 || res->status / 100 == 2;
}

static enum err keep(struct request *req, const struct once *once)
{
	struct once_outcome outcome = {.note = req->response.note};

	if (req->route->api)
		outcome.note = buf_str(&req->response.body);

	if (!pairs_at(&req->response.headers, STR("Location"), 0, &outcome.location))
		outcome.location = STR_NONE;
	return once_keep(&req->job, once, &outcome);
}

/* Whether the key is known; the answer is then that of the first time, whatever was done since. */
static bool is_repeated(struct request *req, const struct once *once, struct repeat *run)
{
	struct once_outcome first;
	enum err err = once_begin(&req->job, once, &run->is_known, &first);

	run->is_known |= err == ERR_CONFLICT;
	run->is_asked = run->is_known || !err;
	if (!run->is_known)
		return false;
	response_reset(&req->response);
	problems_init(&req->faults, req->mem);
	run->err = err ? ask_again(req, RESUME_CHANGED) : tell_first(&req->response, &first);
	return true;
}

enum err repeat_handle(struct request *req, struct repeat *run)
{
	const struct actor *actor = req->job.actor;
	struct once once = {
		.owner = owner_of(actor), .key = key_of(req), .deed = str_from(req->route->path)};
	struct id key;
	enum err err;

	*run = (struct repeat){.asks_first = run->asks_first};
	if (repeat_is_harmless(req->route)) {
		run->is_asked = true;
		return req->route->handler(req, &req->response);
	}
	if (!id_parse(once.key, &key))
		return ask_again(req, RESUME_KEYLESS);
	once.digest = digest_of(req);
	if (run->asks_first && is_repeated(req, &once, run))
		return ERR_CONFLICT;
	err = req->route->handler(req, &req->response);
	if (!err && is_done(&req->response))
		return keep(req, &once);
	/* What is refused now may be so because it was done before. */
	return is_repeated(req, &once, run) ? ERR_CONFLICT : err;
}
