-- SPDX-License-Identifier: Apache-2.0
-- Which steps of the schema this database has.
-- :include base/job.h
-- :owns migrasi

-- :name migrasi_find :found :shared (nama text)
SELECT 1 FROM migrasi WHERE nama = :nama;

-- :name migrasi_insert :changed :shared (nama text, applied_at int64)
INSERT INTO migrasi (nama, applied_at) VALUES (:nama, :applied_at);

-- :name migrasi_list :rows text :shared
SELECT nama FROM migrasi ORDER BY nama;
