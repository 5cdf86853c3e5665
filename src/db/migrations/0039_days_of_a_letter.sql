-- SPDX-License-Identifier: Apache-2.0
-- A ministerial letter opens days on which people work from anywhere (wfa_edaran): they stand in the calendar and stay working days.

-- :sqlite
-- SQLite cannot change a CHECK: the table is made anew; nothing refers to it.
CREATE TABLE hari_libur_baru (
  instansi_id {id} NOT NULL, tanggal TEXT NOT NULL, nama TEXT NOT NULL,
  jenis TEXT NOT NULL CHECK (jenis IN ('libur_nasional','cuti_bersama','libur_daerah','wfa_edaran')),
  PRIMARY KEY (instansi_id, tanggal)) {clustered};
INSERT INTO hari_libur_baru (instansi_id, tanggal, nama, jenis) SELECT instansi_id, tanggal, nama, jenis FROM hari_libur;
DROP TABLE hari_libur;
ALTER TABLE hari_libur_baru RENAME TO hari_libur;

-- :postgres
ALTER TABLE hari_libur DROP CONSTRAINT hari_libur_jenis_check;
ALTER TABLE hari_libur ADD CONSTRAINT hari_libur_jenis_check CHECK (jenis IN ('libur_nasional','cuti_bersama','libur_daerah','wfa_edaran'));
