/* SPDX-License-Identifier: Apache-2.0 */
/* The column tables of the sheets, made from import.def. */
#include "org/import.h"

/* A constant initializer: STR() is a compound literal, which file scope does not take. */
#define TEXT(literal)                                                                              \
	{                                                                                          \
		(literal), sizeof(literal) - 1                                                     \
	}
#define KOLOM(name, heading, required, example, help)                                              \
	{TEXT(heading), TEXT(example), TEXT(help), (required)},

#define KOLOM_UNIT KOLOM
static const struct import_kolom kolom_unit[] = {
#include "org/import.def"
};
#undef KOLOM_UNIT

#define KOLOM_JABATAN KOLOM
static const struct import_kolom kolom_jabatan[] = {
#include "org/import.def"
};
#undef KOLOM_JABATAN

#define KOLOM_PEGAWAI KOLOM
static const struct import_kolom kolom_pegawai[] = {
#include "org/import.def"
};
#undef KOLOM_PEGAWAI

#define KOLOM_LIBUR KOLOM
static const struct import_kolom kolom_libur[] = {
#include "org/import.def"
};
#undef KOLOM_LIBUR

#define COUNT_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

static const struct {
	const struct import_kolom *kolom;
	int count;
	const char *lembar;
} tables[IMPORT_JENIS_COUNT] = {
	[IMPORT_UNIT] = {kolom_unit, COUNT_OF(kolom_unit), "Unit"},
	[IMPORT_JABATAN] = {kolom_jabatan, COUNT_OF(kolom_jabatan), "Jabatan"},
	[IMPORT_PEGAWAI] = {kolom_pegawai, COUNT_OF(kolom_pegawai), "Pegawai"},
	[IMPORT_LIBUR] = {kolom_libur, COUNT_OF(kolom_libur), "Libur"},
};

const struct import_kolom *import_kolom(enum import_jenis jenis, int *count)
{
	*count = tables[jenis].count;
	return tables[jenis].kolom;
}

struct str import_lembar(enum import_jenis jenis)
{
	return str_from(tables[jenis].lembar);
}

struct str import_change_label(enum import_change change)
{
	switch (change) {
	case IMPORT_SAME: return STR("Tetap");
	case IMPORT_ADDED: return STR("Ditambah");
	case IMPORT_CHANGED: return STR("Diubah");
	case IMPORT_ENDED: return STR("Diakhiri");
	}
	return STR_NONE;
}
