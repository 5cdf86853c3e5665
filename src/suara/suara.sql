-- SPDX-License-Identifier: Apache-2.0
-- Voices: what waits for the night, what was moved, what is judged, words and their themes.
-- :include suara/suara.h suara/suara_own.h suara/suara_staff.h
-- :owns suara suara_masuk suara_kata suara_kata_masuk suara_ciri suara_ciri_masuk suara_kode suara_kode_masuk suara_kunci
-- :owns suara_karantina suara_acak suara_kata_acak suara_kode_acak suara_nama suara_tema suara_kata_tema suara_tema_bulan
-- :bytes asal kode kunci none

-- :name suara_unit_find :one suara_lingkup (unit_id id)
SELECT u.unit_id AS lingkup_id, u.unit_id, u.nama, u.nama AS unit_nama, u.jalur AS unit_jalur
FROM unit u WHERE u.instansi_id = $1 AND u.unit_id = :unit_id AND u.valid_to IS NULL;

-- :name suara_kunci_insert :counted (kunci bytes, hari date)
INSERT INTO suara_kunci (instansi_id, kunci, hari) VALUES ($1, :kunci, :hari) ON CONFLICT DO NOTHING;

-- :name suara_kode_used :found (kode bytes)
SELECT 1 AS n FROM suara_kode WHERE instansi_id = $1 AND kode = :kode
UNION ALL SELECT 1 FROM suara_kode_masuk WHERE instansi_id = $1 AND kode = :kode;

-- :name suara_kode_insert :saved (kode bytes, hari date)
INSERT INTO suara_kode_masuk (instansi_id, kode, hari) VALUES ($1, :kode, :hari);

-- :name suara_place_hour :one int (asal bytes, hari date, jam int)
SELECT COUNT(*) AS n FROM suara_masuk
WHERE instansi_id = $1 AND asal = :asal AND hari = :hari AND jam = :jam;

-- :name suara_place_words :one int (asal bytes, hari date)
SELECT COUNT(*) AS n FROM suara_kata_masuk WHERE instansi_id = $1 AND asal = :asal AND hari = :hari;

-- :name suara_masuk_insert :changed suara (masuk_id id, unit_id id, lingkup_id id, hari date, jam int) :later
INSERT INTO suara_masuk (instansi_id, masuk_id, unit_id, lingkup_id, pegawai_id, hari, jam, asal, bentuk, persyaratan, prosedur,
  waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarpras, percaya)
VALUES ($1, :masuk_id, :unit_id, :lingkup_id, :pegawai_id, :hari, :jam, :asal, :bentuk, :persyaratan, :prosedur, :waktu, :biaya,
  :produk, :kompetensi, :perilaku, :pengaduan, :sarpras, :percaya);

-- :name suara_kata_masuk_insert :changed (kata_id id, unit_id id, lingkup_id id, hari date, asal bytes, isi text) :later
INSERT INTO suara_kata_masuk (instansi_id, kata_id, unit_id, lingkup_id, hari, asal, isi)
VALUES ($1, :kata_id, :unit_id, :lingkup_id, :hari, :asal, :isi);

-- :name suara_ciri_masuk_insert :changed (ciri_id id, unit_id id, lingkup_id id, hari date, asal bytes, hal text, nilai text) :later
INSERT INTO suara_ciri_masuk (instansi_id, ciri_id, unit_id, lingkup_id, hari, asal, hal, nilai)
VALUES ($1, :ciri_id, :unit_id, :lingkup_id, :hari, :asal, :hal, :nilai);

-- :name suara_names_among :rows text (a text, b text, c text, d text, e text, f text, g text, h text)
SELECT kata FROM suara_nama WHERE instansi_id = $1 AND kata IN (:a, :b, :c, :d, :e, :f, :g, :h);

-- the night

-- :name malam_waits :found (hari date)
SELECT 1 AS n FROM suara_masuk WHERE instansi_id = $1 AND hari < :hari
UNION ALL SELECT 1 FROM suara_kunci WHERE instansi_id = $1 AND hari < :hari;

-- :name malam_months :rows int (hari date)
-- the months of what waits: yyyymm
SELECT DISTINCT CAST(substr(hari, 1, 4) AS INTEGER) * 100 + CAST(substr(hari, 6, 2) AS INTEGER) AS bulan
FROM (SELECT hari FROM suara_masuk WHERE instansi_id = $1 AND hari < :hari
      UNION SELECT hari FROM suara_kata_masuk WHERE instansi_id = $1 AND hari < :hari) h;

