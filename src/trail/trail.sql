-- SPDX-License-Identifier: Apache-2.0
-- The change history: entries newest first, whose record an entry tells of, and the names to read them by.

-- :name trail_owner :rows   ($2 an object's id)
SELECT pegawai_id FROM pegawai WHERE instansi_id = $1 AND pegawai_id = $2
UNION ALL SELECT pegawai_id FROM akun WHERE instansi_id = $1 AND akun_id = $2 AND pegawai_id IS NOT NULL
UNION ALL SELECT pegawai_id FROM skp WHERE instansi_id = $1 AND skp_id = $2
UNION ALL SELECT pegawai_id FROM laporan WHERE instansi_id = $1 AND laporan_id = $2
UNION ALL SELECT pegawai_id FROM evaluasi WHERE instansi_id = $1 AND evaluasi_id = $2
UNION ALL SELECT pegawai_id FROM dokumen WHERE instansi_id = $1 AND dokumen_id = $2
UNION ALL SELECT l.pegawai_id FROM bukti b JOIN laporan l ON l.instansi_id = b.instansi_id AND l.laporan_id = b.laporan_id
 WHERE b.instansi_id = $1 AND b.bukti_id = $2;

-- :name trail_entries :rows   ($2 before this nomor, $3 from this nomor on)
SELECT nomor, at, akun_id, peran, perbuatan, objek, alasan FROM audit
 WHERE instansi_id = $1 AND nomor < $2 AND nomor >= $3 ORDER BY nomor DESC;

-- :name trail_at :one   ($2 nomor)
SELECT at FROM audit WHERE instansi_id = $1 AND nomor = $2;

-- :name trail_akun_nama :one   ($2 akun_id)
SELECT nama FROM akun WHERE instansi_id = $1 AND akun_id = $2;

-- :name trail_pegawai_nama :one   ($2 pegawai_id)
SELECT nama FROM pegawai WHERE instansi_id = $1 AND pegawai_id = $2;

-- Everything of the people with this name: their accounts and records.
-- :name trail_akun_of_name :rows   ($2 pattern)
SELECT akun_id FROM akun WHERE instansi_id = $1 AND lower(nama) LIKE CAST($2 AS TEXT) ESCAPE '!' LIMIT 500;

-- :name trail_objek_of_name :rows   ($2 pattern)
WITH orang AS (SELECT pegawai_id FROM pegawai WHERE instansi_id = $1
  AND (lower(nama) LIKE CAST($2 AS TEXT) ESCAPE '!' OR nip LIKE CAST($2 AS TEXT) ESCAPE '!') ORDER BY pegawai_id LIMIT 20)
SELECT pegawai_id FROM orang
UNION ALL SELECT a.akun_id FROM akun a JOIN orang o ON o.pegawai_id = a.pegawai_id WHERE a.instansi_id = $1
UNION ALL SELECT s.skp_id FROM skp s JOIN orang o ON o.pegawai_id = s.pegawai_id WHERE s.instansi_id = $1
UNION ALL SELECT e.evaluasi_id FROM evaluasi e JOIN orang o ON o.pegawai_id = e.pegawai_id WHERE e.instansi_id = $1
UNION ALL SELECT d.dokumen_id FROM dokumen d JOIN orang o ON o.pegawai_id = d.pegawai_id WHERE d.instansi_id = $1
UNION ALL SELECT l.laporan_id FROM laporan l JOIN orang o ON o.pegawai_id = l.pegawai_id WHERE l.instansi_id = $1;
