-- SPDX-License-Identifier: Apache-2.0
-- Evaluations with their rows, lists and counts.
-- :include evaluation/evaluation_store.h
-- :owns evaluasi evaluasi_iki evaluasi_perilaku
-- :enum evaluasi_state state
-- :enum rating value
-- :enum predikat predikat
-- :enum capaian tetap__predikat

-- :name evaluasi_periode :one periode (tahun int, nomor int)
SELECT tahun, nomor, nama, status, mulai, selesai, version FROM periode
WHERE instansi_id = $1 AND tahun = :tahun AND nomor = :nomor;

-- The plan of the decided evaluation, whatever plan came after it; else the agreed plan that covers
-- the end of the period.
-- :name evaluasi_skp_of :one id (pegawai_id id, tahun int, nomor int, from date, to date)
SELECT COALESCE((SELECT e.skp_id FROM evaluasi e WHERE e.instansi_id = $1
    AND e.pegawai_id = :pegawai_id AND e.tahun = :tahun AND e.nomor = :nomor
    AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai')
    ORDER BY e.ditetapkan_at DESC LIMIT 1),
  (SELECT s.skp_id FROM skp s WHERE s.instansi_id = $1 AND s.pegawai_id = :pegawai_id
    AND s.tahun = :tahun AND s.state IN ('disetujui', 'ditetapkan', 'ditutup')
    AND s.mulai <= :to AND s.selesai >= :from
    ORDER BY s.mulai DESC, s.revisi DESC LIMIT 1)) AS skp_id;

-- :name evaluasi_find :one evaluasi (skp_id id, tahun int, nomor int)
SELECT evaluasi_id, penilai_id, state, rating_hasil AS hasil__value?hasil__is_set,
  rating_perilaku AS perilaku__value?perilaku__is_set,
  saran_hasil AS saran_hasil__value?saran_hasil__is_set,
  saran_perilaku AS saran_perilaku__value?saran_perilaku__is_set, predikat?has_predikat,
  alasan, catatan_kuat, catatan_kembang, rekomendasi, ditetapkan_at, version,
  capaian AS tetap__predikat?tetap__is_kept, capaian_unit_id AS tetap__unit_id, realisasi_versi,
  luar_nama AS luar__nama, luar_jabatan AS luar__jabatan, surat_nomor AS luar__surat_nomor,
  surat_tanggal AS luar__surat_tanggal
FROM evaluasi WHERE instansi_id = $1 AND skp_id = :skp_id AND tahun = :tahun AND nomor = :nomor;

-- :name evaluasi_key :one evaluasi_ringkas (evaluasi_id id)
SELECT pegawai_id, tahun, nomor FROM evaluasi WHERE instansi_id = $1 AND evaluasi_id = :evaluasi_id;

-- The decided evaluation of the plan and the period, or else of the year, that a report belongs to.
-- :name evaluasi_of_laporan :one text (laporan_id id)
SELECT k.nama FROM laporan l
JOIN rhk r ON r.instansi_id = l.instansi_id AND r.rhk_id = l.rhk_id
JOIN evaluasi e ON e.instansi_id = r.instansi_id AND e.skp_id = r.skp_id
JOIN periode k ON k.instansi_id = e.instansi_id AND k.tahun = e.tahun AND k.nomor = e.nomor
WHERE l.instansi_id = $1 AND l.laporan_id = :laporan_id
  AND k.mulai <= l.tanggal AND k.selesai >= l.tanggal
  AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai')
ORDER BY e.nomor DESC LIMIT 1;

-- The decided one that its appraiser saw a report for: of any result or none, so by person and day.
-- :name evaluasi_with_laporan :one text (laporan_id id)
SELECT k.nama FROM laporan l
JOIN evaluasi e ON e.instansi_id = l.instansi_id AND e.pegawai_id = l.pegawai_id
JOIN periode k ON k.instansi_id = e.instansi_id AND k.tahun = e.tahun AND k.nomor = e.nomor
WHERE l.instansi_id = $1 AND l.laporan_id = :laporan_id
  AND k.mulai <= l.tanggal AND k.selesai >= l.tanggal
  AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai') AND e.ditetapkan_at >= l.created_at
ORDER BY e.nomor DESC LIMIT 1;

