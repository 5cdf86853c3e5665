-- SPDX-License-Identifier: Apache-2.0
-- Accounts, their roles, sessions and sign-in keys; and the installation's first agency.

-- :name session_find :one   ($2 token_hash, $3 now)
SELECT s.akun_id, s.csrf, s.seen_at, s.expires_at, s.signed_in_at, a.must_change, a.nama, a.tema,
       a.pegawai_id, p.nip, p.nama, j.nama, p.unit_id, u.jalur, u.zona, i.nama, i.zona,
       CASE WHEN EXISTS (SELECT 1 FROM pegawai b WHERE b.instansi_id = p.instansi_id
       AND b.penilai_id = p.pegawai_id
                           AND b.valid_to IS NULL) THEN 1 ELSE 0 END, i.slug, a.bahasa
FROM sesi s
JOIN akun a ON a.instansi_id = s.instansi_id AND a.akun_id = s.akun_id
JOIN instansi i ON i.instansi_id = s.instansi_id
LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
LEFT JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
LEFT JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
WHERE s.instansi_id = $1 AND s.token_hash = $2 AND s.expires_at > $3 AND a.is_active = 1;

-- :name session_insert :changed :quiet   ($2 token_hash, $3 akun_id, $4 csrf, $5 now, $6 expires_at, $7 perangkat)
INSERT INTO sesi (instansi_id, token_hash, akun_id, csrf, created_at, seen_at, expires_at,
  signed_in_at, perangkat)
VALUES ($1, $2, $3, $4, $5, $5, $6, $5, $7);

-- :name session_touch :changed :quiet   ($2 token_hash, $3 seen_at, $4 expires_at)
UPDATE sesi SET seen_at = $3, expires_at = $4 WHERE instansi_id = $1 AND token_hash = $2;

-- :name session_delete :changed   ($2 token_hash)
DELETE FROM sesi WHERE instansi_id = $1 AND token_hash = $2;

-- :name session_delete_all :changed   ($2 akun_id)
DELETE FROM sesi WHERE instansi_id = $1 AND akun_id = $2;

-- :name session_forget :changed :quiet   ($2 akun_id, $3 now) what has ended by itself
DELETE FROM sesi WHERE instansi_id = $1 AND akun_id = $2 AND expires_at <= $3;

-- :name account_scopes :rows   ($2 akun_id, $3 today) held today; the root unit stands for the whole agency
SELECT r.peran, CASE WHEN u.induk_id IS NULL THEN '' ELSE u.jalur END
FROM akun_peran r JOIN unit u ON u.instansi_id = r.instansi_id AND u.unit_id = r.unit_id
WHERE r.instansi_id = $1 AND r.akun_id = $2 AND (r.mulai IS NULL OR r.mulai <= $3)
  AND (r.sampai IS NULL OR r.sampai >= $3)
ORDER BY r.peran, u.jalur;

-- :name account_find :one   ($2 akun_id)
SELECT a.nama, a.sandi_hash, a.must_change, a.is_active, COALESCE(p.nip, ''), CASE
       WHEN a.locked_at IS NULL THEN 0 ELSE 1 END
FROM akun a LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
WHERE a.instansi_id = $1 AND a.akun_id = $2;

-- :name account_of_pegawai :one   ($2 pegawai_id)
SELECT akun_id FROM akun WHERE instansi_id = $1 AND pegawai_id = $2;

-- :name account_insert :changed   ($2 akun_id, $3 pegawai_id, $4 nama, $5 sandi_hash, $6 must_change)
INSERT INTO akun (instansi_id, akun_id, pegawai_id, nama, sandi_hash, must_change)
  VALUES ($1, $2, $3, $4, $5, $6);

-- :name account_set_password :changed   ($2 akun_id, $3 sandi_hash, $4 must_change)
UPDATE akun SET sandi_hash = $3, must_change = $4, version = version + 1 WHERE instansi_id = $1
  AND akun_id = $2;

-- :name account_renew_hash :changed   ($2 akun_id, $3 sandi_hash, $4 as it was)
UPDATE akun SET sandi_hash = $3 WHERE instansi_id = $1 AND akun_id = $2 AND sandi_hash = $4;

-- :name account_set_theme :changed   ($2 akun_id, $3 tema)
UPDATE akun SET tema = $3, version = version + 1 WHERE instansi_id = $1 AND akun_id = $2;

-- :name account_set_language :changed   ($2 akun_id, $3 bahasa)
UPDATE akun SET bahasa = $3, version = version + 1 WHERE instansi_id = $1 AND akun_id = $2;

-- :name login_key_find :one :shared   ($1 kunci_hash)
SELECT instansi_id, akun_id FROM kunci_masuk WHERE kunci_hash = $1;

-- :name login_key_insert :changed :shared   ($1 kunci_hash, $2 instansi_id, $3 akun_id)
INSERT INTO kunci_masuk (kunci_hash, instansi_id, akun_id) VALUES ($1, $2, $3);

-- :name secret_find :one :shared   ($1 nama)
SELECT isi FROM rahasia WHERE nama = $1;

-- :name secret_insert :changed :shared   ($1 nama, $2 isi)
INSERT INTO rahasia (nama, isi) VALUES ($1, $2) ON CONFLICT (nama) DO NOTHING;

-- :name installation_any :one :shared
SELECT 1 FROM instansi LIMIT 1;

-- :name installation_insert :changed :shared   ($1 instansi_id, $2 nama, $3 kota, $4 zona, $5 kode, $6 created_at)
INSERT INTO instansi (instansi_id, nama, kota, zona, kode, created_at, slug)
VALUES ($1, $2, $3, $4, $5, $6, lower(replace(CAST($5 AS TEXT), '.', '-')));

-- :name agency_by_slug :one :shared   ($1 slug)
SELECT instansi_id, nama, slug, zona FROM instansi WHERE slug = $1 AND slug <> '';

-- :name agency_first_two :rows :shared
SELECT instansi_id, nama, slug, zona FROM instansi ORDER BY kode LIMIT 2;
