-- SPDX-License-Identifier: Apache-2.0
-- The age leads: were it behind the agency, a plan that PostgreSQL made while the table was empty could look a key up by
-- the agency alone, and read all its keys for each change.
DROP INDEX kunci_sekali_umur;
CREATE INDEX kunci_sekali_umur ON kunci_sekali (created_at, instansi_id);
