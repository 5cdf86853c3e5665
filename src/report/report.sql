-- SPDX-License-Identifier: Apache-2.0
-- Work reports, their evidence, drafts and the roll-up per indicator and month.
-- :include report/report_store.h
-- :owns laporan laporan_lama bukti laporan_draf capaian_rhk

-- :name report_owner :one laporan_pemilik (pegawai_id id)
SELECT p.pegawai_id, p.penilai_id, p.nama, p.nip, j.nama AS jabatan, u.nama AS unit_nama, u.jalur AS
       unit_jalur
  FROM pegawai p
  JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE p.instansi_id = $1 AND p.pegawai_id = :pegawai_id;

-- The results of the plans that were in force on any of these days, each with its indicators, of
-- which one counts the amounts (report_counts_before); a plan that a move has closed was in force
-- up to its end.
-- :name report_choices :each laporan_pilihan (pegawai_id id, from date, to date)
SELECT r.rhk_id, i.iki_id, r.uraian, i.uraian AS indikator, i.satuan, i.aspek AS hitung__aspek,
       i.urut AS hitung__urut,
       CASE WHEN s.state = 'ditutup' THEN 1 ELSE 0 END AS is_ditutup, s.mulai, s.selesai
  FROM skp s
  JOIN rhk r ON r.instansi_id = s.instansi_id AND r.skp_id = s.skp_id
  LEFT JOIN iki i ON i.instansi_id = r.instansi_id AND i.rhk_id = r.rhk_id
 WHERE s.instansi_id = $1 AND s.pegawai_id = :pegawai_id AND s.mulai <= :to AND s.selesai >= :from
   AND s.state IN ('ditetapkan', 'ditutup')
 ORDER BY s.mulai DESC, s.revisi DESC, CASE WHEN r.jenis = 'utama' THEN 0
 ELSE 1 END, r.urut, r.rhk_id;

-- The one of them a report names, with its indicators.
-- :name report_choice :each laporan_pilihan (pegawai_id id, tanggal date, rhk_id id)
SELECT r.rhk_id, i.iki_id, r.uraian, i.uraian AS indikator, i.satuan, i.aspek AS hitung__aspek,
       i.urut AS hitung__urut, i.target?has_target,
       (SELECT CAST(SUM(c.jumlah) AS BIGINT) FROM capaian_rhk c WHERE c.instansi_id = i.instansi_id
       AND c.iki_id = i.iki_id) AS biasa_jumlah,
       (SELECT CAST(SUM(c.banyak) AS BIGINT) FROM capaian_rhk c WHERE c.instansi_id = i.instansi_id
       AND c.iki_id = i.iki_id) AS biasa_banyak,
       CASE WHEN s.state = 'ditutup' THEN 1 ELSE 0 END AS is_ditutup
  FROM rhk r
  JOIN skp s ON s.instansi_id = r.instansi_id AND s.skp_id = r.skp_id
  LEFT JOIN iki i ON i.instansi_id = r.instansi_id AND i.rhk_id = r.rhk_id
 WHERE r.instansi_id = $1 AND r.rhk_id = :rhk_id AND s.pegawai_id = :pegawai_id
 AND s.mulai <= :tanggal AND s.selesai >= :tanggal
   AND s.state IN ('ditetapkan', 'ditutup');

-- :name report_insert :changed laporan :later
INSERT INTO laporan (instansi_id, laporan_id, pegawai_id, rhk_id, iki_id, tanggal, uraian, jumlah,
                     satuan, captured_at, created_at, nomor, hash)
VALUES ($1, :laporan_id, :pegawai_id, :rhk_id, :iki_id, :tanggal, :uraian, :jumlah?has_jumlah,
        :satuan, :captured_at, :created_at, :nomor, :hash);

-- :name report_evidence_insert :changed bukti (laporan_id id) :later
INSERT INTO bukti (instansi_id, bukti_id, laporan_id, jenis, nama, tautan, mime, ukuran, sha256)
VALUES ($1, :bukti_id, :laporan_id, :jenis, :nama, :tautan, :mime, :ukuran, :sha256);

-- :name report_sum_add :changed capaian_iki (tahun int, bulan int) :later
INSERT INTO capaian_rhk (instansi_id, iki_id, tahun, bulan, jumlah, banyak, bukti_banyak)
VALUES ($1, :iki_id, :tahun, :bulan, :jumlah, :banyak, :bukti_banyak)
ON CONFLICT (instansi_id, iki_id, tahun, bulan) DO UPDATE SET
  jumlah = capaian_rhk.jumlah + excluded.jumlah, banyak = capaian_rhk.banyak + excluded.banyak,
  bukti_banyak = capaian_rhk.bukti_banyak + excluded.bukti_banyak;

