-- SPDX-License-Identifier: Apache-2.0
-- Days on which an office is closed though its hours say otherwise, with the reason its public reads. They do not count in what a
-- service has promised.
CREATE TABLE unit_tutup (
  instansi_id {id} NOT NULL, unit_id {id} NOT NULL, tanggal TEXT NOT NULL, sebab TEXT NOT NULL,
  PRIMARY KEY (instansi_id, unit_id, tanggal),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id)) {clustered};