-- :name malam_places :rows kelompok (from date, until date, most int)
-- what came of one place on one day, more than is usual; by what it is about
SELECT m.asal, m.hari, m.lingkup_id, m.unit_id, COUNT(*) AS jumlah
FROM suara_masuk m
JOIN (SELECT asal, hari FROM suara_masuk WHERE instansi_id = $1 AND hari >= :from AND hari < :until AND length(asal) > 0
      GROUP BY asal, hari HAVING COUNT(*) > :most) p ON p.asal = m.asal AND p.hari = m.hari
WHERE m.instansi_id = $1
GROUP BY m.asal, m.hari, m.lingkup_id, m.unit_id;

-- :name malam_alike :rows serupa (from date, until date, most int)
-- the same ticks about the same thing within an hour, more often than is usual
SELECT lingkup_id, unit_id, hari, jam, persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarpras,
       percaya, COUNT(*) AS jumlah
FROM suara_masuk
WHERE instansi_id = $1 AND hari >= :from AND hari < :until AND length(asal) > 0
GROUP BY lingkup_id, unit_id, hari, jam, persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarpras, percaya
HAVING COUNT(*) > :most;

-- :part masuk_columns
INSERT INTO suara_acak (instansi_id, suara_id, unit_id, lingkup_id, pegawai_id, bulan, karantina_id, bentuk, persyaratan, prosedur,
  waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarpras, percaya)

-- :part masuk_values
  m.bentuk, m.persyaratan, m.prosedur, m.waktu, m.biaya, m.produk, m.kompetensi, m.perilaku, m.pengaduan, m.sarpras, m.percaya
FROM suara_masuk m WHERE m.instansi_id = $1

-- :name malam_place_move :changed kelompok (karantina_id id, bulan int)
-- :use masuk_columns
SELECT $1, m.masuk_id, m.unit_id, m.lingkup_id, m.pegawai_id, :bulan, :karantina_id,
-- :use masuk_values
  AND m.asal = :asal AND m.hari = :hari AND m.lingkup_id = :lingkup_id;

-- :name malam_place_words :changed kelompok (karantina_id id, bulan int)
INSERT INTO suara_kata_acak (instansi_id, kata_id, unit_id, lingkup_id, bulan, karantina_id, isi)
SELECT $1, m.kata_id, m.unit_id, m.lingkup_id, :bulan, :karantina_id, m.isi FROM suara_kata_masuk m
WHERE m.instansi_id = $1 AND m.asal = :asal AND m.hari = :hari AND m.lingkup_id = :lingkup_id;

-- :name malam_place_clear :changed kelompok
DELETE FROM suara_masuk
WHERE instansi_id = $1 AND asal = :asal AND hari = :hari AND lingkup_id = :lingkup_id;

-- :name malam_place_words_clear :changed kelompok
DELETE FROM suara_kata_masuk
WHERE instansi_id = $1 AND asal = :asal AND hari = :hari AND lingkup_id = :lingkup_id;

-- :name malam_place_traits_clear :changed kelompok
DELETE FROM suara_ciri_masuk
WHERE instansi_id = $1 AND asal = :asal AND hari = :hari AND lingkup_id = :lingkup_id;

-- :part alike
  AND m.lingkup_id = :lingkup_id AND m.hari = :hari AND m.jam = :jam AND length(m.asal) > 0 AND m.persyaratan = :persyaratan
  AND m.prosedur = :prosedur AND m.waktu = :waktu AND m.biaya = :biaya AND m.produk = :produk AND m.kompetensi = :kompetensi
  AND m.perilaku = :perilaku AND m.pengaduan = :pengaduan AND m.sarpras = :sarpras AND m.percaya = :percaya

-- :name malam_alike_move :changed serupa (karantina_id id, bulan int)
-- :use masuk_columns
SELECT $1, m.masuk_id, m.unit_id, m.lingkup_id, m.pegawai_id, :bulan, :karantina_id,
-- :use masuk_values
-- :use alike
;

-- :name malam_alike_words :changed serupa (karantina_id id, bulan int)
INSERT INTO suara_kata_acak (instansi_id, kata_id, unit_id, lingkup_id, bulan, karantina_id, isi)
SELECT $1, k.kata_id, k.unit_id, k.lingkup_id, :bulan, :karantina_id, k.isi FROM suara_kata_masuk k
WHERE k.instansi_id = $1 AND k.hari = :hari AND k.lingkup_id = :lingkup_id AND k.asal IN (
  SELECT m.asal FROM suara_masuk m WHERE m.instansi_id = $1
-- :use alike
);

