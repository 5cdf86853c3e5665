-- SPDX-License-Identifier: Apache-2.0
-- Services, versions of their standards, who serves, and what heads of units promised.
-- :include layanan/layanan.h
-- :include layanan/layanan_change.h
-- :include layanan/layanan_row.h
-- :owns layanan layanan_standar layanan_syarat layanan_langkah layanan_pelaksana maklumat

-- :part service
-- a service with what it promises on a day
SELECT l.layanan_id, l.unit_id, u.nama AS unit_nama, u.jalur AS unit_jalur, l.slug, l.nama,
       l.ringkas, l.nama_en, l.ringkas_en, l.kelompok, l.suara_bentuk, l.is_aktif, l.version,
       s.nomor, s.janji_jumlah, s.janji_satuan, s.biaya,
       CASE WHEN EXISTS (SELECT 1 FROM layanan_standar w WHERE w.instansi_id = $1
                         AND w.layanan_id = l.layanan_id AND w.status = 'diajukan')
            THEN 1 ELSE 0 END AS is_menunggu
FROM layanan l
JOIN unit u ON u.instansi_id = l.instansi_id AND u.unit_id = l.unit_id
LEFT JOIN layanan_standar s ON s.instansi_id = l.instansi_id AND s.layanan_id = l.layanan_id
  AND s.nomor = (SELECT h.nomor FROM layanan_standar h
                 WHERE h.instansi_id = $1 AND h.layanan_id = l.layanan_id
                   AND h.status = 'ditetapkan' AND h.berlaku_sejak <= :day
                 ORDER BY h.berlaku_sejak DESC, h.nomor DESC LIMIT 1)

-- :name layanan_by_slug :one layanan (slug text, day date)
-- :use service
WHERE l.instansi_id = $1 AND l.slug = :slug;

-- :name layanan_by_id :one layanan (layanan_id id, day date)
-- :use service
WHERE l.instansi_id = $1 AND l.layanan_id = :layanan_id;

-- :name layanan_page :rows layanan (cari text, jalur text, is_aktif_only bool, sesudah text, day date, most int)
-- :use service
WHERE l.instansi_id = $1 AND lower(l.nama) LIKE CAST(:cari AS TEXT) ESCAPE '!'
  AND substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT)
  AND l.is_aktif >= :is_aktif_only
  AND (CAST(:sesudah AS TEXT) = '' OR (l.nama, l.slug) >
       (SELECT a.nama, a.slug FROM layanan a WHERE a.instansi_id = $1
        AND a.slug = CAST(:sesudah AS TEXT)))
ORDER BY l.nama, l.slug LIMIT :most;

-- :name layanan_insert :saved layanan
INSERT INTO layanan (instansi_id, layanan_id, unit_id, slug, nama, ringkas, nama_en, ringkas_en,
  kelompok, suara_bentuk, is_aktif)
VALUES ($1, :layanan_id, :unit_id, :slug, :nama, :ringkas, :nama_en, :ringkas_en, :kelompok,
  :suara_bentuk, :is_aktif);

-- :name layanan_update :saved layanan
UPDATE layanan SET slug = :slug, nama = :nama, ringkas = :ringkas, nama_en = :nama_en,
  ringkas_en = :ringkas_en, kelompok = :kelompok, suara_bentuk = :suara_bentuk,
  is_aktif = :is_aktif, version = version + 1
WHERE instansi_id = $1 AND layanan_id = :layanan_id AND version = :version;

-- :name layanan_slug_taken :found (slug text, layanan_id id)
SELECT 1 AS n FROM layanan
WHERE instansi_id = $1 AND slug = :slug
  AND (layanan_id <> :layanan_id OR :layanan_id IS NULL);

-- :part version
SELECT s.layanan_id, s.nomor, s.status, s.berlaku_sejak, s.janji_jumlah, s.janji_satuan, s.biaya,
       s.produk, s.prosedur, s.pengaduan, s.dasar_hukum, s.sarana, s.kompetensi, s.pengawasan,
       s.pelaksana, s.jaminan_layanan, s.jaminan_aman, s.evaluasi, s.kompensasi, s.forum_tanggal,
       s.forum_hadir, s.forum_pokok, s.forum_jawaban, s.sk_nomor, s.sk_tanggal, s.catatan,
       s.disusun_oleh, s.diajukan_oleh, s.ditetapkan_at, s.ditetapkan_nama, s.ditetapkan_jabatan,
       s.version
FROM layanan_standar s

-- :name standar_by_nomor :one standar (layanan_id id, nomor int)
-- :use version
WHERE s.instansi_id = $1 AND s.layanan_id = :layanan_id AND s.nomor = :nomor;

-- :name standar_in_force :one standar (layanan_id id, day date)
-- :use version
WHERE s.instansi_id = $1 AND s.layanan_id = :layanan_id AND s.status = 'ditetapkan'
  AND s.berlaku_sejak <= :day
ORDER BY s.berlaku_sejak DESC, s.nomor DESC LIMIT 1;

