/* SPDX-License-Identifier: Apache-2.0 */
/* A small office and files that load it: two units, three posts, three people. */
#ifndef ABDI_IMPORT_IMPORT_TEST_SUPPORT_H
#define ABDI_IMPORT_IMPORT_TEST_SUPPORT_H
#include "account/bulk.h"
#include "law/access.h"
#include "import/import.h"
#include "render/xlsx_write.h"

extern const char office_path[];

struct fixture {
	struct store *store;
	struct arena *mem;
	struct id instansi;
	struct actor actor;
	struct problems faults;
	struct job job;
	bool is_applying;
	unsigned ends;
	int items_max;
	const char *alasan; /* of the roles a file gives */
	struct import_preview *preview;
	struct bulk_code *kode;
	int kode_count;
};

#define UNITS                                                                                      \
	"kode;nama;kode_induk;jenis;mandiri;zona\n"                                                \
	"1;Dinas Contoh;;dinas;ya;WIT\n"                                                           \
	"1.1;Bidang Satu;1;bidang;tidak;WIT\n"
#define JABATANS                                                                                   \
	"kode;nama;kode_unit;kelompok;jenjang;kelas;kepala;tugas;tanggung_jawab;ukuran\n"          \
	"J1;Kepala Dinas;1;jpt;;14;ya;Memimpin;Dinas berjalan;Nilai SAKIP\n"                       \
	"J2;Kepala Bidang;1.1;administrator;;11;ya;Memimpin bidang;Bidang berjalan;Layanan tepat " \
	"waktu\n"                                                                                  \
	"J3;Analis;1.1;jf;ahli muda;9;tidak;Menganalisis;Telaahan;Jumlah telaahan\n"
#define PEGAWAI_HEAD "nip;nama;email;jenis;golongan;kode_jabatan;nip_penilai;tmt;peran\n"
#define KADIS "197001011995031001;Ani Kadis;kadis@contoh.go.id;pns;IV/c;J1;;2024-01-02;\n"
#define KABID "198001012005011002;Budi Kabid;;pns;III/d;J2;197001011995031001;02-01-2024;\n"
#define ANALIS                                                                                     \
	"19900101 201503 2 001;Cici "                                                              \
	"Analis;cici@contoh.go.id;pns;III/b;J3;198001012005011002;2025-03-01;auditor\n"

int office_begin(void **state);
int office_end(void **state);
/* A job of the personnel officer on 24 November 2026; db is still to be set. */
void job_renew(struct fixture *f);
/* Reads the file at office_path and shows what it would do, or does it. */
enum err run(struct fixture *f, bool is_applying);
void file_write(const char *text);
enum err apply_text(struct fixture *f, const char *text);
void load_small_office(struct fixture *f);
int64_t rows(struct fixture *f, const char *sql);
bool has_rule(const struct fixture *f, const char *rule, int baris, const char *column);
bool has_fault(const struct fixture *f, const char *rule, const char *lembar, int baris,
	       const char *column, const char *nilai);
int faults_of(const struct fixture *f, const char *rule);
void book_start(struct fixture *f, struct xlsx **book, const char *sheet);

#endif
