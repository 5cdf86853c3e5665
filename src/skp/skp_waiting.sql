-- SPDX-License-Identifier: Apache-2.0
-- What of the plans waits for whom.
-- :include base/waiting.h skp/skp_waiting.h

-- The year's last days and the person's newest plan in it: in force before all others.
-- :name skp_waiting_own :one waiting_own (pegawai_id id, tahun int)
SELECT t.skp_batas, s.skp_id, s.state FROM tahun_kinerja t
  LEFT JOIN skp s ON s.instansi_id = t.instansi_id AND s.pegawai_id = :pegawai_id
  AND s.tahun = t.tahun
 WHERE t.instansi_id = $1 AND t.tahun = :tahun
 ORDER BY CASE WHEN s.state = 'ditetapkan' THEN 0 ELSE 1 END, s.mulai DESC, s.revisi DESC LIMIT 1;

-- :name skp_waiting_decide :rows waiting_row (penilai_id id, limit int)
SELECT s.skp_id AS record, p.nama AS who
  FROM skp s JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
 WHERE s.instansi_id = $1 AND s.penilai_id = :penilai_id AND s.state = 'diajukan'
 ORDER BY s.submitted_at LIMIT :limit;

-- :name skp_waiting_letter :rows waiting_row (tahun int, limit int)
SELECT s.skp_id AS record, p.nama AS who
  FROM skp s JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
 WHERE s.instansi_id = $1 AND s.tahun = :tahun AND s.state = 'diajukan' AND s.penilai_id IS NULL
 ORDER BY s.submitted_at LIMIT :limit;

-- :name hasil_unit_waiting :found (tahun int)
SELECT 1 FROM tahun_kinerja t WHERE t.instansi_id = $1 AND t.tahun = :tahun
   AND NOT EXISTS (SELECT 1 FROM hasil_unit h WHERE h.instansi_id = t.instansi_id
   AND h.tahun = t.tahun);
