-- SPDX-License-Identifier: Apache-2.0
-- What of the open period waits for whom.

-- The period people work on: the newest open one, the year itself last.
-- :name evaluation_waiting_periode :one      ($2 the oldest year)
SELECT tahun, nomor, nama, selesai FROM periode WHERE instansi_id = $1 AND tahun >= $2 AND status = 'pengisian'
 ORDER BY CASE WHEN nomor = 0 THEN 1 ELSE 0 END, mulai DESC LIMIT 1;

-- An agreed plan in the year, and nothing entered or decided in the period.
-- :name realisasi_waiting :one      ($2 tahun, $3 nomor, $4 pegawai_id)
SELECT 1 WHERE EXISTS (SELECT 1 FROM skp s WHERE s.instansi_id = $1 AND s.pegawai_id = $4 AND s.tahun = $2 AND s.state = 'ditetapkan')
   AND NOT EXISTS (SELECT 1 FROM evaluasi e WHERE e.instansi_id = $1 AND e.pegawai_id = $4 AND e.tahun = $2 AND e.nomor = $3
     AND (e.realisasi_versi > 0 OR e.ditetapkan_at IS NOT NULL));

-- The actor's people, each with whether the period is decided.
-- :name evaluation_waiting_team :rows      ($2 penilai_id, $3 tahun, $4 nomor)
SELECT p.pegawai_id, p.nama, CASE WHEN EXISTS (SELECT 1 FROM evaluasi e WHERE e.instansi_id = p.instansi_id
    AND e.pegawai_id = p.pegawai_id AND e.tahun = $3 AND e.nomor = $4 AND e.predikat IS NOT NULL
    AND e.state NOT IN ('pengisian', 'diajukan')) THEN 1 ELSE 0 END
  FROM pegawai p WHERE p.instansi_id = $1 AND p.penilai_id = $2 AND p.valid_to IS NULL ORDER BY p.nama;

-- Who heads the agency has no appraiser in it; with an agreed plan, and not yet rated.
-- :name evaluation_waiting_letter :rows      ($2 tahun, $3 nomor)
SELECT p.pegawai_id, p.nama FROM unit u
  JOIN jabatan j ON j.instansi_id = u.instansi_id AND j.unit_id = u.unit_id AND j.is_kepala = 1
  JOIN pegawai p ON p.instansi_id = j.instansi_id AND p.jabatan_id = j.jabatan_id AND p.unit_id = u.unit_id
 WHERE u.instansi_id = $1 AND u.induk_id IS NULL AND p.penilai_id IS NULL AND p.valid_to IS NULL
   AND EXISTS (SELECT 1 FROM skp s WHERE s.instansi_id = p.instansi_id AND s.pegawai_id = p.pegawai_id AND s.tahun = $2
     AND s.state IN ('disetujui', 'ditetapkan', 'ditutup'))
   AND NOT EXISTS (SELECT 1 FROM evaluasi e WHERE e.instansi_id = p.instansi_id AND e.pegawai_id = p.pegawai_id
     AND e.tahun = $2 AND e.nomor = $3 AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai'))
 ORDER BY p.nama;

-- Units that stand for themselves, strictly below the scope: those without an achievement hold up their people.
-- :name capaian_waiting :rows      ($2 scope, $3 tahun, $4 nomor, $5 limit)
SELECT u.unit_id, u.nama FROM unit u
 WHERE u.instansi_id = $1 AND u.valid_to IS NULL AND u.is_mandiri = 1
   AND substr(u.jalur, 1, length(CAST($2 AS TEXT))) = CAST($2 AS TEXT) AND length(u.jalur) > length(CAST($2 AS TEXT))
   AND NOT EXISTS (SELECT 1 FROM capaian_organisasi c WHERE c.instansi_id = u.instansi_id AND c.unit_id = u.unit_id
     AND c.tahun = $3 AND c.nomor = $4)
 ORDER BY u.jalur LIMIT $5;
