-- SPDX-License-Identifier: Apache-2.0
-- The change history: entries newest first, whose record an entry tells of, and the names to read
-- them by.
-- :include trail/trail_store.h

-- :name trail_owner :one id (object id)
SELECT pegawai_id FROM pegawai WHERE instansi_id = $1 AND pegawai_id = :object
UNION ALL SELECT pegawai_id FROM akun WHERE instansi_id = $1 AND akun_id = :object
  AND pegawai_id IS NOT NULL
UNION ALL SELECT pegawai_id FROM skp WHERE instansi_id = $1 AND skp_id = :object
UNION ALL SELECT pegawai_id FROM laporan WHERE instansi_id = $1 AND laporan_id = :object
UNION ALL SELECT pegawai_id FROM evaluasi WHERE instansi_id = $1 AND evaluasi_id = :object
UNION ALL SELECT pegawai_id FROM dokumen WHERE instansi_id = $1 AND dokumen_id = :object
UNION ALL SELECT l.pegawai_id FROM bukti b JOIN laporan l ON l.instansi_id = b.instansi_id
  AND l.laporan_id = b.laporan_id
 WHERE b.instansi_id = $1 AND b.bukti_id = :object;

-- :name trail_entries :each trail_row (before int64, least int64)
SELECT nomor AS entry__number, at AS entry__at, akun_id AS entry__akun_id, peran AS entry__peran,
       perbuatan AS entry__deed, objek AS object, alasan AS entry__reason
FROM audit WHERE instansi_id = $1 AND nomor < :before AND nomor >= :least ORDER BY nomor DESC;

-- :name trail_at :one int64 (number int64)
SELECT at FROM audit WHERE instansi_id = $1 AND nomor = :number;

-- :name trail_akun_orang :one trail_orang (akun_id id)
SELECT a.nama, p.nip FROM akun a
LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
WHERE a.instansi_id = $1 AND a.akun_id = :akun_id;

-- :name trail_pegawai_orang :one trail_orang (pegawai_id id)
SELECT nama, nip FROM pegawai WHERE instansi_id = $1 AND pegawai_id = :pegawai_id;

-- Everything of the people with this name: their accounts and records.
-- :name trail_akun_of_name :rows id (pattern text)
SELECT akun_id FROM akun WHERE instansi_id = $1 AND lower(nama) LIKE CAST(:pattern AS TEXT) ESCAPE
       '!' LIMIT 500;

-- :name trail_objek_of_name :rows id (pattern text)
WITH orang AS (SELECT pegawai_id FROM pegawai WHERE instansi_id = $1
  AND (lower(nama) LIKE CAST(:pattern AS TEXT) ESCAPE '!'
  OR nip LIKE CAST(:pattern AS TEXT) ESCAPE '!') ORDER BY pegawai_id LIMIT 20)
SELECT pegawai_id FROM orang
UNION ALL SELECT a.akun_id FROM akun a JOIN orang o ON o.pegawai_id = a.pegawai_id
  WHERE a.instansi_id = $1
UNION ALL SELECT s.skp_id FROM skp s JOIN orang o ON o.pegawai_id = s.pegawai_id
  WHERE s.instansi_id = $1
UNION ALL SELECT e.evaluasi_id FROM evaluasi e JOIN orang o ON o.pegawai_id = e.pegawai_id
  WHERE e.instansi_id = $1
UNION ALL SELECT d.dokumen_id FROM dokumen d JOIN orang o ON o.pegawai_id = d.pegawai_id
  WHERE d.instansi_id = $1
UNION ALL SELECT l.laporan_id FROM laporan l JOIN orang o ON o.pegawai_id = l.pegawai_id
  WHERE l.instansi_id = $1;
