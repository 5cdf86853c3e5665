-- SPDX-License-Identifier: Apache-2.0
-- What a receipt says of a report that was taken back or corrected: number, seal and what took its place; never the words of it.
CREATE TABLE laporan_lama (
  instansi_id {id} NOT NULL, laporan_id {id} NOT NULL, pegawai_id {id} NOT NULL, tanggal TEXT NOT NULL,
  nomor TEXT NOT NULL, hash TEXT NOT NULL, created_at BIGINT NOT NULL, ditarik_at BIGINT NOT NULL, pengganti_id {id},
  PRIMARY KEY (instansi_id, laporan_id),
  FOREIGN KEY (instansi_id, pegawai_id) REFERENCES pegawai (instansi_id, pegawai_id));
