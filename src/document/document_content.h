/* SPDX-License-Identifier: Apache-2.0 */
/* What stands in each document, in the order of the rulebook (1.8), as canonical bytes. */
#ifndef ABDI_DOCUMENT_DOCUMENT_CONTENT_H
#define ABDI_DOCUMENT_DOCUMENT_CONTENT_H
#include "base/job.h"
#include "document/document_record.h"

/* The object, loaded and judged by its own room. */
struct content {
	struct skp *skp; /* always: the plan */
	const struct evaluasi *evaluasi; /* NULL for the SKP */
	struct pegawai *pegawai, *penilai, *atasan; /* penilai and atasan may be NULL at the top */
	struct str instansi, kota;
	struct str kop_unit, kop_alamat, kop_telepon, kop_email; /* what letters begin with */
	/* the audit chain's newest signed head, short: each paper is an anchor */
	struct str kepala;
	int64_t version; /* of the object: another version is another document */
	/* of the unit the work was for: days are told in it, whoever asks from where */
	enum zona zona;
	struct date tanggal; /* when it was decided */
	int susunan; /* how the cells are written; a paper is compared in its own (SUSUNAN) */
};

/* 1: a target without its direction, for the whole year also in a period's paper. 2: as the screen
   shows it. 3: with the letterhead. */
#define SUSUNAN 3

/* ERR_NOT_FOUND while the object is not final. */
MUST_CHECK enum err content_load(struct job *job, enum dokumen_jenis jenis,
				 const struct id *objek_id, struct content *out);
/* The same of an evaluation in hand, as it was just decided. */
MUST_CHECK enum err content_of_evaluasi(struct job *job, const struct evaluasi *evaluasi,
					struct content *out);
struct str content_bytes(struct arena *mem, enum dokumen_jenis jenis, const struct content *content,
			 struct str kode);

#endif