-- :name malam_alike_words_clear :changed serupa
DELETE FROM suara_kata_masuk
WHERE instansi_id = $1 AND hari = :hari AND lingkup_id = :lingkup_id AND asal IN (
  SELECT m.asal FROM suara_masuk m WHERE m.instansi_id = $1
-- :use alike
);

-- :name malam_alike_traits_clear :changed serupa
DELETE FROM suara_ciri_masuk
WHERE instansi_id = $1 AND hari = :hari AND lingkup_id = :lingkup_id AND asal IN (
  SELECT m.asal FROM suara_masuk m WHERE m.instansi_id = $1
-- :use alike
);

-- :name malam_alike_clear :changed serupa
DELETE FROM suara_masuk WHERE instansi_id = $1 AND masuk_id IN (
  SELECT m.masuk_id FROM suara_masuk m WHERE m.instansi_id = $1
-- :use alike
);

-- :name karantina_insert :saved karantina
INSERT INTO suara_karantina (instansi_id, karantina_id, unit_id, lingkup_id, bulan, sebab, jumlah, status)
VALUES ($1, :karantina_id, :unit_id, :lingkup_id, :bulan, :sebab, :jumlah, 'menunggu');

-- :name malam_rest_move :counted (bulan int, from date, until date)
-- :use masuk_columns
SELECT $1, m.masuk_id, m.unit_id, m.lingkup_id, m.pegawai_id, :bulan, NULL,
-- :use masuk_values
  AND m.hari >= :from AND m.hari < :until;

-- :name malam_month_lift :changed (bulan int)
INSERT INTO suara_acak (instansi_id, suara_id, unit_id, lingkup_id, pegawai_id, bulan, karantina_id, bentuk, persyaratan, prosedur,
  waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarpras, percaya)
SELECT instansi_id, suara_id, unit_id, lingkup_id, pegawai_id, bulan, karantina_id, bentuk, persyaratan, prosedur, waktu, biaya,
       produk, kompetensi, perilaku, pengaduan, sarpras, percaya
FROM suara WHERE instansi_id = $1 AND bulan = :bulan;

-- :name malam_month_clear :changed (bulan int)
DELETE FROM suara WHERE instansi_id = $1 AND bulan = :bulan;

-- :name malam_month_lay :changed
-- ids are chance, so this order is
INSERT INTO suara (instansi_id, suara_id, unit_id, lingkup_id, pegawai_id, bulan, karantina_id, bentuk, persyaratan, prosedur,
  waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarpras, percaya)
SELECT instansi_id, suara_id, unit_id, lingkup_id, pegawai_id, bulan, karantina_id, bentuk, persyaratan, prosedur, waktu, biaya,
       produk, kompetensi, perilaku, pengaduan, sarpras, percaya
FROM suara_acak WHERE instansi_id = $1 ORDER BY suara_id;

-- :name malam_acak_clear :changed
DELETE FROM suara_acak WHERE instansi_id = $1;

-- :name malam_masuk_clear :changed (until date)
DELETE FROM suara_masuk WHERE instansi_id = $1 AND hari < :until;

-- :name malam_words_waiting :rows kata_baris (from date, until date, least int, is_over bool)
-- of a month that is not over so many at once or none, so that no word tells its night
SELECT k.kata_id, k.unit_id, k.lingkup_id, k.isi FROM suara_kata_masuk k
WHERE k.instansi_id = $1 AND k.hari >= :from AND k.hari < :until
  AND (:is_over = 1 OR k.lingkup_id IN (
    SELECT lingkup_id FROM suara_kata_masuk WHERE instansi_id = $1 AND hari >= :from AND hari < :until
    GROUP BY lingkup_id HAVING COUNT(*) >= :least))
ORDER BY k.kata_id;

-- :name malam_word_move :saved kata_baris (bulan int)
INSERT INTO suara_kata_acak (instansi_id, kata_id, unit_id, lingkup_id, bulan, karantina_id, isi)
VALUES ($1, :kata_id, :unit_id, :lingkup_id, :bulan, NULL, :isi);

