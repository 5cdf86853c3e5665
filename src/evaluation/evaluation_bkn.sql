-- SPDX-License-Identifier: Apache-2.0
-- What the recap of e-Kinerja BKN tells (rulebook BKN-01).
-- :include evaluation/evaluation_bkn.h
-- :enum rating hasil
-- :enum rating perilaku
-- :enum predikat predikat

-- The agency as the recap of e-Kinerja BKN begins with it.
-- :name bkn_instansi :one bkn_recap
SELECT i.kode AS instansi_kode, i.nama AS instansi_nama FROM instansi i WHERE i.instansi_id = $1;

-- Its people: decided, not under objection, each once with the newest decision, in the post of the
-- plan.
-- :name bkn_rows :rows bkn_row (jalur text, tahun int, nomor int)
SELECT p.nip, p.nama, j.nama AS jabatan, e.rating_hasil AS hasil, e.rating_perilaku AS perilaku,
  e.predikat
FROM evaluasi e JOIN skp s ON s.instansi_id = e.instansi_id AND s.skp_id = e.skp_id
JOIN pegawai p ON p.instansi_id = e.instansi_id AND p.pegawai_id = e.pegawai_id
JOIN jabatan j ON j.instansi_id = s.instansi_id AND j.jabatan_id = s.jabatan_id
JOIN unit u ON u.instansi_id = s.instansi_id AND u.unit_id = s.unit_id
WHERE e.instansi_id = $1 AND e.tahun = :tahun AND e.nomor = :nomor
  AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai', 'dalam_keberatan')
  AND substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT)
  AND NOT EXISTS (SELECT 1 FROM evaluasi f WHERE f.instansi_id = e.instansi_id
    AND f.pegawai_id = e.pegawai_id AND f.tahun = e.tahun AND f.nomor = e.nomor
    AND f.ditetapkan_at > e.ditetapkan_at)
ORDER BY p.urut, p.nip;
