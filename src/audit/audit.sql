-- SPDX-License-Identifier: Apache-2.0
-- The chain of entries, and the keys that make a deed happen once.
-- :include audit/audit.h audit/audit_store.h audit/once.h
-- :owns audit kunci_sekali peristiwa
-- :bytes hash before after digest

-- :name audit_head :one audit_head
SELECT nomor AS number, at, hash FROM audit WHERE instansi_id = $1 ORDER BY nomor DESC LIMIT 1;

-- :name audit_insert :changed audit_row :later
INSERT INTO audit (instansi_id, nomor, at, akun_id, peran, perbuatan, objek, alasan, digest_before,
                   digest_after, request_id, hash)
VALUES ($1, :number, :at, :akun_id, :peran, :deed, :object, :reason, :before, :after, :request_id,
  :hash);

-- :name audit_after :each audit_row (number int64, limit int)
SELECT nomor AS number, at, akun_id, peran, perbuatan AS deed, objek AS object, alasan AS reason,
       digest_before AS before, digest_after AS after, request_id, hash
FROM audit WHERE instansi_id = $1 AND nomor > :number ORDER BY nomor LIMIT :limit;

-- :name once_find :one once_kept (akun_id id, key text)
SELECT perbuatan AS deed, sidik AS digest, hasil AS outcome__location, catatan AS outcome__note
FROM kunci_sekali WHERE instansi_id = $1 AND akun_id = :akun_id AND kunci = :key;

-- :name once_insert :changed once_kept (akun_id id, key text, now int64) :later
INSERT INTO kunci_sekali (instansi_id, akun_id, kunci, perbuatan, sidik, hasil, catatan, created_at)
VALUES ($1, :akun_id, :key, :deed, :digest, :outcome__location, :outcome__note, :now);

-- :name once_lead :changed once_outcome (akun_id id, from text)
UPDATE kunci_sekali SET hasil = :location, catatan = :note WHERE instansi_id = $1
  AND akun_id = :akun_id AND hasil = :from;

-- :name once_forget :counted (before int64, limit int)
DELETE FROM kunci_sekali WHERE instansi_id = $1 AND (akun_id, kunci) IN (
  SELECT akun_id, kunci FROM kunci_sekali WHERE instansi_id = $1 AND created_at < :before
  ORDER BY created_at LIMIT :limit);

-- :name audit_instansi_all :rows audit_instansi :shared
SELECT instansi_id AS id, kode FROM instansi ORDER BY kode;

-- :name event_insert :changed (peristiwa_id id, jenis text, objek_id id, at int64)
INSERT INTO peristiwa (instansi_id, peristiwa_id, jenis, objek_id, at)
  VALUES ($1, :peristiwa_id, :jenis, :objek_id, :at);
