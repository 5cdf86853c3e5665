/* SPDX-License-Identifier: Apache-2.0 */
/* The agency as it would stand after a file: what the store holds with the file laid over it.
   Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_PLAN_H
#define ABDI_IMPORT_IMPORT_PLAN_H
#include "base/table.h"
#include "law/values.h"
#include "import/import_read.h"

#define BARIS_NONE 0 /* the record does not come from the file */

/* What the cells of a row do to its record, as the store writes it; column NO_COLUMN: a sentence.
   Kept for what changes, and for the first new records of a sheet (items_max). */
#define NO_COLUMN (-1)
/* One cell; column NO_COLUMN: a sentence. */
struct plan_cell_change {
	int column;
	struct str sebelum, sesudah;
};
/* All of one record. */
struct plan_cell_changes {
	const struct plan_cell_change *at;
	int count;
};

/* References between records are indexes into the plan's arrays; -1 is none. */
struct plan_unit {
	struct id id, induk_id; /* induk_id: as stored */
	struct str kode, nama, kode_induk, jenis, jalur, zona;
	bool is_mandiri, is_ended;
	bool is_void; /* a row without a code of its own: checked, never kept */
	bool is_path_new; /* it, or one above it, moved */
	int induk, baris;
	enum import_change change;
	struct plan_cell_changes changes;
};

/* A post. */
struct plan_jabatan {
	struct id id, unit_id; /* unit_id: as stored */
	struct str kode, nama, kode_unit, kelompok, jenjang, tugas, tanggung_jawab, ukuran;
	int kelas, unit, unit_before, baris;
	bool is_void; /* as of a unit */
	bool is_kepala, was_kepala, is_ended,
		is_moved; /* is_moved: now in another unit; its people move along */
	enum import_change change;
	struct plan_cell_changes changes;
};

/* A person, with the roles the file gives. */
struct plan_pegawai {
	struct id id, jabatan_id, penilai_id; /* both as stored */
	struct str nip, nama, email, jenis, golongan, kode_jabatan, nip_penilai;
	struct str email_before;
	struct date tmt, berakhir; /* berakhir: the last day the row gives */
	struct date kontrak_mulai, kontrak_selesai;
	int jabatan, penilai, jabatan_before, baris;
	uint32_t peran, peran_before; /* bit per enum peran */
	bool is_ended, was_ended;
	bool is_void; /* as of a unit */
	bool is_penilai_lost; /* the cell's digits are lost; told once */
	enum import_change change;
	struct plan_cell_changes changes;
};

/* A holiday. */
struct plan_libur {
	struct date tanggal;
	struct str nama, jenis;
	int baris;
	enum import_change change;
	struct plan_cell_changes changes;
};

/* The whole agency. */
struct import_plan {
	struct job *job;
	const struct import_file *file;
	struct import_faults faults;
	struct law_values law; /* in force today */
	const struct import_wish *wish;
	int taken[IMPORT_JENIS_COUNT]; /* rows of the file that became a record */
	struct plan_unit *units;
	struct plan_jabatan *jabatans;
	struct plan_pegawai *pegawais;
	struct plan_libur *liburs;
	int root; /* the agency's own unit, above those the file gives no unit above; -1 none */
	int unit_count, jabatan_count, pegawai_count, libur_count;
	struct table unit_of, jabatan_of, pegawai_of, libur_of; /* by kode, kode, nip, ISO date */
	int *unit_order, *pegawai_order; /* above before below; made by the checks */
};

/* One cell of the file. */
struct plan_cell {
	enum import_jenis jenis;
	int baris, column;
	struct str nilai;
};

/* Does what the sheet leaves out end? A sheet without rows would end everything and is a fault;
   with rows that became no record nobody knows what is left out. */
bool import_plan_may_end(struct import_plan *plan, enum import_jenis jenis);

/* One more record, to be filled. */
struct plan_unit *import_unit_add(struct import_plan *plan);
struct plan_jabatan *import_jabatan_add(struct import_plan *plan);
struct plan_pegawai *import_pegawai_add(struct import_plan *plan);
struct plan_libur *import_libur_add(struct import_plan *plan);

/* A fault of a record that the sheet leaves out: it has no row. say: import_plan_sheet_fault 4 */
void import_plan_sheet_fault(struct import_plan *plan, struct plan_cell cell, const char *rule,
			     struct str alasan);

/* A fault of a cell; baris BARIS_NONE is not reported. say: import_plan_fault 4 */
void import_plan_fault(struct import_plan *plan, struct plan_cell cell, const char *rule,
		       struct str alasan);

#endif
