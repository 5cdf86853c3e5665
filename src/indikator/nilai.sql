-- SPDX-License-Identifier: Apache-2.0
-- Values of indicators by month.
-- :include indikator/nilai.h indikator/nilai_bulan.h
-- :owns indikator_nilai indikator_nilai_lama

-- :part nilai_columns
SELECT n.nilai_id, n.indikator_id, n.unit_id, n.wilayah_id, n.pegawai_id, n.bulan, n.pembilang,
       n.penyebut, n.cacah, n.asal, n.sumber_data, n.oleh, n.diisi_at, n.version, n.is_batal,
       u.nama AS unit_nama, u.jalur AS unit_jalur, w.nama AS wilayah_nama, w.kode AS wilayah_kode,
       p.nama AS pegawai_nama, a.nama AS oleh_nama
FROM indikator_nilai n
JOIN unit u ON u.instansi_id = n.instansi_id AND u.unit_id = n.unit_id
LEFT JOIN wilayah w ON w.instansi_id = n.instansi_id AND w.wilayah_id = n.wilayah_id
LEFT JOIN pegawai p ON p.instansi_id = n.instansi_id AND p.pegawai_id = n.pegawai_id
LEFT JOIN akun a ON a.instansi_id = n.instansi_id AND a.akun_id = n.oleh

-- :part summed
COUNT(*) AS banyak, CAST(SUM(n.pembilang) AS BIGINT) AS pembilang,
       CAST(SUM(n.penyebut) AS BIGINT) AS penyebut, CAST(SUM(n.cacah) AS BIGINT) AS cacah,
       CAST(SUM(n.pembilang * CASE WHEN n.cacah > 0 THEN n.cacah ELSE 1 END) AS BIGINT) AS timbang,
       CAST(SUM(CASE WHEN n.cacah > 0 THEN n.cacah ELSE 1 END) AS BIGINT) AS bobot,
       CAST(SUM(CASE WHEN n.asal = 'impor' THEN 1 ELSE 0 END) AS BIGINT) AS impor

-- :part asked
FROM indikator_nilai n
JOIN unit u ON u.instansi_id = n.instansi_id AND u.unit_id = n.unit_id
LEFT JOIN wilayah w ON w.instansi_id = n.instansi_id AND w.wilayah_id = n.wilayah_id
WHERE n.instansi_id = $1 AND n.indikator_id = :indikator_id AND n.is_batal = 0
  AND n.bulan >= :dari AND n.bulan <= :sampai
  AND (CAST(:jalur AS TEXT) = '' OR substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) =
    CAST(:jalur AS TEXT))
  AND (n.wilayah_id = :wilayah_id OR w.induk_id = :wilayah_id OR :wilayah_id IS NULL)
  AND (n.pegawai_id = :pegawai_id OR :pegawai_id IS NULL)

-- :name nilai_months :rows indikator_bulan (indikator_id id, dari int, sampai int, jalur text, wilayah_id id, pegawai_id id)
SELECT n.bulan,
-- :use summed
-- :use asked
GROUP BY n.bulan ORDER BY n.bulan;

-- :name nilai_areas :rows indikator_bagian (indikator_id id, dari int, sampai int, jalur text, wilayah_id id, pegawai_id id)
SELECT n.wilayah_id, w.nama, w.kode, COUNT(*) AS jumlah__banyak,
       CAST(SUM(n.pembilang) AS BIGINT) AS jumlah__pembilang,
       CAST(SUM(n.penyebut) AS BIGINT) AS jumlah__penyebut,
       CAST(SUM(n.cacah) AS BIGINT) AS jumlah__cacah,
       CAST(SUM(n.pembilang * CASE WHEN n.cacah > 0 THEN n.cacah ELSE 1 END) AS BIGINT)
         AS jumlah__timbang,
       CAST(SUM(CASE WHEN n.cacah > 0 THEN n.cacah ELSE 1 END) AS BIGINT) AS jumlah__bobot
-- :use asked
  AND n.wilayah_id IS NOT NULL
GROUP BY n.wilayah_id, w.nama, w.kode ORDER BY w.kode;

-- :name nilai_source :one text (indikator_id id, dari int, sampai int)
-- what one of the values names as its source
SELECT MAX(sumber_data) AS sumber FROM indikator_nilai
WHERE instansi_id = $1 AND indikator_id = :indikator_id AND bulan >= :dari AND bulan <= :sampai
  AND is_batal = 0;

