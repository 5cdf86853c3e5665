-- SPDX-License-Identifier: Apache-2.0
-- What the first page shows: own plan, own week, own results, and counts of what waits.

-- The year's plans, newest first.
-- :name home_plan :rows      ($2 pegawai_id, $3 tahun)
SELECT skp_id, state, mulai, selesai FROM skp
 WHERE instansi_id = $1 AND pegawai_id = $2 AND tahun = $3
 ORDER BY mulai DESC, revisi DESC;

-- Each result with its indicators and what was reported for them in the year. In the order of the
-- index alone: the page is asked for all day, and a sorting step costs more than everything else
-- here. The indicator that counts is one of quantity, else the first (report_counts_before): the
-- others are not looked at.
-- :name home_results :rows      ($2 skp_id, $3 tahun)
SELECT r.rhk_id, r.uraian, i.satuan, i.target, i.arah, r.jenis, i.aspek, i.urut,
       (SELECT CAST(SUM(c.jumlah) AS BIGINT) FROM capaian_rhk c
         WHERE c.instansi_id = r.instansi_id AND c.iki_id = i.iki_id AND c.tahun = $3)
  FROM rhk r
  LEFT JOIN iki i ON i.instansi_id = r.instansi_id AND i.rhk_id = r.rhk_id
  AND (i.aspek = 'kuantitas' OR i.urut = 1)
 WHERE r.instansi_id = $1 AND r.skp_id = $2
 ORDER BY r.urut;

-- Of the other days only that there was a report; of today's also what it says.
-- :name home_week :rows      ($2 pegawai_id, $3 from, $4 to, $5 today)
SELECT l.tanggal, l.laporan_id, CASE WHEN l.tanggal = $5 THEN l.uraian END,
       CASE WHEN l.tanggal = $5 THEN l.jumlah END,
       CASE WHEN l.tanggal = $5 THEN l.satuan END, CASE WHEN l.tanggal = $5 THEN l.created_at END,
       CASE WHEN l.tanggal = $5 THEN (SELECT r.uraian FROM rhk r
         WHERE r.instansi_id = l.instansi_id AND r.rhk_id = l.rhk_id) END
  FROM laporan l
 WHERE l.instansi_id = $1 AND l.pegawai_id = $2 AND l.tanggal >= $3 AND l.tanggal <= $4
 ORDER BY l.tanggal DESC, l.laporan_id DESC LIMIT 200;

-- The agency's calendar around today: the year's last days, the period, the free days of the week.
-- :name home_year :one      ($2 tahun, $3 today)
SELECT t.skp_batas, p.nomor, p.nama, p.selesai, CASE WHEN p.status = 'pengisian' THEN 1 ELSE 0 END
  FROM tahun_kinerja t
  LEFT JOIN periode p ON p.instansi_id = t.instansi_id AND p.tahun = t.tahun AND p.nomor > 0
       AND p.mulai <= $3 AND p.selesai >= $3
 WHERE t.instansi_id = $1 AND t.tahun = $2 LIMIT 1;

-- :name home_free_days :rows      ($2 from, $3 to)
SELECT tanggal, nama FROM hari_libur WHERE instansi_id = $1 AND tanggal >= $2 AND tanggal <= $3;

-- Signed results, newest first, from the index evaluasi_pegawai alone.
-- :name home_predikat :rows      ($2 pegawai_id)
SELECT e.evaluasi_id, e.tahun, e.predikat,
       (SELECT p.nama FROM periode p WHERE p.instansi_id = e.instansi_id AND p.tahun = e.tahun
       AND p.nomor = e.nomor)
  FROM evaluasi e
 WHERE e.instansi_id = $1 AND e.pegawai_id = $2 AND e.nomor > 0 AND e.predikat IS NOT NULL
   AND e.state <> 'pengisian' AND e.state <> 'diajukan' AND e.state <> 'dinilai'
 ORDER BY e.tahun DESC, e.nomor DESC LIMIT 5;

-- :name home_office :one
SELECT (SELECT COUNT(*) FROM unit u WHERE u.instansi_id = $1 AND u.valid_to IS NULL),
       (SELECT COUNT(*) FROM pegawai p WHERE p.instansi_id = $1 AND p.valid_to IS NULL);

-- :name home_office_plans :rows      ($2 tahun)
SELECT s.state, COUNT(*) FROM skp s WHERE s.instansi_id = $1 AND s.tahun = $2 GROUP BY s.state;

-- People with a report in the week, from the index laporan_tanggal alone.
-- :name home_office_reporting :one      ($2 from, $3 to)
SELECT COUNT(DISTINCT l.pegawai_id) FROM laporan l
 WHERE l.instansi_id = $1 AND l.tanggal >= $2 AND l.tanggal <= $3;
