-- SPDX-License-Identifier: Apache-2.0
-- What the public told of pages that do not work.
-- :include masalah/masalah.h
-- :owns masalah

-- :name masalah_insert :saved masalah
INSERT INTO masalah (instansi_id, masalah_id, jenis, halaman, uraian, created_at, hapus_pada)
VALUES ($1, :masalah_id, :jenis, :halaman, :uraian, :created_at, :hapus_pada);

-- :name masalah_page :rows masalah (is_open bool, before id, most int)
SELECT m.masalah_id, m.jenis, m.halaman, m.uraian, m.created_at, m.ditangani_at, m.hapus_pada,
       a.nama AS ditangani_nama
FROM masalah m
LEFT JOIN akun a ON a.instansi_id = m.instansi_id AND a.akun_id = m.ditangani_oleh
WHERE m.instansi_id = $1 AND (CASE WHEN m.ditangani_at IS NULL THEN 1 ELSE 0 END) = :is_open
  AND m.masalah_id < :before
ORDER BY m.masalah_id DESC LIMIT :most;

-- :name masalah_open_count :one int64
SELECT COUNT(*) AS n FROM masalah WHERE instansi_id = $1 AND ditangani_at IS NULL;

-- :name masalah_find :found (masalah_id id)
SELECT 1 AS n FROM masalah WHERE instansi_id = $1 AND masalah_id = :masalah_id;

-- :name masalah_handle :counted (masalah_id id, now int64, akun_id id)
UPDATE masalah SET ditangani_at = :now, ditangani_oleh = :akun_id
WHERE instansi_id = $1 AND masalah_id = :masalah_id AND ditangani_at IS NULL;

-- :name masalah_forget :counted (today date, most int)
DELETE FROM masalah WHERE instansi_id = $1 AND masalah_id IN (
  SELECT masalah_id FROM masalah WHERE instansi_id = $1 AND hapus_pada <= :today ORDER BY hapus_pada
  LIMIT :most);
