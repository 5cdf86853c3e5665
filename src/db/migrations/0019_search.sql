-- SPDX-License-Identifier: Apache-2.0
-- What people, posts and units are found by: folded words, each from its beginning to the end of the name, so that a
-- search is one walk over an index. jenis: a row of org/words.h. Kept by the program beside the names.
CREATE TABLE kata_cari (
  instansi_id {id} NOT NULL, jenis TEXT NOT NULL, kata TEXT NOT NULL, objek_id {id} NOT NULL,
  PRIMARY KEY (instansi_id, jenis, kata, objek_id)) {clustered};
CREATE INDEX kata_cari_objek ON kata_cari (instansi_id, objek_id, kata);
-- Agencies whose names stood here before: the program lays their words when it starts.
CREATE TABLE kata_tunggu (instansi_id {id} NOT NULL PRIMARY KEY);
INSERT INTO kata_tunggu (instansi_id) SELECT instansi_id FROM instansi;
-- A page of a list is read in its order, whatever the size of the agency.
CREATE INDEX pegawai_daftar ON pegawai (instansi_id, unit_id, nama, nip);
CREATE INDEX pegawai_jabatan ON pegawai (instansi_id, jabatan_id, pegawai_id);
CREATE INDEX akun_nama ON akun (instansi_id, nama, akun_id);
DROP INDEX pegawai_unit;
