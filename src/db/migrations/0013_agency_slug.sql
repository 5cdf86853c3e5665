-- SPDX-License-Identifier: Apache-2.0
-- An agency's name in an address, /w/<slug>: its code in small letters. Two codes that differ only in case or in a point
-- get a number behind the second.
ALTER TABLE instansi ADD COLUMN slug TEXT NOT NULL DEFAULT '';
UPDATE instansi SET slug = (SELECT CASE WHEN s.nth = 1 THEN s.base ELSE s.base || '--' || CAST(s.nth AS TEXT) END FROM (
  SELECT instansi_id, lower(replace(kode, '.', '-')) AS base,
         ROW_NUMBER() OVER (PARTITION BY lower(replace(kode, '.', '-')) ORDER BY created_at, kode) AS nth FROM instansi) s
  WHERE s.instansi_id = instansi.instansi_id);
CREATE UNIQUE INDEX instansi_slug ON instansi (slug) WHERE slug <> ''; -- none: made by an older program meanwhile
