-- SPDX-License-Identifier: Apache-2.0
-- The first page reads a person's latest results all day: with these columns from the index alone.
DROP INDEX evaluasi_pegawai;
CREATE INDEX evaluasi_pegawai ON evaluasi (instansi_id, pegawai_id, tahun, nomor, predikat, state, evaluasi_id);
