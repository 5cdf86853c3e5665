-- SPDX-License-Identifier: Apache-2.0
-- The open documents in their order, with the unit they are counted by, so that counting reads the index alone; and those of a NIK.
-- Both are chosen without statistics, which a database that was just filled has none of.
DROP INDEX berkas_buka;
DROP INDEX berkas_nik;
CREATE INDEX berkas_buka ON berkas (instansi_id, is_buka, urut, berkas_id, unit_id);
CREATE INDEX berkas_nik ON berkas (instansi_id, nik_hash, berkas_id);
