/* SPDX-License-Identifier: Apache-2.0 */
/* What the room's templates show, with addresses ready. */
#ifndef ABDI_ORG_ORG_VIEW_H
#define ABDI_ORG_ORG_VIEW_H
#include "org/import.h"
#include "org/org.h"
#include "render/html.h"
#include "render/shell.h"

struct unit_option {
	const struct unit *unit;
	struct str id, label; /* label is indented by depth */
	bool is_chosen;
};

struct pegawai_item {
	const struct pegawai *pegawai;
	struct str url, nip;
};

struct pegawai_list_view {
	struct str search, next_url;
	struct unit_option *units;
	struct pegawai_item *items;
	int unit_count, item_count;
};

struct pegawai_view {
	const struct pegawai *pegawai;
	const struct jabatan *jabatan;
	const struct unit *unit;
	const struct pegawai *penilai; /* NULL: none in this agency */
	struct str nip, jenis_label, kelompok_label, penilai_url, penilai_nip;
	struct pegawai_item *bawahan;
	int bawahan_count;
};

struct import_kolom_view {
	struct str lembar, csv_url;
	const struct import_kolom *kolom;
	int count;
};

struct import_page_view {
	struct import_kolom_view lembar[IMPORT_JENIS_COUNT];
	int kode_count;
};

struct import_preview_view {
	const struct import_preview *preview; /* NULL: the file could not be read */
	struct str action, faults_url;
	bool ends_absent;
	int faults_shown;
};

struct periode_view {
	const struct periode *periode;
	struct str action, status_label, next_status, next_label;
};

struct setelan_view {
	struct str kunci, nilai, satuan, isi;
	bool is_chosen;
};

struct tahun_view {
	int tahun, tahun_count, periode_count, libur_count;
	int *tahuns;
	const struct tahun_kinerja *kinerja; /* NULL: not set up */
	struct periode_view *periode;
	struct hari_libur *libur;
	struct str tahun_isi, pendekatan, periode_jenis, mulai, kunci,
		nilai; /* forms after a fault */
	struct setelan_view *setelan;
	int setelan_count;
};

#endif
