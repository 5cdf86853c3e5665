/* SPDX-License-Identifier: Apache-2.0 */
/* The columns of each sheet: by name (UNIT_KODE, PEGAWAI_TMT) and as a table, both made from
   import.def. */
#ifndef ABDI_IMPORT_IMPORT_COLUMN_H
#define ABDI_IMPORT_IMPORT_COLUMN_H
#include "import/import_record.h"

struct arena;

#define IMPORT_COLUMN_MAX 12

/* A column of a sheet: its heading, an example, what belongs there. */
struct import_column {
	struct str kunci, contoh, isi;
	bool is_required;
};

/* Where a column stands in its sheet's table. */
enum column_unit {
#define COLUMN_UNIT(name, heading, required, example, help) UNIT_##name,
#include "import/import.def"
#undef COLUMN_UNIT
};
/* Where each column of posts stands. */
enum column_jabatan {
#define COLUMN_JABATAN(name, heading, required, example, help) JABATAN_##name,
#include "import/import.def"
#undef COLUMN_JABATAN
};
/* Where each column of people stands. */
enum column_pegawai {
#define COLUMN_PEGAWAI(name, heading, required, example, help) PEGAWAI_##name,
#include "import/import.def"
#undef COLUMN_PEGAWAI
};
/* Where each column of holidays stands. */
enum column_libur {
#define COLUMN_LIBUR(name, heading, required, example, help) LIBUR_##name,
#include "import/import.def"
#undef COLUMN_LIBUR
};

/* Columns of a sheet, and its name as in the template: "Pegawai". */
const struct import_column *import_column(enum import_jenis jenis, int *count);
struct str import_lembar(enum import_jenis jenis);
/* "unit,pegawai" as bits of IMPORT_ENDS and back; words that are no sheet are false. */
MUST_CHECK bool import_ends_parse(struct str words, unsigned *ends);
struct str import_ends_text(struct arena *mem, unsigned ends);

#endif
