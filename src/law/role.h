/* SPDX-License-Identifier: Apache-2.0 */
/* The roles of role.def and the standings of penugasan.def in which one is held, with their stored
   keys and labels. */
#ifndef ABDI_LAW_ROLE_H
#define ABDI_LAW_ROLE_H
#include "base/str.h"

/* What somebody may be to this system; PEGAWAI and PEJABAT_PENILAI follow from the reporting
   lines. */
enum peran {
#define ROLE(name, key, label) PERAN_##name,
#include "law/role.def"
#undef ROLE
	PERAN_COUNT
};

/* In his own right, or acting for somebody (Plt., Plh.). */
enum penugasan {
#define PENUGASAN(name, key, label) PENUGASAN_##name,
#include "law/penugasan.def"
#undef PENUGASAN
	PENUGASAN_COUNT
};

/* As stored: "pimpinan_unit". */
struct str peran_key(enum peran peran);
/* As people read it: "Pimpinan unit kerja". */
struct str peran_label(enum peran peran);
/* False for a key this version does not know: it gives no right. */
MUST_CHECK bool peran_parse(struct str key, enum peran *out);
/* As stored: "plt". */
struct str penugasan_key(enum penugasan penugasan);
/* As people read it: "Pelaksana tugas (Plt.)". */
struct str penugasan_label(enum penugasan penugasan);
/* False for anything else. */
MUST_CHECK bool penugasan_parse(struct str key, enum penugasan *out);

#endif
