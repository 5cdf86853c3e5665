-- SPDX-License-Identifier: Apache-2.0
-- Evaluation: achievement of units, evaluations with their rows, lists and counts.

-- :name capaian_load :one      ($2 unit_id, $3 tahun, $4 nomor)
SELECT c.predikat, c.dasar, c.ditetapkan_oleh, c.ditetapkan_at, c.version, COALESCE(a.nama, '')
FROM capaian_organisasi c LEFT JOIN akun a ON a.instansi_id = c.instansi_id
  AND a.akun_id = c.ditetapkan_oleh
WHERE c.instansi_id = $1 AND c.unit_id = $2 AND c.tahun = $3 AND c.nomor = $4;

-- The unit's own achievement, else that of the nearest unit above within the same independent unit.
-- :name capaian_nearest :one      ($2 jalur, $3 tahun, $4 nomor)
SELECT c.unit_id FROM capaian_organisasi c
JOIN unit u ON u.instansi_id = c.instansi_id AND u.unit_id = c.unit_id
WHERE c.instansi_id = $1 AND c.tahun = $3 AND c.nomor = $4
  AND substr(CAST($2 AS TEXT), 1, length(u.jalur)) = u.jalur
  AND length(u.jalur) >= COALESCE((SELECT MAX(length(m.jalur)) FROM unit m WHERE m.instansi_id = $1
    AND m.is_mandiri = 1 AND substr(CAST($2 AS TEXT), 1, length(m.jalur)) = m.jalur), 0)
ORDER BY length(u.jalur) DESC LIMIT 1;

