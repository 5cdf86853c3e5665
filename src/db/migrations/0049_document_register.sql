-- SPDX-License-Identifier: Apache-2.0
-- The document register: what a counter has taken in, by which version of the standard, how far it is and until when it was promised.
-- Of a person: the name and a way to reach them, sealed, and a keyed hash of the NIK; all three are gone on hapus_pada.
CREATE TABLE berkas ( -- moments are UTC microseconds, 0: not yet; urut: overdue and nearest first, then those that wait, then what is ready
  instansi_id {id} NOT NULL, berkas_id {id} NOT NULL, kode TEXT NOT NULL, layanan_id {id} NOT NULL, unit_id {id} NOT NULL,
  nomor BIGINT NOT NULL, langkah BIGINT NOT NULL,
  keadaan TEXT NOT NULL CHECK (keadaan IN ('kurang','jalan','tunggu','siap','selesai','batal')), is_buka BIGINT NOT NULL, urut BIGINT NOT NULL,
  nama {bytes}, kontak {bytes}, nik_hash {bytes}, kurang TEXT NOT NULL, sebab TEXT NOT NULL, rak TEXT NOT NULL,
  is_lengkap_pertama BIGINT NOT NULL, diterima_at BIGINT NOT NULL, lengkap_at BIGINT NOT NULL, janji_at BIGINT NOT NULL, akan_at BIGINT NOT NULL,
  tahu_at BIGINT NOT NULL, sejak_at BIGINT NOT NULL, selesai_at BIGINT NOT NULL, serah_at BIGINT NOT NULL, janji_jumlah BIGINT NOT NULL,
  janji_satuan TEXT NOT NULL CHECK (janji_satuan IN ('','menit','jam_kerja','hari_kerja')), lama BIGINT NOT NULL, tunggu_lama BIGINT NOT NULL,
  pelaku_id {id}, hapus_pada TEXT, version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, berkas_id), UNIQUE (instansi_id, kode),
  FOREIGN KEY (instansi_id, layanan_id) REFERENCES layanan (instansi_id, layanan_id),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id)) {clustered};
CREATE INDEX berkas_buka ON berkas (instansi_id, urut, berkas_id) WHERE is_buka = 1;
CREATE INDEX berkas_nik ON berkas (instansi_id, nik_hash) WHERE nik_hash IS NOT NULL;
CREATE INDEX berkas_hapus ON berkas (instansi_id, hapus_pada) WHERE hapus_pada IS NOT NULL;
CREATE TABLE berkas_jejak ( -- who did what, in its order; catatan is gone with the name
  instansi_id {id} NOT NULL, berkas_id {id} NOT NULL, urut BIGINT NOT NULL, pada BIGINT NOT NULL, perbuatan TEXT NOT NULL,
  langkah BIGINT NOT NULL, akun_id {id}, catatan TEXT NOT NULL, PRIMARY KEY (instansi_id, berkas_id, urut),
  FOREIGN KEY (instansi_id, berkas_id) REFERENCES berkas (instansi_id, berkas_id)) {clustered};
CREATE TABLE berkas_hari ( -- of a day: how many took so long (ukuran: 'menit' the office was open, or 'hari' in hundredths), and of what
  -- was taken in (lama -1) how many were complete at once. pelaku_id: the officer, or the unit where it was nobody of the agency
  instansi_id {id} NOT NULL, layanan_id {id} NOT NULL, tanggal TEXT NOT NULL, pelaku_id {id} NOT NULL,
  ukuran TEXT NOT NULL CHECK (ukuran IN ('','menit','hari')), lama BIGINT NOT NULL, selesai BIGINT NOT NULL, tepat BIGINT NOT NULL,
  diterima BIGINT NOT NULL, lengkap_pertama BIGINT NOT NULL,
  PRIMARY KEY (instansi_id, layanan_id, tanggal, pelaku_id, ukuran, lama)) {clustered};
CREATE INDEX berkas_hari_pelaku ON berkas_hari (instansi_id, pelaku_id, tanggal);
