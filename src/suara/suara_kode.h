/* SPDX-License-Identifier: Apache-2.0 */
/* The code of a document, which lets its voice count without a question. */
#ifndef ABDI_SUARA_SUARA_KODE_H
#define ABDI_SUARA_SUARA_KODE_H
#include "suara/suara.h"

/* "8ktw-9mpq" -> "8KTW9MPQ" */
struct str suara_kode_plain(struct arena *mem, struct str kode);
/* Is it of a finished document of this service (for a unit: of any of its services), and whose
   counter served it? */
typedef enum err suara_kode_ask(struct job *job, const struct suara_lingkup *lingkup,
				struct str kode, bool *is_known, struct id *pegawai_id);
suara_kode_ask suara_kode_find;
/* For tests: asks this instead; NULL: the register again. */
void suara_kode_use(suara_kode_ask *ask);

#endif
