-- SPDX-License-Identifier: Apache-2.0
-- The daily digest: whose turn it is, and who does not want it.

-- :name digest_agencies :rows :shared
SELECT instansi_id, zona FROM instansi ORDER BY kode;

-- Accounts with an address whose turn has not come today.
-- :name digest_next :rows      ($2 today, $3 after this akun_id, $4 limit)
SELECT a.akun_id, p.email FROM akun a
  JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  LEFT JOIN kabar_surel s ON s.instansi_id = a.instansi_id AND s.akun_id = a.akun_id
 WHERE a.instansi_id = $1 AND a.is_active = 1 AND a.akun_id > $3 AND p.valid_to IS NULL AND p.email <> ''
   AND COALESCE(s.is_off, 0) = 0 AND COALESCE(s.turn_on, '') < $2
 ORDER BY a.akun_id LIMIT $4;

-- False when another process has taken the turn meanwhile.
-- :name digest_take_turn :changed      ($2 akun_id, $3 today)
INSERT INTO kabar_surel (instansi_id, akun_id, turn_on) VALUES ($1, $2, $3)
ON CONFLICT (instansi_id, akun_id) DO UPDATE SET turn_on = excluded.turn_on
 WHERE COALESCE(kabar_surel.turn_on, '') < excluded.turn_on;

-- The mail server took none: another try today.
-- :name digest_give_back :changed      ($2 akun_id)
UPDATE kabar_surel SET turn_on = NULL WHERE instansi_id = $1 AND akun_id = $2;

-- :name digest_choice :one      ($2 akun_id)
SELECT p.email, COALESCE(s.is_off, 0) FROM akun a
  JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  LEFT JOIN kabar_surel s ON s.instansi_id = a.instansi_id AND s.akun_id = a.akun_id
 WHERE a.instansi_id = $1 AND a.akun_id = $2;

-- :name digest_choose :changed      ($2 akun_id, $3 is_off)
INSERT INTO kabar_surel (instansi_id, akun_id, is_off) VALUES ($1, $2, $3)
ON CONFLICT (instansi_id, akun_id) DO UPDATE SET is_off = excluded.is_off;
