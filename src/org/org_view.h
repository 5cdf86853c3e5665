/* SPDX-License-Identifier: Apache-2.0 */
/* What the room's templates show, with addresses ready. */
#ifndef ABDI_ORG_ORG_VIEW_H
#define ABDI_ORG_ORG_VIEW_H
#include "form/list.h"
#include "org/org_form.h"
#include "render/html.h"
#include "render/conflict.h"
#include "render/shell.h"

/* Somebody in a list. */
struct pegawai_item {
	const struct pegawai *pegawai;
	struct str url, nip;
};

/* The list of people. */
struct pegawai_list_view {
	struct list list;
	struct pegawai_item *items;
	int item_count;
};

/* A unit in a list or on the way to it. */
struct unit_item {
	const struct unit *unit;
	struct str url, people_url;
};

/* A unit with those right below it. */
struct unit_view {
	struct list list;
	struct unit_item here;
	struct unit_item *above, *below; /* above: from the highest one down */
	int above_count, below_count;
};

/* One person's page. */
struct pegawai_view {
	const struct pegawai *pegawai;
	const struct jabatan *jabatan;
	const struct unit *unit;
	const struct pegawai *penilai; /* NULL: none in this agency */
	struct str nip, golongan, jenis_label, kelompok_label, penilai_url, penilai_nip;
	struct str mutasi_url; /* none: not for this reader */
	struct pegawai_item *bawahan;
	int bawahan_count;
};

/* A period with its words and its form. */
struct periode_view {
	const struct periode *periode;
	struct str span, tag, action, status_label, next_status, next_label;
	struct str field, alasan; /* field: the id of the reason's control */
	bool is_closed, is_typed; /* is_typed: its form came back */
};

/* A free day in words. */
struct libur_view {
	struct str hari, tanggal, nama, jenis;
	bool is_weekend;
};

/* The page of a year. */
struct tahun_view {
	int tahun, tahun_count, periode_count, libur_count;
	int libur_kerja; /* free days that are no weekend anyway */
	int *tahuns;
	struct tahun_kinerja *kinerja; /* NULL: not set up */
	struct periode_view *periode;
	struct libur_view *libur;
	struct conflict *conflict;
	struct form baru, batas; /* the forms of a new year and of the due dates */
	int alasan_least; /* characters of the reason that opens a period again */
	int periode_typed; /* whose form came back; -1: none */
	bool may_import; /* the holidays */
	bool is_typed, is_batas_typed; /* the form of a new year, or of the due dates, came back */
	struct str status, alasan; /* sent for that period */
	struct str action_batas, skp_long, evaluasi_long;
};

/* One setting with what the agency set, oldest first. */
struct setelan_row {
	struct str kunci, isi, dasar, satuan, nilai, legenda, petunjuk, url;
	struct str isian; /* nilai as the form takes it */
	bool is_teks, is_own; /* is_own: the agency's value, not the default */
	int riwayat_count;
	struct setelan_riwayat {
		struct str mulai, nilai, tag;
	} * riwayat;
};

/* A group of settings. */
struct setelan_bagian {
	const char *kunci, *nama;
	struct str url;
	bool is_here;
	int count;
};

/* The page of settings. */
struct setelan_view {
	int bagian_count, count;
	const struct setelan_bagian *bagian;
	struct setelan_row *row;
	struct str judul;
	const struct setelan_row *ubah; /* NULL: none chosen */
	struct str kembali;
	struct form form;
};

#endif