-- :name standar_open :one standar (layanan_id id)
-- :use version
WHERE s.instansi_id = $1 AND s.layanan_id = :layanan_id AND s.status <> 'ditetapkan'
ORDER BY s.nomor DESC LIMIT 1;

-- :name standar_all :rows standar (layanan_id id)
-- :use version
WHERE s.instansi_id = $1 AND s.layanan_id = :layanan_id
ORDER BY s.nomor DESC;

-- :name standar_newest :one int (layanan_id id)
SELECT COALESCE(MAX(nomor), 0) AS n FROM layanan_standar
WHERE instansi_id = $1 AND layanan_id = :layanan_id;

-- :name standar_insert :saved standar
INSERT INTO layanan_standar (instansi_id, layanan_id, nomor, status, janji_jumlah, janji_satuan,
  biaya, produk, prosedur, pengaduan, dasar_hukum, sarana, kompetensi, pengawasan, pelaksana,
  jaminan_layanan, jaminan_aman, evaluasi, kompensasi, forum_tanggal, forum_hadir, forum_pokok,
  forum_jawaban, disusun_oleh)
VALUES ($1, :layanan_id, :nomor, 'draf', :janji_jumlah, :janji_satuan, :biaya, :produk, :prosedur,
  :pengaduan, :dasar_hukum, :sarana, :kompetensi, :pengawasan, :pelaksana, :jaminan_layanan,
  :jaminan_aman, :evaluasi, :kompensasi, :forum_tanggal, :forum_hadir, :forum_pokok,
  :forum_jawaban, :disusun_oleh);

-- :name standar_update :saved standar
UPDATE layanan_standar SET janji_jumlah = :janji_jumlah, janji_satuan = :janji_satuan,
  biaya = :biaya, produk = :produk, prosedur = :prosedur, pengaduan = :pengaduan,
  dasar_hukum = :dasar_hukum, sarana = :sarana, kompetensi = :kompetensi,
  pengawasan = :pengawasan, pelaksana = :pelaksana, jaminan_layanan = :jaminan_layanan,
  jaminan_aman = :jaminan_aman, evaluasi = :evaluasi, kompensasi = :kompensasi,
  forum_tanggal = :forum_tanggal, forum_hadir = :forum_hadir, forum_pokok = :forum_pokok,
  forum_jawaban = :forum_jawaban, disusun_oleh = :disusun_oleh, version = version + 1
WHERE instansi_id = $1 AND layanan_id = :layanan_id AND nomor = :nomor AND status = 'draf'
  AND version = :version;

-- :name standar_submit :saved standar (akun_id id, now int64)
UPDATE layanan_standar SET status = 'diajukan', diajukan_oleh = :akun_id, diajukan_at = :now,
  catatan = '', version = version + 1
WHERE instansi_id = $1 AND layanan_id = :layanan_id AND nomor = :nomor AND status = 'draf'
  AND version = :version;

-- :name standar_return :counted (layanan_id id, nomor int, version int64, catatan text)
UPDATE layanan_standar SET status = 'draf', catatan = :catatan, version = version + 1
WHERE instansi_id = $1 AND layanan_id = :layanan_id AND nomor = :nomor AND status = 'diajukan'
  AND version = :version;

-- :name standar_set :saved standar (akun_id id)
UPDATE layanan_standar SET status = 'ditetapkan', berlaku_sejak = :berlaku_sejak,
  sk_nomor = :sk_nomor, sk_tanggal = :sk_tanggal, ditetapkan_oleh = :akun_id,
  ditetapkan_at = :ditetapkan_at, ditetapkan_nama = :ditetapkan_nama,
  ditetapkan_jabatan = :ditetapkan_jabatan, version = version + 1
WHERE instansi_id = $1 AND layanan_id = :layanan_id AND nomor = :nomor AND status = 'diajukan'
  AND version = :version;

-- :name syarat_rows :rows syarat (layanan_id id, nomor int)
SELECT nama, keterangan, is_wajib FROM layanan_syarat
WHERE instansi_id = $1 AND layanan_id = :layanan_id AND nomor = :nomor ORDER BY urut;

-- :name langkah_rows :rows langkah (layanan_id id, nomor int)
SELECT nama FROM layanan_langkah
WHERE instansi_id = $1 AND layanan_id = :layanan_id AND nomor = :nomor ORDER BY urut;

-- :name syarat_insert :saved syarat (layanan_id id, nomor int, urut int)
INSERT INTO layanan_syarat (instansi_id, layanan_id, nomor, urut, nama, keterangan, is_wajib)
VALUES ($1, :layanan_id, :nomor, :urut, :nama, :keterangan, :is_wajib);

-- :name langkah_insert :saved langkah (layanan_id id, nomor int, urut int)
INSERT INTO layanan_langkah (instansi_id, layanan_id, nomor, urut, nama)
VALUES ($1, :layanan_id, :nomor, :urut, :nama);

-- :name syarat_clear :changed (layanan_id id, nomor int)
DELETE FROM layanan_syarat
WHERE instansi_id = $1 AND layanan_id = :layanan_id AND nomor = :nomor;

