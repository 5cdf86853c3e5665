-- SPDX-License-Identifier: Apache-2.0
-- Who holds which role.

-- :name role_people :rows   ($2 name in lower case with wildcards, $3 1: only who holds a given role, $4 after this account or none, $5 limit)
SELECT a.akun_id, a.pegawai_id, a.nama, p.nip, j.nama, u.nama, a.is_active, CASE WHEN a.locked_at IS NULL THEN 0 ELSE 1 END,
       CASE WHEN substr(a.sandi_hash, 1, 5) = 'kode:' THEN 1 ELSE 0 END
  FROM akun a
  LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  LEFT JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  LEFT JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE a.instansi_id = $1 AND a.is_active = 1 AND lower(a.nama) LIKE CAST($2 AS TEXT) ESCAPE '!'
   AND (CAST($3 AS INTEGER) = 0 OR EXISTS (SELECT 1 FROM akun_peran r WHERE r.instansi_id = $1 AND r.akun_id = a.akun_id))
   AND ((a.nama, a.akun_id) > (SELECT b.nama, b.akun_id FROM akun b WHERE b.instansi_id = $1 AND b.akun_id = $4) OR $4 IS NULL)
 ORDER BY a.nama, a.akun_id
 LIMIT $5;

-- :name role_person :one   ($2 akun_id)
SELECT a.akun_id, a.pegawai_id, a.nama, p.nip, j.nama, u.nama, a.is_active, CASE WHEN a.locked_at IS NULL THEN 0 ELSE 1 END,
       CASE WHEN substr(a.sandi_hash, 1, 5) = 'kode:' THEN 1 ELSE 0 END
  FROM akun a
  LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  LEFT JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  LEFT JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE a.instansi_id = $1 AND a.akun_id = $2;

-- :name role_of_account :rows   ($2 akun_id)
SELECT r.peran, r.sifat, r.unit_id, u.nama, CASE WHEN u.induk_id IS NULL THEN 1 ELSE 0 END, r.mulai, r.sampai, r.alasan
  FROM akun_peran r JOIN unit u ON u.instansi_id = r.instansi_id AND u.unit_id = r.unit_id
 WHERE r.instansi_id = $1 AND r.akun_id = $2 ORDER BY r.peran, u.jalur;

-- :name role_save :changed   ($2 akun_id, $3 peran, $4 unit_id, $5 sifat, $6 mulai, $7 sampai, $8 alasan)
INSERT INTO akun_peran (instansi_id, akun_id, peran, unit_id, sifat, mulai, sampai, alasan) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (instansi_id, akun_id, peran, unit_id)
DO UPDATE SET sifat = excluded.sifat, mulai = excluded.mulai, sampai = excluded.sampai, alasan = excluded.alasan;

-- :name role_delete :changed   ($2 akun_id, $3 peran, $4 unit_id)
DELETE FROM akun_peran WHERE instansi_id = $1 AND akun_id = $2 AND peran = $3 AND unit_id = $4;

-- :name role_others :one   ($2 but this account, $3 peran, $4 today) who else holds it without a last day and can sign in
SELECT count(DISTINCT r.akun_id) FROM akun_peran r
  JOIN akun a ON a.instansi_id = r.instansi_id AND a.akun_id = r.akun_id
 WHERE r.instansi_id = $1 AND r.akun_id <> $2 AND r.peran = $3 AND r.sampai IS NULL AND (r.mulai IS NULL OR r.mulai <= $4)
   AND a.is_active = 1 AND a.locked_at IS NULL;

-- :name role_lock :changed   ($2 akun_id, $3 locked_at or none)
UPDATE akun SET locked_at = $3, version = version + 1 WHERE instansi_id = $1 AND akun_id = $2;
