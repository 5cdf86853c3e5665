/* SPDX-License-Identifier: Apache-2.0 */
/* Working on documents: the room's own pages, its API and the demonstration. */
#ifndef ABDI_BERKAS_BERKAS_WORK_H
#define ABDI_BERKAS_BERKAS_WORK_H
#include "berkas/berkas.h"

/* What is done to a document. */
enum berkas_perbuatan {
#define PERBUATAN(name, key, label, from) BERKAS_DO_##name,
#include "berkas/berkas_perbuatan.def"
#undef PERBUATAN
	BERKAS_DO_COUNT
};
struct str berkas_perbuatan_key(enum berkas_perbuatan perbuatan);
struct str berkas_perbuatan_label(enum berkas_perbuatan perbuatan);
MUST_CHECK bool berkas_perbuatan_parse(struct str key, enum berkas_perbuatan *out);
/* Can this be done to it as it is? */
bool berkas_can(const struct berkas *berkas, enum berkas_perbuatan perbuatan);

/* What is taken in. */
struct berkas_masuk {
	struct id layanan_id;
	struct str nama, nik, kontak; /* nik and kontak may be empty */
	struct id untuk; /* whose requirements stood on the page; none from a program */
	bool ada[BERKAS_SYARAT_MAX]; /* which of the requirements in force are there */
};
/* Complete: the promise runs from now; else it is kept with what is missing. BERKAS_WORK of the
   service's unit. */
MUST_CHECK enum err berkas_add(struct job *job, const struct berkas_masuk *typed,
			       struct berkas *out);

/* What somebody does to a document, and what that needs. */
struct berkas_aksi {
	struct id berkas_id;
	enum berkas_perbuatan aksi;
	int64_t version;
	struct str kurang; /* TUNGGU: what to bring, one a line */
	struct str sebab; /* TUNGGU, KABARI, BATAL */
	struct date akan_tanggal; /* KABARI: the new time, in the office's zone */
	struct str akan_jam;
	struct str rak; /* RAK; LANGKAH when not empty */
};
/* BERKAS_WORK; ERR_CONFLICT when the document has moved on. */
MUST_CHECK enum err berkas_do(struct job *job, const struct berkas_aksi *said, struct berkas *out);

/* With the name and the contact. BERKAS_WORK of its unit, else ERR_NOT_FOUND. */
MUST_CHECK enum err berkas_load(struct job *job, const struct id *berkas_id, struct berkas *out);

/* Which documents a list shows; the lists are closed. */
enum berkas_tampil {
	BERKAS_SEMUA,
	BERKAS_LEWAT,
	BERKAS_HARI_INI,
	BERKAS_WARGA,
	BERKAS_DIAMBIL,
	BERKAS_TAMPIL_COUNT
};
/* How many there are of each. */
struct berkas_jumlah {
	int64_t semua, lewat, hari_ini, warga, siap;
};
MUST_CHECK enum err berkas_count(struct job *job, struct berkas_jumlah *out);
/* Open ones, overdue first; (urut, berkas_id) ended the page before, 0: from the beginning. */
struct berkas_cari {
	enum berkas_tampil tampil;
	int64_t urut;
	struct id berkas_id;
	int most;
};
MUST_CHECK enum err berkas_list(struct job *job, const struct berkas_cari *which,
				struct berkas **out, int *count);
/* By the beginning of a code, a whole NIK, or the place it is kept at; never by name, which nobody
   can look for. Newest first. */
#define BERKAS_KODE_LEAST 3
MUST_CHECK enum err berkas_find(struct job *job, struct str cari, int most, struct berkas **out,
				int *count);

/* Deletes what is known of people whose day has come, at most so many; what was never fetched or
   completed ends with it. The caretaker's. */
MUST_CHECK enum err berkas_forget(struct job *job, int most, int64_t *count);

#endif
