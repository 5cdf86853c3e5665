-- SPDX-License-Identifier: Apache-2.0
-- What the agency still lacks.

-- :name org_waiting_people :one
SELECT COUNT(*) FROM (SELECT p.pegawai_id FROM pegawai p WHERE p.instansi_id = $1 AND p.valid_to IS NULL LIMIT 2) few;

-- :name org_waiting_year :one      ($2 tahun)
SELECT COUNT(*) FROM tahun_kinerja WHERE instansi_id = $1 AND tahun = $2;
