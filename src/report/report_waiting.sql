-- SPDX-License-Identifier: Apache-2.0
-- CROSS JOIN tells SQLite to begin with the team: else it reads the reports of the whole agency.
-- :name report_waiting :rows      ($2 penilai_id, $3 since, $4 limit)
SELECT p.pegawai_id, p.nama FROM pegawai p CROSS JOIN laporan l
 WHERE p.instansi_id = $1 AND p.penilai_id = $2 AND l.instansi_id = p.instansi_id AND l.pegawai_id = p.pegawai_id
   AND l.tanggal >= $3 AND l.read_at IS NULL LIMIT $4;
