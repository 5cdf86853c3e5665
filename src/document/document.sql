-- SPDX-License-Identifier: Apache-2.0
-- Signed documents.

-- :name dokumen_of :one      ($2 jenis, $3 objek_id)
SELECT dokumen_id, pegawai_id, penilai_id, kode, isi, tanda_tangan, kunci_publik, created_at
       FROM dokumen
WHERE instansi_id = $1 AND jenis = $2 AND objek_id = $3 AND diganti_oleh IS NULL
  ORDER BY created_at DESC LIMIT 1;

-- :name dokumen_load :one      ($2 dokumen_id)
SELECT jenis, objek_id, pegawai_id, kode, isi, tanda_tangan, kunci_publik, created_at, diganti_oleh
       FROM dokumen
WHERE instansi_id = $1 AND dokumen_id = $2;

-- :name dokumen_insert :changed      ($2 dokumen_id, $3 jenis, $4 objek_id, $5 pegawai_id, $6 penilai_id, $7 kode, $8 isi …)
INSERT INTO dokumen (instansi_id, dokumen_id, jenis, objek_id, pegawai_id, penilai_id, kode, isi,
  tanda_tangan, kunci_publik, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- One object at a time: with a list of them PostgreSQL would read every paper of the agency.
-- :name dokumen_supersede :changed      ($2 jenis, $3 objek_id, $4 dokumen_id of the new one)
UPDATE dokumen SET diganti_oleh = $4
WHERE instansi_id = $1 AND objek_id = $3 AND jenis = $2 AND diganti_oleh IS NULL
  AND dokumen_id <> $4;

-- :name dokumen_earlier :rows      ($2 skp_id)
SELECT o.skp_id FROM skp n
  JOIN skp o ON o.instansi_id = n.instansi_id AND o.pegawai_id = n.pegawai_id AND o.tahun = n.tahun
  AND o.mulai = n.mulai
 WHERE n.instansi_id = $1 AND n.skp_id = $2 AND o.revisi < n.revisi;

-- :name dokumen_instansi :one
SELECT nama, kota FROM instansi WHERE instansi_id = $1;

-- :name dokumen_kode_insert :changed :shared      ($1 kode, $2 instansi_id, $3 dokumen_id)
INSERT INTO dokumen_kode (kode, instansi_id, dokumen_id) VALUES ($1, $2, $3);

-- :name dokumen_kode_load :one :shared      ($1 kode)
SELECT instansi_id, dokumen_id FROM dokumen_kode WHERE kode = $1;
