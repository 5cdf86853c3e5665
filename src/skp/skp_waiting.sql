-- SPDX-License-Identifier: Apache-2.0
-- What of the plans waits for whom.

-- The year's last days and the person's newest plan in it: in force before all others.
-- :name skp_waiting_own :one      ($2 pegawai_id, $3 tahun)
SELECT t.skp_batas, s.skp_id, s.state FROM tahun_kinerja t
  LEFT JOIN skp s ON s.instansi_id = t.instansi_id AND s.pegawai_id = $2 AND s.tahun = t.tahun
 WHERE t.instansi_id = $1 AND t.tahun = $3
 ORDER BY CASE WHEN s.state = 'ditetapkan' THEN 0 ELSE 1 END, s.mulai DESC, s.revisi DESC LIMIT 1;

-- :name skp_waiting_decide :rows      ($2 penilai_id, $3 limit)
SELECT s.skp_id, p.nama FROM skp s JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
 WHERE s.instansi_id = $1 AND s.penilai_id = $2 AND s.state = 'diajukan' ORDER BY s.submitted_at LIMIT $3;

-- :name skp_waiting_letter :rows      ($2 tahun, $3 limit)
SELECT s.skp_id, p.nama FROM skp s JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
 WHERE s.instansi_id = $1 AND s.tahun = $2 AND s.state = 'diajukan' AND s.penilai_id IS NULL
 ORDER BY s.submitted_at LIMIT $3;

-- :name hasil_unit_waiting :one      ($2 tahun)
SELECT 1 FROM tahun_kinerja t WHERE t.instansi_id = $1 AND t.tahun = $2
   AND NOT EXISTS (SELECT 1 FROM hasil_unit h WHERE h.instansi_id = t.instansi_id AND h.tahun = t.tahun);
