-- SPDX-License-Identifier: Apache-2.0
-- Where a name stands in a list: made by the program with the name (base/fold.h, decision 0023), compared byte by byte. The
-- names that stood here before get theirs when the program starts.
ALTER TABLE pegawai ADD COLUMN urut TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN urut TEXT NOT NULL DEFAULT '';
ALTER TABLE akun ADD COLUMN urut TEXT NOT NULL DEFAULT '';
DROP INDEX pegawai_daftar;
DROP INDEX unit_induk;
DROP INDEX unit_nama;
CREATE INDEX pegawai_daftar ON pegawai (instansi_id, unit_id, urut, nip);
CREATE INDEX unit_induk ON unit (instansi_id, induk_id, urut, kode);
CREATE INDEX unit_nama ON unit (instansi_id, urut, kode);

-- :postgres
ALTER TABLE pegawai ALTER COLUMN urut TYPE TEXT COLLATE "C";
ALTER TABLE unit ALTER COLUMN urut TYPE TEXT COLLATE "C";
ALTER TABLE akun ALTER COLUMN urut TYPE TEXT COLLATE "C";
