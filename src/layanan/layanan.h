/* SPDX-License-Identifier: Apache-2.0 */
/* What a unit serves the public with: its services, the standard of each with the day it begins,
   and what was promised on any day (domain 4.7, STD-01 to STD-06, STD-08). Everybody reads what
   holds; admin_layanan drafts, the head of the unit decides. */
#ifndef ABDI_LAYANAN_LAYANAN_H
#define ABDI_LAYANAN_LAYANAN_H
#include "base/job.h"
#include "law/janji.h"
#include "render/record.h"

#define LAYANAN_NAMA_MAX 120
#define LAYANAN_RINGKAS_MAX 200
#define LAYANAN_SLUG_MAX 60
#define LAYANAN_SYARAT_MAX 20
#define LAYANAN_LANGKAH_MAX 8
#define LAYANAN_TEKS_MAX 2000
#define LAYANAN_LANGKAH_NAMA_MAX 60
#define LAYANAN_SYARAT_NAMA_MAX 120

/* A service, with what it promises now (nomor 0: nothing is decided yet). */
struct layanan {
	struct id layanan_id, unit_id;
	struct str unit_nama, unit_jalur;
	struct str slug, nama, ringkas, nama_en, ringkas_en;
	struct str kelompok, kelompok_label, ikon; /* kelompok.def */
	struct str suara_bentuk; /* "tiga": three questions, "sembilan": the nine elements */
	bool is_aktif;
	int nomor, janji_jumlah;
	struct str janji_satuan, biaya;
	bool is_menunggu; /* a standard waits for its decision */
	int64_t version;
};

/* What to bring. */
struct syarat {
	struct str nama, keterangan;
	bool is_wajib;
};

/* What happens to a document, in order. */
struct langkah {
	struct str nama;
};

/* One version of a service's standard: the 14 components, the discussion it came from, the
   decision. */
struct standar {
	struct id layanan_id;
	int nomor;
	struct str status; /* draf, diajukan, ditetapkan */
	struct date berlaku_sejak;
	int janji_jumlah;
	struct str janji_satuan;
	struct str biaya, produk, prosedur, pengaduan; /* what the public must be able to read */
	struct str dasar_hukum, sarana, kompetensi, pengawasan, pelaksana, jaminan_layanan,
		jaminan_aman, evaluasi;
	struct str kompensasi; /* what is given when it is late; may be empty (STD-05) */
	struct date forum_tanggal;
	struct str forum_hadir, forum_pokok, forum_jawaban;
	struct str sk_nomor, catatan; /* catatan: why it was sent back */
	struct date sk_tanggal;
	struct id disusun_oleh, diajukan_oleh;
	int64_t ditetapkan_at;
	struct str ditetapkan_nama, ditetapkan_jabatan;
	int syarat_count, langkah_count;
	struct syarat *syarat;
	struct langkah *langkah;
	int64_t version;
};

/* A promise as people read it: "1 hari kerja"; empty where there is none. */
struct str janji_text(struct arena *mem, int jumlah, struct str satuan);
/* The promise of a version; false where none was made. */
MUST_CHECK bool standar_janji(const struct standar *standar, struct janji *out);

/* Which services a list shows. */
struct layanan_cari {
	struct str cari;
	struct str jalur; /* of the unit whose services, and those of units below, are listed */
	bool is_aktif_only;
	struct str sesudah; /* the slug that ended the page before */
	int most;
};

/* By address and by id; ERR_NOT_FOUND. Open to everybody. */
MUST_CHECK enum err layanan_by_slug(struct job *job, struct str slug, struct layanan *out);
MUST_CHECK enum err layanan_load(struct job *job, const struct id *layanan_id, struct layanan *out);
/* By name and slug. */
MUST_CHECK enum err layanan_list(struct job *job, const struct layanan_cari *which,
				 struct layanan **out, int *count);
/* The standard in force on a day, with its lists; nomor 0: there was none. */
MUST_CHECK enum err standar_on(struct job *job, const struct id *layanan_id, struct date day,
			       struct standar *out);
/* One version. ERR_NOT_FOUND; a version that is not decided is for staff of the unit. */
MUST_CHECK enum err standar_load(struct job *job, const struct id *layanan_id, int nomor,
				 struct standar *out);

/* The promise the head of a unit signed, or of the nearest above it; isi empty: there is none. */
struct maklumat {
	struct id unit_id;
	struct str unit_nama, isi, nama, jabatan;
	struct date tanggal;
	int nomor;
};
MUST_CHECK enum err maklumat_load(struct job *job, const struct id *unit_id, struct maklumat *out);

/* Posts that serve a service, and the services somebody's post serves. */
struct layanan_jabatan {
	struct id jabatan_id;
	struct str nama, unit_nama;
	bool is_pelaksana;
};
MUST_CHECK enum err layanan_jabatan_list(struct job *job, const struct id *layanan_id,
					 struct layanan_jabatan **out, int *count);

#endif
