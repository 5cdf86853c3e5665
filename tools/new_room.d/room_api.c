/* SPDX-License-Identifier: Apache-2.0 */
/* @Room@ for other programs: the same list. */
#include "generated/routes.h"
#include "http/records.h"
#include "@room@/@room@.h"

#define RECORD_OF struct @room@
static const struct record_member members[] = {
	MEMBER(@room@_id, "Pengenal"),
	MEMBER(judul, "Judul"),
	MEMBER(tanggal, "Tanggal"),
	MEMBER(isi, "Isi"),
};
const struct record @room@_record = RECORD("@room@", members, "@Room@");

enum err @room@_list_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct records_page page = {.count = 0};
	struct records_ask ask;
	struct @room@ *rows;
	struct id after = {{0}};
	enum err err = records_asked(req, &ask);

	if (err)
		return err;
	if (ask.after.len > 0 && !id_parse(ask.after, &after))
		return ERR_NOT_FOUND;
	if ((err = @room@_list(job, &after, ask.limit + 1, &rows, &page.count)))
		return err;
	if (page.count > ask.limit) {
		page.count = ask.limit;
		page.last = id_str(job->mem, &rows[ask.limit - 1].@room@_id);
	}
	page.rows = rows;
	respond_records(res, &@room@_record, &page);
	return ERR_OK;
}
