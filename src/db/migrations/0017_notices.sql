-- SPDX-License-Identifier: Apache-2.0
-- Notices: that something was decided about a person's record. No words and no names, only what and which: the words
-- are the program's, the record says the rest to who may read it. They go after ABDI_KABAR_DAYS.
CREATE TABLE kabar (
  instansi_id {id} NOT NULL, pegawai_id {id} NOT NULL, kabar_id {id} NOT NULL, -- ids grow with time: the newest is the greatest
  jenis TEXT NOT NULL, objek_id {id} NOT NULL, at BIGINT NOT NULL, read_at BIGINT, -- jenis: a row of kabar/notice.def
  PRIMARY KEY (instansi_id, pegawai_id, kabar_id),
  FOREIGN KEY (instansi_id, pegawai_id) REFERENCES pegawai (instansi_id, pegawai_id)) {clustered};
CREATE INDEX kabar_umur ON kabar (at, instansi_id);
