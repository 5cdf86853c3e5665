/* SPDX-License-Identifier: Apache-2.0 */
/* What the room's templates show, with words and addresses ready. */
#ifndef ABDI_BERKAS_BERKAS_VIEW_H
#define ABDI_BERKAS_BERKAS_VIEW_H
#include "berkas/berkas_words.h"
#include "form/list.h"
#include "layanan/layanan.h"
#include "render/html.h"
#include "render/qr.h"
#include "render/shell.h"

/* One way to narrow the list. */
struct berkas_tab {
	struct str url, label;
	int64_t count;
	bool is_here, is_bad;
};

/* Taking in, and the list of open documents. */
struct berkas_list_view {
	struct form *masuk; /* NULL: no service of the actor's units is open */
	struct standar standar; /* of the service that is chosen */
	struct str untuk; /* its id: which ticks stand on the page */
	struct str janji; /* "1 hari kerja" */
	int hapus_hari;
	struct berkas_tab tabs[BERKAS_TAMPIL_COUNT];
	struct str cari, tampil;
	bool is_search;
	const struct berkas *rows;
	struct berkas_rupa *rupa;
	int count;
	struct list list;
	struct str today;
};

/* A line of a document's history. */
struct berkas_line {
	struct str says, when, who, note;
};

/* One document for who works on it. */
struct berkas_view {
	struct berkas berkas;
	struct berkas_rupa rupa;
	struct str diterima, hapus;
	struct berkas_line *lines;
	int line_count;
	bool can[BERKAS_DO_COUNT];
	bool asks; /* a deed that needs words is open */
	enum berkas_perbuatan aksi;
	struct form form;
};

/* A step as the citizen reads it. */
struct berkas_langkah {
	struct str nama, kecil;
	bool is_done, is_now; /* neither: still to come */
};

/* What whoever has the code sees, on the page and on the receipt. */
struct berkas_cek {
	struct berkas berkas;
	struct str kode, layanan, url;
	enum berkas_janji janji;
	struct str hari, pukul; /* of the promise, or of the new time */
	struct str semula; /* the first promise, when it no longer holds */
	struct str sejak, kantor, simpan;
	struct str *kurang; /* line by line */
	int kurang_count;
	struct berkas_langkah *steps;
	int step_count;
	struct str seen; /* when this was read */
	struct str diterima;
	struct qr qr;
	bool has_qr;
	struct str kompensasi; /* what is given when it is late */
};

#endif
