/* SPDX-License-Identifier: Apache-2.0 */
/* Papers as stored. */
#include "document/document_store.h"

#include "db/query.h"
#include "generated/document_sql.h"

enum err document_store_of(struct job *job, enum dokumen_jenis jenis, const struct id *objek_id,
			   struct dokumen **out)
{
	*out = arena_new(job->mem, struct dokumen);
	return sql_dokumen_of(job, jenis, objek_id, *out);
}

enum err document_store_load(struct job *job, const struct id *dokumen_id, struct dokumen **out)
{
	*out = arena_new(job->mem, struct dokumen);
	return sql_dokumen_load(job, dokumen_id, *out);
}

/* Older versions of the same object, and the papers of earlier revisions of the same plan. */
static enum err supersede_all(struct job *job, const struct dokumen *d)
{
	struct id earlier;
	enum err err = sql_dokumen_supersede(job, d, &d->objek_id);

	if (err || d->jenis != DOKUMEN_SKP)
		return err;
	CLEANUP(query_close) struct query *q = sql_dokumen_earlier(job, &d->objek_id);
	while (!err && sql_dokumen_earlier_next(q, job->mem, &earlier))
		err = sql_dokumen_supersede(job, d, &earlier);
	return err ? err : query_error(q);
}

enum err document_store_add(struct job *job, const struct dokumen *d)
{
	enum err err;

	if ((err = sql_dokumen_insert(job, d)) || (err = supersede_all(job, d)))
		return err;
	return sql_dokumen_kode_insert(job, d);
}

enum err document_store_kode(struct job *job, struct str kode, struct dokumen_place *out)
{
	return sql_dokumen_kode_load(job, kode, out);
}
