-- SPDX-License-Identifier: Apache-2.0
-- Accounts without a place in lists, and their places.
-- :include org/place.h

-- :name places_akun :rows placed (after id, most int)
SELECT akun_id AS id, nama FROM akun
 WHERE instansi_id = $1 AND urut = '' AND (akun_id > :after OR :after IS NULL)
 ORDER BY akun_id LIMIT :most;

-- :name place_akun_many :counted :sqlite (rows text, ids bytes)
UPDATE akun SET urut = e.value ->> 0
  FROM json_each(:rows) e
 WHERE akun.instansi_id = $1 AND akun.akun_id = substr(:ids, e.key * 16 + 1, 16);

-- :name place_akun_many :counted :postgres (rows text, ids bytes)
UPDATE akun SET urut = e.r ->> 0
  FROM jsonb_array_elements(CAST(CAST(:rows AS TEXT) AS jsonb)) WITH ORDINALITY AS e(r, n)
 WHERE akun.instansi_id = $1
   AND akun.akun_id = CAST(encode(substring(CAST(:ids AS bytea)
       FROM CAST(e.n * 16 - 15 AS INTEGER) FOR 16), 'hex') AS uuid);
