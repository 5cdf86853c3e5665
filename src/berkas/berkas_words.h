/* SPDX-License-Identifier: Apache-2.0 */
/* How a document is told: moments and lengths in words, where it stands, and what comes next. */
#ifndef ABDI_BERKAS_BERKAS_WORDS_H
#define ABDI_BERKAS_BERKAS_WORDS_H
#include "berkas/berkas_work.h"
#include "kontak/kantor.h"

/* "Hari ini 11.00", "Kemarin 14.20", "Rabu 14.00", "3 Des 09.00". */
struct str berkas_when(struct job *job, int64_t at, enum zona zona);
/* "Rabu, 25 November" */
struct str berkas_day(struct job *job, int64_t at, enum zona zona);
/* "14.00 WIT" */
struct str berkas_clock(struct job *job, int64_t at, enum zona zona);
/* What the office was open between: "48 menit", "3 jam 48 menit", "2 hari kerja". */
struct str berkas_span(struct job *job, const struct kantor *kantor, int64_t from, int64_t to);

/* How it stands with the promise. */
enum berkas_janji {
	BERKAS_TEPAT, /* not yet due */
	BERKAS_HARI, /* due today */
	BERKAS_AKAN, /* told that it will be late */
	BERKAS_TELAT, /* late */
	BERKAS_DIAM /* no clock runs */
};
enum berkas_janji berkas_janji_of(const struct job *job, const struct berkas *b);
/* Late, and the citizen has no time that is still to come? */
bool berkas_is_untold(const struct job *job, const struct berkas *b);

/* A document as staff reads it in a row. */
struct berkas_rupa {
	struct str kode, pemohon, langkah, langkah_kecil, janji, janji_kecil;
	const char *tag, *icon; /* class and icon of its state */
	struct str keadaan;
	bool is_untold;
	struct str url;
	/* the next deed: at its page when it needs words, else a button; empty: none */
	enum berkas_perbuatan next;
	bool has_next, next_asks;
	struct str next_says;
};
void berkas_look(struct job *job, const struct kantor *kantor, const struct berkas *b,
		 struct berkas_rupa *out);
/* Loads the office of each document once, and looks at all. */
MUST_CHECK enum err berkas_look_all(struct job *job, const struct berkas *rows, int count,
				    struct berkas_rupa **out);

#endif
