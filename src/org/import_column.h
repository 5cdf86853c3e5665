/* SPDX-License-Identifier: Apache-2.0 */
/* The columns of each sheet by name: UNIT_KODE, PEGAWAI_TMT, made from import.def. Inside the room only. */
#ifndef ABDI_ORG_IMPORT_COLUMN_H
#define ABDI_ORG_IMPORT_COLUMN_H

enum kolom_unit {
#define KOLOM_UNIT(name, heading, required, example, help) UNIT_##name,
#include "org/import.def"
#undef KOLOM_UNIT
};
enum kolom_jabatan {
#define KOLOM_JABATAN(name, heading, required, example, help) JABATAN_##name,
#include "org/import.def"
#undef KOLOM_JABATAN
};
enum kolom_pegawai {
#define KOLOM_PEGAWAI(name, heading, required, example, help) PEGAWAI_##name,
#include "org/import.def"
#undef KOLOM_PEGAWAI
};
enum kolom_libur {
#define KOLOM_LIBUR(name, heading, required, example, help) LIBUR_##name,
#include "org/import.def"
#undef KOLOM_LIBUR
};

#endif
