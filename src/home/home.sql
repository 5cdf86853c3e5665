-- SPDX-License-Identifier: Apache-2.0
-- What the first page shows: own plan, own week, own results, and counts of what waits.
-- :include home/home_store.h org/org.h
-- :enum skp_state state
-- :enum predikat predikat

-- The year's plans, newest first.
-- :name home_plan :each skp (pegawai_id id, tahun int)
SELECT skp_id, state, mulai, selesai FROM skp
 WHERE instansi_id = $1 AND pegawai_id = :pegawai_id AND tahun = :tahun
 ORDER BY mulai DESC, revisi DESC;

-- Each result with its indicators and what was reported for them in the year. In the order of the
-- index alone: the page is asked for all day, and a sorting step costs more than everything else
-- here. The indicator that counts is one of quantity, else the first (report_counts_before): the
-- others are not looked at.
-- :name home_results :each home_result (skp_id id, tahun int)
SELECT r.rhk_id, r.uraian, i.satuan, i.target, CASE WHEN i.arah = 'higher_better' THEN 1
       ELSE 0 END AS is_measured, CASE WHEN r.jenis = 'utama' THEN 1 ELSE 0 END AS is_utama,
       i.aspek AS hitung__aspek, i.urut AS hitung__urut,
       (SELECT CAST(SUM(c.jumlah) AS BIGINT) FROM capaian_rhk c
         WHERE c.instansi_id = r.instansi_id AND c.iki_id = i.iki_id AND c.tahun = :tahun) AS jumlah
  FROM rhk r
  LEFT JOIN iki i ON i.instansi_id = r.instansi_id AND i.rhk_id = r.rhk_id
  AND (i.aspek = 'kuantitas' OR i.urut = 1)
 WHERE r.instansi_id = $1 AND r.skp_id = :skp_id
 ORDER BY r.urut;

-- Of the other days only that there was a report; of today's also what it says.
-- :name home_week :each laporan (pegawai_id id, from date, to date, today date)
SELECT l.tanggal, l.laporan_id, CASE WHEN l.tanggal = :today THEN l.uraian END AS uraian,
       CASE WHEN l.tanggal = :today THEN l.jumlah END AS jumlah?has_jumlah,
       CASE WHEN l.tanggal = :today THEN l.satuan END AS satuan,
       CASE WHEN l.tanggal = :today THEN l.created_at END AS created_at,
       CASE WHEN l.tanggal = :today THEN (SELECT r.uraian FROM rhk r
         WHERE r.instansi_id = l.instansi_id AND r.rhk_id = l.rhk_id) END AS rhk_uraian
  FROM laporan l
 WHERE l.instansi_id = $1 AND l.pegawai_id = :pegawai_id AND l.tanggal >= :from
   AND l.tanggal <= :to
 ORDER BY l.tanggal DESC, l.laporan_id DESC LIMIT 200;

-- The agency's calendar around today: the year's last days, the period, the free days of the week.
-- :name home_year :one home_calendar (tahun int, today date)
SELECT t.skp_batas, p.nomor AS periode_nomor, p.nama AS periode_nama, p.selesai AS periode_selesai,
       CASE WHEN p.status = 'pengisian' THEN 1 ELSE 0 END AS is_periode_open
  FROM tahun_kinerja t
  LEFT JOIN periode p ON p.instansi_id = t.instansi_id AND p.tahun = t.tahun AND p.nomor > 0
       AND p.mulai <= :today AND p.selesai >= :today
 WHERE t.instansi_id = $1 AND t.tahun = :tahun LIMIT 1;

-- :name home_free_days :each hari_libur (from date, to date)
SELECT tanggal, nama FROM hari_libur WHERE instansi_id = $1 AND tanggal >= :from AND tanggal <= :to
   AND jenis <> 'wfa_edaran';

-- Signed results, newest first, from the index evaluasi_pegawai alone.
-- :name home_predikat :rows home_predikat (pegawai_id id)
SELECT e.evaluasi_id, e.tahun, e.predikat,
       (SELECT p.nama FROM periode p WHERE p.instansi_id = e.instansi_id AND p.tahun = e.tahun
       AND p.nomor = e.nomor) AS periode
  FROM evaluasi e
 WHERE e.instansi_id = $1 AND e.pegawai_id = :pegawai_id AND e.nomor > 0 AND e.predikat IS NOT NULL
   AND e.state <> 'pengisian' AND e.state <> 'diajukan' AND e.state <> 'dinilai'
 ORDER BY e.tahun DESC, e.nomor DESC LIMIT 5;

-- People with a report in the week: from the index laporan_tanggal alone.
-- :name home_office :one home_office (from date, to date)
SELECT (SELECT COUNT(*) FROM unit u WHERE u.instansi_id = $1 AND u.valid_to IS NULL) AS unit,
       (SELECT COUNT(*) FROM pegawai p WHERE p.instansi_id = $1 AND p.valid_to IS NULL) AS pegawai,
       (SELECT COUNT(DISTINCT l.pegawai_id) FROM laporan l
         WHERE l.instansi_id = $1 AND l.tanggal >= :from AND l.tanggal <= :to) AS melapor;

-- :name home_office_plans :each home_state (tahun int)
SELECT s.state, COUNT(*) AS count FROM skp s WHERE s.instansi_id = $1 AND s.tahun = :tahun
 GROUP BY s.state;
