-- SPDX-License-Identifier: Apache-2.0
-- Reports that wait to be read.
-- :include base/waiting.h

-- CROSS JOIN tells SQLite to begin with the team: else it reads the reports of the whole agency.
-- :name report_waiting :rows waiting_row (penilai_id id, since date, limit int)
SELECT p.pegawai_id AS record, p.nama AS who FROM pegawai p CROSS JOIN laporan l
 WHERE p.instansi_id = $1 AND p.penilai_id = :penilai_id AND l.instansi_id = p.instansi_id
 AND l.pegawai_id = p.pegawai_id
   AND l.tanggal >= :since AND l.read_at IS NULL LIMIT :limit;
