/* SPDX-License-Identifier: Apache-2.0 */
/* What the pages for the public show, with addresses ready. */
#ifndef ABDI_MUKA_MUKA_VIEW_H
#define ABDI_MUKA_MUKA_VIEW_H
#include "kontak/kontak_view.h"

/* One row of the hours. */
struct muka_jam {
	struct str hari, jam; /* jam: "tutup" when it is */
	bool is_today;
};

/* How to reach one unit. */
struct muka_kontak {
	const struct kontak *kontak;
	struct kontak_buka buka;
	struct muka_jam jam[JAM_HARI_COUNT];
	bool has_jam, has_any;
	struct str induk_url; /* of the unit above; empty: there is none */
	struct str email_nama, email_tempat, telepon_angka; /* parts of their addresses */
};

/* The first page, and the page of one unit. */
struct muka_view {
	struct muka_kontak reach;
	struct kontak_units page;
	bool has_more; /* units than the first page shows */
};

#endif
