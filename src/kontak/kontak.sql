-- SPDX-License-Identifier: Apache-2.0
-- How the public reaches an agency and its units.
-- :include kontak/kontak.h
-- :include kontak/kantor_row.h
-- :enum zona zona
-- :owns unit_kontak unit_tutup

-- :name kontak_find :one kontak (unit_id id)
SELECT u.unit_id, u.induk_id, u.nama, u.jalur, i.nama AS induk_nama,
       CASE WHEN u.induk_id IS NULL THEN 1 ELSE 0 END AS is_instansi, k.alamat, k.telepon, k.email,
       k.jam_kerja, k.jam_jumat, k.jam_sabtu, k.jam_minggu, k.version
FROM unit u
LEFT JOIN unit i ON i.instansi_id = u.instansi_id AND i.unit_id = u.induk_id
LEFT JOIN unit_kontak k ON k.instansi_id = u.instansi_id AND k.unit_id = u.unit_id
WHERE u.instansi_id = $1 AND u.unit_id = :unit_id AND u.valid_to IS NULL;

-- :name kontak_root :one id
SELECT unit_id FROM unit WHERE instansi_id = $1 AND induk_id IS NULL AND valid_to IS NULL
       ORDER BY jalur LIMIT 1;

-- :part a_page
-- behind the unit of that code, one page
        AND (CAST(:sesudah AS TEXT) = '' OR (u.urut, u.kode) >
             (SELECT a.urut, a.kode FROM unit a WHERE a.instansi_id = $1
             AND a.kode = CAST(:sesudah AS TEXT)))
      ORDER BY u.urut, u.kode LIMIT :most

-- :part told_columns
SELECT p.unit_id, p.nama, p.kode, i.nama AS induk_nama, k.telepon,
       CASE WHEN k.unit_id IS NULL THEN 0 ELSE 1 END AS is_told,
       (SELECT COUNT(*) FROM unit b WHERE b.instansi_id = $1 AND b.induk_id = p.unit_id
       AND b.valid_to IS NULL) AS below

-- :part told
LEFT JOIN unit i ON i.instansi_id = $1 AND i.unit_id = p.induk_id
LEFT JOIN unit_kontak k ON k.instansi_id = $1 AND k.unit_id = p.unit_id
ORDER BY p.urut, p.kode

-- :name kontak_units_below :rows kontak_unit (induk_id id, sesudah text, most int)
-- :use told_columns
FROM (SELECT u.unit_id, u.induk_id, u.nama, u.kode, u.urut FROM unit u
      WHERE u.instansi_id = $1 AND u.valid_to IS NULL AND u.induk_id = :induk_id
-- :use a_page
) p
-- :use told
;

-- :name kontak_units_found :rows kontak_unit (cari text, jalur text, sesudah text, most int)
-- :use told_columns
FROM (SELECT u.unit_id, u.induk_id, u.nama, u.kode, u.urut FROM unit u
      WHERE u.instansi_id = $1 AND u.valid_to IS NULL
        AND lower(u.nama) LIKE CAST(:cari AS TEXT) ESCAPE '!'
        AND substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT)
-- :use a_page
) p
-- :use told
;

-- :name kontak_save :saved kontak
INSERT INTO unit_kontak (instansi_id, unit_id, alamat, telepon, email, jam_kerja, jam_jumat,
  jam_sabtu, jam_minggu)
VALUES ($1, :unit_id, :alamat, :telepon, :email, :jam_kerja, :jam_jumat, :jam_sabtu, :jam_minggu)
ON CONFLICT (instansi_id, unit_id) DO UPDATE SET alamat = excluded.alamat,
  telepon = excluded.telepon, email = excluded.email, jam_kerja = excluded.jam_kerja,
  jam_jumat = excluded.jam_jumat, jam_sabtu = excluded.jam_sabtu, jam_minggu = excluded.jam_minggu,
  version = unit_kontak.version + 1
WHERE unit_kontak.version = :version;

-- :name kantor_find :one kantor_row (unit_id id)
-- the hours of the unit, else of the nearest above it that has some
SELECT a.jam_kerja, a.jam_jumat, a.jam_sabtu, a.jam_minggu, u.jalur, u.zona
FROM unit u
LEFT JOIN (SELECT k.jam_kerja, k.jam_jumat, k.jam_sabtu, k.jam_minggu, i.jalur
           FROM unit_kontak k
           JOIN unit i ON i.instansi_id = k.instansi_id AND i.unit_id = k.unit_id
           WHERE k.instansi_id = $1 AND (k.jam_kerja <> '' OR k.jam_jumat <> ''
                 OR k.jam_sabtu <> '' OR k.jam_minggu <> '')) a
       ON substr(u.jalur, 1, length(a.jalur)) = a.jalur
WHERE u.instansi_id = $1 AND u.unit_id = :unit_id
ORDER BY length(a.jalur) DESC LIMIT 1;

-- :name tutup_between :rows kantor_tutup (unit_id id, from date, to date)
SELECT t.tanggal, t.sebab
FROM unit_tutup t
JOIN unit u ON u.instansi_id = t.instansi_id AND u.unit_id = :unit_id
JOIN unit a ON a.instansi_id = t.instansi_id AND a.unit_id = t.unit_id
  AND substr(u.jalur, 1, length(a.jalur)) = a.jalur
WHERE t.instansi_id = $1 AND t.tanggal >= :from AND t.tanggal <= :to
ORDER BY t.tanggal, length(a.jalur) DESC;

-- :name tutup_save :changed (unit_id id, tanggal date, sebab text)
INSERT INTO unit_tutup (instansi_id, unit_id, tanggal, sebab)
VALUES ($1, :unit_id, :tanggal, :sebab)
ON CONFLICT (instansi_id, unit_id, tanggal) DO UPDATE SET sebab = excluded.sebab;

-- :name tutup_remove :counted (unit_id id, tanggal date)
DELETE FROM unit_tutup WHERE instansi_id = $1 AND unit_id = :unit_id AND tanggal = :tanggal;