-- :name evaluasi_insert :saved evaluasi (skp_id id, pegawai_id id)
INSERT INTO evaluasi (instansi_id, evaluasi_id, skp_id, pegawai_id, penilai_id, tahun, nomor, state)
VALUES ($1, :evaluasi_id, :skp_id, :pegawai_id, :penilai_id, :tahun, :nomor, 'pengisian')
ON CONFLICT DO NOTHING;

-- :name evaluasi_save :saved evaluasi
UPDATE evaluasi SET state = :state, rating_hasil = :hasil__value?hasil__is_set,
  rating_perilaku = :perilaku__value?perilaku__is_set,
  saran_hasil = :saran_hasil__value?saran_hasil__is_set,
  saran_perilaku = :saran_perilaku__value?saran_perilaku__is_set, predikat = :predikat?has_predikat,
  alasan = :alasan, catatan_kuat = :catatan_kuat, catatan_kembang = :catatan_kembang,
  rekomendasi = :rekomendasi, ditetapkan_at = :ditetapkan_at?, penilai_id = :penilai_id,
  capaian = :tetap__predikat?tetap__is_kept, capaian_unit_id = :tetap__unit_id,
  realisasi_versi = :realisasi_versi, luar_nama = :luar__nama?, luar_jabatan = :luar__jabatan?,
  surat_nomor = :luar__surat_nomor?, surat_tanggal = :luar__surat_tanggal, version = version + 1
WHERE instansi_id = $1 AND evaluasi_id = :evaluasi_id AND version = :version;

-- :name evaluasi_iki_rows :each evaluasi_iki (evaluasi_id id)
SELECT i.iki_id, i.realisasi?has_realisasi, i.realisasi_teks, i.umpan_balik,
  i.rating AS rating__value?rating__is_set, i.saran AS saran__value?saran__is_set, i.sumber_data,
  i.realisasi_oleh, i.indikator_angka AS angka?has_angka, i.sikap, i.sikap_catatan,
  a.nama AS oleh_nama
FROM evaluasi_iki i LEFT JOIN akun a ON a.instansi_id = i.instansi_id
  AND a.akun_id = i.realisasi_oleh
WHERE i.instansi_id = $1 AND i.evaluasi_id = :evaluasi_id;

-- What each indicator of the plan came to in the periods of the year before that one.
-- :name evaluasi_lalu :rows evaluasi_iki (skp_id id, tahun int, nomor int)
SELECT i.iki_id, CAST(SUM(i.realisasi) AS BIGINT) AS lalu_jumlah, COUNT(*) AS lalu_banyak
FROM evaluasi e JOIN evaluasi_iki i ON i.instansi_id = e.instansi_id
  AND i.evaluasi_id = e.evaluasi_id
WHERE e.instansi_id = $1 AND e.skp_id = :skp_id AND e.tahun = :tahun AND e.nomor > 0
  AND e.nomor < :nomor AND i.realisasi IS NOT NULL
GROUP BY i.iki_id;

-- All rows at once: texts in the order of the columns, and 32 bytes of ids a row, indicator and
-- account.
-- :name evaluasi_iki_save :changed :sqlite (evaluasi_id id, rows text, ids bytes)
INSERT INTO evaluasi_iki (instansi_id, evaluasi_id, iki_id, realisasi, realisasi_teks, umpan_balik,
  rating, saran, sumber_data, indikator_angka, sikap, sikap_catatan, realisasi_oleh)
SELECT $1, :evaluasi_id, substr(:ids, e.key * 32 + 1, 16), e.value ->> 0, e.value ->> 1,
  e.value ->> 2, e.value ->> 3, e.value ->> 4, e.value ->> 5, e.value ->> 6, e.value ->> 7,
  e.value ->> 8,
  NULLIF(substr(:ids, e.key * 32 + 17, 16), zeroblob(16))
  FROM json_each(:rows) e WHERE true
ON CONFLICT (instansi_id, evaluasi_id, iki_id) DO UPDATE SET realisasi = excluded.realisasi,
  realisasi_teks = excluded.realisasi_teks, umpan_balik = excluded.umpan_balik,
  rating = excluded.rating, saran = excluded.saran, sumber_data = excluded.sumber_data,
  indikator_angka = excluded.indikator_angka, sikap = excluded.sikap,
  sikap_catatan = excluded.sikap_catatan, realisasi_oleh = excluded.realisasi_oleh;

