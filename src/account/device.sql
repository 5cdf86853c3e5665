-- SPDX-License-Identifier: Apache-2.0
-- Where an account is signed in.
-- :include account/device.h
-- :owns sesi
-- :bytes token_hash

-- :name device_of_account :rows device_session (akun_id id, now int64, most int)
SELECT token_hash, perangkat, signed_in_at, seen_at FROM sesi
 WHERE instansi_id = $1 AND akun_id = :akun_id AND expires_at > :now
 ORDER BY seen_at DESC, token_hash LIMIT :most;

-- :name device_delete :counted (akun_id id, token_hash bytes)
DELETE FROM sesi WHERE instansi_id = $1 AND akun_id = :akun_id AND token_hash = :token_hash;

-- :name device_delete_others :changed (akun_id id, token_hash bytes)
DELETE FROM sesi WHERE instansi_id = $1 AND akun_id = :akun_id AND token_hash <> :token_hash;
