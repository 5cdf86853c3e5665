-- SPDX-License-Identifier: Apache-2.0
-- What people, posts and units are found by.
-- :include org/words.h
-- :owns kata_cari kata_tunggu

-- :name words_add_many :counted :sqlite (rows text, ids bytes)
INSERT INTO kata_cari (instansi_id, jenis, kata, objek_id)
SELECT $1, e.value ->> 0, e.value ->> 1, substr(:ids, e.key * 16 + 1, 16)
  FROM json_each(:rows) e
 WHERE true
    ON CONFLICT DO NOTHING;

-- :name words_add_many :counted :postgres (rows text, ids bytes)
INSERT INTO kata_cari (instansi_id, jenis, kata, objek_id)
SELECT CAST($1 AS uuid), e.r ->> 0, e.r ->> 1,
       CAST(encode(substring(CAST(:ids AS bytea) FROM CAST(e.n * 16 - 15 AS INTEGER) FOR 16),
              'hex') AS uuid)
  FROM jsonb_array_elements(CAST(CAST(:rows AS TEXT) AS jsonb)) WITH ORDINALITY AS e(r, n)
 WHERE true
    ON CONFLICT DO NOTHING;

-- :name words_drop :changed (objek_id id)
DELETE FROM kata_cari WHERE instansi_id = $1 AND objek_id = :objek_id;

-- :name words_pegawai :rows worded (after id, most int)
SELECT pegawai_id AS id, nama, nip AS kode FROM pegawai
 WHERE instansi_id = $1 AND valid_to IS NULL AND (pegawai_id > :after OR :after IS NULL)
 ORDER BY pegawai_id LIMIT :most;

-- :name words_jabatan :rows worded (after id, most int)
SELECT jabatan_id AS id, nama FROM jabatan
 WHERE instansi_id = $1 AND valid_to IS NULL AND (jabatan_id > :after OR :after IS NULL)
 ORDER BY jabatan_id LIMIT :most;

-- :name words_unit :rows worded (after id, most int)
SELECT unit_id AS id, nama, kode FROM unit
 WHERE instansi_id = $1 AND valid_to IS NULL AND (unit_id > :after OR :after IS NULL)
 ORDER BY unit_id LIMIT :most;

-- :name words_agencies :rows id :shared
SELECT instansi_id FROM instansi;

-- :name words_waiting_done :counted
DELETE FROM kata_tunggu WHERE instansi_id = $1;
