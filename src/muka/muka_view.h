/* SPDX-License-Identifier: Apache-2.0 */
/* What the pages for the public show, with addresses ready. */
#ifndef ABDI_MUKA_MUKA_VIEW_H
#define ABDI_MUKA_MUKA_VIEW_H
#include "kontak/kontak_view.h"
#include "berkas/berkas.h"
#include "layanan/layanan.h"
#include "render/chart.h"
#include "render/qr.h"

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

/* A need of the public, and the services that meet it. */
struct muka_kelompok {
	struct str label, ikon;
	const struct layanan **layanan;
	int count;
};

/* All services, need by need. */
struct muka_layanan_list {
	struct muka_kelompok *kelompok;
	int kelompok_count, count;
};
/* In the reader's language where the agency wrote it; "janji 1 hari kerja", or whose it is. */
struct str muka_layanan_name(const struct arena *mem, const struct layanan *l);
struct str muka_layanan_line(struct arena *mem, const struct layanan *l);

#define MUKA_DAYS 30 /* so far back the figures of a service look */
#define MUKA_LEAST 5 /* fewer documents tell of single people */

/* The page of one service. */
struct muka_layanan {
	struct layanan layanan;
	struct standar standar;
	struct maklumat maklumat;
	struct str nama, ringkas, janji; /* in the reader's language where the agency wrote it */
	struct berkas_angka angka; /* of the last days; selesai below MUKA_LEAST is not shown */
	struct chart_promise chart;
	struct muka_kontak reach;
	struct kantor_tutup *tutup;
	struct qr qr;
	struct str url; /* as others find it; empty: no address is set, and no code is drawn */
	int tutup_count;
};

/* The first page, and the page of one unit. */
struct muka_view {
	struct muka_kontak reach;
	struct kontak_units page;
	struct muka_layanan_list layanan;
	bool has_more; /* units than the first page shows */
};

#endif
