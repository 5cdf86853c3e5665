-- SPDX-License-Identifier: Apache-2.0
-- Where an account is signed in.

-- :name device_of_account :rows   ($2 akun_id, $3 now)
SELECT token_hash, perangkat, signed_in_at, seen_at FROM sesi
 WHERE instansi_id = $1 AND akun_id = $2 AND expires_at > $3 ORDER BY seen_at DESC, token_hash;

-- :name device_delete :changed   ($2 akun_id, $3 token_hash)
DELETE FROM sesi WHERE instansi_id = $1 AND akun_id = $2 AND token_hash = $3;

-- :name device_delete_others :changed   ($2 akun_id, $3 token_hash)
DELETE FROM sesi WHERE instansi_id = $1 AND akun_id = $2 AND token_hash <> $3;
