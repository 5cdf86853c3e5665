/* SPDX-License-Identifier: Apache-2.0 */
/* The table of the form, which kontak_form.def fills. */
#include "kontak/kontak_form.h"

#include "form/table.h"
#include "kontak/kantor.h"
#include "kontak/kantor_form.h"
#include "kontak/kontak.h"

#define FORM_RECORD struct kontak
static const struct field fields[] = {
#include "kontak/kontak_form.def"
};

const struct form_table kontak_form = FORM_TABLE("kontak", fields);
#undef FORM_RECORD

#define FORM_RECORD struct kontak_cari
static const struct field cari_fields[] = {FIELD(SEARCH, cari, "Cari unit", .most = 60)};

const struct form_table kontak_cari_form = FORM_TABLE("kontak_cari", cari_fields);
#undef FORM_RECORD

#define FORM_RECORD struct kantor_tutup
static const struct field tutup_fields[] = {
	FIELD(DATE, tanggal, "Tanggal tutup", NEEDED("Pilih tanggal tutupnya."))
		FIELD(TEXT, sebab, "Sebab", .most = TUTUP_SEBAB_MAX,
		      HINT("Dibaca warga, misalnya: perbaikan listrik gedung."),
		      NEEDED("Tulis sebab yang dibaca warga, misalnya: perbaikan listrik."))};

const struct form_table kantor_tutup_form = FORM_TABLE("kantor_tutup", tutup_fields);
