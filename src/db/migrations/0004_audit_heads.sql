-- SPDX-License-Identifier: Apache-2.0
-- Signed heads of each agency's audit chain. Rows are only ever added.
CREATE TABLE audit_kepala (
  instansi_id {id} NOT NULL, nomor BIGINT NOT NULL, at BIGINT NOT NULL, hash {bytes} NOT NULL, -- of that entry; at: when signed
  sebab TEXT NOT NULL CHECK (sebab IN ('berkala','tutup_periode','pulih')),
  tanda_tangan {bytes} NOT NULL, kunci_publik {bytes} NOT NULL, PRIMARY KEY (instansi_id, nomor));