-- :name malam_words_lift :changed (bulan int)
INSERT INTO suara_kata_acak (instansi_id, kata_id, unit_id, lingkup_id, bulan, karantina_id, isi)
SELECT instansi_id, kata_id, unit_id, lingkup_id, bulan, karantina_id, isi FROM suara_kata
WHERE instansi_id = $1 AND bulan = :bulan;

-- :name malam_words_month_clear :changed (bulan int)
DELETE FROM suara_kata WHERE instansi_id = $1 AND bulan = :bulan;

-- :name malam_words_lay :changed
INSERT INTO suara_kata (instansi_id, kata_id, unit_id, lingkup_id, bulan, karantina_id, isi)
SELECT instansi_id, kata_id, unit_id, lingkup_id, bulan, karantina_id, isi FROM suara_kata_acak
WHERE instansi_id = $1 ORDER BY kata_id;

-- :name malam_words_acak_clear :changed
DELETE FROM suara_kata_acak WHERE instansi_id = $1;

-- :name malam_words_clear :changed
DELETE FROM suara_kata_masuk WHERE instansi_id = $1 AND kata_id IN (
  SELECT kata_id FROM suara_kata_acak WHERE instansi_id = $1);

-- :name malam_words_lose_place :changed (until date, none bytes)
UPDATE suara_kata_masuk SET asal = :none WHERE instansi_id = $1 AND hari < :until;

-- :name malam_traits_sum :changed (bulan int, from date, until date)
INSERT INTO suara_ciri (instansi_id, lingkup_id, bulan, hal, nilai, unit_id, jumlah)
SELECT instansi_id, lingkup_id, :bulan, hal, nilai, unit_id, COUNT(*) FROM suara_ciri_masuk
WHERE instansi_id = $1 AND hari >= :from AND hari < :until
GROUP BY instansi_id, lingkup_id, hal, nilai, unit_id
ON CONFLICT (instansi_id, lingkup_id, bulan, hal, nilai) DO UPDATE SET jumlah = suara_ciri.jumlah + excluded.jumlah;

-- :name malam_traits_touch :changed (bulan int)
-- all of the month alike, whichever grew tonight
UPDATE suara_ciri SET jumlah = jumlah WHERE instansi_id = $1 AND bulan = :bulan;

-- :name malam_traits_clear :changed (until date)
DELETE FROM suara_ciri_masuk WHERE instansi_id = $1 AND hari < :until;

-- :name malam_codes_new :changed (until date)
INSERT INTO suara_kode_acak (instansi_id, kode) SELECT instansi_id, kode FROM suara_kode_masuk
WHERE instansi_id = $1 AND hari < :until;

-- :name malam_codes_lift :changed
INSERT INTO suara_kode_acak (instansi_id, kode) SELECT instansi_id, kode FROM suara_kode
WHERE instansi_id = $1;

-- :name malam_codes_clear :changed
DELETE FROM suara_kode WHERE instansi_id = $1;

-- :name malam_codes_lay :changed
INSERT INTO suara_kode (instansi_id, kode) SELECT instansi_id, kode FROM suara_kode_acak
WHERE instansi_id = $1 ORDER BY kode;

-- :name malam_codes_acak_clear :changed
DELETE FROM suara_kode_acak WHERE instansi_id = $1;

-- :name malam_codes_waiting_clear :counted (until date)
DELETE FROM suara_kode_masuk WHERE instansi_id = $1 AND hari < :until;

-- :name malam_keys_clear :changed (until date)
DELETE FROM suara_kunci WHERE instansi_id = $1 AND hari < :until;

-- :name malam_names_clear :changed
DELETE FROM suara_nama WHERE instansi_id = $1;

-- :name malam_names_all :rows text
SELECT nama FROM pegawai WHERE instansi_id = $1;

-- :name malam_name_insert :changed (kata text)
INSERT INTO suara_nama (instansi_id, kata) VALUES ($1, :kata) ON CONFLICT DO NOTHING;

-- themes

-- :name tema_all :rows suara_tema
SELECT tema, nama, kata, version FROM suara_tema WHERE instansi_id = $1 ORDER BY nama, tema;

-- :name tema_insert :changed suara_tema
INSERT INTO suara_tema (instansi_id, tema, nama, kata) VALUES ($1, :tema, :nama, :kata)
ON CONFLICT DO NOTHING;

-- :name tema_update :saved suara_tema
UPDATE suara_tema SET nama = :nama, kata = :kata, version = version + 1
WHERE instansi_id = $1 AND tema = :tema AND version = :version;

