-- SPDX-License-Identifier: Apache-2.0
-- The agencies of the installation.
-- :include account/installation.h
-- :owns instansi
-- :enum zona zona

-- :name installation_any :found :shared
SELECT 1 FROM instansi LIMIT 1;

-- :name agency_insert :changed agency_new :shared (now int64)
INSERT INTO instansi (instansi_id, nama, kota, zona, kode, created_at, slug)
VALUES (:agency__instansi_id, :agency__nama, :kota, :agency__zona, :kode, :now,
  lower(replace(CAST(:kode AS TEXT), '.', '-')));

-- :name agency_by_slug :one agency :shared (slug text)
SELECT instansi_id, nama, slug, zona FROM instansi WHERE slug = :slug AND slug <> '';

-- :name agency_first_two :rows agency :shared
SELECT instansi_id, nama, slug, zona FROM instansi ORDER BY kode LIMIT 2;
