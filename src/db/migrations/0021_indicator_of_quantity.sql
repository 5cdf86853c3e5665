-- SPDX-License-Identifier: Apache-2.0
-- Of a result's indicators the first page needs the one on quantity, else the first: told by the
-- index alone, without reading each.
DROP INDEX iki_rhk;
CREATE INDEX iki_rhk ON iki (instansi_id, rhk_id, urut, aspek);
