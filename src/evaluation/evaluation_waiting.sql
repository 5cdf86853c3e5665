-- SPDX-License-Identifier: Apache-2.0
-- What of the open period waits for whom.
-- :include base/waiting.h evaluation/evaluation_waiting.h

-- The period people work on: the newest open one, the year itself last.
-- :name evaluation_waiting_periode :one waiting_periode (oldest int)
SELECT tahun, nomor, nama, selesai FROM periode WHERE instansi_id = $1 AND tahun >= :oldest
       AND status = 'pengisian'
 ORDER BY CASE WHEN nomor = 0 THEN 1 ELSE 0 END, mulai DESC LIMIT 1;

-- An agreed plan in the year, and nothing entered or decided in the period.
-- :name realisasi_waiting :found (tahun int, nomor int, pegawai_id id)
SELECT 1 FROM skp s WHERE s.instansi_id = $1 AND s.pegawai_id = :pegawai_id AND s.tahun = :tahun
       AND s.state = 'ditetapkan'
   AND NOT EXISTS (SELECT 1 FROM evaluasi e WHERE e.instansi_id = s.instansi_id
   AND e.pegawai_id = s.pegawai_id
     AND e.tahun = :tahun AND e.nomor = :nomor AND (e.realisasi_versi > 0
     OR e.ditetapkan_at IS NOT NULL));

-- The actor's people, each with whether the period is decided.
-- :name evaluation_waiting_team :rows waiting_person (penilai_id id, tahun int, nomor int, limit int)
SELECT p.pegawai_id AS record, p.nama AS who, CASE WHEN EXISTS (SELECT 1 FROM evaluasi e
       WHERE e.instansi_id = p.instansi_id
    AND e.pegawai_id = p.pegawai_id AND e.tahun = :tahun AND e.nomor = :nomor
    AND e.predikat IS NOT NULL
    AND e.state NOT IN ('pengisian', 'diajukan')) THEN 1 ELSE 0 END AS is_rated
  FROM pegawai p WHERE p.instansi_id = $1 AND p.penilai_id = :penilai_id AND p.valid_to IS NULL
  ORDER BY p.urut, p.nip LIMIT :limit;

-- Who heads the agency has no appraiser in it; with an agreed plan, and not yet rated.
-- :name evaluation_waiting_letter :rows waiting_row (tahun int, nomor int, limit int)
SELECT p.pegawai_id AS record, p.nama AS who FROM unit u
  JOIN jabatan j ON j.instansi_id = u.instansi_id AND j.unit_id = u.unit_id AND j.is_kepala = 1
  JOIN pegawai p ON p.instansi_id = j.instansi_id AND p.jabatan_id = j.jabatan_id
  AND p.unit_id = u.unit_id
 WHERE u.instansi_id = $1 AND u.induk_id IS NULL AND p.penilai_id IS NULL AND p.valid_to IS NULL
   AND EXISTS (SELECT 1 FROM skp s WHERE s.instansi_id = p.instansi_id
   AND s.pegawai_id = p.pegawai_id AND s.tahun = :tahun
     AND s.state IN ('disetujui', 'ditetapkan', 'ditutup'))
   AND NOT EXISTS (SELECT 1 FROM evaluasi e WHERE e.instansi_id = p.instansi_id
   AND e.pegawai_id = p.pegawai_id
     AND e.tahun = :tahun AND e.nomor = :nomor AND e.state NOT IN ('pengisian', 'diajukan',
     'dinilai'))
 ORDER BY p.urut, p.nip LIMIT :limit;

-- Units that stand for themselves, strictly below the scope: those without an achievement hold up
-- their people.
-- :name capaian_waiting :rows waiting_row (scope text, tahun int, nomor int, limit int)
SELECT u.unit_id AS record, u.nama AS who FROM unit u
 WHERE u.instansi_id = $1 AND u.valid_to IS NULL AND u.is_mandiri = 1
   AND substr(u.jalur, 1, length(CAST(:scope AS TEXT))) = CAST(:scope AS TEXT)
   AND length(u.jalur) > length(CAST(:scope AS TEXT))
   AND NOT EXISTS (SELECT 1 FROM capaian_organisasi c WHERE c.instansi_id = u.instansi_id
   AND c.unit_id = u.unit_id
     AND c.tahun = :tahun AND c.nomor = :nomor)
 ORDER BY u.jalur LIMIT :limit;

-- :part contract_ends
   AND p.jenis = 'pppk_paruh_waktu' AND p.valid_to IS NULL AND p.kontrak_selesai <= :until
   AND (p.penilai_id = :penilai_id OR :penilai_id IS NULL)

-- Contracts that end soon, or have ended, of one appraiser or of all; the first to end first.
-- :name kontrak_waiting :rows waiting_kontrak (until date, penilai_id id, limit int)
SELECT p.pegawai_id AS record, p.nama AS who, p.kontrak_mulai, p.kontrak_selesai
  FROM pegawai p WHERE p.instansi_id = $1
-- :use contract_ends
 ORDER BY p.kontrak_selesai, p.nama, p.nip LIMIT :limit;

-- What was decided of them, without the year itself: months and quarters.
-- :name kontrak_rated :rows waiting_rated (until date, penilai_id id)
SELECT p.pegawai_id AS record, k.selesai FROM pegawai p
  JOIN evaluasi e ON e.instansi_id = p.instansi_id AND e.pegawai_id = p.pegawai_id
  JOIN periode k ON k.instansi_id = e.instansi_id AND k.tahun = e.tahun AND k.nomor = e.nomor
 WHERE p.instansi_id = $1 AND e.nomor > 0 AND e.predikat IS NOT NULL
   AND e.state NOT IN ('pengisian', 'diajukan')
-- :use contract_ends
;
