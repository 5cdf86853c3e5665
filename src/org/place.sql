-- SPDX-License-Identifier: Apache-2.0
-- Names without a place in lists, and their places.
-- :include org/place.h

-- :name places_pegawai :rows placed (after id, most int)
SELECT pegawai_id AS id, nama FROM pegawai
 WHERE instansi_id = $1 AND urut = '' AND (pegawai_id > :after OR :after IS NULL)
 ORDER BY pegawai_id LIMIT :most;

-- :name place_pegawai_many :counted :sqlite (rows text, ids bytes)
UPDATE pegawai SET urut = e.value ->> 0
  FROM json_each(:rows) e
 WHERE pegawai.instansi_id = $1 AND pegawai.pegawai_id = substr(:ids, e.key * 16 + 1, 16);

-- :name place_pegawai_many :counted :postgres (rows text, ids bytes)
UPDATE pegawai SET urut = e.r ->> 0
  FROM jsonb_array_elements(CAST(CAST(:rows AS TEXT) AS jsonb)) WITH ORDINALITY AS e(r, n)
 WHERE pegawai.instansi_id = $1
   AND pegawai.pegawai_id = CAST(encode(substring(CAST(:ids AS bytea)
       FROM CAST(e.n * 16 - 15 AS INTEGER) FOR 16), 'hex') AS uuid);

-- :name places_unit :rows placed (after id, most int)
SELECT unit_id AS id, nama FROM unit
 WHERE instansi_id = $1 AND urut = '' AND (unit_id > :after OR :after IS NULL)
 ORDER BY unit_id LIMIT :most;

-- :name place_unit_many :counted :sqlite (rows text, ids bytes)
UPDATE unit SET urut = e.value ->> 0
  FROM json_each(:rows) e
 WHERE unit.instansi_id = $1 AND unit.unit_id = substr(:ids, e.key * 16 + 1, 16);

-- :name place_unit_many :counted :postgres (rows text, ids bytes)
UPDATE unit SET urut = e.r ->> 0
  FROM jsonb_array_elements(CAST(CAST(:rows AS TEXT) AS jsonb)) WITH ORDINALITY AS e(r, n)
 WHERE unit.instansi_id = $1
   AND unit.unit_id = CAST(encode(substring(CAST(:ids AS bytea)
       FROM CAST(e.n * 16 - 15 AS INTEGER) FOR 16), 'hex') AS uuid);
