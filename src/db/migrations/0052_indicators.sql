-- SPDX-License-Identifier: Apache-2.0
-- Areas, indicators with their versions, values by month, and the rows of plans that hang on them.
CREATE TABLE wilayah ( -- kecamatan (distrik) and their kelurahan (desa, kampung)
  instansi_id {id} NOT NULL, wilayah_id {id} NOT NULL, induk_id {id}, kode TEXT NOT NULL, nama TEXT NOT NULL,
  jenis TEXT NOT NULL CHECK (jenis IN ('kecamatan','kelurahan')),
  valid_from TEXT NOT NULL, valid_to TEXT, version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, wilayah_id), UNIQUE (instansi_id, kode),
  FOREIGN KEY (instansi_id, induk_id) REFERENCES wilayah (instansi_id, wilayah_id),
  CHECK ((jenis = 'kecamatan') = (induk_id IS NULL)));
CREATE INDEX wilayah_induk ON wilayah (instansi_id, induk_id);

CREATE TABLE indikator (
  instansi_id {id} NOT NULL, indikator_id {id} NOT NULL, unit_id {id} NOT NULL, -- it holds in this unit and below
  version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, indikator_id),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id));
CREATE INDEX indikator_unit ON indikator (instansi_id, unit_id);
CREATE TABLE indikator_versi ( -- what it says from a day on; a version that holds never changes
  instansi_id {id} NOT NULL, indikator_id {id} NOT NULL, nomor INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('usul','berlaku','ditolak')), sejak TEXT NOT NULL, alasan TEXT NOT NULL,
  is_henti INTEGER NOT NULL DEFAULT 0, -- from that day on it is no more
  nama TEXT NOT NULL, jenis TEXT NOT NULL CHECK (jenis IN ('keluaran','hasil')),
  aspek TEXT NOT NULL CHECK (aspek IN ('kuantitas','kualitas','waktu','biaya')),
  arah TEXT NOT NULL CHECK (arah IN ('higher_better','lower_better')), satuan TEXT NOT NULL,
  gabung TEXT NOT NULL CHECK (gabung IN ('jumlah','bagian','rata','akhir')),
  pembilang TEXT NOT NULL, penyebut TEXT NOT NULL, is_wilayah INTEGER NOT NULL,
  sumber TEXT NOT NULL, unsur TEXT NOT NULL DEFAULT '', layanan_id {id}, -- of a self-filling source; none: the whole unit
  atribusi TEXT NOT NULL CHECK (atribusi IN ('pegawai','tim','unit')), target BIGINT,
  oleh {id} NOT NULL, dibuat_at BIGINT NOT NULL, diputus_oleh {id}, diputus_at BIGINT, catatan TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (instansi_id, indikator_id, nomor),
  FOREIGN KEY (instansi_id, indikator_id) REFERENCES indikator (instansi_id, indikator_id));

CREATE INDEX indikator_usul ON indikator_versi (instansi_id, status, dibuat_at);

CREATE TABLE indikator_nilai ( -- one value; amounts are hundredths
  instansi_id {id} NOT NULL, nilai_id {id} NOT NULL, indikator_id {id} NOT NULL, bulan INTEGER NOT NULL, -- 202611
  unit_id {id} NOT NULL, wilayah_id {id}, pegawai_id {id}, -- pegawai: only of what is attributed to persons
  pembilang BIGINT NOT NULL, penyebut BIGINT NOT NULL DEFAULT 0, cacah INTEGER NOT NULL DEFAULT 0,
  asal TEXT NOT NULL CHECK (asal IN ('manual','impor','sendiri')), sumber_data TEXT NOT NULL DEFAULT '',
  oleh {id}, diisi_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1, -- oleh: none when it filled itself
  is_batal INTEGER NOT NULL DEFAULT 0, -- taken back: counts nowhere
  PRIMARY KEY (instansi_id, nilai_id),
  FOREIGN KEY (instansi_id, indikator_id) REFERENCES indikator (instansi_id, indikator_id),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id),
  FOREIGN KEY (instansi_id, wilayah_id) REFERENCES wilayah (instansi_id, wilayah_id),
  FOREIGN KEY (instansi_id, pegawai_id) REFERENCES pegawai (instansi_id, pegawai_id));
CREATE UNIQUE INDEX indikator_nilai_satu ON indikator_nilai
  (instansi_id, indikator_id, bulan, unit_id, COALESCE(wilayah_id, unit_id), COALESCE(pegawai_id, unit_id));
CREATE TABLE indikator_nilai_lama ( -- what a correction replaced
  instansi_id {id} NOT NULL, nilai_id {id} NOT NULL, version BIGINT NOT NULL,
  pembilang BIGINT NOT NULL, penyebut BIGINT NOT NULL, cacah INTEGER NOT NULL, asal TEXT NOT NULL, sumber_data TEXT NOT NULL,
  is_batal INTEGER NOT NULL, oleh {id}, diisi_at BIGINT NOT NULL, PRIMARY KEY (instansi_id, nilai_id, version),
  FOREIGN KEY (instansi_id, nilai_id) REFERENCES indikator_nilai (instansi_id, nilai_id));

ALTER TABLE iki ADD COLUMN indikator_id {id};
ALTER TABLE iki ADD COLUMN wilayah_id {id};
-- The figure of the indicator, and what the person says of it: '' (nothing), 'sesuai' or 'sanggah'.
ALTER TABLE evaluasi_iki ADD COLUMN indikator_angka BIGINT;
ALTER TABLE evaluasi_iki ADD COLUMN sikap TEXT NOT NULL DEFAULT '';
ALTER TABLE evaluasi_iki ADD COLUMN sikap_catatan TEXT NOT NULL DEFAULT '';
