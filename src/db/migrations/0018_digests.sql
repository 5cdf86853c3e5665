-- SPDX-License-Identifier: Apache-2.0
-- The daily digest by mail: who does not want it, and on which day each account's turn came last, so that a day has one.
CREATE TABLE kabar_surel (
  instansi_id {id} NOT NULL, akun_id {id} NOT NULL, is_off INTEGER NOT NULL DEFAULT 0, turn_on TEXT,
  PRIMARY KEY (instansi_id, akun_id),
  FOREIGN KEY (instansi_id, akun_id) REFERENCES akun (instansi_id, akun_id)) {clustered};
