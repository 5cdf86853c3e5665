-- SPDX-License-Identifier: Apache-2.0
-- @Room@, oldest first: ids grow with time. No id binds NULL.
-- :include @room@/@room@.h
-- :owns @room@

-- :name @room@_page :rows @room@ (cari text, after id, most int)
SELECT t.@room@_id, t.judul, t.tanggal, t.jenis, t.isi FROM @room@ t
WHERE t.instansi_id = $1 AND (t.@room@_id > :after OR :after IS NULL)
  AND lower(t.judul) LIKE CAST(:cari AS TEXT) ESCAPE '!'
ORDER BY t.@room@_id LIMIT :most;

-- :name @room@_insert :saved @room@
INSERT INTO @room@ (instansi_id, @room@_id, judul, tanggal, jenis, isi)
  VALUES ($1, :@room@_id, :judul, :tanggal, :jenis, :isi);
