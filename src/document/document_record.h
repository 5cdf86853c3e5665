/* SPDX-License-Identifier: Apache-2.0 */
/* A signed paper as it is stored, and what anybody who holds it may learn. */
#ifndef ABDI_DOCUMENT_DOCUMENT_RECORD_H
#define ABDI_DOCUMENT_DOCUMENT_RECORD_H
#include "base/err.h"
#include "base/id.h"

/* What a paper is of. */
enum dokumen_jenis { DOKUMEN_SKP, DOKUMEN_EVALUASI, DOKUMEN_DOKUMEN_EVALUASI };

/* A signed paper as it is stored. */
struct dokumen {
	struct id dokumen_id, objek_id, pegawai_id, penilai_id, diganti_oleh;
	enum dokumen_jenis jenis;
	struct str kode; /* 16 letters and digits */
	struct str isi, tanda_tangan, kunci_publik;
	int64_t created_at;
};

/* What anybody holding the paper may learn. */
enum dokumen_status { DOKUMEN_SAH, DOKUMEN_DIGANTIKAN, DOKUMEN_TIDAK_SAH };

/* What the public learns of a paper by its code. */
struct dokumen_periksa {
	enum dokumen_status status;
	struct str jenis, instansi, inisial, periode, tanggal, kode;
	struct str hash, terbit; /* hash: SHA-256 of what was signed */
	struct str predikat; /* empty: the paper has none */
};

/* As stored. */
struct str dokumen_jenis_key(enum dokumen_jenis jenis);
/* As people read it. */
struct str dokumen_jenis_label(enum dokumen_jenis jenis);
/* False when it is no kind. */
MUST_CHECK bool dokumen_jenis_parse(struct str key, enum dokumen_jenis *out);
/* Is what stands here what was signed, with our key and this code? */
bool document_is_genuine(const struct dokumen *dokumen, struct str our_public_key);

#endif
