-- SPDX-License-Identifier: Apache-2.0
-- Documents, what was done to them, and the days they add up to.
-- :include berkas/berkas_own.h
-- :owns berkas berkas_jejak berkas_hari
-- :enum berkas_keadaan keadaan
-- :enum zona zona
-- :bytes nama_tertutup kontak_tertutup nik_hash

-- :part document
SELECT b.berkas_id, b.kode, b.layanan_id, l.nama AS layanan_nama, l.slug AS layanan_slug,
       b.unit_id, u.nama AS unit_nama, u.jalur AS unit_jalur, u.zona, b.nomor, b.langkah,
       g.nama AS langkah_nama, b.keadaan, b.is_buka, b.urut, b.nama AS nama_tertutup,
       b.kontak AS kontak_tertutup, b.nik_hash, b.kurang, b.sebab, b.rak, b.is_lengkap_pertama,
       b.diterima_at, b.lengkap_at, b.janji_at, b.akan_at, b.tahu_at, b.sejak_at, b.selesai_at,
       b.serah_at, b.janji_jumlah, b.janji_satuan, b.lama, b.tunggu_lama, b.pelaku_id,
       b.hapus_pada, b.version
FROM berkas b
JOIN layanan l ON l.instansi_id = b.instansi_id AND l.layanan_id = b.layanan_id
JOIN unit u ON u.instansi_id = b.instansi_id AND u.unit_id = b.unit_id
LEFT JOIN layanan_langkah g ON g.instansi_id = b.instansi_id AND g.layanan_id = b.layanan_id
  AND g.nomor = b.nomor AND g.urut = b.langkah

-- :part in_reach
  AND substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT)

-- :part in_units
  AND k.unit_id IN (SELECT v.unit_id FROM unit v WHERE v.instansi_id = $1
    AND substr(v.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT))

-- :name berkas_by_id :one berkas (berkas_id id)
-- :use document
WHERE b.instansi_id = $1 AND b.berkas_id = :berkas_id;

-- :name berkas_by_kode :one berkas (kode text)
-- :use document
WHERE b.instansi_id = $1 AND b.kode = :kode;

-- :name berkas_kode_taken :found (kode text)
SELECT 1 AS n FROM berkas WHERE instansi_id = $1 AND kode = :kode;

-- :name berkas_insert :saved berkas
INSERT INTO berkas (instansi_id, berkas_id, kode, layanan_id, unit_id, nomor, langkah, keadaan,
  is_buka, urut, nama, kontak, nik_hash, kurang, sebab, rak, is_lengkap_pertama, diterima_at,
  lengkap_at, janji_at, akan_at, tahu_at, sejak_at, selesai_at, serah_at, janji_jumlah,
  janji_satuan, lama, tunggu_lama, pelaku_id, hapus_pada)
VALUES ($1, :berkas_id, :kode, :layanan_id, :unit_id, :nomor, :langkah, :keadaan, :is_buka, :urut,
  :nama_tertutup?, :kontak_tertutup?, :nik_hash?, :kurang, :sebab, :rak, :is_lengkap_pertama,
  :diterima_at, :lengkap_at, :janji_at, :akan_at, :tahu_at, :sejak_at, :selesai_at, :serah_at,
  :janji_jumlah, :janji_satuan, :lama, :tunggu_lama, :pelaku_id, :hapus_pada);

-- :name berkas_update :saved berkas
UPDATE berkas SET nomor = :nomor, langkah = :langkah, keadaan = :keadaan, is_buka = :is_buka,
  urut = :urut, kurang = :kurang, sebab = :sebab, rak = :rak, lengkap_at = :lengkap_at,
  janji_at = :janji_at, akan_at = :akan_at, tahu_at = :tahu_at, sejak_at = :sejak_at,
  selesai_at = :selesai_at, serah_at = :serah_at, janji_jumlah = :janji_jumlah,
  janji_satuan = :janji_satuan, lama = :lama, tunggu_lama = :tunggu_lama,
  pelaku_id = :pelaku_id, hapus_pada = :hapus_pada, version = version + 1
WHERE instansi_id = $1 AND berkas_id = :berkas_id AND version = :version;

