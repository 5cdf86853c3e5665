/* SPDX-License-Identifier: Apache-2.0 */
/* The document register: what a counter takes in, its clock, and what many of them tell (STD-06,
   REG-01, REG-02). Officers of a unit work on its documents; whoever has the code sees how far one
   is, and never whose it is. */
#ifndef ABDI_BERKAS_BERKAS_H
#define ABDI_BERKAS_BERKAS_H
#include "base/job.h"
#include "base/waiting.h"
#include "law/janji.h"

#define BERKAS_KODE_LEN 8
#define BERKAS_NAMA_MAX 120
#define BERKAS_KONTAK_MAX 20
#define BERKAS_TEKS_MAX 300
#define BERKAS_RAK_MAX 20
#define BERKAS_JAM_MAX 5
#define BERKAS_SYARAT_MAX 20

/* How far a document is. */
enum berkas_keadaan {
#define KEADAAN(name, key, label) BERKAS_##name,
#include "berkas/berkas_keadaan.def"
#undef KEADAAN
	BERKAS_KEADAAN_COUNT
};
struct str berkas_keadaan_key(enum berkas_keadaan keadaan);
struct str berkas_keadaan_label(enum berkas_keadaan keadaan);
MUST_CHECK bool berkas_keadaan_parse(struct str key, enum berkas_keadaan *out);

/* A document. Moments are UTC µs, 0: not yet. */
struct berkas {
	struct id berkas_id, layanan_id, unit_id, pelaku_id;
	struct str kode; /* eight letters and digits */
	struct str layanan_nama, layanan_slug, unit_nama, unit_jalur;
	enum zona zona;
	int nomor, langkah; /* which version of the standard, and at which of its steps */
	struct str langkah_nama;
	enum berkas_keadaan keadaan;
	struct str keadaan_kunci; /* for programs */
	bool is_buka; /* not handed over nor withdrawn */
	int64_t urut; /* its place in lists */
	struct str nama_tertutup, kontak_tertutup, nik_hash;
	struct str nama, kontak; /* for who works on it; empty when deleted */
	struct str kurang; /* what the citizen must bring, one a line */
	struct str sebab; /* why it waits or will be late, as the citizen reads it */
	struct str rak;
	bool is_lengkap_pertama;
	int64_t diterima_at, lengkap_at, janji_at;
	int64_t akan_at, tahu_at; /* the new time, and when the citizen could know it */
	int64_t sejak_at; /* since when its clock stands still */
	int64_t selesai_at, serah_at;
	int janji_jumlah;
	struct str janji_satuan;
	int64_t lama, tunggu_lama; /* in the promise's own measure (law/janji.h) */
	struct date hapus_pada; /* the name, the contact and the hash of the NIK go that day */
	int64_t version;
};

/* "k7m2 q9rd" or "K7M2-Q9RD" -> "K7M2Q9RD"; false when it is no code. */
MUST_CHECK bool berkas_kode_parse(struct arena *mem, struct str typed, struct str *out);
/* "K7M2-Q9RD" */
struct str berkas_kode_text(struct arena *mem, struct str kode);

/* By its code, however it is written: what everybody with the code may know; nama and kontak stay
   empty. ERR_NOT_FOUND. */
MUST_CHECK enum err berkas_by_code(struct job *job, struct str kode, struct berkas *out);

/* What a document has gone through, in its order. */
struct berkas_jejak {
	int urut;
	int64_t pada;
	struct str perbuatan; /* berkas_perbuatan.def */
	int langkah;
	struct str langkah_nama, akun_nama, catatan;
};
/* For who has the document from one of the functions here. */
MUST_CHECK enum err berkas_jejak_list(struct job *job, const struct berkas *berkas,
				      struct berkas_jejak **out, int *count);

/* Whose figures, of which days. */
struct berkas_lingkup {
	struct id layanan_id; /* none: all services */
	struct str jalur; /* of the unit, with those below; empty: the agency */
	struct id pelaku_id; /* the officer who finished it; none: everybody */
	struct date from, to; /* both count */
};
/* What the days add up to, exactly; all 0 without any. */
struct berkas_angka {
	int64_t diterima, lengkap_pertama; /* complete at the first visit, of those taken in */
	int64_t selesai, tepat; /* on time, of those finished */
	struct str ukuran; /* "menit" the office was open, or "hari": hundredths of working days;
	                      the one that more of them were promised in */
	int64_t lama_jumlah, median, p90; /* of so many of that measure */
};
MUST_CHECK enum err berkas_figures(struct job *job, const struct berkas_lingkup *which,
				   struct berkas_angka *out);
#define BERKAS_BULAN_MAX 60
/* One month's figures. */
struct berkas_bulan {
	struct date mulai;
	struct berkas_angka angka;
};
/* The same for each month of the span, the first and the last cut by it. */
MUST_CHECK enum err berkas_series(struct job *job, const struct berkas_lingkup *which,
				  struct berkas_bulan **out, int *count);

/* Overdue documents of the actor's units whose citizen was not told (kabar/duty.def). */
waiting_ask berkas_waits;

#endif