-- :name report_load :one laporan (laporan_id id)
SELECT l.laporan_id, l.pegawai_id, l.rhk_id, l.iki_id, l.tanggal, l.uraian, l.satuan, l.nomor,
       l.hash, r.uraian AS rhk_uraian, l.jumlah?has_jumlah, l.captured_at, l.created_at, l.read_at
  FROM laporan l LEFT JOIN rhk r ON r.instansi_id = l.instansi_id AND r.rhk_id = l.rhk_id
 WHERE l.instansi_id = $1 AND l.laporan_id = :laporan_id;

-- One that does not hold any more, with the number of what took its place, which may be an old one
-- itself by now.
-- :name report_old_load :one laporan (laporan_id id)
SELECT a.laporan_id, a.pegawai_id, a.tanggal, a.nomor, a.hash, a.created_at, a.ditarik_at,
       a.pengganti_id, COALESCE(l.nomor, b.nomor) AS pengganti_nomor
  FROM laporan_lama a
  LEFT JOIN laporan l ON l.instansi_id = a.instansi_id AND l.laporan_id = a.pengganti_id
  LEFT JOIN laporan_lama b ON b.instansi_id = a.instansi_id AND b.laporan_id = a.pengganti_id
 WHERE a.instansi_id = $1 AND a.laporan_id = :laporan_id;

-- :name report_old_insert :changed laporan
INSERT INTO laporan_lama (instansi_id, laporan_id, pegawai_id, tanggal, nomor, hash, created_at,
                          ditarik_at, pengganti_id)
VALUES ($1, :laporan_id, :pegawai_id, :tanggal, :nomor, :hash, :created_at, :ditarik_at,
        :pengganti_id);

-- All reports, portion by portion, for comparing with the trail.
-- :name report_check :rows laporan (after id, most int)
SELECT l.laporan_id, l.pegawai_id, l.rhk_id, l.iki_id, l.tanggal, l.uraian, l.satuan,
       l.jumlah?has_jumlah, l.captured_at, l.created_at,
       (SELECT COUNT(*) FROM bukti b WHERE b.instansi_id = l.instansi_id
       AND b.laporan_id = l.laporan_id) AS bukti_count
  FROM laporan l WHERE l.instansi_id = $1 AND l.laporan_id > :after
 ORDER BY l.laporan_id LIMIT :most;

-- The newest of a span with their evidence counted.
-- :name report_newest :rows laporan (pegawai_id id, from date, to date, limit int)
SELECT l.laporan_id, l.pegawai_id, l.rhk_id, l.iki_id, l.tanggal, l.uraian, l.satuan, l.nomor,
       l.hash, r.uraian AS rhk_uraian, l.jumlah?has_jumlah, l.captured_at, l.created_at, l.read_at,
       (SELECT COUNT(*) FROM bukti b WHERE b.instansi_id = l.instansi_id
       AND b.laporan_id = l.laporan_id) AS bukti_count
  FROM laporan l LEFT JOIN rhk r ON r.instansi_id = l.instansi_id AND r.rhk_id = l.rhk_id
 WHERE l.instansi_id = $1 AND l.pegawai_id = :pegawai_id AND l.tanggal >= :from AND l.tanggal <= :to
 ORDER BY l.tanggal DESC, l.laporan_id DESC LIMIT :limit;

-- :name report_totals :one laporan_kilas (pegawai_id id, from date, to date)
SELECT COUNT(DISTINCT l.laporan_id) AS laporan, COUNT(b.bukti_id) AS bukti
  FROM laporan l LEFT JOIN bukti b ON b.instansi_id = l.instansi_id AND b.laporan_id = l.laporan_id
 WHERE l.instansi_id = $1 AND l.pegawai_id = :pegawai_id AND l.tanggal >= :from
 AND l.tanggal <= :to;

-- After the last row seen: its day and id.
-- :name report_page :rows laporan (pegawai_id id, from date, to date, last_day date, last_id id)
SELECT l.laporan_id, l.pegawai_id, l.rhk_id, l.iki_id, l.tanggal, l.uraian, l.satuan, l.nomor,
       l.hash, r.uraian AS rhk_uraian, l.jumlah?has_jumlah, l.captured_at, l.created_at, l.read_at
  FROM laporan l LEFT JOIN rhk r ON r.instansi_id = l.instansi_id AND r.rhk_id = l.rhk_id
 WHERE l.instansi_id = $1 AND l.pegawai_id = :pegawai_id AND l.tanggal >= :from AND l.tanggal <= :to
   AND (l.tanggal < :last_day OR (l.tanggal = :last_day AND l.laporan_id < :last_id))
 ORDER BY l.tanggal DESC, l.laporan_id DESC LIMIT 26;

