-- SPDX-License-Identifier: Apache-2.0
-- Accounts, their roles, sessions and sign-in keys.
-- :include account/account_store.h account/session_row.h base/say.h
-- :enum zona zona
-- :enum peran peran
-- :bytes hash

-- :name session_find :one session_row (token_hash bytes, now int64, wib date, wita date, wit date)
-- jam: hours an unused session of a decider lasts on the person's own day, where the agency says
SELECT s.akun_id AS actor__akun_id, s.csrf AS actor__csrf, s.seen_at AS session__seen_at,
       s.expires_at AS session__expires_at, s.signed_in_at AS session__signed_in_at,
       a.must_change AS actor__must_change, COALESCE(p.nama, a.nama) AS actor__nama,
       a.tema AS actor__tema, a.pegawai_id AS actor__pegawai_id, p.nip AS actor__nip,
       j.nama AS actor__jabatan, p.unit_id AS actor__unit_id, u.jalur AS actor__unit_jalur,
       COALESCE(u.zona, i.zona) AS actor__zona, i.nama AS actor__instansi_nama,
       CASE WHEN EXISTS (SELECT 1 FROM pegawai b WHERE b.instansi_id = p.instansi_id
         AND b.penilai_id = p.pegawai_id AND b.valid_to IS NULL) THEN 1 ELSE 0 END
         AS actor__has_bawahan, i.slug AS actor__instansi_slug, a.bahasa,
       (SELECT h.nilai FROM setelan h
         WHERE h.instansi_id = s.instansi_id AND h.kunci = 'session_decider_hours'
           AND h.berlaku_mulai <= CASE COALESCE(u.zona, i.zona) WHEN 'WIT' THEN CAST(:wit AS TEXT)
             WHEN 'WITA' THEN CAST(:wita AS TEXT) ELSE CAST(:wib AS TEXT) END
         ORDER BY h.berlaku_mulai DESC LIMIT 1) AS jam
FROM sesi s
JOIN akun a ON a.instansi_id = s.instansi_id AND a.akun_id = s.akun_id
JOIN instansi i ON i.instansi_id = s.instansi_id
LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
LEFT JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
LEFT JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
WHERE s.instansi_id = $1 AND s.token_hash = :token_hash AND s.expires_at > :now AND a.is_active = 1;

-- :name session_insert :changed :quiet session_row
INSERT INTO sesi (instansi_id, token_hash, akun_id, csrf, created_at, seen_at, expires_at,
  signed_in_at, perangkat)
VALUES ($1, :session__hash, :actor__akun_id, :actor__csrf, :session__signed_in_at,
  :session__seen_at, :session__expires_at, :session__signed_in_at, :perangkat);

-- :name session_touch :changed :quiet session
UPDATE sesi SET seen_at = :seen_at, expires_at = :expires_at WHERE instansi_id = $1
  AND token_hash = :hash;

-- :name session_delete :changed (token_hash bytes)
DELETE FROM sesi WHERE instansi_id = $1 AND token_hash = :token_hash;

-- :name session_delete_all :changed (akun_id id)
DELETE FROM sesi WHERE instansi_id = $1 AND akun_id = :akun_id;

-- :name session_forget :changed :quiet (akun_id id, now int64)
-- what has ended by itself
DELETE FROM sesi WHERE instansi_id = $1 AND akun_id = :akun_id AND expires_at <= :now;

-- :name account_scopes :each actor_scope (akun_id id, today date)
-- held today; the root unit stands for the whole agency
SELECT r.peran, CASE WHEN u.induk_id IS NULL THEN '' ELSE u.jalur END AS jalur
FROM akun_peran r JOIN unit u ON u.instansi_id = r.instansi_id AND u.unit_id = r.unit_id
WHERE r.instansi_id = $1 AND r.akun_id = :akun_id AND (r.mulai IS NULL OR r.mulai <= :today)
  AND (r.sampai IS NULL OR r.sampai >= :today)
ORDER BY r.peran, u.jalur;

-- :name account_find :one akun (akun_id id)
SELECT a.instansi_id, a.akun_id, a.nama, a.sandi_hash, a.must_change, a.is_active, p.nip,
       CASE WHEN a.locked_at IS NULL THEN 0 ELSE 1 END AS is_locked
FROM akun a LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
WHERE a.instansi_id = $1 AND a.akun_id = :akun_id;

-- :name account_of_pegawai :one id (pegawai_id id)
SELECT akun_id FROM akun WHERE instansi_id = $1 AND pegawai_id = :pegawai_id;

-- :name account_insert :changed account_new (akun_id id)
INSERT INTO akun (instansi_id, akun_id, pegawai_id, nama, urut, sandi_hash, must_change)
  VALUES ($1, :akun_id, :pegawai_id, :nama, :urut, :sandi_hash, :must_change);

-- :name account_set_password :changed (akun_id id, sandi_hash text, must_change bool)
UPDATE akun SET sandi_hash = :sandi_hash, must_change = :must_change, version = version + 1
 WHERE instansi_id = $1 AND akun_id = :akun_id;

-- :name account_renew_hash :changed (akun_id id, sandi_hash text, was text)
UPDATE akun SET sandi_hash = :sandi_hash WHERE instansi_id = $1 AND akun_id = :akun_id
  AND sandi_hash = :was;

-- :name account_set_theme :changed (akun_id id, tema text)
UPDATE akun SET tema = :tema, version = version + 1 WHERE instansi_id = $1 AND akun_id = :akun_id;

-- :name account_set_language :changed (akun_id id, bahasa bahasa)
UPDATE akun SET bahasa = :bahasa, version = version + 1 WHERE instansi_id = $1
  AND akun_id = :akun_id;

-- :name login_key_find :one login_owner :shared (kunci_hash bytes)
SELECT instansi_id, akun_id FROM kunci_masuk WHERE kunci_hash = :kunci_hash;

-- :name login_key_insert :changed (kunci_hash bytes, akun_id id)
INSERT INTO kunci_masuk (kunci_hash, instansi_id, akun_id) VALUES (:kunci_hash, $1, :akun_id);
