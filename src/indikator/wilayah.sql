-- SPDX-License-Identifier: Apache-2.0
-- Areas: kecamatan and the kelurahan in them.
-- :include indikator/wilayah.h
-- :owns wilayah

-- :part wilayah_columns
SELECT w.wilayah_id, w.induk_id, w.kode, w.nama, w.jenis, w.valid_from AS sejak,
       w.valid_to AS sampai, w.version, i.nama AS induk_nama, i.kode AS induk_kode
FROM wilayah w
LEFT JOIN wilayah i ON i.instansi_id = w.instansi_id AND i.wilayah_id = w.induk_id

-- :name wilayah_page :rows wilayah (cari text, lama bool, today date, after id, most int)
-- kelurahan behind their kecamatan
SELECT w.wilayah_id, w.induk_id, w.kode, w.nama, w.jenis, w.valid_from AS sejak,
       w.valid_to AS sampai, w.version, i.nama AS induk_nama, i.kode AS induk_kode,
       (SELECT COUNT(*) FROM wilayah b WHERE b.instansi_id = w.instansi_id
        AND b.induk_id = w.wilayah_id) AS di_bawah
FROM wilayah w
LEFT JOIN wilayah i ON i.instansi_id = w.instansi_id AND i.wilayah_id = w.induk_id
WHERE w.instansi_id = $1
  AND (lower(w.nama) LIKE CAST(:cari AS TEXT) ESCAPE '!' OR w.kode LIKE CAST(:cari AS TEXT)
    ESCAPE '!')
  AND (:lama = 1 OR w.valid_to IS NULL OR w.valid_to >= CAST(:today AS TEXT))
  AND ((COALESCE(i.kode, w.kode), w.jenis, w.kode) >
    (SELECT COALESCE(ai.kode, a.kode), a.jenis, a.kode FROM wilayah a
     LEFT JOIN wilayah ai ON ai.instansi_id = a.instansi_id AND ai.wilayah_id = a.induk_id
     WHERE a.instansi_id = $1 AND a.wilayah_id = :after) OR :after IS NULL)
ORDER BY COALESCE(i.kode, w.kode), w.jenis, w.kode LIMIT :most;

-- :name wilayah_find :one wilayah (wilayah_id id)
-- :use wilayah_columns
WHERE w.instansi_id = $1 AND w.wilayah_id = :wilayah_id;

-- :name wilayah_of_kode :one wilayah (kode text)
-- :use wilayah_columns
WHERE w.instansi_id = $1 AND w.kode = :kode;

-- :name wilayah_named :rows wilayah (cari text, kecamatan bool, today date, most int)
-- what somebody looks for by a part of its name or code
-- :use wilayah_columns
WHERE w.instansi_id = $1
  AND (lower(w.nama) LIKE CAST(:cari AS TEXT) ESCAPE '!' OR w.kode LIKE CAST(:cari AS TEXT)
    ESCAPE '!')
  AND (:kecamatan = 0 OR w.jenis = 'kecamatan')
  AND (w.valid_to IS NULL OR w.valid_to >= CAST(:today AS TEXT))
ORDER BY w.nama, w.kode LIMIT :most;

-- :name wilayah_valid :rows wilayah (induk_id id, day date)
-- of one kecamatan, itself first; none: all
-- :use wilayah_columns
WHERE w.instansi_id = $1 AND w.valid_from <= CAST(:day AS TEXT)
  AND (w.valid_to IS NULL OR w.valid_to >= CAST(:day AS TEXT))
  AND (w.induk_id = :induk_id OR w.wilayah_id = :induk_id OR :induk_id IS NULL)
ORDER BY COALESCE(i.kode, w.kode), w.jenis, w.kode;

-- :name wilayah_held :one int (wilayah_id id, day date)
-- areas in it that hold longer than that day
SELECT COUNT(*) AS held FROM wilayah WHERE instansi_id = $1 AND induk_id = :wilayah_id
  AND (valid_to IS NULL OR valid_to > CAST(:day AS TEXT));

-- :name wilayah_below :one int (wilayah_id id)
SELECT COUNT(*) AS below FROM wilayah WHERE instansi_id = $1 AND induk_id = :wilayah_id;

-- :name wilayah_insert :saved wilayah
INSERT INTO wilayah (instansi_id, wilayah_id, induk_id, kode, nama, jenis, valid_from, valid_to)
VALUES ($1, :wilayah_id, :induk_id, :kode, :nama, :jenis, :sejak, :sampai);

-- :name wilayah_update :saved wilayah
UPDATE wilayah SET induk_id = :induk_id, kode = :kode, nama = :nama, jenis = :jenis,
  valid_from = :sejak, valid_to = :sampai, version = version + 1
WHERE instansi_id = $1 AND wilayah_id = :wilayah_id AND version = :version;
