-- SPDX-License-Identifier: Apache-2.0
-- The daily digest: whose turn it is, and who does not want it.
-- :include kabar/notice_store.h

-- Accounts with an address whose turn has not come today.
-- :name digest_next :rows digest_turn (today date, after id, limit int)
SELECT a.akun_id, p.email AS address FROM akun a
  JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  LEFT JOIN kabar_surel s ON s.instansi_id = a.instansi_id AND s.akun_id = a.akun_id
 WHERE a.instansi_id = $1 AND a.is_active = 1 AND a.akun_id > :after AND p.valid_to IS NULL
 AND p.email <> ''
   AND COALESCE(s.is_off, 0) = 0 AND COALESCE(s.turn_on, '') < :today
 ORDER BY a.akun_id LIMIT :limit;

-- None changed when another process has taken the turn meanwhile.
-- :name digest_take_turn :counted (akun_id id, today date)
INSERT INTO kabar_surel (instansi_id, akun_id, turn_on) VALUES ($1, :akun_id, :today)
ON CONFLICT (instansi_id, akun_id) DO UPDATE SET turn_on = excluded.turn_on
 WHERE COALESCE(kabar_surel.turn_on, '') < excluded.turn_on;

-- The mail server took none: another try today.
-- :name digest_give_back :changed (akun_id id)
UPDATE kabar_surel SET turn_on = NULL WHERE instansi_id = $1 AND akun_id = :akun_id;

-- :name digest_choice :one digest_stored (akun_id id)
SELECT p.email AS address, COALESCE(s.is_off, 0) AS is_off FROM akun a
  JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  LEFT JOIN kabar_surel s ON s.instansi_id = a.instansi_id AND s.akun_id = a.akun_id
 WHERE a.instansi_id = $1 AND a.akun_id = :akun_id;

-- :name digest_choose :changed (akun_id id, is_off bool)
INSERT INTO kabar_surel (instansi_id, akun_id, is_off) VALUES ($1, :akun_id, :is_off)
ON CONFLICT (instansi_id, akun_id) DO UPDATE SET is_off = excluded.is_off;