-- :name report_last :one laporan (pegawai_id id, today date)
SELECT l.laporan_id, l.pegawai_id, l.rhk_id, l.iki_id, l.tanggal, l.uraian, l.satuan, l.nomor,
       l.hash, r.uraian AS rhk_uraian, l.jumlah?has_jumlah, l.captured_at, l.created_at, l.read_at
  FROM laporan l LEFT JOIN rhk r ON r.instansi_id = l.instansi_id AND r.rhk_id = l.rhk_id
 WHERE l.instansi_id = $1 AND l.pegawai_id = :pegawai_id AND l.tanggal < :today
 ORDER BY l.tanggal DESC, l.laporan_id DESC LIMIT 1;

-- :name report_evidence_list :rows bukti (laporan_id id)
SELECT bukti_id, jenis, nama, tautan, mime, sha256, ukuran FROM bukti
 WHERE instansi_id = $1 AND laporan_id = :laporan_id ORDER BY bukti_id;

-- :name report_evidence_load :one bukti_milik (bukti_id id)
SELECT b.bukti_id AS bukti__bukti_id, b.jenis AS bukti__jenis, b.nama AS bukti__nama,
       b.tautan AS bukti__tautan, b.mime AS bukti__mime, b.sha256 AS bukti__sha256, b.ukuran AS
       bukti__ukuran, l.pegawai_id
  FROM bukti b JOIN laporan l ON l.instansi_id = b.instansi_id AND l.laporan_id = b.laporan_id
 WHERE b.instansi_id = $1 AND b.bukti_id = :bukti_id;

-- :name report_evidence_delete :changed (laporan_id id)
DELETE FROM bukti WHERE instansi_id = $1 AND laporan_id = :laporan_id;

-- :name report_delete :saved (laporan_id id)
DELETE FROM laporan WHERE instansi_id = $1 AND laporan_id = :laporan_id AND read_at IS NULL;

-- :name report_mark_read :counted (pegawai_id id, now int64)
UPDATE laporan SET read_at = :now, version = version + 1
 WHERE instansi_id = $1 AND pegawai_id = :pegawai_id AND read_at IS NULL;

-- :name report_capaian :rows capaian_iki (skp_id id, tahun int, from_month int, to_month int)
SELECT i.iki_id, CAST(SUM(c.jumlah) AS BIGINT) AS jumlah, CAST(SUM(c.banyak) AS BIGINT) AS banyak,
       CAST(SUM(c.bukti_banyak) AS BIGINT) AS bukti_banyak
  FROM rhk r
  JOIN iki i ON i.instansi_id = r.instansi_id AND i.rhk_id = r.rhk_id
  JOIN capaian_rhk c ON c.instansi_id = i.instansi_id AND c.iki_id = i.iki_id
 WHERE r.instansi_id = $1 AND r.skp_id = :skp_id AND c.tahun = :tahun AND c.bulan >= :from_month
 AND c.bulan <= :to_month
 GROUP BY i.iki_id;

-- :name report_draft_save :changed (pegawai_id id, isi text, now int64)
INSERT INTO laporan_draf (instansi_id, pegawai_id, isi, saved_at)
  VALUES ($1, :pegawai_id, :isi, :now)
ON CONFLICT (instansi_id, pegawai_id) DO UPDATE SET isi = excluded.isi, saved_at =
  excluded.saved_at;

-- :name report_draft_load :one laporan_draf_isi (pegawai_id id)
SELECT isi, saved_at FROM laporan_draf WHERE instansi_id = $1 AND pegawai_id = :pegawai_id;

-- :name report_draft_delete :changed (pegawai_id id) :later
DELETE FROM laporan_draf WHERE instansi_id = $1 AND pegawai_id = :pegawai_id;

-- What the day and the person bring along: a closed period's name, and whether a draft waits that
-- the report replaces.
-- :name report_day :each report_ground (tanggal date, pegawai_id id)
SELECT (SELECT nama FROM periode WHERE instansi_id = $1 AND nomor > 0 AND mulai <= :tanggal
       AND selesai >= :tanggal
          AND status = 'ditutup' LIMIT 1) AS closed,
       (SELECT COUNT(*) FROM laporan_draf WHERE instansi_id = $1
       AND pegawai_id = :pegawai_id) AS has_draft;

-- What the agency has set: how late a report may be, and which amounts are asked about.
-- :name report_law :each law_row
SELECT kunci AS key, berlaku_mulai AS since, nilai AS value FROM setelan WHERE instansi_id = $1;

-- A row when the file must stay: a report names it, or the database at hand does not know the
-- agency at all.
-- :name report_file_needed :found (sha256 text)
SELECT 1 FROM bukti WHERE instansi_id = $1 AND sha256 = :sha256 AND sha256 <> ''
 UNION ALL SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM instansi WHERE instansi_id = $1) LIMIT 1;
