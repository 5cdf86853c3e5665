-- SPDX-License-Identifier: Apache-2.0
-- How the public reaches a unit, and what it told of pages that do not work.
CREATE TABLE unit_kontak ( -- jam_…: "08.00–15.00", empty when closed
  instansi_id {id} NOT NULL, unit_id {id} NOT NULL, alamat TEXT NOT NULL, telepon TEXT NOT NULL, email TEXT NOT NULL,
  jam_kerja TEXT NOT NULL, jam_jumat TEXT NOT NULL, jam_sabtu TEXT NOT NULL, jam_minggu TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, unit_id),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id)) {clustered};
CREATE INDEX unit_induk ON unit (instansi_id, induk_id, nama, kode);
CREATE INDEX unit_nama ON unit (instansi_id, nama, kode);
CREATE TABLE masalah ( -- written by nobody in particular; the row goes on the day its writer was told
  instansi_id {id} NOT NULL, masalah_id {id} NOT NULL, jenis TEXT NOT NULL CHECK (jenis IN ('rusak','isi','sulit','lain')),
  halaman TEXT NOT NULL, uraian TEXT NOT NULL, created_at BIGINT NOT NULL, hapus_pada TEXT NOT NULL,
  ditangani_at BIGINT, ditangani_oleh {id}, PRIMARY KEY (instansi_id, masalah_id));
CREATE INDEX masalah_hapus ON masalah (instansi_id, hapus_pada);
