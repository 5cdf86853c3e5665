/* SPDX-License-Identifier: Apache-2.0 */
/* Papers as stored. */
#include "document/document_store.h"

#include "db/query.h"
#include "generated/document_sql.h"

static enum err not_found(struct query *q)
{
	enum err err = query_error(q);
	return err ? err : ERR_NOT_FOUND;
}

enum err document_store_of(struct job *job, enum dokumen_jenis jenis, const struct id *objek_id,
			   struct dokumen **out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DOKUMEN_OF);
	query_text(q, 2, dokumen_jenis_key(jenis));
	query_id(q, 3, objek_id);
	if (!query_next(q))
		return not_found(q);
	struct dokumen *d = arena_new(job->mem, struct dokumen);
	*d = (struct dokumen){
		.jenis = jenis, .objek_id = *objek_id, .dokumen_id = query_column_id(q, 0)};
	d->pegawai_id = query_column_id(q, 1);
	d->penilai_id = query_column_id(q, 2);
	d->kode = query_column_text(q, 3, job->mem);
	d->isi = query_column_bytes(q, 4, job->mem);
	d->tanda_tangan = query_column_bytes(q, 5, job->mem);
	d->kunci_publik = query_column_bytes(q, 6, job->mem);
	d->created_at = query_column_int(q, 7);
	*out = d;
	return ERR_OK;
}

enum err document_store_load(struct job *job, const struct id *dokumen_id, struct dokumen **out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DOKUMEN_LOAD);
	query_id(q, 2, dokumen_id);
	if (!query_next(q))
		return not_found(q);
	struct dokumen *d = arena_new(job->mem, struct dokumen);
	d->dokumen_id = *dokumen_id;
	if (!dokumen_jenis_parse(query_column_text(q, 0, job->mem), &d->jenis))
		return ERR_STORE;
	d->objek_id = query_column_id(q, 1);
	d->pegawai_id = query_column_id(q, 2);
	d->kode = query_column_text(q, 3, job->mem);
	d->isi = query_column_bytes(q, 4, job->mem);
	d->tanda_tangan = query_column_bytes(q, 5, job->mem);
	d->kunci_publik = query_column_bytes(q, 6, job->mem);
	d->created_at = query_column_int(q, 7);
	d->diganti_oleh = query_column_id(q, 8);
	*out = d;
	return ERR_OK;
}

static enum err insert_row(struct job *job, const struct dokumen *d)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DOKUMEN_INSERT);
	query_id(q, 2, &d->dokumen_id);
	query_text(q, 3, dokumen_jenis_key(d->jenis));
	query_id(q, 4, &d->objek_id);
	query_id(q, 5, &d->pegawai_id);
	query_id(q, 6, &d->penilai_id);
	query_text(q, 7, d->kode);
	query_bytes(q, 8, d->isi);
	query_bytes(q, 9, d->tanda_tangan);
	query_bytes(q, 10, d->kunci_publik);
	query_int(q, 11, d->created_at);
	return query_run(q, NULL);
}

static enum err supersede(struct job *job, const struct dokumen *d, const struct id *objek_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DOKUMEN_SUPERSEDE);
	query_text(q, 2, dokumen_jenis_key(d->jenis));
	query_id(q, 3, objek_id);
	query_id(q, 4, &d->dokumen_id);
	return query_run_later(q);
}

/* Older versions of the same object, and the papers of earlier revisions of the same plan. */
static enum err supersede_all(struct job *job, const struct dokumen *d)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DOKUMEN_EARLIER);
	enum err err = supersede(job, d, &d->objek_id);

	if (err || d->jenis != DOKUMEN_SKP)
		return err;
	query_id(q, 2, &d->objek_id);
	while (!err && query_next(q)) {
		struct id earlier = query_column_id(q, 0);
		err = supersede(job, d, &earlier);
	}
	return err ? err : query_error(q);
}

enum err document_store_add(struct job *job, const struct dokumen *d)
{
	enum err err;

	if ((err = insert_row(job, d)))
		return err;
	if ((err = supersede_all(job, d)))
		return err;
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DOKUMEN_KODE_INSERT);
	query_text(q, 1, d->kode);
	query_id(q, 2, db_instansi(job->db));
	query_id(q, 3, &d->dokumen_id);
	return query_run(q, NULL);
}

enum err document_store_kode(struct job *job, struct str kode, struct id *instansi_id,
			     struct id *dokumen_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DOKUMEN_KODE_LOAD);
	query_text(q, 1, kode);
	if (!query_next(q))
		return not_found(q);
	*instansi_id = query_column_id(q, 0);
	*dokumen_id = query_column_id(q, 1);
	return ERR_OK;
}

enum err document_store_instansi(struct job *job, struct str *nama, struct str *kota)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DOKUMEN_INSTANSI);
	if (!query_next(q))
		return not_found(q);
	*nama = query_column_text(q, 0, job->mem);
	*kota = query_column_text(q, 1, job->mem);
	return ERR_OK;
}
