-- SPDX-License-Identifier: Apache-2.0
-- No statement reads this index: who holds roles is found from the roles.
DROP INDEX akun_nama;

-- :postgres
-- What lists are ordered by and searches walk along has the order of its bytes, as in SQLite, whatever the database's own
-- language; their indexes are then in the order of the lists.
ALTER TABLE unit ALTER COLUMN jalur TYPE TEXT COLLATE "C", ALTER COLUMN nama TYPE TEXT COLLATE "C", ALTER COLUMN kode TYPE TEXT COLLATE "C";
ALTER TABLE pegawai ALTER COLUMN nama TYPE TEXT COLLATE "C", ALTER COLUMN nip TYPE TEXT COLLATE "C";
ALTER TABLE akun ALTER COLUMN nama TYPE TEXT COLLATE "C";
ALTER TABLE kata_cari ALTER COLUMN kata TYPE TEXT COLLATE "C";
