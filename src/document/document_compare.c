/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the signed content anew from the records and compares it. */
#include "document/document_compare.h"

#include "document/document_content.h"
#include "document/document_pack.h"

/* The rows whose content is the object's own, and the one cell of each that follows other
   records. */
static const struct {
	const char *name;
	int cells, foreign; /* foreign -1: none */
} rows[] = {
	{"hasil", 9, 2}, /* the leader's result as it reads today */
	{"perilaku", 5, 2}, /* the guides of the regulation */
	{"lampiran", 2, -1},
};

/* Not the date: papers from before it was the unit's own told it in the zone of who asked first. */
static const char *const fields[] = {"tahun",		"periode",  "rating_hasil",
				     "rating_perilaku", "predikat", "catatan"};

static struct str nth(const struct pack *pack, const char *name, int n)
{
	for (int i = 0; i < pack->count; i++)
		if (str_is(pack->at[i].name, name) && n-- == 0)
			return pack->at[i].value;
	return STR_NONE;
}

static bool row_equal(struct str before, struct str now, int cells, int foreign)
{
	struct str left[PACK_CELLS_MAX], right[PACK_CELLS_MAX];

	if (!pack_cells(before, left, cells) || !pack_cells(now, right, cells))
		return false;
	for (int i = 0; i < cells; i++)
		if (i != foreign && !str_equal(left[i], right[i]))
			return false;
	return true;
}

static bool rows_equal(const struct pack *before, const struct pack *now)
{
	for (size_t kind = 0; kind < sizeof(rows) / sizeof(rows[0]); kind++)
		for (int n = 0;; n++) {
			struct str left = nth(before, rows[kind].name, n);
			struct str right = nth(now, rows[kind].name, n);
			if (left.len == 0 && right.len == 0)
				break;
			if (!row_equal(left, right, rows[kind].cells, rows[kind].foreign))
				return false;
		}
	return true;
}

static bool fields_equal(const struct pack *before, const struct pack *now)
{
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (!str_equal(pack_get(before, fields[i]), pack_get(now, fields[i])))
			return false;
	return true;
}

static int susunan_of(const struct pack *paper)
{
	int64_t susunan;

	return str_parse_int(pack_get(paper, "susunan"), &susunan) ? (int)susunan : 1;
}

/* The object as it would be signed today, written as the paper is. */
static enum err object_compare(struct job *job, const struct dokumen *d, const struct pack *before,
			       const struct document_compare *compare, const char **why)
{
	struct content content;
	struct pack now;
	enum err err = content_load(job, d->jenis, &d->objek_id, &content);

	if (err == ERR_NOT_FOUND) {
		*why = "yang ditandatangani hilang atau tidak lagi ditetapkan";
		return ERR_OK;
	}
	if (err)
		return err;
	int64_t version = 0;
	if (!str_parse_int(pack_get(before, "versi"), &version) || version != content.version) {
		if (!compare->is_object_newer)
			*why = "yang ditandatangani diubah tanpa entri di jejak audit";
		return ERR_OK; /* another document will be made of the newer version */
	}
	content.susunan = susunan_of(before);
	struct str bytes = content_bytes(job->mem, d->jenis, &content, d->kode);
	if (!pack_parse(job->mem, bytes, &now))
		return ERR_STORE;
	if (!fields_equal(before, &now) || !rows_equal(before, &now))
		*why = "isi basis data bukan yang ditandatangani";
	return ERR_OK;
}

enum err document_compare(struct job *job, const struct dokumen *d,
			  const struct document_compare *compare, const char **why)
{
	struct pack pack;

	*why = NULL;
	if (!document_is_genuine(d, compare->our_key))
		*why = "tanda tangan tidak cocok dengan isinya";
	else if (!pack_parse(job->mem, d->isi, &pack) ||
		 !str_equal(pack_get(&pack, "kode"), d->kode) ||
		 !str_equal(pack_get(&pack, "jenis"), dokumen_jenis_key(d->jenis)))
		*why = "kode atau jenisnya bukan yang ditandatangani";
	else if (!compare->is_told)
		*why = "isinya bukan yang tercatat di jejak audit";
	if (*why || !id_is_none(&d->diganti_oleh))
		return ERR_OK;
	return object_compare(job, d, &pack, compare, why);
}
