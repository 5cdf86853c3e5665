-- SPDX-License-Identifier: Apache-2.0
-- An account's rights without its session.

-- :name account_actor :one      ($2 akun_id)
SELECT a.pegawai_id, COALESCE(u.zona, i.zona), COALESCE(u.jalur, ''),
       CASE WHEN EXISTS (SELECT 1 FROM pegawai b WHERE b.instansi_id = p.instansi_id AND b.penilai_id = p.pegawai_id
                           AND b.valid_to IS NULL) THEN 1 ELSE 0 END
  FROM akun a
  JOIN instansi i ON i.instansi_id = a.instansi_id
  LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  LEFT JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE a.instansi_id = $1 AND a.akun_id = $2 AND a.is_active = 1;
