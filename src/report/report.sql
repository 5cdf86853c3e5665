-- SPDX-License-Identifier: Apache-2.0
-- Work reports, their evidence, drafts and the roll-up per indicator and month.

-- :name report_owner :one      ($2 pegawai_id)
SELECT p.pegawai_id, p.penilai_id, p.nama, p.nip, j.nama, u.nama, u.jalur
  FROM pegawai p
  JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE p.instansi_id = $1 AND p.pegawai_id = $2;

-- The results of the plans that were in force on any of these days, each with its indicators, of which one counts the
-- amounts (report_counts_before); a plan that a move has closed was in force up to its end.
-- :name report_choices :rows      ($2 pegawai_id, $3 from, $4 to)
SELECT r.rhk_id, i.iki_id, r.uraian, i.uraian, i.satuan, i.aspek, i.urut, CASE WHEN s.state = 'ditutup' THEN 1 ELSE 0 END,
       s.mulai, s.selesai
  FROM skp s
  JOIN rhk r ON r.instansi_id = s.instansi_id AND r.skp_id = s.skp_id
  LEFT JOIN iki i ON i.instansi_id = r.instansi_id AND i.rhk_id = r.rhk_id
 WHERE s.instansi_id = $1 AND s.pegawai_id = $2 AND s.mulai <= $4 AND s.selesai >= $3
   AND s.state IN ('ditetapkan', 'ditutup')
 ORDER BY s.mulai DESC, s.revisi DESC, CASE WHEN r.jenis = 'utama' THEN 0 ELSE 1 END, r.urut, r.rhk_id;

-- The one of them a report names, with its indicators.
-- :name report_choice :rows      ($2 pegawai_id, $3 day, $4 rhk_id)
SELECT r.rhk_id, i.iki_id, r.uraian, i.uraian, i.satuan, i.aspek, i.urut, CASE WHEN s.state = 'ditutup' THEN 1 ELSE 0 END
  FROM rhk r
  JOIN skp s ON s.instansi_id = r.instansi_id AND s.skp_id = r.skp_id
  LEFT JOIN iki i ON i.instansi_id = r.instansi_id AND i.rhk_id = r.rhk_id
 WHERE r.instansi_id = $1 AND r.rhk_id = $4 AND s.pegawai_id = $2 AND s.mulai <= $3 AND s.selesai >= $3
   AND s.state IN ('ditetapkan', 'ditutup');