-- :name tema_delete :saved suara_tema
DELETE FROM suara_tema WHERE instansi_id = $1 AND tema = :tema AND version = :version;

-- :name tema_words_of :rows kata_baris (bulan int)
SELECT kata_id, unit_id, lingkup_id, bulan, isi FROM suara_kata
WHERE instansi_id = $1 AND karantina_id IS NULL AND bulan = :bulan;

-- :name tema_link :changed (tema text, kata_id id)
INSERT INTO suara_kata_tema (instansi_id, tema, kata_id) VALUES ($1, :tema, :kata_id);

-- :name tema_links_clear :changed (bulan int)
DELETE FROM suara_kata_tema WHERE instansi_id = $1 AND kata_id IN (
  SELECT kata_id FROM suara_kata WHERE instansi_id = $1 AND bulan = :bulan);

-- :name tema_month_clear :changed (bulan int)
DELETE FROM suara_tema_bulan WHERE instansi_id = $1 AND bulan = :bulan;

-- :name tema_month_sum :changed (bulan int)
INSERT INTO suara_tema_bulan (instansi_id, tema, lingkup_id, bulan, unit_id, jumlah)
SELECT k.instansi_id, t.tema, k.lingkup_id, k.bulan, k.unit_id, COUNT(*)
FROM suara_kata_tema t
JOIN suara_kata k ON k.instansi_id = t.instansi_id AND k.kata_id = t.kata_id
WHERE t.instansi_id = $1 AND k.bulan = :bulan AND k.karantina_id IS NULL
GROUP BY k.instansi_id, t.tema, k.lingkup_id, k.bulan, k.unit_id;

-- :name kata_months :rows int
SELECT DISTINCT bulan FROM suara_kata WHERE instansi_id = $1 ORDER BY bulan;

-- :name kata_forget_links :changed (bulan int, most int)
DELETE FROM suara_kata_tema WHERE instansi_id = $1 AND kata_id IN (
  SELECT kata_id FROM suara_kata WHERE instansi_id = $1 AND bulan <= :bulan ORDER BY bulan, kata_id LIMIT :most);

-- :name kata_forget :counted (bulan int, most int)
DELETE FROM suara_kata WHERE instansi_id = $1 AND kata_id IN (
  SELECT kata_id FROM suara_kata WHERE instansi_id = $1 AND bulan <= :bulan ORDER BY bulan, kata_id LIMIT :most);

-- figures

-- :part sums
SELECT s.lingkup_id, s.unit_id, s.bulan, COUNT(*) AS n, COUNT(NULLIF(s.percaya, 0)) AS n_percaya, SUM(s.percaya) AS s_percaya,
  COUNT(NULLIF(s.persyaratan, 0)) AS n_persyaratan, COUNT(NULLIF(s.prosedur, 0)) AS n_prosedur, COUNT(NULLIF(s.waktu, 0)) AS n_waktu,
  COUNT(NULLIF(s.biaya, 0)) AS n_biaya, COUNT(NULLIF(s.produk, 0)) AS n_produk, COUNT(NULLIF(s.kompetensi, 0)) AS n_kompetensi,
  COUNT(NULLIF(s.perilaku, 0)) AS n_perilaku, COUNT(NULLIF(s.pengaduan, 0)) AS n_pengaduan, COUNT(NULLIF(s.sarpras, 0)) AS n_sarpras,
  SUM(s.persyaratan) AS s_persyaratan, SUM(s.prosedur) AS s_prosedur, SUM(s.waktu) AS s_waktu, SUM(s.biaya) AS s_biaya,
  SUM(s.produk) AS s_produk, SUM(s.kompetensi) AS s_kompetensi, SUM(s.perilaku) AS s_perilaku, SUM(s.pengaduan) AS s_pengaduan,
  SUM(s.sarpras) AS s_sarpras
FROM suara s

-- :name suara_sums :rows suara_sum (from int, until int)
-- :use sums
WHERE s.instansi_id = $1 AND s.bulan >= :from AND s.bulan <= :until AND s.karantina_id IS NULL
GROUP BY s.lingkup_id, s.unit_id, s.bulan;

-- :name suara_sums_of_officer :rows suara_sum (pegawai_id id, from int, until int)
-- :use sums
WHERE s.instansi_id = $1 AND s.bulan >= :from AND s.bulan <= :until AND s.karantina_id IS NULL
  AND s.pegawai_id = :pegawai_id
GROUP BY s.lingkup_id, s.unit_id, s.bulan;

