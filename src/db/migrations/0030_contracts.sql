-- SPDX-License-Identifier: Apache-2.0
-- PPPK paruh waktu is a kind of its own, and a PPPK has a contract with a first and a last day (rulebook 8.6). Neither
-- engine widens a check in place in the same words, so the kinds move to a new column of the old name.
ALTER TABLE pegawai ADD COLUMN jenis_asn TEXT NOT NULL DEFAULT 'pns' CHECK (jenis_asn IN ('pns','cpns','pppk','pppk_paruh_waktu'));
UPDATE pegawai SET jenis_asn = jenis;
ALTER TABLE pegawai DROP COLUMN jenis;
ALTER TABLE pegawai RENAME COLUMN jenis_asn TO jenis;
ALTER TABLE pegawai ADD COLUMN kontrak_mulai TEXT;
ALTER TABLE pegawai ADD COLUMN kontrak_selesai TEXT;
CREATE INDEX pegawai_kontrak ON pegawai (instansi_id, jenis, kontrak_selesai);
