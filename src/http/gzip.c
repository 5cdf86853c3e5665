/* SPDX-License-Identifier: Apache-2.0 */
/* Compresses an answer in one go. */
#include "http/gzip.h"

#include "http/static.h"

#include <zlib.h>

#define SMALLEST 1400 /* below it one packet carries the answer anyway */
#define LARGEST ((size_t)1 << 30)
#define LEVEL 6
/* Half the usual window, a quarter of the usual tables: for a page of 10 KB setting them up costs
   more than the packing itself. */
#define WINDOW_GZIP (14 + 16)
#define MEMORY_LEVEL 6

static bool is_worth(const struct response *res)
{
	struct str type = str_from(res->content_type);

	if (res->body.len < SMALLEST || res->body.len > LARGEST || res->file.len > 0)
		return false;
	if (pairs_count_nocase(&res->headers, STR("Content-Encoding")) > 0)
		return false;
	return str_starts(type, "text/") || str_starts(type, "application/json");
}

static bool compress_body(struct response *res, struct buf *out)
{
	z_stream stream = {0};
	int outcome;

	if (deflateInit2(&stream, LEVEL, Z_DEFLATED, WINDOW_GZIP, MEMORY_LEVEL,
			 Z_DEFAULT_STRATEGY) != Z_OK)
		return false;
	buf_init(out, res->req->mem);
	buf_reserve(out, deflateBound(&stream, res->body.len));
	stream.next_in = (Bytef *)res->body.at;
	stream.avail_in = (uInt)res->body.len;
	stream.next_out = (Bytef *)out->at;
	stream.avail_out = (uInt)out->cap;
	outcome = deflate(&stream, Z_FINISH);
	out->len = stream.total_out;
	(void)deflateEnd(&stream);
	return outcome == Z_STREAM_END;
}

void gzip_response(struct response *res)
{
	struct buf packed;

	if (!is_worth(res))
		return;
	respond_header(res, "Vary", STR("Accept-Encoding"));
	if (static_encoding(request_header(res->req, "Accept-Encoding"), false, true) !=
	    ENCODING_GZIP)
		return;
	if (compress_body(res, &packed)) {
		res->body = packed;
		respond_header(res, "Content-Encoding", STR("gzip"));
	}
}