-- :name report_insert :changed      ($2 laporan_id, $3 pegawai_id, $4 rhk_id, $5 iki_id, $6 tanggal, $7 uraian, $8 jumlah, $9 satuan, $10 captured_at, $11 created_at, $12 nomor, $13 hash)
INSERT INTO laporan (instansi_id, laporan_id, pegawai_id, rhk_id, iki_id, tanggal, uraian, jumlah, satuan, captured_at, created_at, nomor, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- :name report_evidence_insert :changed      ($2 bukti_id, $3 laporan_id, $4 jenis, $5 nama, $6 tautan, $7 mime, $8 ukuran, $9 sha256)
INSERT INTO bukti (instansi_id, bukti_id, laporan_id, jenis, nama, tautan, mime, ukuran, sha256)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- :name report_sum_add :changed      ($2 iki_id, $3 tahun, $4 bulan, $5 jumlah, $6 banyak, $7 bukti_banyak)
INSERT INTO capaian_rhk (instansi_id, iki_id, tahun, bulan, jumlah, banyak, bukti_banyak)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (instansi_id, iki_id, tahun, bulan) DO UPDATE SET
  jumlah = capaian_rhk.jumlah + excluded.jumlah, banyak = capaian_rhk.banyak + excluded.banyak,
  bukti_banyak = capaian_rhk.bukti_banyak + excluded.bukti_banyak;

-- :name report_load :one      ($2 laporan_id)
SELECT l.laporan_id, l.pegawai_id, l.rhk_id, l.iki_id, l.tanggal, l.uraian, l.satuan, l.nomor, l.hash, r.uraian,
       l.jumlah, l.captured_at, l.created_at, l.read_at
  FROM laporan l LEFT JOIN rhk r ON r.instansi_id = l.instansi_id AND r.rhk_id = l.rhk_id
 WHERE l.instansi_id = $1 AND l.laporan_id = $2;

-- The newest of a span with their evidence counted.
-- :name report_newest :rows      ($2 pegawai_id, $3 from, $4 to, $5 how many)
SELECT l.laporan_id, l.pegawai_id, l.rhk_id, l.iki_id, l.tanggal, l.uraian, l.satuan, l.nomor, l.hash, r.uraian,
       l.jumlah, l.captured_at, l.created_at, l.read_at,
       (SELECT COUNT(*) FROM bukti b WHERE b.instansi_id = l.instansi_id AND b.laporan_id = l.laporan_id)
  FROM laporan l LEFT JOIN rhk r ON r.instansi_id = l.instansi_id AND r.rhk_id = l.rhk_id
 WHERE l.instansi_id = $1 AND l.pegawai_id = $2 AND l.tanggal >= $3 AND l.tanggal <= $4
 ORDER BY l.tanggal DESC, l.laporan_id DESC LIMIT $5;

-- :name report_totals :one      ($2 pegawai_id, $3 from, $4 to)
SELECT COUNT(DISTINCT l.laporan_id), COUNT(b.bukti_id)
  FROM laporan l LEFT JOIN bukti b ON b.instansi_id = l.instansi_id AND b.laporan_id = l.laporan_id
 WHERE l.instansi_id = $1 AND l.pegawai_id = $2 AND l.tanggal >= $3 AND l.tanggal <= $4;

-- :name report_page :rows      ($2 pegawai_id, $3 from, $4 to, $5 tanggal and $6 laporan_id of the last row seen)
SELECT l.laporan_id, l.pegawai_id, l.rhk_id, l.iki_id, l.tanggal, l.uraian, l.satuan, l.nomor, l.hash, r.uraian,
       l.jumlah, l.captured_at, l.created_at, l.read_at
  FROM laporan l LEFT JOIN rhk r ON r.instansi_id = l.instansi_id AND r.rhk_id = l.rhk_id
 WHERE l.instansi_id = $1 AND l.pegawai_id = $2 AND l.tanggal >= $3 AND l.tanggal <= $4
   AND (l.tanggal < $5 OR (l.tanggal = $5 AND l.laporan_id < $6))
 ORDER BY l.tanggal DESC, l.laporan_id DESC LIMIT 26;

-- :name report_last :one      ($2 pegawai_id, $3 today)
SELECT l.laporan_id, l.pegawai_id, l.rhk_id, l.iki_id, l.tanggal, l.uraian, l.satuan, l.nomor, l.hash, r.uraian,
       l.jumlah, l.captured_at, l.created_at, l.read_at
  FROM laporan l LEFT JOIN rhk r ON r.instansi_id = l.instansi_id AND r.rhk_id = l.rhk_id
 WHERE l.instansi_id = $1 AND l.pegawai_id = $2 AND l.tanggal < $3
 ORDER BY l.tanggal DESC, l.laporan_id DESC LIMIT 1;

-- :name report_evidence_list :rows      ($2 laporan_id)
SELECT bukti_id, jenis, nama, tautan, mime, sha256, ukuran FROM bukti
 WHERE instansi_id = $1 AND laporan_id = $2 ORDER BY bukti_id;

-- :name report_evidence_load :one      ($2 bukti_id)
SELECT b.bukti_id, b.jenis, b.nama, b.tautan, b.mime, b.sha256, b.ukuran, l.pegawai_id
  FROM bukti b JOIN laporan l ON l.instansi_id = b.instansi_id AND l.laporan_id = b.laporan_id
 WHERE b.instansi_id = $1 AND b.bukti_id = $2;

-- :name report_evidence_delete :changed      ($2 laporan_id)
DELETE FROM bukti WHERE instansi_id = $1 AND laporan_id = $2;

-- :name report_delete :changed      ($2 laporan_id)
DELETE FROM laporan WHERE instansi_id = $1 AND laporan_id = $2 AND read_at IS NULL;

-- :name report_mark_read :changed      ($2 pegawai_id, $3 laporan_id or NULL for all, $4 at)
UPDATE laporan SET read_at = $4, version = version + 1
 WHERE instansi_id = $1 AND pegawai_id = $2 AND read_at IS NULL
   AND laporan_id = COALESCE($3, laporan_id);

-- :name report_capaian :rows      ($2 skp_id, $3 tahun, $4 from_month, $5 to_month)
SELECT i.iki_id, CAST(SUM(c.jumlah) AS BIGINT), CAST(SUM(c.banyak) AS BIGINT), CAST(SUM(c.bukti_banyak) AS BIGINT)
  FROM rhk r
  JOIN iki i ON i.instansi_id = r.instansi_id AND i.rhk_id = r.rhk_id
  JOIN capaian_rhk c ON c.instansi_id = i.instansi_id AND c.iki_id = i.iki_id
 WHERE r.instansi_id = $1 AND r.skp_id = $2 AND c.tahun = $3 AND c.bulan >= $4 AND c.bulan <= $5
 GROUP BY i.iki_id;

-- :name report_skp_owner :one      ($2 skp_id)
SELECT s.pegawai_id FROM skp s WHERE s.instansi_id = $1 AND s.skp_id = $2;

-- :name report_draft_save :changed      ($2 pegawai_id, $3 isi, $4 saved_at)
INSERT INTO laporan_draf (instansi_id, pegawai_id, isi, saved_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (instansi_id, pegawai_id) DO UPDATE SET isi = excluded.isi, saved_at = excluded.saved_at;

-- :name report_draft_load :one      ($2 pegawai_id)
SELECT isi, saved_at FROM laporan_draf WHERE instansi_id = $1 AND pegawai_id = $2;

-- :name report_draft_delete :changed      ($2 pegawai_id)
DELETE FROM laporan_draf WHERE instansi_id = $1 AND pegawai_id = $2;

-- What the day and the person bring along: a closed period's name, and whether a draft waits that the report replaces.
-- :name report_day :one      ($2 day, $3 pegawai_id)
SELECT (SELECT nama FROM periode WHERE instansi_id = $1 AND nomor > 0 AND mulai <= $2 AND selesai >= $2 AND status = 'ditutup' LIMIT 1),
       (SELECT COUNT(*) FROM laporan_draf WHERE instansi_id = $1 AND pegawai_id = $3);

-- A row when the file must stay: a report names it, or the database at hand does not know the agency at all.
-- :name report_file_needed :one      ($2 sha256)
SELECT 1 FROM bukti WHERE instansi_id = $1 AND sha256 = $2 AND sha256 <> ''
 UNION ALL SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM instansi WHERE instansi_id = $1) LIMIT 1;
