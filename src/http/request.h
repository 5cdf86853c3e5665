/* SPDX-License-Identifier: Apache-2.0 */
/* One request as a handler sees it: already matched, signed in, permitted and bounded. */
#ifndef ABDI_HTTP_REQUEST_H
#define ABDI_HTTP_REQUEST_H
#include "base/id.h"
#include "base/job.h"
#include "http/cookie.h"

struct request;
struct response;

/* A page or API handler. What it returns becomes the answer when it left the response empty. */
typedef enum err request_handler(struct request *req, struct response *res);
/* Takes in what was uploaded before the writer sees the request, for LANE_FILES; has no store. What
   it keeps with request_set_prepared the handler finds with request_prepared (NULL: no files came).
   An err is the answer. */
typedef enum err request_prepare(struct request *req);
/* Sends a handler's questions ahead on the writer (app/asking.def); it changes nothing and answers
   nothing. */
typedef void request_ask(struct request *req);

/* A file that came with a form, on disk and hashed. */
struct upload {
	struct str field,
		file_name; /* file_name is the client's word: shown, never used as a path */
	/* our temporary file below the data directory, already complete; empty: not kept */
	struct str path;
	struct str sha256; /* of its content, in hex; of one that came in pieces: its name */
	int64_t size;
	bool is_named; /* it came in pieces before, and the form names it (http/piece.h) */
	struct id file; /* that name */
	bool is_refused; /* the form says what is wrong with it; there is no use in keeping it */
};

/* The job with its actor; handlers hand it to use cases. */
struct job *request_job(struct request *req);
/* Memory that lives as long as the request. */
struct arena *request_mem(struct request *req);
/* "GET". */
struct str request_method(const struct request *req);
/* The path without the question. */
struct str request_path(const struct request *req);
/* The value of :name in the route, of ?name= or of a form field; STR_NONE when absent. */
struct str request_param(const struct request *req, const char *name);
/* Of the route alone, for what nobody may say otherwise. */
struct str request_route_param(const struct request *req, const char *name);
struct str request_query(const struct request *req, const char *name);
/* The n-th of that name; false past the last. */
MUST_CHECK bool request_query_at(const struct request *req, const char *name, int n,
				 struct str *out);
struct str request_field(const struct request *req, const char *name);
bool request_has_field(const struct request *req, const char *name);
/* The n-th value of a repeated field; false past the last. */
MUST_CHECK bool request_field_at(const struct request *req, const char *name, int n,
				 struct str *out);
/* The n-th field of the form, whatever its name; false past the last. */
MUST_CHECK bool request_nth_field(const struct request *req, int n, struct str *name,
				  struct str *out);
/* Route parameter as id; a malformed one is ERR_NOT_FOUND. */
MUST_CHECK enum err request_id_param(const struct request *req, const char *name, struct id *out);
/* The n-th file chosen in a field of a multipart form, or NULL. One that holds nothing (size 0)
   counts as chosen. */
const struct upload *request_upload(const struct request *req, const char *field, int n);
/* Its content is of no use: it is not kept for the next try. */
void request_refuse_upload(struct request *req, const struct upload *upload);
/* What a refused form that is drawn again may send once more without its bytes: the n-th value of a
   field FILE_NAMED, and the name people know it by; false past the last. */
#define FILE_NAMED "unggah"
MUST_CHECK bool request_kept_upload(const struct request *req, int n, struct str *value,
				    struct str *name);
struct str request_header(const struct request *req, const char *name);
struct str request_cookie(const struct request *req, enum cookie cookie);
struct str request_address(const struct request *req); /* client address, for limits only */
/* The day on which what is written in this form of the public is deleted. */
struct date request_deleted_on(const struct request *req);
/* Raw body of an application/json request (bounded), or STR_NONE. */
struct str request_body(const struct request *req);
/* Raw body of an application/octet-stream request: bytes of a file that comes in pieces. */
struct str request_piece(const struct request *req);
bool request_wants_json(const struct request *req);
/* Is the page fetched by the service worker, to be kept on the device (X-Simpan)? What is told once
   is told to who looks. */
#define KEEPING "X-Simpan"
bool request_is_for_keeping(const struct request *req);
/* Is it sent by the outbox (X-Antrean), which wants to hear from this very answer whether the deed
   is done? */
bool request_is_queued(const struct request *req);
/* The note respond_note left on the page before, shown once; STR_NONE when there is none. */
struct str request_note(struct request *req);
/* Keys that respond_receipt left for this page, with points between, told once; not to a script
   that takes a piece of a page (X-Fragmen) and would let them fall. */
struct str request_receipts(struct request *req);
/* The session's secret from its cookie, or STR_NONE. */
struct str request_session(const struct request *req);
void request_set_prepared(struct request *req, void *prepared);
void *request_prepared(const struct request *req);
/* For SLOW handlers: runs work on the writer with its own job; ERR_OK means committed and
   durable. */
MUST_CHECK enum err request_write(struct request *req, enum err (*work)(struct job *job, void *arg),
				  void *arg);

#endif
