-- SPDX-License-Identifier: Apache-2.0
-- The whole agency as an import compares it with a file.
-- :include import/import_plan.h import/import_terminal.h import/import_store.h import/import_memory.h
-- :owns impor_kolom

-- :name import_unit_all :each plan_unit
SELECT unit_id AS id, kode, nama, induk_id, jenis, is_mandiri, zona, jalur, CASE
       WHEN valid_to IS NULL THEN 0 ELSE 1 END AS is_ended
  FROM unit WHERE instansi_id = $1 ORDER BY kode;

-- :name import_jabatan_all :each plan_jabatan
SELECT jabatan_id AS id, kode, nama, unit_id, kelompok, jenjang, kelas, is_kepala, tugas,
       tanggung_jawab, ukuran,
       CASE WHEN valid_to IS NULL THEN 0 ELSE 1 END AS is_ended
  FROM jabatan WHERE instansi_id = $1 ORDER BY kode;

-- :name import_pegawai_all :each plan_pegawai
SELECT pegawai_id AS id, nip, nama, email, jenis, golongan, jabatan_id, penilai_id, tmt,
       kontrak_mulai, kontrak_selesai,
       CASE WHEN valid_to IS NULL THEN 0 ELSE 1 END AS is_ended
  FROM pegawai WHERE instansi_id = $1 ORDER BY nip;

-- :name import_libur_all :each plan_libur
SELECT tanggal, nama, jenis FROM hari_libur WHERE instansi_id = $1 ORDER BY tanggal;

-- :name import_peran_all :each plan_role
-- who holds which role without a last day
SELECT a.pegawai_id, r.peran FROM akun_peran r
  JOIN akun a ON a.instansi_id = r.instansi_id AND a.akun_id = r.akun_id
 WHERE r.instansi_id = $1 AND a.pegawai_id IS NOT NULL AND r.sampai IS NULL;

-- :name import_instansi_all :each import_agency :shared
-- for the command line: which agency is meant
SELECT instansi_id, kode, nama, zona FROM instansi ORDER BY kode;

-- :name impor_kolom_all :rows import_remembered
SELECT jenis, judul, kolom FROM impor_kolom WHERE instansi_id = $1 ORDER BY jenis, judul;

-- :name impor_kolom_save :changed import_remembered
INSERT INTO impor_kolom (instansi_id, jenis, judul, kolom) VALUES ($1, :jenis, :judul, :kolom)
    ON CONFLICT (instansi_id, jenis, judul) DO UPDATE SET kolom = excluded.kolom;
