-- SPDX-License-Identifier: Apache-2.0
-- Who reported in a week, read from the index alone.
CREATE INDEX laporan_tanggal ON laporan (instansi_id, tanggal, pegawai_id);
