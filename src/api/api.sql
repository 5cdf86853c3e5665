-- SPDX-License-Identifier: Apache-2.0
-- Keys of the API.

-- Who acts by a key that was not revoked; of a person only one who still works here and may sign in.
-- :name api_key_find :one   ($2 kunci_hash)
SELECT k.kunci_id, k.cakupan, k.berakhir, k.dipakai, k.jenis, CASE WHEN ku.induk_id IS NULL THEN '' ELSE ku.jalur END,
       a.akun_id, a.nama, p.pegawai_id, p.nip, p.nama, j.nama, p.unit_id, u.jalur, u.zona, i.nama, i.zona
FROM kunci_api k
JOIN akun a ON a.instansi_id = k.instansi_id AND a.akun_id = k.akun_id
JOIN instansi i ON i.instansi_id = k.instansi_id
LEFT JOIN unit ku ON ku.instansi_id = k.instansi_id AND ku.unit_id = k.unit_id
LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
LEFT JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
LEFT JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
WHERE k.instansi_id = $1 AND k.kunci_hash = $2 AND k.dicabut_at IS NULL
  AND a.is_active = 1 AND a.locked_at IS NULL AND a.must_change = 0 AND p.valid_to IS NULL;

-- :name api_key_insert :changed   ($2 kunci_id, $3 kunci_hash, $4 akun_id, $5 jenis, $6 nama, $7 alasan, $8 cakupan, $9 unit_id, $10 created_at, $11 pembuat_id, $12 berakhir)
INSERT INTO kunci_api (instansi_id, kunci_id, kunci_hash, akun_id, jenis, nama, alasan, cakupan, unit_id, created_at, pembuat_id, berakhir)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- :name api_key_touch :changed :quiet   ($2 kunci_id, $3 today)
UPDATE kunci_api SET dipakai = $3 WHERE instansi_id = $1 AND kunci_id = $2;

-- :name api_key_revoke :changed   ($2 kunci_id, $3 now)
UPDATE kunci_api SET dicabut_at = $3 WHERE instansi_id = $1 AND kunci_id = $2 AND dicabut_at IS NULL;

-- :name api_key_one :rows   ($2 kunci_id)
SELECT k.kunci_id, k.akun_id, k.jenis, k.nama, k.alasan, k.cakupan, k.unit_id, ku.nama, COALESCE(p.nama, a.nama), m.nama,
       k.berakhir, k.dipakai, k.created_at, k.dicabut_at
FROM kunci_api k
JOIN akun a ON a.instansi_id = k.instansi_id AND a.akun_id = k.akun_id
JOIN akun m ON m.instansi_id = k.instansi_id AND m.akun_id = k.pembuat_id
LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
LEFT JOIN unit ku ON ku.instansi_id = k.instansi_id AND ku.unit_id = k.unit_id
WHERE k.instansi_id = $1 AND k.kunci_id = $2;

-- :name api_key_of_account :rows   ($2 akun_id, $3 how many)
SELECT k.kunci_id, k.akun_id, k.jenis, k.nama, k.alasan, k.cakupan, k.unit_id, ku.nama, COALESCE(p.nama, a.nama), m.nama,
       k.berakhir, k.dipakai, k.created_at, k.dicabut_at
FROM kunci_api k
JOIN akun a ON a.instansi_id = k.instansi_id AND a.akun_id = k.akun_id
JOIN akun m ON m.instansi_id = k.instansi_id AND m.akun_id = k.pembuat_id
LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
LEFT JOIN unit ku ON ku.instansi_id = k.instansi_id AND ku.unit_id = k.unit_id
WHERE k.instansi_id = $1 AND k.akun_id = $2
ORDER BY k.kunci_id DESC LIMIT $3;

-- Identifiers grow with time, so the newest come first.
-- :name api_key_page :rows   ($2 before this kunci_id, $3 how many)
SELECT k.kunci_id, k.akun_id, k.jenis, k.nama, k.alasan, k.cakupan, k.unit_id, ku.nama, COALESCE(p.nama, a.nama), m.nama,
       k.berakhir, k.dipakai, k.created_at, k.dicabut_at
FROM kunci_api k
JOIN akun a ON a.instansi_id = k.instansi_id AND a.akun_id = k.akun_id
JOIN akun m ON m.instansi_id = k.instansi_id AND m.akun_id = k.pembuat_id
LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
LEFT JOIN unit ku ON ku.instansi_id = k.instansi_id AND ku.unit_id = k.unit_id
WHERE k.instansi_id = $1 AND k.kunci_id < $2
ORDER BY k.kunci_id DESC LIMIT $3;

-- :name api_unit_by_kode :one   ($2 kode)
SELECT unit_id FROM unit WHERE instansi_id = $1 AND kode = $2 AND valid_to IS NULL;

-- :name api_key_count_open :one   ($2 akun_id, $3 today)
SELECT COUNT(*) FROM kunci_api
WHERE instansi_id = $1 AND akun_id = $2 AND dicabut_at IS NULL AND berakhir >= $3;
