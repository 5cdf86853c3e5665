/* SPDX-License-Identifier: Apache-2.0 */
/* What a paper is called, in its window's head and as a file. */
#ifndef ABDI_DOCUMENT_DOCUMENT_NAME_H
#define ABDI_DOCUMENT_DOCUMENT_NAME_H
#include "document/document_pack.h"

/* "Evaluasi kinerja, Triwulan III 2026, Siti Aminah". */
struct str document_title(struct arena *mem, const struct pack *pack);
/* "Evaluasi-kinerja-2026-Triwulan-III-Siti-Aminah.pdf": papers of a person sort by kind and year. */
struct str document_file_name(struct arena *mem, struct str isi);

#endif