-- :name evaluasi_iki_save :changed :postgres (evaluasi_id id, rows text, ids bytes)
INSERT INTO evaluasi_iki (instansi_id, evaluasi_id, iki_id, realisasi, realisasi_teks, umpan_balik,
  rating, saran, sumber_data, indikator_angka, sikap, sikap_catatan, realisasi_oleh)
SELECT CAST($1 AS uuid), CAST(:evaluasi_id AS uuid), CAST(encode(substring(CAST(:ids AS bytea)
  FROM CAST(e.n * 32 - 31 AS INTEGER) FOR 16), 'hex') AS uuid), CAST(e.r ->> 0 AS BIGINT),
  e.r ->> 1, e.r ->> 2, e.r ->> 3, e.r ->> 4, e.r ->> 5, CAST(e.r ->> 6 AS BIGINT), e.r ->> 7,
  e.r ->> 8,
  NULLIF(CAST(encode(substring(CAST(:ids AS bytea) FROM CAST(e.n * 32 - 15 AS INTEGER) FOR 16),
    'hex') AS uuid), CAST('00000000000000000000000000000000' AS uuid))
  FROM jsonb_array_elements(CAST(CAST(:rows AS TEXT) AS jsonb)) WITH ORDINALITY AS e(r, n)
 WHERE true
ON CONFLICT (instansi_id, evaluasi_id, iki_id) DO UPDATE SET realisasi = excluded.realisasi,
  realisasi_teks = excluded.realisasi_teks, umpan_balik = excluded.umpan_balik,
  rating = excluded.rating, saran = excluded.saran, sumber_data = excluded.sumber_data,
  indikator_angka = excluded.indikator_angka, sikap = excluded.sikap,
  sikap_catatan = excluded.sikap_catatan, realisasi_oleh = excluded.realisasi_oleh;

-- :name evaluasi_perilaku_rows :each evaluasi_perilaku (evaluasi_id id)
SELECT nilai, rating AS rating__value?rating__is_set, umpan_balik FROM evaluasi_perilaku
WHERE instansi_id = $1 AND evaluasi_id = :evaluasi_id;

-- :name evaluasi_perilaku_save :changed :sqlite (evaluasi_id id, rows text)
INSERT INTO evaluasi_perilaku (instansi_id, evaluasi_id, nilai, rating, umpan_balik)
SELECT $1, :evaluasi_id, e.value ->> 0, e.value ->> 1, e.value ->> 2
  FROM json_each(:rows) e WHERE true
ON CONFLICT (instansi_id, evaluasi_id, nilai) DO UPDATE
  SET rating = excluded.rating, umpan_balik = excluded.umpan_balik;

-- :name evaluasi_perilaku_save :changed :postgres (evaluasi_id id, rows text)
INSERT INTO evaluasi_perilaku (instansi_id, evaluasi_id, nilai, rating, umpan_balik)
SELECT CAST($1 AS uuid), CAST(:evaluasi_id AS uuid), e ->> 0, e ->> 1, e ->> 2
  FROM jsonb_array_elements(CAST(CAST(:rows AS TEXT) AS jsonb)) e WHERE true
ON CONFLICT (instansi_id, evaluasi_id, nilai) DO UPDATE
  SET rating = excluded.rating, umpan_balik = excluded.umpan_balik;

-- :name evaluasi_team :rows evaluasi_ringkas (penilai_id id, tahun int, nomor int)
SELECT p.pegawai_id, p.nama, p.nip, j.nama AS jabatan, u.nama AS unit_nama, e.evaluasi_id, e.state,
  e.rating_hasil AS hasil__value?hasil__is_set,
  e.rating_perilaku AS perilaku__value?perilaku__is_set, e.predikat?has_predikat,
  e.ditetapkan_at, (SELECT s.skp_id FROM skp s
  WHERE s.instansi_id = p.instansi_id AND s.pegawai_id = p.pegawai_id
    AND s.tahun = :tahun AND s.state IN ('disetujui', 'ditetapkan', 'ditutup')
    ORDER BY s.mulai DESC, s.revisi DESC LIMIT 1) AS skp_id
FROM pegawai p
JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
LEFT JOIN evaluasi e ON e.instansi_id = p.instansi_id AND e.pegawai_id = p.pegawai_id
  AND e.tahun = :tahun AND e.nomor = :nomor
