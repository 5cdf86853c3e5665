-- SPDX-License-Identifier: Apache-2.0
-- Which steps of the schema this database has.

-- :name migrasi_find :one :shared   ($1 nama)
SELECT nama FROM migrasi WHERE nama = $1;

-- :name migrasi_insert :changed :shared   ($1 nama, $2 applied_at)
INSERT INTO migrasi (nama, applied_at) VALUES ($1, $2);