-- :name capaian_insert :changed      ($2 unit_id, $3 tahun, $4 nomor, $5 predikat, $6 dasar, $7 akun_id, $8 at)
INSERT INTO capaian_organisasi (instansi_id, unit_id, tahun, nomor, predikat, dasar,
  ditetapkan_oleh, ditetapkan_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING;

-- :name capaian_update :changed      (the same, $9 version we loaded)
UPDATE capaian_organisasi SET predikat = $5, dasar = $6, ditetapkan_oleh = $7, ditetapkan_at = $8,
  version = version + 1
WHERE instansi_id = $1 AND unit_id = $2 AND tahun = $3 AND nomor = $4 AND version = $9;

-- How many have a decided evaluation in a period for which this unit's achievement counts or would
-- count: its own people and those below up to the next independent unit.
-- :name capaian_decided_below :one      ($2 unit_id, $3 tahun, $4 nomor)
SELECT COUNT(*) FROM unit x
CROSS JOIN evaluasi e
JOIN skp s ON s.instansi_id = e.instansi_id AND s.skp_id = e.skp_id
JOIN unit u ON u.instansi_id = s.instansi_id AND u.unit_id = s.unit_id
WHERE x.instansi_id = $1 AND x.unit_id = $2 AND e.instansi_id = $1 AND e.tahun = $3 AND e.nomor = $4
  AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai')
  AND substr(u.jalur, 1, length(x.jalur)) = x.jalur
  AND NOT EXISTS (SELECT 1 FROM unit m WHERE m.instansi_id = $1 AND m.is_mandiri = 1
  AND length(m.jalur) > length(x.jalur)
    AND substr(u.jalur, 1, length(m.jalur)) = m.jalur);

-- The agreed plan that covers the end of the period.
-- :name evaluasi_skp_of :one      ($2 pegawai_id, $3 tahun, $4 from, $5 to)
SELECT skp_id FROM skp WHERE instansi_id = $1 AND pegawai_id = $2 AND tahun = $3
  AND state IN ('disetujui', 'ditetapkan', 'ditutup') AND mulai <= $5 AND selesai >= $4
ORDER BY mulai DESC, revisi DESC LIMIT 1;

-- :name evaluasi_load :one      ($2 skp_id, $3 tahun, $4 nomor)
SELECT evaluasi_id, state, rating_hasil, rating_perilaku, saran_hasil, saran_perilaku, predikat,
  alasan, catatan_kuat, catatan_kembang, rekomendasi, ditetapkan_at, version, penilai_id, capaian,
  capaian_unit_id, realisasi_versi, luar_nama, luar_jabatan, surat_nomor, surat_tanggal
FROM evaluasi WHERE instansi_id = $1 AND skp_id = $2 AND tahun = $3 AND nomor = $4;

-- :name evaluasi_key :one      ($2 evaluasi_id)
SELECT pegawai_id, tahun, nomor, skp_id FROM evaluasi WHERE instansi_id = $1 AND evaluasi_id = $2;

-- The decided evaluation of a person and period, whatever plan it was made on.
-- :name evaluasi_skp_evaluated :one      ($2 pegawai_id, $3 tahun, $4 nomor)
SELECT skp_id FROM evaluasi WHERE instansi_id = $1 AND pegawai_id = $2 AND tahun = $3 AND nomor = $4
  AND state NOT IN ('pengisian', 'diajukan', 'dinilai')
ORDER BY ditetapkan_at DESC LIMIT 1;

-- The decided evaluation of the plan and the period, or else of the year, that a report belongs to.
-- :name evaluasi_of_laporan :one      ($2 laporan_id)
SELECT k.nama FROM laporan l
JOIN rhk r ON r.instansi_id = l.instansi_id AND r.rhk_id = l.rhk_id
JOIN evaluasi e ON e.instansi_id = r.instansi_id AND e.skp_id = r.skp_id
JOIN periode k ON k.instansi_id = e.instansi_id AND k.tahun = e.tahun AND k.nomor = e.nomor
WHERE l.instansi_id = $1 AND l.laporan_id = $2 AND k.mulai <= l.tanggal AND k.selesai >= l.tanggal
  AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai')
ORDER BY e.nomor DESC LIMIT 1;

-- The decided one that its appraiser saw a report for: of any result or none, so by person and day.
-- :name evaluasi_with_laporan :one      ($2 laporan_id)
SELECT k.nama FROM laporan l
JOIN evaluasi e ON e.instansi_id = l.instansi_id AND e.pegawai_id = l.pegawai_id
JOIN periode k ON k.instansi_id = e.instansi_id AND k.tahun = e.tahun AND k.nomor = e.nomor
WHERE l.instansi_id = $1 AND l.laporan_id = $2 AND k.mulai <= l.tanggal AND k.selesai >= l.tanggal
  AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai') AND e.ditetapkan_at >= l.created_at
ORDER BY e.nomor DESC LIMIT 1;

-- :name evaluasi_insert :changed      ($2 evaluasi_id, $3 skp_id, $4 pegawai_id, $5 penilai_id, $6 tahun, $7 nomor)
INSERT INTO evaluasi (instansi_id, evaluasi_id, skp_id, pegawai_id, penilai_id, tahun, nomor, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'pengisian') ON CONFLICT DO NOTHING;

-- :name evaluasi_save :changed      ($2 evaluasi_id, $3 version we loaded, $4 state, $5 hasil … $15 penilai_id, $16 capaian, $17 its unit_id, $18 realisasi_versi, $19 luar_nama … $22 surat_tanggal)
UPDATE evaluasi SET state = $4, rating_hasil = $5, rating_perilaku = $6, saran_hasil = $7,
  saran_perilaku = $8, predikat = $9, alasan = $10, catatan_kuat = $11, catatan_kembang = $12,
  rekomendasi = $13, ditetapkan_at = $14, penilai_id = $15, capaian = $16, capaian_unit_id = $17,
  realisasi_versi = $18, luar_nama = $19, luar_jabatan = $20, surat_nomor = $21,
  surat_tanggal = $22, version = version + 1
WHERE instansi_id = $1 AND evaluasi_id = $2 AND version = $3;

-- :name evaluasi_iki_list :rows      ($2 evaluasi_id)
SELECT i.iki_id, i.realisasi, i.realisasi_teks, i.umpan_balik, i.rating, i.saran, i.sumber_data,
  i.realisasi_oleh, COALESCE(a.nama, '')
FROM evaluasi_iki i LEFT JOIN akun a ON a.instansi_id = i.instansi_id
  AND a.akun_id = i.realisasi_oleh
WHERE i.instansi_id = $1 AND i.evaluasi_id = $2;

-- :name evaluasi_iki_save :changed      ($2 evaluasi_id, $3 iki_id, $4 realisasi, $5 teks, $6 umpan_balik, $7 rating, $8 saran, $9 sumber_data, $10 oleh)
INSERT INTO evaluasi_iki (instansi_id, evaluasi_id, iki_id, realisasi, realisasi_teks, umpan_balik,
  rating, saran, sumber_data, realisasi_oleh)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (instansi_id, evaluasi_id, iki_id) DO UPDATE SET realisasi = excluded.realisasi,
  realisasi_teks = excluded.realisasi_teks, umpan_balik = excluded.umpan_balik,
  rating = excluded.rating, saran = excluded.saran, sumber_data = excluded.sumber_data,
  realisasi_oleh = excluded.realisasi_oleh;

-- :name evaluasi_perilaku_list :rows      ($2 evaluasi_id)
SELECT nilai, rating, umpan_balik FROM evaluasi_perilaku WHERE instansi_id = $1
       AND evaluasi_id = $2;

-- :name evaluasi_perilaku_save :changed      ($2 evaluasi_id, $3 nilai, $4 rating, $5 umpan_balik)
INSERT INTO evaluasi_perilaku (instansi_id, evaluasi_id, nilai, rating, umpan_balik)
  VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (instansi_id, evaluasi_id, nilai) DO UPDATE
  SET rating = excluded.rating, umpan_balik = excluded.umpan_balik;

-- :name evaluasi_team :rows      ($2 penilai_id, $3 tahun, $4 nomor)
SELECT p.pegawai_id, p.nama, p.nip, j.nama, u.nama, e.evaluasi_id, e.state, e.rating_hasil,
  e.rating_perilaku, e.predikat, e.ditetapkan_at, (SELECT s.skp_id FROM skp s
  WHERE s.instansi_id = p.instansi_id AND s.pegawai_id = p.pegawai_id
    AND s.tahun = $3 AND s.state IN ('disetujui', 'ditetapkan', 'ditutup')
    ORDER BY s.mulai DESC, s.revisi DESC LIMIT 1)
FROM pegawai p
JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
LEFT JOIN evaluasi e ON e.instansi_id = p.instansi_id AND e.pegawai_id = p.pegawai_id
  AND e.tahun = $3 AND e.nomor = $4
WHERE p.instansi_id = $1 AND p.penilai_id = $2 AND p.valid_to IS NULL
ORDER BY p.nama, p.nip;

-- Who heads the agency and has no appraiser in it, with the same columns.
-- :name evaluasi_luar :rows      ($2 tahun, $3 nomor)
SELECT p.pegawai_id, p.nama, p.nip, j.nama, u.nama, e.evaluasi_id, e.state, e.rating_hasil,
  e.rating_perilaku, e.predikat, e.ditetapkan_at, (SELECT s.skp_id FROM skp s
  WHERE s.instansi_id = p.instansi_id AND s.pegawai_id = p.pegawai_id
    AND s.tahun = $2 AND s.state IN ('disetujui', 'ditetapkan', 'ditutup')
    ORDER BY s.mulai DESC, s.revisi DESC LIMIT 1)
FROM unit u
JOIN jabatan j ON j.instansi_id = u.instansi_id AND j.unit_id = u.unit_id AND j.is_kepala = 1
JOIN pegawai p ON p.instansi_id = j.instansi_id AND p.jabatan_id = j.jabatan_id
  AND p.unit_id = u.unit_id
LEFT JOIN evaluasi e ON e.instansi_id = p.instansi_id AND e.pegawai_id = p.pegawai_id
  AND e.tahun = $2 AND e.nomor = $3
WHERE u.instansi_id = $1 AND u.induk_id IS NULL AND p.penilai_id IS NULL AND p.valid_to IS NULL
ORDER BY p.nama, p.nip;

-- :name evaluasi_list_of :rows      ($2 pegawai_id)
SELECT e.evaluasi_id, e.tahun, e.nomor, k.nama, k.mulai, k.selesai, e.state, e.rating_hasil,
  e.rating_perilaku, e.predikat, e.ditetapkan_at, e.skp_id
FROM evaluasi e
JOIN periode k ON k.instansi_id = e.instansi_id AND k.tahun = e.tahun AND k.nomor = e.nomor
WHERE e.instansi_id = $1 AND e.pegawai_id = $2 AND e.state NOT IN ('pengisian', 'diajukan',
  'dinilai')
ORDER BY e.tahun DESC, k.selesai DESC, e.nomor;

-- Each person once, with the unit of the evaluated plan, wherever the person is today. Who was not
-- rated counts with the unit of today while the period is open, and once it is closed with that of
-- the plan that covered it.
-- :name evaluasi_recap :rows      ($2 jalur, $3 tahun, $4 nomor)
SELECT u.jalur, x.predikat, COUNT(*) FROM (
  SELECT s.unit_id, COALESCE(e.predikat, '') AS predikat FROM evaluasi e
  JOIN skp s ON s.instansi_id = e.instansi_id AND s.skp_id = e.skp_id
  WHERE e.instansi_id = $1 AND e.tahun = $3 AND e.nomor = $4
  AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai')
    AND NOT EXISTS (SELECT 1 FROM evaluasi f WHERE f.instansi_id = e.instansi_id
    AND f.pegawai_id = e.pegawai_id
      AND f.tahun = e.tahun AND f.nomor = e.nomor AND f.state NOT IN ('pengisian', 'diajukan',
      'dinilai')
      AND (f.ditetapkan_at > e.ditetapkan_at OR (f.ditetapkan_at = e.ditetapkan_at
      AND f.evaluasi_id > e.evaluasi_id)))
  UNION ALL
  SELECT p.unit_id, '' FROM periode k
  JOIN pegawai p ON p.instansi_id = k.instansi_id AND p.valid_to IS NULL
  WHERE k.instansi_id = $1 AND k.tahun = $3 AND k.nomor = $4 AND k.status <> 'ditutup'
    AND NOT EXISTS (SELECT 1 FROM evaluasi e WHERE e.instansi_id = p.instansi_id
    AND e.pegawai_id = p.pegawai_id
      AND e.tahun = $3 AND e.nomor = $4 AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai'))
  UNION ALL
  SELECT s.unit_id, '' FROM periode k
  JOIN skp s ON s.instansi_id = k.instansi_id AND s.tahun = k.tahun AND s.mulai <= k.selesai
  AND s.selesai >= k.mulai
    AND s.state IN ('disetujui', 'ditetapkan', 'ditutup')
  WHERE k.instansi_id = $1 AND k.tahun = $3 AND k.nomor = $4 AND k.status = 'ditutup'
    AND NOT EXISTS (SELECT 1 FROM evaluasi e WHERE e.instansi_id = s.instansi_id
    AND e.pegawai_id = s.pegawai_id
      AND e.tahun = $3 AND e.nomor = $4 AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai'))
    AND NOT EXISTS (SELECT 1 FROM skp t WHERE t.instansi_id = s.instansi_id
    AND t.pegawai_id = s.pegawai_id
      AND t.tahun = s.tahun AND t.mulai <= k.selesai AND t.selesai >= k.mulai
      AND t.state IN ('disetujui', 'ditetapkan', 'ditutup')
      AND (t.mulai > s.mulai OR (t.mulai = s.mulai AND t.revisi > s.revisi)))
) x
JOIN unit u ON u.instansi_id = $1 AND u.unit_id = x.unit_id
WHERE substr(u.jalur, 1, length(CAST($2 AS TEXT))) = CAST($2 AS TEXT)
GROUP BY u.jalur, x.predikat;

-- Units the actor may speak for: strictly below the own one, all for the personnel office.
-- :name capaian_page :rows      ($2 scope, $3 tahun, $4 nomor, $5 after this jalur or '', $6 limit)
SELECT u.unit_id, u.nama, u.jalur, COALESCE(c.predikat, ''), COALESCE(c.dasar, ''),
  c.ditetapkan_oleh, COALESCE(c.ditetapkan_at, 0), COALESCE(c.version, 0), COALESCE(a.nama, '')
FROM unit u
LEFT JOIN capaian_organisasi c ON c.instansi_id = u.instansi_id AND c.unit_id = u.unit_id
  AND c.tahun = $3 AND c.nomor = $4
LEFT JOIN akun a ON a.instansi_id = c.instansi_id AND a.akun_id = c.ditetapkan_oleh
WHERE u.instansi_id = $1 AND u.valid_to IS NULL AND substr(u.jalur, 1, length(CAST($2 AS TEXT))) =
  CAST($2 AS TEXT)
  AND length(u.jalur) > length(CAST($2 AS TEXT)) AND (CAST($5 AS TEXT) = ''
  OR u.jalur > CAST($5 AS TEXT))
ORDER BY u.jalur LIMIT $6;

-- :name capaian_count :one      ($2 scope, $3 tahun, $4 nomor)
SELECT COUNT(*), COUNT(c.unit_id)
FROM unit u
LEFT JOIN capaian_organisasi c ON c.instansi_id = u.instansi_id AND c.unit_id = u.unit_id
  AND c.tahun = $3 AND c.nomor = $4
WHERE u.instansi_id = $1 AND u.valid_to IS NULL AND substr(u.jalur, 1, length(CAST($2 AS TEXT))) =
  CAST($2 AS TEXT)
  AND length(u.jalur) > length(CAST($2 AS TEXT));

-- People with an agreed plan below a unit, by predikat; the join order keeps the work within the
-- unit.
-- :name evaluasi_spread :rows      ($2 jalur, $3 tahun, $4 nomor, $5 pegawai_id left out)
SELECT COALESCE(e.predikat, ''), COUNT(*) FROM unit u
CROSS JOIN pegawai p
LEFT JOIN evaluasi e ON e.instansi_id = p.instansi_id AND e.pegawai_id = p.pegawai_id
  AND e.tahun = $3 AND e.nomor = $4
  AND e.state NOT IN ('pengisian', 'diajukan', 'dinilai')
WHERE u.instansi_id = $1 AND substr(u.jalur, 1, length(CAST($2 AS TEXT))) = CAST($2 AS TEXT)
  AND p.instansi_id = u.instansi_id AND p.unit_id = u.unit_id AND p.valid_to IS NULL
  AND p.pegawai_id <> $5
  AND EXISTS (SELECT 1 FROM skp s WHERE s.instansi_id = p.instansi_id
  AND s.pegawai_id = p.pegawai_id AND s.tahun = $3
    AND s.state IN ('disetujui', 'ditetapkan', 'ditutup'))
GROUP BY COALESCE(e.predikat, '');

-- :name capaian_list :rows      ($2 tahun, $3 nomor)
SELECT c.unit_id, c.predikat, c.dasar, c.ditetapkan_oleh, c.ditetapkan_at, c.version,
       COALESCE(a.nama, '')
FROM capaian_organisasi c LEFT JOIN akun a ON a.instansi_id = c.instansi_id
  AND a.akun_id = c.ditetapkan_oleh
WHERE c.instansi_id = $1 AND c.tahun = $2 AND c.nomor = $3;
