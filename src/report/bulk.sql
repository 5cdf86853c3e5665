-- SPDX-License-Identifier: Apache-2.0
-- Reports as a demonstration brings them.
-- :include report/report_store.h

-- :name report_bulk_add :changed laporan :later
INSERT INTO laporan (instansi_id, laporan_id, pegawai_id, rhk_id, iki_id, tanggal, uraian, jumlah,
  satuan, captured_at, created_at, nomor, hash, read_at)
VALUES ($1, :laporan_id, :pegawai_id, :rhk_id, :iki_id, :tanggal, :uraian, :jumlah?has_jumlah,
  :satuan, :captured_at, :created_at, :nomor, :hash, :read_at?);
