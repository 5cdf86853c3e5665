/* SPDX-License-Identifier: Apache-2.0 */
/* What the statements of this room give. */
#ifndef ABDI_KABAR_NOTICE_STORE_H
#define ABDI_KABAR_NOTICE_STORE_H
#include "base/id.h"

/* A notice as it is stored, with what its words need of its record: record is the plan, or the
   evaluation's person. */
struct notice_stored {
	struct id kabar_id, record;
	struct str jenis, what;
	int64_t at, read_at; /* read_at 0: not opened */
	int tahun, nomor;
};

/* An agency of the installation. */
struct kabar_agency {
	struct id instansi_id;
	struct str zona;
};

/* Whose turn for a digest comes, and where it goes. */
struct digest_turn {
	struct id akun_id;
	struct str address;
};

/* An account's address and choice. */
struct digest_stored {
	struct str address;
	bool is_off;
};

#endif
