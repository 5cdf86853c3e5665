-- SPDX-License-Identifier: Apache-2.0
-- Signed heads, and the key they are signed with. Nothing here ever changes or removes a row.

-- :name audit_kepala_insert :changed   ($2 nomor, $3 at, $4 hash, $5 sebab, $6 tanda_tangan, $7 kunci_publik)
INSERT INTO audit_kepala (instansi_id, nomor, at, hash, sebab, tanda_tangan, kunci_publik)
VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (instansi_id, nomor) DO NOTHING;

-- :name audit_kepala_newest :one
SELECT nomor, at FROM audit_kepala WHERE instansi_id = $1 ORDER BY nomor DESC LIMIT 1;

-- :name audit_kepala_list :rows   ($2 nomor already seen, $3 how many)
SELECT nomor, at, hash, sebab, tanda_tangan, kunci_publik FROM audit_kepala
WHERE instansi_id = $1 AND nomor > $2 ORDER BY nomor LIMIT $3;

-- :name audit_hash_at :one   ($2 nomor)
SELECT hash FROM audit WHERE instansi_id = $1 AND nomor = $2;

-- :name signing_key_load :one :shared
SELECT isi FROM rahasia WHERE nama = 'dokumen_ed25519';

-- :name signing_key_insert :changed :shared   ($1 isi)
INSERT INTO rahasia (nama, isi) VALUES ('dokumen_ed25519', $1) ON CONFLICT (nama) DO NOTHING;
