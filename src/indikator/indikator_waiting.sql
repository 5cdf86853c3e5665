-- SPDX-License-Identifier: Apache-2.0
-- What of the indicators waits for whom.
-- :include base/waiting.h

-- :name indikator_waiting :rows waiting_row (limit int)
SELECT k.indikator_id AS record, u.nama AS who
FROM indikator_versi v
JOIN indikator k ON k.instansi_id = v.instansi_id AND k.indikator_id = v.indikator_id
JOIN unit u ON u.instansi_id = k.instansi_id AND u.unit_id = k.unit_id
WHERE v.instansi_id = $1 AND v.status = 'usul' ORDER BY v.dibuat_at LIMIT :limit;
