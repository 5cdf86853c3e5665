/* SPDX-License-Identifier: Apache-2.0 */
/* The inside of a request and its response: for src/http and the gate only; handlers use request.h
   and response.h. */
#ifndef ABDI_HTTP_EXCHANGE_H
#define ABDI_HTTP_EXCHANGE_H
#include "http/pairs.h"
#include "http/response.h"

/* What a request's body holds. */
enum body_kind { BODY_NONE, BODY_FORM, BODY_JSON, BODY_MULTIPART, BODY_PIECE };

struct route;
struct public_form;

/* An answer being made. */
struct response {
	struct request *req;
	int status; /* 0: the handler left it empty */
	const char *content_type;
	struct buf body;
	struct pairs headers;
	struct str note; /* what respond_note said */
	response_draw *draw; /* NULL, or draws the page of a refused form */
	void *draw_arg;
	struct str file; /* path of a file to send instead of the body */
};

/* A request with everything that was read of it. */
struct request {
	struct arena *mem;
	struct job job;
	struct problems faults;
	struct str method, path, query_text, address, body;
	struct pairs headers, query, fields, params, cookies;
	struct upload *uploads;
	int upload_count;
	bool has_lost_files; /* files that came along were not kept */
	enum body_kind body_kind;
	bool is_tls;
	const struct route *route;
	const struct public_form *public_form; /* what the public writes here; else NULL */
	const char *trouble; /* what every page says above all else, to be said; NULL: nothing */
	bool is_visit; /* of an agency's pages for its public: nobody is signed in here */
	struct response response;
	void *prepared;
	/* How request_write reaches the writer; set by the gate, which knows the store. */
	enum err (*write)(struct request *req, enum err (*work)(struct job *job, void *arg),
			  void *arg);
	void *owner;
};

/* Empty; its memory comes from mem. */
void request_init(struct request *req, struct arena *mem);
/* Cookies out of the Cookie headers, and the query; ERR_INVALID when the query is malformed. */
MUST_CHECK enum err request_parse(struct request *req);
void request_add_upload(struct request *req, const struct upload *upload);
/* Removes temporary files no handler has moved away. */
void request_drop_uploads(struct request *req);
/* GET and HEAD change nothing. */
bool request_is_reading(const struct request *req);
/* Empties the response again, for the answer to an error. */
void response_reset(struct response *res);

#endif
