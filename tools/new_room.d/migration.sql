-- SPDX-License-Identifier: Apache-2.0
-- @Room@: a short record with a day.
CREATE TABLE @room@ (
  instansi_id {id} NOT NULL, @room@_id {id} NOT NULL, judul TEXT NOT NULL, tanggal TEXT NOT NULL,
  jenis TEXT NOT NULL, isi TEXT NOT NULL DEFAULT '', PRIMARY KEY (instansi_id, @room@_id)) {clustered};
