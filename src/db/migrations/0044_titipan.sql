-- SPDX-License-Identifier: Apache-2.0
-- What somebody had typed and not sent when they signed out: sealed, until they take it back or titipan_days have passed.
CREATE TABLE titipan (
  instansi_id {id} NOT NULL, akun_id {id} NOT NULL, isi {bytes} NOT NULL, saved_at BIGINT NOT NULL,
  PRIMARY KEY (instansi_id, akun_id),
  FOREIGN KEY (instansi_id, akun_id) REFERENCES akun (instansi_id, akun_id));
