/* SPDX-License-Identifier: Apache-2.0 */
/* The columns of each sheet: by name (UNIT_KODE, PEGAWAI_TMT) and as a table, both made from import.def. */
#ifndef ABDI_IMPORT_IMPORT_COLUMN_H
#define ABDI_IMPORT_IMPORT_COLUMN_H
#include "import/import.h"

enum column_unit {
#define COLUMN_UNIT(name, heading, required, example, help) UNIT_##name,
#include "import/import.def"
#undef COLUMN_UNIT
};
enum column_jabatan {
#define COLUMN_JABATAN(name, heading, required, example, help) JABATAN_##name,
#include "import/import.def"
#undef COLUMN_JABATAN
};
enum column_pegawai {
#define COLUMN_PEGAWAI(name, heading, required, example, help) PEGAWAI_##name,
#include "import/import.def"
#undef COLUMN_PEGAWAI
};
enum column_libur {
#define COLUMN_LIBUR(name, heading, required, example, help) LIBUR_##name,
#include "import/import.def"
#undef COLUMN_LIBUR
};

#endif
