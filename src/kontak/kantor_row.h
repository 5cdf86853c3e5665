/* SPDX-License-Identifier: Apache-2.0 */
/* What is read of an office's hours. */
#ifndef ABDI_KONTAK_KANTOR_ROW_H
#define ABDI_KONTAK_KANTOR_ROW_H
#include "kontak/kantor.h"

/* Hours as written, and where the unit stands. */
struct kantor_row {
	struct str jam_kerja, jam_jumat, jam_sabtu, jam_minggu, jalur;
	enum zona zona;
};

#endif
