-- SPDX-License-Identifier: Apache-2.0
-- Keys of the API. The key itself is shown once; here is only its hash. Who acts by it is an account: the person who made
-- it for themselves, or one of its own for another system, which signs in nowhere.
CREATE TABLE kunci_api (
  instansi_id {id} NOT NULL, kunci_id {id} NOT NULL, kunci_hash {bytes} NOT NULL, akun_id {id} NOT NULL,
  jenis TEXT NOT NULL CHECK (jenis IN ('orang','sistem')),
  nama TEXT NOT NULL, alasan TEXT NOT NULL DEFAULT '', -- what uses it, and why; the reason only of a system
  cakupan TEXT NOT NULL, -- scopes of law/api_scope.def with spaces between
  unit_id {id}, -- of a system: this unit and below; none: the whole agency
  created_at BIGINT NOT NULL, pembuat_id {id} NOT NULL, -- akun_id of who made it
  berakhir TEXT NOT NULL, -- the last day it opens anything
  dipakai TEXT, -- the last day it was used
  dicabut_at BIGINT,
  PRIMARY KEY (instansi_id, kunci_id), UNIQUE (instansi_id, kunci_hash),
  FOREIGN KEY (instansi_id, akun_id) REFERENCES akun (instansi_id, akun_id),
  FOREIGN KEY (instansi_id, pembuat_id) REFERENCES akun (instansi_id, akun_id),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id),
  CHECK (jenis = 'sistem' OR (unit_id IS NULL AND pembuat_id = akun_id)));
CREATE INDEX kunci_api_akun ON kunci_api (instansi_id, akun_id);
