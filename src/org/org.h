/* SPDX-License-Identifier: Apache-2.0 */
/* The agency's units, positions, people and calendar, and who appraises whom. */
#ifndef ABDI_ORG_ORG_H
#define ABDI_ORG_ORG_H
#include "base/job.h"
#include "law/access.h"
#include "law/values.h"

/* A unit of the agency. */
struct unit {
	struct id unit_id, induk_id;
	struct str kode, nama, urut, jalur, jenis; /* urut: the place of its name in lists */
	struct str induk_nama; /* of the unit above; empty at the top, and where nobody asked */
	bool is_mandiri;
	enum zona zona;
};

/* A post. */
struct jabatan {
	struct id jabatan_id, unit_id;
	struct str kode, nama, kelompok, jenjang, tugas, tanggung_jawab, ukuran;
	int kelas;
	bool is_kepala;
};

/* Somebody of the agency, with the post held now. */
struct pegawai {
	struct id pegawai_id, jabatan_id, unit_id, penilai_id;
	struct str nip, nama, urut, email, jenis, golongan; /* "III/a", PPPK "IX", or empty */
	struct str pangkat; /* "Penata Muda"; empty for PPPK, and in lists */
	struct str jabatan_nama, jabatan_kelompok, unit_nama, unit_jalur;
	struct str unit_induk; /* the unit above theirs, which tells one "Sekretariat" from another;
	                          empty right below the agency */
	bool is_kepala, unit_is_mandiri, is_top; /* is_top: heads the root, rated outside (1.4) */
	struct date tmt, berakhir; /* berakhir: the last day here; none for who is here */
	struct date kontrak_mulai, kontrak_selesai; /* of a PPPK, where they are known */
	int64_t version;
};

/* A period of a year. */
struct periode {
	int tahun, nomor; /* nomor 0 is the year */
	struct str nama, status;
	struct date mulai, selesai;
	int64_t version;
};

/* A year with its periods and its last days. */
struct tahun_kinerja {
	int tahun;
	struct str pendekatan, periode_jenis;
	struct date skp_batas, evaluasi_batas;
	int periode_count;
	struct periode *periode;
	int64_t version;
};

/* By identifier, ERR_NOT_FOUND. */
MUST_CHECK enum err pegawai_load(struct job *job, const struct id *id, struct pegawai **out);
/* By NIP, however it is grouped; also one who is gone. ERR_NOT_FOUND. */
MUST_CHECK enum err pegawai_by_nip(struct job *job, struct str nip, struct pegawai **out);
/* People whose pejabat penilai this is, by name. */
MUST_CHECK enum err pegawai_list_bawahan(struct job *job, const struct id *penilai_id,
					 struct pegawai **out, int *count);
MUST_CHECK enum err unit_load(struct job *job, const struct id *unit_id, struct unit **out);
MUST_CHECK enum err unit_list(struct job *job, struct str jalur, struct unit **out, int *count);
MUST_CHECK enum err jabatan_load(struct job *job, const struct id *id, struct jabatan **out);
/* ERR_NOT_FOUND when the year was not set up. */
MUST_CHECK enum err tahun_load(struct job *job, int tahun, struct tahun_kinerja **out);
/* Sets up a year with its months or quarters; ERR_INVALID, with its fault, when it exists. */
MUST_CHECK enum err tahun_open(struct job *job, int tahun, struct str pendekatan,
			       struct str periode_jenis);
/* Opens or closes a period; version is the one the page was made from. A closed one opens again
   with a reason only. */
struct periode_change {
	int tahun, nomor;
	struct str status, alasan;
	int64_t version;
};
#define PERIODE_ALASAN_MAX 500
MUST_CHECK enum err periode_set_status(struct job *job, const struct periode_change *change);
/* A period of the year, or NULL. */
const struct periode *periode_find(const struct tahun_kinerja *tahun, int nomor);
/* Changes the due dates of a year; version is the one the page was made from. */
MUST_CHECK enum err tahun_set_batas(struct job *job, const struct tahun_kinerja *changed);
/* A text the agency sets, with the value before it does and a hint. */
struct setelan_teks {
	const char *kunci, *awal, *isi, *petunjuk;
};
const struct setelan_teks *setelan_teks_all(int *count);
const struct setelan_teks *setelan_teks_find(struct str kunci);
/* A setting as of a day: the value in force, or the default of settings.def. */
MUST_CHECK enum err setelan_load(struct job *job, const char *kunci, struct date day,
				 struct str *out);
/* All rows the agency set, and the values in force on a day: what calculators and rules of law/
   take. */
MUST_CHECK enum err setelan_rows_load(struct job *job, struct law_rows *out);
MUST_CHECK enum err setelan_values_load(struct job *job, struct date day, struct law_values *out);
MUST_CHECK enum err setelan_save(struct job *job, const char *kunci, struct date from,
				 struct str value);
/* The same while the agency is being set up and nobody has a role yet. */
MUST_CHECK enum err setelan_begin(struct job *job, const char *kunci, struct date from,
				  struct str value);

#define PUBLIC_ADDRESS "alamat_publik"
#define PUBLIC_ADDRESS_MAX 200 /* bytes */
/* "https://kinerja.kota.go.id", perhaps with a port: a name others find, nothing behind it. */
bool public_address_is_sound(struct str value);
/* Its fault under the field; an empty one has none. */
void public_address_check(struct job *job, struct str field, struct str value);
/* Where others find this agency's Abdi, without a slash at its end; STR_NONE until it is set. */
MUST_CHECK enum err public_address_load(struct job *job, struct str *out);

/* Years set up so far, newest first. */
MUST_CHECK enum err tahun_list(struct job *job, int **out, int *count);

/* A day without work, or one on which a letter lets people work from anywhere (wfa_edaran). */
struct hari_libur {
	struct date tanggal;
	struct str nama, jenis;
};
/* The free days of a span; then all of a year, those of a letter too. */
MUST_CHECK enum err hari_libur_list(struct job *job, struct date from, struct date to,
				    struct date **out, int *count);
MUST_CHECK enum err hari_libur_load(struct job *job, int tahun, struct hari_libur **out,
				    int *count);

#endif
