-- SPDX-License-Identifier: Apache-2.0
-- Signed heads, and the installation's secrets, of which one signs them. Nothing here ever changes
-- or removes a row.
-- :include audit/audit_heads.h
-- :owns audit_kepala rahasia
-- :bytes hash signature public_key isi

-- :name audit_kepala_insert :changed signed_head
INSERT INTO audit_kepala (instansi_id, nomor, at, hash, sebab, tanda_tangan, kunci_publik)
VALUES ($1, :number, :at, :hash, :sebab, :signature, :public_key)
  ON CONFLICT (instansi_id, nomor) DO NOTHING;

-- :name audit_kepala_newest :one signed_head
SELECT nomor AS number, at FROM audit_kepala WHERE instansi_id = $1 ORDER BY nomor DESC LIMIT 1;

-- :name audit_kepala_list :each signed_head (number int64, limit int)
SELECT nomor AS number, at, hash, sebab, tanda_tangan AS signature, kunci_publik AS public_key
       FROM audit_kepala
WHERE instansi_id = $1 AND nomor > :number ORDER BY nomor LIMIT :limit;

-- :name audit_hash_at :one bytes (number int64)
SELECT hash FROM audit WHERE instansi_id = $1 AND nomor = :number;

-- :name secret_find :one bytes :shared (nama text)
SELECT isi FROM rahasia WHERE nama = :nama;

-- :name secret_add :changed :shared (nama text, isi bytes)
INSERT INTO rahasia (nama, isi) VALUES (:nama, :isi) ON CONFLICT (nama) DO NOTHING;
