-- SPDX-License-Identifier: Apache-2.0
-- An account's rights without its session.
-- :include account/account_actor.h
-- :enum zona zona

-- :name account_place :one account_place (akun_id id)
SELECT a.pegawai_id, COALESCE(u.zona, i.zona) AS zona, COALESCE(u.jalur, '') AS unit_jalur, a.bahasa,
       CASE WHEN EXISTS (SELECT 1 FROM pegawai b WHERE b.instansi_id = p.instansi_id
       AND b.penilai_id = p.pegawai_id
                           AND b.valid_to IS NULL) THEN 1 ELSE 0 END AS has_bawahan
  FROM akun a
  JOIN instansi i ON i.instansi_id = a.instansi_id
  LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  LEFT JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE a.instansi_id = $1 AND a.akun_id = :akun_id AND a.is_active = 1;
