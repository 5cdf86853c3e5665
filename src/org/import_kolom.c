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

static struct str jenis_word(int jenis, char *out)
{
	struct str name = str_from(tables[jenis].lembar);

	for (size_t i = 0; i < name.len; i++)
		out[i] = (char)(name.at[i] | 0x20); /* plain letters only */
	return (struct str){out, name.len};
}

bool import_ends_parse(struct str words, unsigned *ends)
{
	bool is_known = true;

	while (words.len) {
		struct str word = str_cut(words, ',', &words);
		bool is_found = false;
		for (int jenis = 0; jenis < IMPORT_JENIS_COUNT; jenis++) {
			char letters[16];
			if (!str_equal(jenis_word(jenis, letters), word))
				continue;
			*ends |= IMPORT_ENDS(jenis);
			is_found = true;
		}
		is_known &= is_found;
	}
	return is_known;
}

struct str import_ends_text(struct arena *mem, unsigned ends)
{
	struct buf out;

	buf_init(&out, mem);
	for (int jenis = 0; jenis < IMPORT_JENIS_COUNT; jenis++) {
		char letters[16];
		if (!(ends & IMPORT_ENDS(jenis)))
			continue;
		if (out.len)
			buf_add_char(&out, ',');
		buf_add(&out, jenis_word(jenis, letters));
	}
	return buf_str(&out);
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
