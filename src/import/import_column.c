/* SPDX-License-Identifier: Apache-2.0 */
/* The column tables of the sheets, made from import.def. */
#include "import/import_column.h"

/* A constant initializer: STR() is a compound literal, which file scope does not take. */
#define TEXT(literal)                                                                              \
	{                                                                                          \
		(literal), sizeof(literal) - 1                                                     \
	}
#define COLUMN(name, heading, required, example, help)                                             \
	{TEXT(heading), TEXT(example), TEXT(help), (required)},

#define COLUMN_UNIT COLUMN
static const struct import_column column_unit[] = {
#include "import/import.def"
};
#undef COLUMN_UNIT

#define COLUMN_JABATAN COLUMN
static const struct import_column column_jabatan[] = {
#include "import/import.def"
};
#undef COLUMN_JABATAN

#define COLUMN_PEGAWAI COLUMN
static const struct import_column column_pegawai[] = {
#include "import/import.def"
};
#undef COLUMN_PEGAWAI

#define COLUMN_LIBUR COLUMN
static const struct import_column column_libur[] = {
#include "import/import.def"
};
#undef COLUMN_LIBUR

#define COUNT_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

static const struct {
	const struct import_column *column;
	int count;
	const char *lembar;
} tables[IMPORT_JENIS_COUNT] = {
	[IMPORT_UNIT] = {column_unit, COUNT_OF(column_unit), "Unit"},
	[IMPORT_JABATAN] = {column_jabatan, COUNT_OF(column_jabatan), "Jabatan"},
	[IMPORT_PEGAWAI] = {column_pegawai, COUNT_OF(column_pegawai), "Pegawai"},
	[IMPORT_LIBUR] = {column_libur, COUNT_OF(column_libur), "Libur"},
};

const struct import_column *import_column(enum import_jenis jenis, int *count)
{
	*count = tables[jenis].count;
	return tables[jenis].column;
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
