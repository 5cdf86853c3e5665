-- SPDX-License-Identifier: Apache-2.0
-- Accounts, sign-in keys and roles of many people at once.
-- :include account/bulk.h
-- :owns akun kunci_masuk akun_peran
-- :bytes kunci

-- :name bulk_account_save :changed bulk_person
UPDATE akun SET nama = :nama, urut = :urut, is_active = CASE WHEN CAST(:is_ended AS INTEGER) = 1 THEN 0
  ELSE 1 END, version = version + 1
 WHERE instansi_id = $1 AND akun_id = :akun_id;

-- :name bulk_key_add :counted (kunci bytes, akun_id id)
-- counts none when somebody else signs in with it
INSERT INTO kunci_masuk (kunci_hash, instansi_id, akun_id) VALUES (:kunci, $1, :akun_id)
    ON CONFLICT (kunci_hash) DO UPDATE SET akun_id = excluded.akun_id
    WHERE kunci_masuk.akun_id = excluded.akun_id;

-- :name bulk_key_end :changed (kunci bytes, akun_id id)
DELETE FROM kunci_masuk WHERE kunci_hash = :kunci AND instansi_id = $1 AND akun_id = :akun_id;

-- :name bulk_account_add_many :counted :sqlite (rows text, ids bytes)
-- 32 bytes of ids a row: akun, pegawai
INSERT INTO akun (instansi_id, akun_id, pegawai_id, nama, sandi_hash, must_change, urut)
SELECT $1, substr(:ids, e.key * 32 + 1, 16), substr(:ids, e.key * 32 + 17, 16), e.value ->> 0,
       e.value ->> 1, 1, e.value ->> 2
  FROM json_each(:rows) e;

-- :name bulk_account_add_many :counted :postgres (rows text, ids bytes)
INSERT INTO akun (instansi_id, akun_id, pegawai_id, nama, sandi_hash, must_change, urut)
SELECT CAST($1 AS uuid), CAST(encode(substring(CAST(:ids AS bytea) FROM CAST(e.n * 32 - 31 AS
       INTEGER) FOR 16), 'hex') AS uuid), CAST(encode(substring(CAST(:ids AS bytea)
       FROM CAST(e.n * 32 - 15 AS INTEGER) FOR 16), 'hex') AS uuid), e.r ->> 0, e.r ->> 1, 1, e.r ->> 2
  FROM jsonb_array_elements(CAST(CAST(:rows AS TEXT) AS jsonb)) WITH ORDINALITY AS e(r, n);

-- :name bulk_key_add_many :counted :sqlite (rows text, keys bytes)
-- 48 bytes a row: the key's hash, akun; rows are only counted
INSERT INTO kunci_masuk (kunci_hash, instansi_id, akun_id)
SELECT substr(:keys, e.key * 48 + 1, 32), $1, substr(:keys, e.key * 48 + 33, 16)
       FROM json_each(:rows) e
 WHERE true
    ON CONFLICT (kunci_hash) DO UPDATE SET akun_id = excluded.akun_id
    WHERE kunci_masuk.akun_id = excluded.akun_id;

-- :name bulk_key_add_many :counted :postgres (rows text, keys bytes)
INSERT INTO kunci_masuk (kunci_hash, instansi_id, akun_id)
SELECT substring(CAST(:keys AS bytea) FROM CAST(e.n * 48 - 47 AS INTEGER) FOR 32), CAST($1 AS uuid),
       CAST(encode(substring(CAST(:keys AS bytea) FROM CAST(e.n * 48 - 15 AS INTEGER) FOR 16),
       'hex') AS uuid)
  FROM jsonb_array_elements(CAST(CAST(:rows AS TEXT) AS jsonb)) WITH ORDINALITY AS e(r, n)
 WHERE true
    ON CONFLICT (kunci_hash) DO UPDATE SET akun_id = excluded.akun_id
    WHERE kunci_masuk.akun_id = excluded.akun_id;

-- :name bulk_role_add :changed bulk_role
INSERT INTO akun_peran (instansi_id, akun_id, peran, unit_id)
  VALUES ($1, :akun_id, 'pimpinan_unit', :unit_id)
    ON CONFLICT (instansi_id, akun_id, peran, unit_id) DO UPDATE
    SET sifat = 'definitif', mulai = NULL, sampai = NULL;

-- :name bulk_role_end :changed bulk_role
DELETE FROM akun_peran WHERE instansi_id = $1 AND akun_id = :akun_id
  AND peran = 'pimpinan_unit' AND unit_id = :unit_id;

-- :name bulk_code_rows :rows bulk_code
-- accounts that still wait for their first sign-in
SELECT a.akun_id, p.nip, p.nama, u.nama AS unit FROM akun a
  JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE a.instansi_id = $1 AND a.is_active = 1 AND substr(a.sandi_hash, 1, 5) = 'kode:'
 AND p.valid_to IS NULL
 ORDER BY u.jalur, p.urut, p.nip;
