-- SPDX-License-Identifier: Apache-2.0
-- The chain of entries, and the keys that make a deed happen once.

-- :name audit_head :one
SELECT nomor, at, hash FROM audit WHERE instansi_id = $1 ORDER BY nomor DESC LIMIT 1;

-- :name audit_insert :changed   ($2 nomor, $3 at, $4 akun_id, $5 peran, $6 perbuatan, $7 objek, $8 alasan,
--                                $9 digest_before, $10 digest_after, $11 request_id, $12 hash)
INSERT INTO audit (instansi_id, nomor, at, akun_id, peran, perbuatan, objek, alasan, digest_before, digest_after,
                   request_id, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- :name audit_after :rows   ($2 nomor already seen, $3 how many)
SELECT nomor, at, akun_id, peran, perbuatan, objek, alasan, digest_before, digest_after, request_id, hash
FROM audit WHERE instansi_id = $1 AND nomor > $2 ORDER BY nomor LIMIT $3;

-- :name once_find :one   ($2 akun_id, $3 kunci)
SELECT perbuatan, sidik, hasil, catatan FROM kunci_sekali WHERE instansi_id = $1 AND akun_id = $2 AND kunci = $3;

-- :name once_insert :changed   ($2 akun_id, $3 kunci, $4 perbuatan, $5 sidik, $6 hasil, $7 catatan, $8 created_at)
INSERT INTO kunci_sekali (instansi_id, akun_id, kunci, perbuatan, sidik, hasil, catatan, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- :name once_lead :changed   ($2 akun_id, $3 hasil, $4 hasil from now on, $5 catatan)
UPDATE kunci_sekali SET hasil = $4, catatan = $5 WHERE instansi_id = $1 AND akun_id = $2 AND hasil = $3;

-- :name once_forget :changed   ($2 created before, UTC µs; $3 at most)
DELETE FROM kunci_sekali WHERE instansi_id = $1 AND (akun_id, kunci) IN (
  SELECT akun_id, kunci FROM kunci_sekali WHERE instansi_id = $1 AND created_at < $2 ORDER BY created_at LIMIT $3);

-- :name audit_instansi_all :rows :shared
SELECT instansi_id, kode FROM instansi ORDER BY kode;

-- :name event_insert :changed      ($2 peristiwa_id, $3 jenis, $4 objek_id, $5 at)
INSERT INTO peristiwa (instansi_id, peristiwa_id, jenis, objek_id, at) VALUES ($1, $2, $3, $4, $5);
