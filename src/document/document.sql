-- SPDX-License-Identifier: Apache-2.0
-- Signed documents.
-- :include document/document_store.h document/document_content.h
-- :owns dokumen dokumen_kode
-- :enum dokumen_jenis jenis
-- :bytes isi tanda_tangan kunci_publik

-- :name dokumen_of :one dokumen (jenis dokumen_jenis, objek_id id)
SELECT dokumen_id, objek_id, pegawai_id, penilai_id, jenis, kode, isi, tanda_tangan, kunci_publik,
       created_at
  FROM dokumen
 WHERE instansi_id = $1 AND jenis = :jenis AND objek_id = :objek_id AND diganti_oleh IS NULL
 ORDER BY created_at DESC LIMIT 1;

-- :name dokumen_load :one dokumen (dokumen_id id)
SELECT dokumen_id, jenis, objek_id, pegawai_id, kode, isi, tanda_tangan, kunci_publik, created_at,
       diganti_oleh
  FROM dokumen
 WHERE instansi_id = $1 AND dokumen_id = :dokumen_id;

-- :name dokumen_insert :changed dokumen
INSERT INTO dokumen (instansi_id, dokumen_id, jenis, objek_id, pegawai_id, penilai_id, kode, isi,
  tanda_tangan, kunci_publik, created_at)
VALUES ($1, :dokumen_id, :jenis, :objek_id, :pegawai_id, :penilai_id, :kode, :isi, :tanda_tangan,
  :kunci_publik, :created_at);

-- One object at a time: with a list of them PostgreSQL would read every paper of the agency.
-- :name dokumen_supersede :changed dokumen (earlier id) :later
UPDATE dokumen SET diganti_oleh = :dokumen_id
 WHERE instansi_id = $1 AND objek_id = :earlier AND jenis = :jenis AND diganti_oleh IS NULL
   AND dokumen_id <> :dokumen_id;

-- :name dokumen_earlier :each id (skp_id id)
SELECT o.skp_id FROM skp n
  JOIN skp o ON o.instansi_id = n.instansi_id AND o.pegawai_id = n.pegawai_id AND o.tahun = n.tahun
  AND o.mulai = n.mulai
 WHERE n.instansi_id = $1 AND n.skp_id = :skp_id AND o.revisi < n.revisi;

-- With what its letters begin: the unit right below the agency, and how that or else the agency is reached.
-- :name dokumen_instansi :one content (kop_jalur text, akar text)
SELECT i.nama AS instansi, i.kota, u.nama AS kop_unit, COALESCE(k.alamat, r.alamat) AS kop_alamat,
       COALESCE(k.telepon, r.telepon) AS kop_telepon, COALESCE(k.email, r.email) AS kop_email
  FROM instansi i
  LEFT JOIN unit u ON u.instansi_id = i.instansi_id AND u.jalur = CAST(:kop_jalur AS TEXT) AND u.valid_to IS NULL
  LEFT JOIN unit_kontak k ON k.instansi_id = i.instansi_id AND k.unit_id = u.unit_id
  LEFT JOIN unit a ON a.instansi_id = i.instansi_id AND a.jalur = CAST(:akar AS TEXT) AND a.valid_to IS NULL
  LEFT JOIN unit_kontak r ON r.instansi_id = i.instansi_id AND r.unit_id = a.unit_id
 WHERE i.instansi_id = $1;

-- :name dokumen_kode_insert :changed dokumen
INSERT INTO dokumen_kode (kode, instansi_id, dokumen_id) VALUES (:kode, $1, :dokumen_id);

-- :name dokumen_kode_load :one :shared dokumen_place (kode text)
SELECT instansi_id, dokumen_id FROM dokumen_kode WHERE kode = :kode;
