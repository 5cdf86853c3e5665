-- SPDX-License-Identifier: Apache-2.0
-- What the maker of the demonstration asks before it begins, and what it measures on the way: its
-- rows are written by the rooms they belong to.
-- :include demo/demo_steps.h

-- :name demo_find :found :shared (kode text)
SELECT 1 FROM instansi WHERE kode = :kode;

-- :name demo_instansi_count :one int :shared
SELECT COUNT(*) AS count FROM instansi;

-- Without statistics the planners take the agency alone for a narrow key and walk whole tables.
-- :name demo_analyze :changed :shared
ANALYZE;

-- PostgreSQL plans the check of a foreign key once, by the statistics of that moment; those of a
-- table still empty or small would have every later row walk all of it. Making them again plans
-- anew.
-- :name demo_analyze_growing :changed :shared :sqlite
ANALYZE evaluasi;

-- :name demo_analyze_growing :changed :shared :postgres
ANALYZE pegawai, jabatan, akun, skp, rhk, iki, laporan, evaluasi;
