/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of the register's forms. */
#include "berkas/berkas_form.h"

#include "base/say.h"
#include "berkas/berkas_work.h"
#include "form/table.h"

static const struct choice perbuatan_at[] = {
#define PERBUATAN(name, key_, label_, from) {.key = STR(key_), .label = STR(label_)},
#include "berkas/berkas_perbuatan.def"
#undef PERBUATAN
};
static const struct choice_list perbuatan = CHOICE_LIST(perbuatan_at);

/* One box a requirement; the page says what each is of the service that is chosen. */
#define ADA(n, at) FIELD_AS(YES, "ada_" #n, ada[at], "Syarat ada")
#define FORM_RECORD struct berkas_masuk
static const struct field masuk_fields[] = {
#include "berkas/berkas_masuk_form.def"
	ADA(1, 0) ADA(2, 1) ADA(3, 2) ADA(4, 3) ADA(5, 4) ADA(6, 5) ADA(7, 6) ADA(8, 7) ADA(9, 8)
		ADA(10, 9) ADA(11, 10) ADA(12, 11) ADA(13, 12) ADA(14, 13) ADA(15, 14) ADA(16, 15)
			ADA(17, 16) ADA(18, 17) ADA(19, 18) ADA(20, 19)};
const struct form_table berkas_masuk_form = FORM_TABLE("berkas_masuk", masuk_fields);
#undef FORM_RECORD

#define FORM_RECORD struct berkas_aksi
static const struct field aksi_fields[] = {
#include "berkas/berkas_aksi_form.def"
};
const struct form_table berkas_aksi_form = FORM_TABLE("berkas_aksi", aksi_fields);