-- :name langkah_clear :changed (layanan_id id, nomor int)
DELETE FROM layanan_langkah
WHERE instansi_id = $1 AND layanan_id = :layanan_id AND nomor = :nomor;

-- :name layanan_jabatan_rows :rows layanan_jabatan (layanan_id id, jalur text, most int)
-- posts of the unit and below it, those that serve first
SELECT j.jabatan_id, j.nama, u.nama AS unit_nama,
       CASE WHEN p.jabatan_id IS NULL THEN 0 ELSE 1 END AS is_pelaksana
FROM unit u
JOIN jabatan j ON j.instansi_id = u.instansi_id AND j.unit_id = u.unit_id AND j.valid_to IS NULL
LEFT JOIN layanan_pelaksana p ON p.instansi_id = j.instansi_id AND p.jabatan_id = j.jabatan_id
  AND p.layanan_id = :layanan_id
WHERE u.instansi_id = $1 AND u.valid_to IS NULL
  AND substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT)
ORDER BY is_pelaksana DESC, u.jalur, j.nama LIMIT :most;

-- :name pelaksana_clear :changed (layanan_id id)
DELETE FROM layanan_pelaksana WHERE instansi_id = $1 AND layanan_id = :layanan_id;

-- :name pelaksana_insert :changed (layanan_id id, jabatan_id id)
INSERT INTO layanan_pelaksana (instansi_id, layanan_id, jabatan_id)
VALUES ($1, :layanan_id, :jabatan_id) ON CONFLICT DO NOTHING;

-- :name maklumat_newest :one maklumat (unit_id id)
-- of the unit, else of the nearest above it that has one
SELECT m.unit_id, a.nama AS unit_nama, m.nomor, m.isi, m.nama, m.jabatan, m.tanggal
FROM unit u
JOIN unit a ON a.instansi_id = u.instansi_id AND substr(u.jalur, 1, length(a.jalur)) = a.jalur
JOIN maklumat m ON m.instansi_id = a.instansi_id AND m.unit_id = a.unit_id
WHERE u.instansi_id = $1 AND u.unit_id = :unit_id
ORDER BY length(a.jalur) DESC, m.nomor DESC LIMIT 1;

-- :name maklumat_count :one int (unit_id id)
SELECT COUNT(*) AS n FROM maklumat WHERE instansi_id = $1 AND unit_id = :unit_id;

-- :name maklumat_insert :saved maklumat (akun_id id)
INSERT INTO maklumat (instansi_id, unit_id, nomor, isi, nama, jabatan, tanggal, oleh)
VALUES ($1, :unit_id, :nomor, :isi, :nama, :jabatan, :tanggal, :akun_id);

-- :name layanan_kode_rows :rows layanan_kode (jalur text, most int)
SELECT l.layanan_id, u.kode AS unit_kode, l.slug, l.nama, l.kelompok, l.ringkas
FROM layanan l
JOIN unit u ON u.instansi_id = l.instansi_id AND u.unit_id = l.unit_id
WHERE l.instansi_id = $1
  AND substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT)
ORDER BY u.jalur, l.nama, l.slug LIMIT :most;

-- :name layanan_unit_of :one id (kode text)
SELECT unit_id FROM unit WHERE instansi_id = $1 AND kode = :kode AND valid_to IS NULL;

-- :name standar_waiting :rows standar_tunggu (jalur text, akun_id id, most int)
-- not what the actor has submitted
SELECT s.layanan_id AS record, l.nama AS who, s.nomor
FROM layanan_standar s
JOIN layanan l ON l.instansi_id = s.instansi_id AND l.layanan_id = s.layanan_id
JOIN unit u ON u.instansi_id = l.instansi_id AND u.unit_id = l.unit_id
WHERE s.instansi_id = $1 AND s.status = 'diajukan' AND s.diajukan_oleh <> :akun_id
  AND substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT)
ORDER BY s.diajukan_at LIMIT :most;

-- :name standar_bulk_insert :saved standar
INSERT INTO layanan_standar (instansi_id, layanan_id, nomor, status, berlaku_sejak, janji_jumlah,
  janji_satuan, biaya, produk, prosedur, pengaduan, dasar_hukum, sarana, kompetensi, pengawasan,
  pelaksana, jaminan_layanan, jaminan_aman, evaluasi, kompensasi, forum_tanggal, forum_hadir,
  forum_pokok, forum_jawaban, sk_nomor, sk_tanggal, ditetapkan_at, ditetapkan_nama,
  ditetapkan_jabatan)
VALUES ($1, :layanan_id, :nomor, 'ditetapkan', :berlaku_sejak, :janji_jumlah, :janji_satuan,
  :biaya, :produk, :prosedur, :pengaduan, :dasar_hukum, :sarana, :kompetensi, :pengawasan,
  :pelaksana, :jaminan_layanan, :jaminan_aman, :evaluasi, :kompensasi, :forum_tanggal,
  :forum_hadir, :forum_pokok, :forum_jawaban, :sk_nomor, :sk_tanggal, :ditetapkan_at,
  :ditetapkan_nama, :ditetapkan_jabatan);