-- :name berkas_open_count :one berkas_jumlah (jalur text, now int64, tomorrow int64, waits int64, ready int64)
SELECT COUNT(*) AS semua,
       COALESCE(SUM(CASE WHEN b.urut < :now THEN 1 ELSE 0 END), 0) AS lewat,
       COALESCE(SUM(CASE WHEN b.urut >= :now AND b.urut < :tomorrow THEN 1 ELSE 0 END), 0)
         AS hari_ini,
       COALESCE(SUM(CASE WHEN b.urut >= :waits AND b.urut < :ready THEN 1 ELSE 0 END), 0)
         AS warga,
       COALESCE(SUM(CASE WHEN b.urut >= :ready THEN 1 ELSE 0 END), 0) AS siap
FROM berkas b
JOIN unit u ON u.instansi_id = b.instansi_id AND u.unit_id = b.unit_id
WHERE b.instansi_id = $1 AND b.is_buka = 1
-- :use in_reach
;

-- :name berkas_page :rows berkas (jalur text, from int64, to int64, after_urut int64, after_id id, most int)
-- :use document
WHERE b.instansi_id = $1 AND b.berkas_id IN (
  SELECT k.berkas_id FROM berkas k
  WHERE k.instansi_id = $1 AND k.is_buka = 1 AND k.urut >= :from AND k.urut < :to
    AND k.urut >= :after_urut
    AND (k.urut > :after_urut OR k.berkas_id > :after_id OR :after_id IS NULL)
-- :use in_units
  ORDER BY k.urut, k.berkas_id LIMIT :most)
ORDER BY b.urut, b.berkas_id;

-- :name berkas_by_nik :rows berkas :sqlite (hash bytes, jalur text, most int)
-- :use document
WHERE b.instansi_id = $1 AND b.berkas_id IN (
  SELECT k.berkas_id FROM berkas k INDEXED BY berkas_nik WHERE k.instansi_id = $1 AND k.nik_hash = :hash
-- :use in_units
  ORDER BY k.berkas_id DESC LIMIT :most)
ORDER BY b.berkas_id DESC;

-- :name berkas_by_words :rows berkas :sqlite (dari text, sampai text, rak text, jalur text, most int)
-- :use document
WHERE b.instansi_id = $1 AND b.berkas_id IN (
    SELECT k.berkas_id FROM berkas k
    WHERE k.instansi_id = $1 AND k.kode >= :dari AND k.kode < :sampai
-- :use in_units
    UNION ALL
    SELECT k.berkas_id FROM berkas k INDEXED BY berkas_buka
    WHERE k.instansi_id = $1 AND k.is_buka = 1 AND lower(k.rak) = :rak AND k.rak <> ''
-- :use in_units
  )
ORDER BY b.berkas_id DESC LIMIT :most;

-- :name berkas_by_nik :rows berkas :postgres (hash bytes, jalur text, most int)
-- :use document
WHERE b.instansi_id = $1 AND b.berkas_id IN (
  SELECT k.berkas_id FROM berkas k WHERE k.instansi_id = $1 AND k.nik_hash = :hash
-- :use in_units
  ORDER BY k.berkas_id DESC LIMIT :most)
ORDER BY b.berkas_id DESC;

-- :name berkas_by_words :rows berkas :postgres (dari text, sampai text, rak text, jalur text, most int)
-- :use document
WHERE b.instansi_id = $1 AND b.berkas_id IN (
    SELECT k.berkas_id FROM berkas k
    WHERE k.instansi_id = $1 AND k.kode >= :dari AND k.kode < :sampai
-- :use in_units
    UNION ALL
    SELECT k.berkas_id FROM berkas k
    WHERE k.instansi_id = $1 AND k.is_buka = 1 AND lower(k.rak) = :rak AND k.rak <> ''
-- :use in_units
  )
ORDER BY b.berkas_id DESC LIMIT :most;

-- :name berkas_untold :rows waiting_row (jalur text, now int64, most int)
SELECT b.berkas_id AS record, l.nama AS who
FROM berkas b
JOIN layanan l ON l.instansi_id = b.instansi_id AND l.layanan_id = b.layanan_id
JOIN unit u ON u.instansi_id = b.instansi_id AND u.unit_id = b.unit_id
WHERE b.instansi_id = $1 AND b.is_buka = 1 AND b.urut < :now AND b.akan_at < :now
-- :use in_reach
ORDER BY b.urut, b.berkas_id LIMIT :most;

