/* SPDX-License-Identifier: Apache-2.0 */
/* The three signed documents (rulebook 1.8): SKP, Evaluasi, Dokumen Evaluasi. What is signed are canonical bytes; paper
   is made from those bytes alone, and a public code leads from paper back to them. */
#ifndef ABDI_DOCUMENT_DOCUMENT_H
#define ABDI_DOCUMENT_DOCUMENT_H
#include "base/job.h"

enum dokumen_jenis { DOKUMEN_SKP, DOKUMEN_EVALUASI, DOKUMEN_DOKUMEN_EVALUASI };

struct dokumen {
	struct id dokumen_id, objek_id, pegawai_id, penilai_id, diganti_oleh;
	enum dokumen_jenis jenis;
	struct str kode; /* 16 letters and digits */
	struct str isi, tanda_tangan, kunci_publik;
	int64_t created_at;
};

/* What anybody holding the paper may learn. */
enum dokumen_status { DOKUMEN_SAH, DOKUMEN_DIGANTIKAN, DOKUMEN_TIDAK_SAH };

struct dokumen_periksa {
	enum dokumen_status status;
	struct str jenis, instansi, inisial, periode, tanggal, kode, hash,
		terbit; /* hash: SHA-256 of what was signed */
};

struct str dokumen_jenis_key(enum dokumen_jenis jenis);
struct str dokumen_jenis_label(enum dokumen_jenis jenis);
struct str dokumen_status_label(enum dokumen_status status);

/* Readers of events (app/readers.def): the papers of what has just been decided, signed in the same transaction. */
MUST_CHECK enum err document_skp_decided(struct job *job, const struct id *skp_id);
MUST_CHECK enum err document_evaluasi_decided(struct job *job, const struct id *evaluasi_id);
/* The paper in force as it was signed, after the access check of its object; ERR_NOT_FOUND when there is none. */
MUST_CHECK enum err document_load(struct job *job, enum dokumen_jenis jenis,
				  const struct id *objek_id, struct dokumen **out);
/* For what was decided before papers were signed with the decision, and for agencies made in bulk: signs the object as
   it stands now, superseding the paper of an older version. ERR_NOT_FOUND while it is not final. On the writer only. */
MUST_CHECK enum err document_issue(struct job *job, enum dokumen_jenis jenis,
				   const struct id *objek_id, struct dokumen **out);
/* Is what stands here what was signed, with our key and this code? */
bool document_is_genuine(const struct dokumen *dokumen, struct str our_public_key);
/* For the public page; ERR_NOT_FOUND for an unknown code. Accepts dashes, spaces and small letters. */
MUST_CHECK enum err document_verify(struct job *job, struct str kode, struct dokumen_periksa *out);

#endif
