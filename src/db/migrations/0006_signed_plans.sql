-- SPDX-License-Identifier: Apache-2.0
-- Plans agreed outside the system, the texts an agreed plan was signed with, and notes on its attachment.
ALTER TABLE skp ADD COLUMN luar_nama TEXT; -- the superior outside Abdi who agreed on paper: name, title, letter
ALTER TABLE skp ADD COLUMN luar_jabatan TEXT;
ALTER TABLE skp ADD COLUMN surat_nomor TEXT;
ALTER TABLE skp ADD COLUMN surat_tanggal TEXT;
ALTER TABLE rhk ADD COLUMN hasil_unit_teks TEXT; -- what the unit result said when the plan was agreed, once it says something else (PK-28)
ALTER TABLE skp_lampiran ADD COLUMN komentar TEXT NOT NULL DEFAULT '';
CREATE INDEX rhk_hasil_unit ON rhk (instansi_id, hasil_unit_id);
