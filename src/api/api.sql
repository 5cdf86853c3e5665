-- SPDX-License-Identifier: Apache-2.0
-- Keys of the API.
-- :include api/api_key_store.h
-- :owns kunci_api

-- :part key
SELECT k.kunci_id AS key__kunci_id, k.akun_id AS key__akun_id, k.jenis, k.nama AS key__nama,
       k.alasan AS key__alasan, k.cakupan, k.unit_id AS key__unit_id, ku.nama AS key__unit_nama,
       COALESCE(p.nama, a.nama) AS key__pemilik, m.nama AS key__pembuat,
       k.berakhir AS key__berakhir, k.dipakai AS key__dipakai, k.created_at AS key__created_at,
       k.dicabut_at AS key__dicabut_at
FROM kunci_api k
JOIN akun a ON a.instansi_id = k.instansi_id AND a.akun_id = k.akun_id
JOIN akun m ON m.instansi_id = k.instansi_id AND m.akun_id = k.pembuat_id
LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
LEFT JOIN unit ku ON ku.instansi_id = k.instansi_id AND ku.unit_id = k.unit_id

-- Who acts by a key that was not revoked; of a person only one who still works here and may sign
-- in.
-- :name api_key_find :one api_holder_row (hash bytes)
SELECT k.kunci_id, k.cakupan, k.berakhir, k.dipakai, k.jenis,
       CASE WHEN ku.induk_id IS NULL THEN '' ELSE ku.jalur END AS jalur, a.akun_id,
       a.nama AS akun_nama, p.pegawai_id, p.nip, p.nama, j.nama AS jabatan, p.unit_id,
       u.jalur AS unit_jalur, u.zona AS unit_zona, i.nama AS instansi_nama, i.zona AS instansi_zona
FROM kunci_api k
JOIN akun a ON a.instansi_id = k.instansi_id AND a.akun_id = k.akun_id
JOIN instansi i ON i.instansi_id = k.instansi_id
LEFT JOIN unit ku ON ku.instansi_id = k.instansi_id AND ku.unit_id = k.unit_id
LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
LEFT JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
LEFT JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
WHERE k.instansi_id = $1 AND k.kunci_hash = :hash AND k.dicabut_at IS NULL
  AND a.is_active = 1 AND a.locked_at IS NULL AND a.must_change = 0 AND p.valid_to IS NULL;

-- :name api_key_insert :saved api_key_row (hash bytes, pembuat_id id)
INSERT INTO kunci_api (instansi_id, kunci_id, kunci_hash, akun_id, jenis, nama, alasan, cakupan,
  unit_id, created_at, pembuat_id, berakhir)
VALUES ($1, :key__kunci_id, :hash, :key__akun_id, :jenis, :key__nama, :key__alasan, :cakupan,
  :key__unit_id, :key__created_at, :pembuat_id, :key__berakhir);

-- :name api_key_touch :changed :quiet (kunci_id id, today date)
UPDATE kunci_api SET dipakai = :today WHERE instansi_id = $1 AND kunci_id = :kunci_id;

-- :name api_key_revoke :changed (kunci_id id, now int64)
UPDATE kunci_api SET dicabut_at = :now WHERE instansi_id = $1 AND kunci_id = :kunci_id
  AND dicabut_at IS NULL;

-- :name api_key_one :one api_key_row (kunci_id id)
-- :use key
WHERE k.instansi_id = $1 AND k.kunci_id = :kunci_id;

-- :name api_key_of_account :rows api_key_row (akun_id id, most int)
-- :use key
WHERE k.instansi_id = $1 AND k.akun_id = :akun_id
ORDER BY k.kunci_id DESC LIMIT :most;

-- Identifiers grow with time, so the newest come first.
-- :name api_key_page :rows api_key_row (before id, most int)
-- :use key
WHERE k.instansi_id = $1 AND k.kunci_id < :before
ORDER BY k.kunci_id DESC LIMIT :most;

-- :name api_key_count_open :one int (akun_id id, today date)
SELECT COUNT(*) AS many FROM kunci_api
WHERE instansi_id = $1 AND akun_id = :akun_id AND dicabut_at IS NULL AND berakhir >= :today;