-- :name nilai_of_subject :one nilai (indikator_id id, bulan int, unit_id id, wilayah_id id, pegawai_id id)
-- the value of that month, unit, and area or person
-- :use nilai_columns
WHERE n.instansi_id = $1 AND n.indikator_id = :indikator_id AND n.bulan = :bulan
  AND n.unit_id = :unit_id AND COALESCE(n.wilayah_id, n.unit_id) = COALESCE(:wilayah_id, :unit_id)
  AND COALESCE(n.pegawai_id, n.unit_id) = COALESCE(:pegawai_id, :unit_id);

-- :name nilai_of_month :rows nilai (indikator_id id, bulan int, unit_id id)
-- :use nilai_columns
WHERE n.instansi_id = $1 AND n.indikator_id = :indikator_id AND n.bulan = :bulan
  AND n.unit_id = :unit_id;

-- :name nilai_page :rows nilai (indikator_id id, dari int, sampai int, after id, most int)
-- :use nilai_columns
WHERE n.instansi_id = $1 AND n.indikator_id = :indikator_id AND n.bulan >= :dari
  AND n.bulan <= :sampai AND n.is_batal = 0
  AND ((n.bulan, n.nilai_id) <
    (SELECT b.bulan, b.nilai_id FROM indikator_nilai b WHERE b.instansi_id = $1
     AND b.nilai_id = :after) OR :after IS NULL)
ORDER BY n.bulan DESC, n.nilai_id DESC LIMIT :most;

-- :name nilai_usual :one indikator_bulan (indikator_id id, bulan int, unit_id id, wilayah_id id, pegawai_id id)
-- what the same subject had in the year before that month
SELECT COUNT(*) AS banyak, CAST(COALESCE(SUM(pembilang), 0) AS BIGINT) AS pembilang
FROM indikator_nilai
WHERE instansi_id = $1 AND indikator_id = :indikator_id AND bulan < :bulan AND bulan >= :bulan - 100
  AND unit_id = :unit_id AND COALESCE(wilayah_id, unit_id) = COALESCE(:wilayah_id, :unit_id)
  AND COALESCE(pegawai_id, unit_id) = COALESCE(:pegawai_id, :unit_id) AND is_batal = 0;

-- :name nilai_insert :saved nilai (now int64)
INSERT INTO indikator_nilai (instansi_id, nilai_id, indikator_id, bulan, unit_id, wilayah_id,
  pegawai_id, pembilang, penyebut, cacah, asal, sumber_data, oleh, diisi_at)
VALUES ($1, :nilai_id, :indikator_id, :bulan, :unit_id, :wilayah_id, :pegawai_id, :pembilang,
  :penyebut, :cacah, :asal, :sumber_data, :oleh, :now);

-- :name nilai_update :saved nilai (now int64)
UPDATE indikator_nilai SET pembilang = :pembilang, penyebut = :penyebut, cacah = :cacah,
  asal = :asal, sumber_data = :sumber_data, oleh = :oleh, is_batal = :is_batal, diisi_at = :now,
  version = version + 1
WHERE instansi_id = $1 AND nilai_id = :nilai_id AND version = :version;

-- :name nilai_keep_old :saved nilai
INSERT INTO indikator_nilai_lama (instansi_id, nilai_id, version, pembilang, penyebut, cacah, asal,
  sumber_data, is_batal, oleh, diisi_at)
VALUES ($1, :nilai_id, :version, :pembilang, :penyebut, :cacah, :asal, :sumber_data, :is_batal,
  :oleh, :diisi_at);

-- :name nilai_old_rows :rows nilai (nilai_id id)
SELECT l.nilai_id, l.version, l.pembilang, l.penyebut, l.cacah, l.asal, l.sumber_data, l.is_batal,
       l.oleh, l.diisi_at, a.nama AS oleh_nama
FROM indikator_nilai_lama l
LEFT JOIN akun a ON a.instansi_id = l.instansi_id AND a.akun_id = l.oleh
WHERE l.instansi_id = $1 AND l.nilai_id = :nilai_id ORDER BY l.version DESC;

-- :name nilai_people :rows nilai_subjek (unit_id id, most int)
-- who works in that unit
SELECT pegawai_id, nama, nip AS kode FROM pegawai
WHERE instansi_id = $1 AND unit_id = :unit_id AND valid_to IS NULL
ORDER BY nama, nip LIMIT :most;
