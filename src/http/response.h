/* SPDX-License-Identifier: Apache-2.0 */
/* One answer. Headers are written here and nowhere else; control characters in them are refused. */
#ifndef ABDI_HTTP_RESPONSE_H
#define ABDI_HTTP_RESPONSE_H
#include "http/cookie.h"
#include "http/request.h"

/* Where an HTML answer is written; the status is 200 unless said. */
struct buf *respond_html(struct response *res, int status);
struct buf *respond_json(struct response *res, int status);
struct buf *respond_text(struct response *res, int status);
/* 303 to a path of ours; an absolute or foreign address becomes "/". */
enum err respond_see_other(struct response *res, struct str path);
/* Bytes as a download: Content-Disposition attachment, nosniff. body must live in the request's
   arena. */
enum err respond_bytes(struct response *res, const char *content_type, struct str file_name,
		       struct str body);
/* A file below the data directory, sent without reading it into memory. */
enum err respond_file(struct response *res, const char *content_type, struct str file_name,
		      struct str path);
void respond_header(struct response *res, const char *name, struct str value);
/* Max-Age seconds; 0 deletes. Always HttpOnly, SameSite=Lax, Path=/; Secure when served over
   TLS. */
void respond_cookie(struct response *res, enum cookie cookie, struct str value, int max_age);
/* The session's cookie. */
void respond_session(struct response *res, struct str value, int max_age);

/* For a form refused on the writer (ERR_INVALID, ERR_CONFLICT): its page is drawn after the
   rollback, in a snapshot of its own, so that the writer draws nothing. What draw is given lives in
   the request's arena; the faults stay. The handler then returns why it was refused. */
typedef enum err response_draw(struct request *req, struct response *res, void *arg);
void respond_again(struct response *res, response_draw *draw, void *arg);

/* A note on the next page after a 303 ("Laporan tersimpan"), shown once, in the reader's
   language. say: respond_note 2 */
void respond_note(struct response *res, struct str sentence);
/* The deed of the form with this key is done: the next page says so, once, and what the device kept
   of the form goes. */
void respond_receipt(struct response *res, struct str key);

#endif