-- :name suara_units :rows suara_unit
SELECT u.unit_id, u.induk_id, u.nama, u.jalur FROM unit u
WHERE u.instansi_id = $1 ORDER BY length(u.jalur), u.jalur;

-- :name suara_lingkup_rows :rows suara_baris (jalur text)
-- services of the units of a path, and units as a whole of which somebody spoke
SELECT l.layanan_id AS lingkup_id, l.unit_id, l.slug, l.nama, u.nama AS unit_nama
FROM layanan l JOIN unit u ON u.instansi_id = l.instansi_id AND u.unit_id = l.unit_id
WHERE l.instansi_id = $1 AND substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT)
ORDER BY u.nama, l.nama, l.slug;

-- :name suara_kata_shown :rows kata_baris (lingkup_id id, from int, until int, most int)
SELECT kata_id, unit_id, lingkup_id, bulan, isi FROM suara_kata
WHERE instansi_id = $1 AND lingkup_id = :lingkup_id AND bulan >= :from AND bulan <= :until AND karantina_id IS NULL
ORDER BY kata_id LIMIT :most;

-- :name suara_tema_shown :rows tema_jumlah (lingkup_id id, from int, until int)
SELECT b.tema, t.nama, SUM(b.jumlah) AS jumlah FROM suara_tema_bulan b
JOIN suara_tema t ON t.instansi_id = b.instansi_id AND t.tema = b.tema
WHERE b.instansi_id = $1 AND b.lingkup_id = :lingkup_id AND b.bulan >= :from AND b.bulan <= :until
GROUP BY b.tema, t.nama ORDER BY jumlah DESC, t.nama;

-- quarantine

-- :part held
SELECT k.karantina_id, k.unit_id, k.lingkup_id, k.bulan, k.sebab, k.jumlah, k.status, k.alasan, k.version, u.nama AS unit_nama,
       u.jalur AS unit_jalur, COALESCE(l.nama, u.nama) AS nama
FROM suara_karantina k
JOIN unit u ON u.instansi_id = k.instansi_id AND u.unit_id = k.unit_id
LEFT JOIN layanan l ON l.instansi_id = k.instansi_id AND l.layanan_id = k.lingkup_id
WHERE k.instansi_id = $1

-- :name karantina_find :one karantina (karantina_id id)
-- :use held
  AND k.karantina_id = :karantina_id;

-- :name karantina_waiting :rows karantina (jalur text, most int)
-- :use held
  AND k.status = 'menunggu' AND substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT)
ORDER BY k.bulan, k.karantina_id LIMIT :most;

-- :name karantina_sum :rows suara_sum (karantina_id id)
-- :use sums
WHERE s.instansi_id = $1 AND s.karantina_id = :karantina_id
GROUP BY s.lingkup_id, s.unit_id, s.bulan;

-- :name karantina_words :rows kata_baris (karantina_id id, most int)
SELECT kata_id, unit_id, lingkup_id, bulan, isi FROM suara_kata
WHERE instansi_id = $1 AND karantina_id = :karantina_id ORDER BY kata_id LIMIT :most;

-- :name karantina_decide :saved karantina (akun_id id)
UPDATE suara_karantina SET status = :status, alasan = :alasan, oleh = :akun_id, version = version + 1
WHERE instansi_id = $1 AND karantina_id = :karantina_id AND status = 'menunggu' AND version = :version;

-- :name karantina_release :changed (karantina_id id)
UPDATE suara SET karantina_id = NULL WHERE instansi_id = $1 AND karantina_id = :karantina_id;

-- :name karantina_words_release :changed (karantina_id id)
UPDATE suara_kata SET karantina_id = NULL WHERE instansi_id = $1 AND karantina_id = :karantina_id;

-- :name karantina_words_part :changed (karantina_id id, other id)
UPDATE suara_kata SET karantina_id = :other WHERE instansi_id = $1 AND karantina_id = :karantina_id;

-- :name suara_bulk_insert :saved suara_jawaban
INSERT INTO suara (instansi_id, suara_id, unit_id, lingkup_id, bulan, bentuk, persyaratan, prosedur, waktu, biaya, produk, kompetensi,
  perilaku, pengaduan, sarpras, percaya)
VALUES ($1, :suara_id, :unit_id, :lingkup_id, :bulan, :bentuk, :persyaratan, :prosedur, :waktu, :biaya, :produk, :kompetensi,
  :perilaku, :pengaduan, :sarpras, :percaya);
