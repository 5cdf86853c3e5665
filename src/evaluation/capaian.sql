-- SPDX-License-Identifier: Apache-2.0
-- What was said of units' achievements.
-- :include evaluation/capaian_record.h
-- :owns capaian_organisasi
-- :enum capaian predikat

-- The unit with what was said of it, if anything was.
-- :name capaian_find :one capaian_organisasi (unit_id id, tahun int, nomor int)
SELECT u.unit_id AS unit__unit_id, u.nama AS unit__nama, u.jalur AS unit__jalur, c.predikat?is_set,
  c.dasar, c.ditetapkan_oleh, c.ditetapkan_at, c.version, a.nama AS penetap_nama
FROM unit u
LEFT JOIN capaian_organisasi c ON c.instansi_id = u.instansi_id AND c.unit_id = u.unit_id
  AND c.tahun = :tahun AND c.nomor = :nomor
LEFT JOIN akun a ON a.instansi_id = c.instansi_id AND a.akun_id = c.ditetapkan_oleh
WHERE u.instansi_id = $1 AND u.unit_id = :unit_id;

-- The unit's own achievement, else that of the nearest unit above within the same independent unit.
-- :name capaian_nearest :one capaian_organisasi (unit_id id, tahun int, nomor int)
WITH RECURSIVE atas(unit_id, induk_id, is_mandiri) AS (
  SELECT u.unit_id, u.induk_id, u.is_mandiri FROM unit u
  WHERE u.instansi_id = $1 AND u.unit_id = :unit_id
  UNION ALL
  SELECT o.unit_id, o.induk_id, o.is_mandiri FROM atas a
  JOIN unit o ON o.instansi_id = $1 AND o.unit_id = a.induk_id
  WHERE a.is_mandiri = 0)
SELECT u.unit_id AS unit__unit_id, u.nama AS unit__nama, u.jalur AS unit__jalur, c.predikat?is_set,
  c.dasar, c.ditetapkan_oleh, c.ditetapkan_at, c.version
FROM capaian_organisasi c
JOIN unit u ON u.instansi_id = c.instansi_id AND u.unit_id = c.unit_id
WHERE c.instansi_id = $1 AND c.unit_id IN (SELECT a.unit_id FROM atas a) AND c.tahun = :tahun
  AND c.nomor = :nomor
ORDER BY length(u.jalur) DESC LIMIT 1;

-- :name capaian_check :rows capaian_said
SELECT unit_id, tahun, nomor, predikat FROM capaian_organisasi
 WHERE instansi_id = $1 ORDER BY unit_id, tahun, nomor;

-- :name capaian_insert :saved capaian_organisasi (tahun int, nomor int, akun_id id, now int64)
INSERT INTO capaian_organisasi (instansi_id, unit_id, tahun, nomor, predikat, dasar,
  ditetapkan_oleh, ditetapkan_at)
VALUES ($1, :unit__unit_id, :tahun, :nomor, :predikat, :dasar, :akun_id, :now)
ON CONFLICT DO NOTHING;

-- :name capaian_update :saved capaian_organisasi (tahun int, nomor int, akun_id id, now int64)
UPDATE capaian_organisasi SET predikat = :predikat, dasar = :dasar, ditetapkan_oleh = :akun_id,
  ditetapkan_at = :now, version = version + 1
WHERE instansi_id = $1 AND unit_id = :unit__unit_id AND tahun = :tahun AND nomor = :nomor
  AND version = :version;

-- How many have a decided evaluation in a period for which this unit's achievement counts or would
-- count: its own people and those below up to the next independent unit.
-- :name capaian_decided_below :one int (unit_id id, tahun int, nomor int)
SELECT COUNT(*) AS people FROM unit x
CROSS JOIN evaluasi e
JOIN skp s ON s.instansi_id = e.instansi_id AND s.skp_id = e.skp_id
JOIN unit u ON u.instansi_id = s.instansi_id AND u.unit_id = s.unit_id
WHERE x.instansi_id = $1 AND x.unit_id = :unit_id AND e.instansi_id = $1
  AND e.tahun = :tahun AND e.nomor = :nomor
  AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai')
  AND substr(u.jalur, 1, length(x.jalur)) = x.jalur
  AND NOT EXISTS (SELECT 1 FROM unit m WHERE m.instansi_id = $1 AND m.is_mandiri = 1
  AND length(m.jalur) > length(x.jalur)
    AND substr(u.jalur, 1, length(m.jalur)) = m.jalur);

-- Units the actor may speak for: strictly below the own one, all for the personnel office.
-- within: a unit with those below it, or all of them; unsaid: those alone of which nothing is said.
-- :name capaian_page :rows capaian_organisasi (scope text, tahun int, nomor int, within text, unsaid bool, after text, limit int)
SELECT u.unit_id AS unit__unit_id, u.nama AS unit__nama, u.jalur AS unit__jalur,
  i.nama AS unit__induk_nama, c.predikat?is_set, c.dasar, c.ditetapkan_oleh, c.ditetapkan_at,
  c.version, a.nama AS penetap_nama
FROM unit u
LEFT JOIN unit i ON i.instansi_id = u.instansi_id AND i.unit_id = u.induk_id
LEFT JOIN capaian_organisasi c ON c.instansi_id = u.instansi_id AND c.unit_id = u.unit_id
  AND c.tahun = :tahun AND c.nomor = :nomor
LEFT JOIN akun a ON a.instansi_id = c.instansi_id AND a.akun_id = c.ditetapkan_oleh
WHERE u.instansi_id = $1 AND u.valid_to IS NULL
  AND substr(u.jalur, 1, length(CAST(:scope AS TEXT))) = CAST(:scope AS TEXT)
  AND length(u.jalur) > length(CAST(:scope AS TEXT))
  AND substr(u.jalur, 1, length(CAST(:within AS TEXT))) = CAST(:within AS TEXT)
  AND (CAST(:unsaid AS INTEGER) = 0 OR c.unit_id IS NULL)
  AND (CAST(:after AS TEXT) = '' OR u.jalur > CAST(:after AS TEXT))
ORDER BY u.jalur LIMIT :limit;

-- :name capaian_count :one capaian_count (scope text, tahun int, nomor int, within text)
SELECT COUNT(*) AS units, COUNT(c.unit_id) AS said
FROM unit u
LEFT JOIN capaian_organisasi c ON c.instansi_id = u.instansi_id AND c.unit_id = u.unit_id
  AND c.tahun = :tahun AND c.nomor = :nomor
WHERE u.instansi_id = $1 AND u.valid_to IS NULL
  AND substr(u.jalur, 1, length(CAST(:scope AS TEXT))) = CAST(:scope AS TEXT)
  AND substr(u.jalur, 1, length(CAST(:within AS TEXT))) = CAST(:within AS TEXT)
  AND length(u.jalur) > length(CAST(:scope AS TEXT));

-- :name capaian_list :rows capaian_organisasi (tahun int, nomor int)
SELECT c.unit_id AS unit__unit_id, c.predikat?is_set
FROM capaian_organisasi c
WHERE c.instansi_id = $1 AND c.tahun = :tahun AND c.nomor = :nomor;
