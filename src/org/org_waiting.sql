-- SPDX-License-Identifier: Apache-2.0
-- What the agency still lacks.
-- :include base/waiting.h

-- :name org_waiting_people :one int
SELECT COUNT(*) AS people FROM (SELECT p.pegawai_id FROM pegawai p WHERE p.instansi_id = $1
       AND p.valid_to IS NULL LIMIT 2) few;

-- :name org_waiting_year :found (tahun int)
SELECT 1 FROM tahun_kinerja WHERE instansi_id = $1 AND tahun = :tahun;
