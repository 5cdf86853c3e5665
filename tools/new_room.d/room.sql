-- SPDX-License-Identifier: Apache-2.0
-- @Room@, oldest first: ids grow with time.
-- :include @room@/@room@.h
-- :owns @room@

-- :name @room@_page :rows @room@ (after id, most int)
SELECT t.@room@_id, t.judul, t.tanggal, t.isi FROM @room@ t
WHERE t.instansi_id = $1 AND t.@room@_id > :after
ORDER BY t.@room@_id LIMIT :most;

-- :name @room@_insert :saved @room@
INSERT INTO @room@ (instansi_id, @room@_id, judul, tanggal, isi)
  VALUES ($1, :@room@_id, :judul, :tanggal, :isi);