WHERE p.instansi_id = $1 AND p.penilai_id = :penilai_id AND p.valid_to IS NULL
ORDER BY p.urut, p.nip;

-- Who of an appraiser's people still waits, behind this one by name, then from the beginning.
-- :name evaluasi_next :one id (penilai_id id, tahun int, nomor int, pegawai_id id)
SELECT p.pegawai_id FROM pegawai d
JOIN pegawai p ON p.instansi_id = d.instansi_id AND p.penilai_id = :penilai_id
  AND p.valid_to IS NULL AND p.pegawai_id <> d.pegawai_id
WHERE d.instansi_id = $1 AND d.pegawai_id = :pegawai_id
  AND NOT EXISTS (SELECT 1 FROM evaluasi e WHERE e.instansi_id = p.instansi_id
    AND e.pegawai_id = p.pegawai_id AND e.tahun = :tahun AND e.nomor = :nomor
    AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai'))
  AND EXISTS (SELECT 1 FROM skp s WHERE s.instansi_id = p.instansi_id
    AND s.pegawai_id = p.pegawai_id AND s.tahun = :tahun
    AND s.state IN ('disetujui', 'ditetapkan', 'ditutup'))
ORDER BY CASE WHEN p.urut > d.urut OR (p.urut = d.urut AND p.nip > d.nip) THEN 0 ELSE 1 END,
  p.urut, p.nip LIMIT 1;

-- Who heads the agency and has no appraiser in it, with the same columns.
-- :name evaluasi_luar :rows evaluasi_ringkas (tahun int, nomor int)
SELECT p.pegawai_id, p.nama, p.nip, j.nama AS jabatan, u.nama AS unit_nama, e.evaluasi_id, e.state,
  e.rating_hasil AS hasil__value?hasil__is_set,
  e.rating_perilaku AS perilaku__value?perilaku__is_set, e.predikat?has_predikat,
  e.ditetapkan_at, (SELECT s.skp_id FROM skp s
  WHERE s.instansi_id = p.instansi_id AND s.pegawai_id = p.pegawai_id
    AND s.tahun = :tahun AND s.state IN ('disetujui', 'ditetapkan', 'ditutup')
    ORDER BY s.mulai DESC, s.revisi DESC LIMIT 1) AS skp_id
FROM unit u
JOIN jabatan j ON j.instansi_id = u.instansi_id AND j.unit_id = u.unit_id AND j.is_kepala = 1
JOIN pegawai p ON p.instansi_id = j.instansi_id AND p.jabatan_id = j.jabatan_id
  AND p.unit_id = u.unit_id
LEFT JOIN evaluasi e ON e.instansi_id = p.instansi_id AND e.pegawai_id = p.pegawai_id
  AND e.tahun = :tahun AND e.nomor = :nomor
WHERE u.instansi_id = $1 AND u.induk_id IS NULL AND p.penilai_id IS NULL AND p.valid_to IS NULL
ORDER BY p.urut, p.nip;

-- :name evaluasi_list_of :rows evaluasi_ringkas (pegawai_id id)
SELECT e.evaluasi_id, e.pegawai_id, e.tahun, e.nomor, k.nama AS periode_nama,
       CAST(substr(k.selesai, 6, 2) AS INTEGER) - CAST(substr(k.mulai, 6, 2) AS INTEGER) + 1
         AS bulan, e.state, e.rating_hasil AS hasil__value?hasil__is_set,
       e.rating_perilaku AS perilaku__value?perilaku__is_set, e.predikat?has_predikat,
       e.ditetapkan_at, e.skp_id
FROM evaluasi e
JOIN periode k ON k.instansi_id = e.instansi_id AND k.tahun = e.tahun AND k.nomor = e.nomor
WHERE e.instansi_id = $1 AND e.pegawai_id = :pegawai_id AND e.state NOT IN ('pengisian', 'diajukan',
  'dinilai')
ORDER BY e.tahun DESC, k.selesai DESC, e.nomor;

-- Each person once, with the unit of the evaluated plan, wherever the person is today. Who was not
-- rated counts with the unit of today while the period is open, and once it is closed with that of
-- the plan that covered it.
-- :name evaluasi_recap :rows recap_count (jalur text, tahun int, nomor int)
SELECT u.jalur, x.predikat?has_predikat, COUNT(*) AS count FROM (
  SELECT s.unit_id, e.predikat FROM evaluasi e
  JOIN skp s ON s.instansi_id = e.instansi_id AND s.skp_id = e.skp_id
  WHERE e.instansi_id = $1 AND e.tahun = :tahun AND e.nomor = :nomor
  AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai')
    AND NOT EXISTS (SELECT 1 FROM evaluasi f WHERE f.instansi_id = e.instansi_id
    AND f.pegawai_id = e.pegawai_id
      AND f.tahun = e.tahun AND f.nomor = e.nomor AND f.state NOT IN ('pengisian', 'diajukan',
      'dinilai')
      AND (f.ditetapkan_at > e.ditetapkan_at OR (f.ditetapkan_at = e.ditetapkan_at
      AND f.evaluasi_id > e.evaluasi_id)))
  UNION ALL
  SELECT p.unit_id, NULL FROM periode k
  JOIN pegawai p ON p.instansi_id = k.instansi_id AND p.valid_to IS NULL
  WHERE k.instansi_id = $1 AND k.tahun = :tahun AND k.nomor = :nomor AND k.status <> 'ditutup'
    AND NOT EXISTS (SELECT 1 FROM evaluasi e WHERE e.instansi_id = p.instansi_id
    AND e.pegawai_id = p.pegawai_id
      AND e.tahun = :tahun AND e.nomor = :nomor
      AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai'))
  UNION ALL
  SELECT s.unit_id, NULL FROM periode k
  JOIN skp s ON s.instansi_id = k.instansi_id AND s.tahun = k.tahun AND s.mulai <= k.selesai
  AND s.selesai >= k.mulai
    AND s.state IN ('disetujui', 'ditetapkan', 'ditutup')
  WHERE k.instansi_id = $1 AND k.tahun = :tahun AND k.nomor = :nomor AND k.status = 'ditutup'
    AND NOT EXISTS (SELECT 1 FROM evaluasi e WHERE e.instansi_id = s.instansi_id
    AND e.pegawai_id = s.pegawai_id
      AND e.tahun = :tahun AND e.nomor = :nomor
      AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai'))
    AND NOT EXISTS (SELECT 1 FROM skp t WHERE t.instansi_id = s.instansi_id
    AND t.pegawai_id = s.pegawai_id
      AND t.tahun = s.tahun AND t.mulai <= k.selesai AND t.selesai >= k.mulai
      AND t.state IN ('disetujui', 'ditetapkan', 'ditutup')
      AND (t.mulai > s.mulai OR (t.mulai = s.mulai AND t.revisi > s.revisi)))
) x
JOIN unit u ON u.instansi_id = $1 AND u.unit_id = x.unit_id
WHERE substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT)
GROUP BY u.jalur, x.predikat;

-- People with an agreed plan in a unit and below it, by predikat. The list of units instead of a
-- join keeps the work within them: for a join SQLite reads all people into a filter first.
-- :name evaluasi_spread :each recap_count (unit_id id, tahun int, nomor int, pegawai_id id)
WITH RECURSIVE bawah(unit_id) AS (
  SELECT u.unit_id FROM unit u WHERE u.instansi_id = $1 AND u.unit_id = :unit_id
  UNION ALL
  SELECT o.unit_id FROM bawah b JOIN unit o ON o.instansi_id = $1 AND o.induk_id = b.unit_id)
SELECT e.predikat?has_predikat, COUNT(*) AS count FROM pegawai p
LEFT JOIN evaluasi e ON e.instansi_id = p.instansi_id AND e.pegawai_id = p.pegawai_id
  AND e.tahun = :tahun AND e.nomor = :nomor
  AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai')
WHERE p.instansi_id = $1 AND p.unit_id IN (SELECT b.unit_id FROM bawah b)
  AND p.valid_to IS NULL
  AND p.pegawai_id <> :pegawai_id
  AND EXISTS (SELECT 1 FROM skp s WHERE s.instansi_id = p.instansi_id
  AND s.pegawai_id = p.pegawai_id AND s.tahun = :tahun
    AND s.state IN ('disetujui', 'ditetapkan', 'ditutup'))
GROUP BY e.predikat;
