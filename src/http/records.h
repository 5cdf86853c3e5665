/* SPDX-License-Identifier: Apache-2.0 */
/* What the API answers: one record, or a page of a list with the way to the next one. */
#ifndef ABDI_HTTP_RECORDS_H
#define ABDI_HTTP_RECORDS_H
#include "http/response.h"
#include "render/record.h"

/* Reads limit and cursor from the query; ERR_INVALID lists what is wrong with them. */
MUST_CHECK enum err records_asked(struct request *req, struct records_ask *out);
void respond_record(struct response *res, int status, const struct record *record, const void *row);
/* 201 with the record that was made and where it can be read. */
void respond_made(struct response *res, struct str location, const struct record *record,
		  const void *row);
/* {"data": [...], "next": "/api/v1/...?cursor=..." or null}, and the same way as a Link header. */
void respond_records(struct response *res, const struct record *record,
		     const struct records_page *page);

#endif