-- :name jejak_insert :saved berkas_jejak (berkas_id id, akun_id id)
INSERT INTO berkas_jejak (instansi_id, berkas_id, urut, pada, perbuatan, langkah, akun_id, catatan)
VALUES ($1, :berkas_id, :urut, :pada, :perbuatan, :langkah, :akun_id, :catatan);

-- :name jejak_newest :one int (berkas_id id)
SELECT COALESCE(MAX(urut), 0) AS n FROM berkas_jejak
WHERE instansi_id = $1 AND berkas_id = :berkas_id;

-- :name jejak_rows :rows berkas_jejak (berkas_id id)
SELECT j.urut, j.pada, j.perbuatan, j.langkah, g.nama AS langkah_nama, a.nama AS akun_nama,
       j.catatan
FROM berkas_jejak j
JOIN berkas b ON b.instansi_id = j.instansi_id AND b.berkas_id = j.berkas_id
LEFT JOIN layanan_langkah g ON g.instansi_id = b.instansi_id AND g.layanan_id = b.layanan_id
  AND g.nomor = b.nomor AND g.urut = j.langkah
LEFT JOIN akun a ON a.instansi_id = j.instansi_id AND a.akun_id = j.akun_id
WHERE j.instansi_id = $1 AND j.berkas_id = :berkas_id
ORDER BY j.urut;

-- :name hari_add :changed berkas_hari
INSERT INTO berkas_hari (instansi_id, layanan_id, tanggal, pelaku_id, ukuran, lama, selesai, tepat,
  diterima, lengkap_pertama)
VALUES ($1, :layanan_id, :tanggal, :pelaku_id, :ukuran, :lama, :selesai, :tepat, :diterima,
  :lengkap_pertama)
ON CONFLICT (instansi_id, layanan_id, tanggal, pelaku_id, ukuran, lama) DO UPDATE SET
  selesai = berkas_hari.selesai + excluded.selesai, tepat = berkas_hari.tepat + excluded.tepat,
  diterima = berkas_hari.diterima + excluded.diterima,
  lengkap_pertama = berkas_hari.lengkap_pertama + excluded.lengkap_pertama;

-- :part of_scope
FROM berkas_hari h
JOIN layanan l ON l.instansi_id = h.instansi_id AND l.layanan_id = h.layanan_id
JOIN unit u ON u.instansi_id = l.instansi_id AND u.unit_id = l.unit_id
WHERE h.instansi_id = $1 AND h.tanggal >= :from AND h.tanggal <= :to
  AND (h.layanan_id = :layanan_id OR :layanan_id IS NULL)
  AND (h.pelaku_id = :pelaku_id OR :pelaku_id IS NULL)
  AND substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT)

-- :name hari_sums :one berkas_hari (layanan_id id, pelaku_id id, jalur text, from date, to date)
SELECT COALESCE(SUM(h.selesai), 0) AS selesai, COALESCE(SUM(h.tepat), 0) AS tepat,
       COALESCE(SUM(h.diterima), 0) AS diterima,
       COALESCE(SUM(h.lengkap_pertama), 0) AS lengkap_pertama
-- :use of_scope
;

-- :name hari_lengths :rows berkas_lama (layanan_id id, pelaku_id id, jalur text, from date, to date)
SELECT h.ukuran, h.lama, SUM(h.selesai) AS jumlah
-- :use of_scope
  AND h.lama >= 0
GROUP BY h.ukuran, h.lama HAVING SUM(h.selesai) > 0
ORDER BY h.ukuran, h.lama;

-- :part due
SELECT d.berkas_id FROM berkas d WHERE d.instansi_id = $1 AND d.hapus_pada <= :today
ORDER BY d.hapus_pada, d.berkas_id LIMIT :most

-- :name jejak_forget :changed (today date, most int)
UPDATE berkas_jejak SET catatan = '' WHERE instansi_id = $1 AND berkas_id IN (
-- :use due
);

-- :name berkas_forget :counted (today date, most int)
UPDATE berkas SET nama = NULL, kontak = NULL, nik_hash = NULL, kurang = '', sebab = '',
  keadaan = CASE WHEN keadaan = 'selesai' THEN keadaan ELSE 'batal' END, is_buka = 0,
  hapus_pada = NULL, version = version + 1
WHERE instansi_id = $1 AND berkas_id IN (
-- :use due
);
