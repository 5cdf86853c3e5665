-- SPDX-License-Identifier: Apache-2.0
-- Roles with a term and a reason, locked accounts, and the sessions of an account found by its id.
ALTER TABLE akun_peran ADD COLUMN sifat TEXT NOT NULL DEFAULT 'definitif' CHECK (sifat IN ('definitif','plt','plh'));
ALTER TABLE akun_peran ADD COLUMN mulai TEXT; -- first day; none: from the start
ALTER TABLE akun_peran ADD COLUMN sampai TEXT; -- last day; none: until ended
ALTER TABLE akun_peran ADD COLUMN alasan TEXT NOT NULL DEFAULT '';
ALTER TABLE akun ADD COLUMN locked_at BIGINT; -- by an administrator; imports leave it alone
CREATE INDEX sesi_akun ON sesi (instansi_id, akun_id);
