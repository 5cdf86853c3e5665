-- SPDX-License-Identifier: Apache-2.0
-- Headings of other systems' lists, matched by hand with ours once and kept for the agency.
CREATE TABLE impor_kolom (
  instansi_id {id} NOT NULL REFERENCES instansi,
  jenis TEXT NOT NULL, judul TEXT NOT NULL, -- jenis: unit, jabatan, pegawai, libur; judul: small letters and digits of the heading
  kolom TEXT NOT NULL, -- a heading of import/import.def; empty: the column is left out
  PRIMARY KEY (instansi_id, jenis, judul)) {clustered};
