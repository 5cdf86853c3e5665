/* SPDX-License-Identifier: Apache-2.0 */
/* What the forms of the year and of a setting ask. */
#ifndef ABDI_ORG_ORG_FORM_H
#define ABDI_ORG_ORG_FORM_H
#include "form/field.h"
#include "org/org.h"

extern const struct form_table tahun_form; /* struct tahun_kinerja: a new year */
extern const struct form_table batas_form; /* struct tahun_kinerja: its due dates */
extern const struct form_table periode_form; /* struct periode_change */

/* What the list of people is narrowed by. */
struct pegawai_filter {
	struct str cari;
	struct id unit;
};
extern const struct form_table pegawai_filter_form;

/* Which unit is shown. */
struct unit_filter {
	struct id unit;
};
extern const struct form_table unit_filter_form;

/* A setting's new value and the day it begins. */
struct setelan_isian {
	struct str setelan, nilai;
	struct date mulai;
};
extern const struct form_table setelan_form;

/* Which settings are shown, and the one whose form is open. */
struct setelan_pilihan {
	struct str bagian, ubah;
};
extern const struct form_table setelan_pilihan_form;

#endif
