/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the answers for the built-in files, and picks the one a request takes. */
#include "http/asset_answers.h"

#include "generated/assets.h"
#include "http/headers.h"
#include "http/static.h"

#include <microhttpd.h>
#include <stdlib.h>

struct asset_answers {
	struct MHD_Response **rows[ENCODING_COUNT]; /* ASSET_COUNT each; NULL: no such form */
	struct MHD_Response **unchanged; /* 304 for each asset */
};

static struct MHD_Response *response_make(bool is_tls, const struct asset *asset,
					  const unsigned char *data, size_t len,
					  const char *encoding)
{
	int count;
	const struct header *always = headers_always(is_tls, &count);
	bool is_hashed = str_starts(str_from(asset->path), "/a/");
	struct MHD_Response *out = MHD_create_response_from_buffer(len, (void *)(uintptr_t)data,
								   MHD_RESPMEM_PERSISTENT);

	if (!out)
		abort();
	(void)MHD_add_response_header(out, "Content-Type", asset->type);
	(void)MHD_add_response_header(out, "ETag", asset->etag);
	for (int i = 0; i < count; i++)
		(void)MHD_add_response_header(out, always[i].name, always[i].value);
	(void)MHD_add_response_header(out, "Vary", "Accept-Encoding");
	(void)MHD_add_response_header(out, "Cache-Control",
				      is_hashed ? "public, max-age=31536000, immutable"
						: "no-cache");
	if (encoding)
		(void)MHD_add_response_header(out, "Content-Encoding", encoding);
	return out;
}

static struct MHD_Response **row_make(void)
{
	struct MHD_Response **row = calloc((size_t)ASSET_COUNT + 1, sizeof(struct MHD_Response *));
	if (!row)
		abort();
	return row;
}

struct asset_answers *asset_answers_make(bool is_tls)
{
	struct asset_answers *answers = calloc(1, sizeof(*answers));

	if (!answers)
		abort();
	for (int e = 0; e < ENCODING_COUNT; e++)
		answers->rows[e] = row_make();
	answers->unchanged = row_make();
	for (int i = 0; i < ASSET_COUNT; i++) {
		const struct asset *a = &ASSETS[i];
		answers->rows[ENCODING_PLAIN][i] = response_make(is_tls, a, a->data, a->len, NULL);
		if (a->br_len > 0)
			answers->rows[ENCODING_BR][i] =
				response_make(is_tls, a, a->br, a->br_len, "br");
		if (a->gz_len > 0)
			answers->rows[ENCODING_GZIP][i] =
				response_make(is_tls, a, a->gz, a->gz_len, "gzip");
		answers->unchanged[i] = response_make(is_tls, a, a->data, 0, NULL);
	}
	return answers;
}

static void row_free(struct MHD_Response **row)
{
	for (int i = 0; i < ASSET_COUNT; i++) {
		if (row[i])
			MHD_destroy_response(row[i]);
	}
	free(row);
}

void asset_answers_free(struct asset_answers *answers)
{
	if (!answers)
		return;
	for (int e = 0; e < ENCODING_COUNT; e++)
		row_free(answers->rows[e]);
	row_free(answers->unchanged);
	free(answers);
}

struct asset_answer asset_answers_find(const struct asset_answers *answers,
				       const struct request *req, int asset)
{
	const struct asset *a = &ASSETS[asset];
	enum encoding encoding = static_encoding(request_header(req, "Accept-Encoding"),
						 a->br_len > 0, a->gz_len > 0);

	if (static_is_known(request_header(req, "If-None-Match"), a->etag))
		return (struct asset_answer){304, answers->unchanged[asset]};
	return (struct asset_answer){200, answers->rows[encoding][asset]};
}
