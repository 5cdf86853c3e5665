-- SPDX-License-Identifier: Apache-2.0
-- Plans agreed outside the system, the texts an agreed plan was signed with, and notes on its attachment.
ALTER TABLE skp ADD COLUMN luar_nama TEXT; -- the superior outside Abdi who agreed on paper: name, title, letter
ALTER TABLE skp ADD COLUMN luar_jabatan TEXT;
ALTER TABLE skp ADD COLUMN surat_nomor TEXT;
ALTER TABLE skp ADD COLUMN surat_tanggal TEXT;
ALTER TABLE rhk ADD COLUMN hasil_unit_teks TEXT; -- what the unit result said when the plan was agreed, once it says something else (PK-28)
CREATE TABLE skp_lampiran_komentar ( -- the appraiser's note on a block of the attachment
  instansi_id {id} NOT NULL, skp_id {id} NOT NULL, blok TEXT NOT NULL CHECK (blok IN ('dukungan_sumber_daya','skema_pertanggungjawaban','konsekuensi')),
  komentar TEXT NOT NULL, PRIMARY KEY (instansi_id, skp_id, blok),
  FOREIGN KEY (instansi_id, skp_id) REFERENCES skp (instansi_id, skp_id));
CREATE INDEX rhk_hasil_unit ON rhk (instansi_id, hasil_unit_id);
