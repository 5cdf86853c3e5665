-- SPDX-License-Identifier: Apache-2.0
-- Who holds which role.
-- :include account/role_store.h
-- :enum peran peran
-- :enum penugasan penugasan

-- :name role_holders :rows role_person :sqlite (after id, most int)
-- who holds a given role, by name, a page from after one account on
SELECT a.akun_id, a.pegawai_id, a.nama, p.nip, j.nama AS jabatan, u.nama AS unit, a.is_active,
       CASE WHEN a.locked_at IS NULL THEN 0 ELSE 1 END AS is_locked,
       CASE WHEN substr(a.sandi_hash, 1, 5) = 'kode:' THEN 1 ELSE 0 END AS is_new
  FROM (SELECT DISTINCT r.akun_id FROM akun_peran r WHERE r.instansi_id = $1) h
  JOIN akun a ON a.instansi_id = $1 AND a.akun_id = h.akun_id
  LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  LEFT JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  LEFT JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE a.is_active = 1
   AND ((a.urut, a.akun_id) > (SELECT b.urut, b.akun_id FROM akun b WHERE b.instansi_id = $1
   AND b.akun_id = :after)
        OR :after IS NULL)
 ORDER BY a.urut, a.akun_id
 LIMIT :most;

-- :name role_holders :rows role_person :postgres (after id, most int)
-- the same, from those who hold one: the account of each is looked up one by one
SELECT a.akun_id, a.pegawai_id, a.nama, p.nip, j.nama AS jabatan, u.nama AS unit, a.is_active,
       CASE WHEN a.locked_at IS NULL THEN 0 ELSE 1 END AS is_locked,
       CASE WHEN substr(a.sandi_hash, 1, 5) = 'kode:' THEN 1 ELSE 0 END AS is_new
  FROM (SELECT a.instansi_id, a.akun_id, a.pegawai_id, a.nama, a.urut, a.is_active, a.locked_at,
               a.sandi_hash
          FROM (SELECT DISTINCT r.akun_id FROM akun_peran r WHERE r.instansi_id = $1) h
         CROSS JOIN LATERAL
               (SELECT b.instansi_id, b.akun_id, b.pegawai_id, b.nama, b.urut, b.is_active,
                       b.locked_at, b.sandi_hash FROM akun b
                 WHERE b.instansi_id = $1 AND b.akun_id = h.akun_id AND b.is_active = 1 LIMIT 1) a
         WHERE (a.urut, a.akun_id) > (SELECT b.urut, b.akun_id FROM akun b WHERE b.instansi_id = $1
           AND b.akun_id = :after)
            OR :after IS NULL
         ORDER BY a.urut, a.akun_id
         LIMIT :most) a
  LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  LEFT JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  LEFT JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 ORDER BY a.urut, a.akun_id;

-- :name role_apart :rows role_person (pattern text, most int)
-- accounts without a person, such as of administrators: there are few
SELECT a.akun_id, a.nama, a.is_active,
       CASE WHEN a.locked_at IS NULL THEN 0 ELSE 1 END AS is_locked,
       CASE WHEN substr(a.sandi_hash, 1, 5) = 'kode:' THEN 1 ELSE 0 END AS is_new
  FROM akun a
 WHERE a.instansi_id = $1 AND a.pegawai_id IS NULL AND a.is_active = 1
   AND lower(a.nama) LIKE CAST(:pattern AS TEXT) ESCAPE '!'
 ORDER BY a.urut, a.akun_id
 LIMIT :most;

-- :name role_of_people :rows role_person :sqlite (each text, ids bytes)
-- the accounts of these people, in their order; each: an array with as many elements as ids
SELECT a.akun_id, a.pegawai_id, a.nama, p.nip, j.nama AS jabatan, u.nama AS unit, a.is_active,
       CASE WHEN a.locked_at IS NULL THEN 0 ELSE 1 END AS is_locked,
       CASE WHEN substr(a.sandi_hash, 1, 5) = 'kode:' THEN 1 ELSE 0 END AS is_new
  FROM json_each(:each) e
 CROSS JOIN akun a
  LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  LEFT JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  LEFT JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE a.instansi_id = $1 AND a.pegawai_id = substr(:ids, e.key * 16 + 1, 16)
   AND a.is_active = 1
 ORDER BY e.key;

-- :name role_of_people :rows role_person :postgres (each text, ids bytes)
SELECT a.akun_id, a.pegawai_id, a.nama, p.nip, j.nama AS jabatan, u.nama AS unit, a.is_active,
       CASE WHEN a.locked_at IS NULL THEN 0 ELSE 1 END AS is_locked,
       CASE WHEN substr(a.sandi_hash, 1, 5) = 'kode:' THEN 1 ELSE 0 END AS is_new
  FROM jsonb_array_elements(CAST(CAST(:each AS TEXT) AS jsonb)) WITH ORDINALITY AS e(r, n)
 CROSS JOIN LATERAL
       (SELECT b.instansi_id, b.akun_id, b.pegawai_id, b.nama, b.is_active, b.locked_at,
               b.sandi_hash FROM akun b
         WHERE b.instansi_id = $1 AND b.pegawai_id = CAST(encode(substring(CAST(:ids AS bytea)
               FROM CAST(e.n * 16 - 15 AS INTEGER) FOR 16), 'hex') AS uuid)
         LIMIT 1) a
  LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  LEFT JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  LEFT JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE a.is_active = 1
 ORDER BY e.n;

-- :name role_person :one role_person (akun_id id)
SELECT a.akun_id, a.pegawai_id, a.nama, p.nip, j.nama AS jabatan, u.nama AS unit, a.is_active,
       CASE WHEN a.locked_at IS NULL THEN 0 ELSE 1 END AS is_locked,
       CASE WHEN substr(a.sandi_hash, 1, 5) = 'kode:' THEN 1 ELSE 0 END AS is_new
  FROM akun a
  LEFT JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  LEFT JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  LEFT JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE a.instansi_id = $1 AND a.akun_id = :akun_id;

-- :name role_of_accounts :rows role_row :sqlite (each text, ids bytes)
-- what these accounts hold, in their order
SELECT r.akun_id, r.peran AS role__peran, r.sifat AS role__penugasan, r.unit_id AS role__unit_id,
       u.nama AS role__unit_nama,
       CASE WHEN u.induk_id IS NULL THEN 1 ELSE 0 END AS role__is_whole_agency,
       r.mulai AS role__mulai, r.sampai AS role__sampai, r.alasan AS role__alasan
  FROM json_each(:each) e
 CROSS JOIN akun_peran r
  JOIN unit u ON u.instansi_id = r.instansi_id AND u.unit_id = r.unit_id
 WHERE r.instansi_id = $1 AND r.akun_id = substr(:ids, e.key * 16 + 1, 16)
 ORDER BY e.key, r.peran, u.jalur;

-- :name role_of_accounts :rows role_row :postgres (each text, ids bytes)
SELECT r.akun_id, r.peran AS role__peran, r.sifat AS role__penugasan, r.unit_id AS role__unit_id,
       u.nama AS role__unit_nama,
       CASE WHEN u.induk_id IS NULL THEN 1 ELSE 0 END AS role__is_whole_agency,
       r.mulai AS role__mulai, r.sampai AS role__sampai, r.alasan AS role__alasan
  FROM jsonb_array_elements(CAST(CAST(:each AS TEXT) AS jsonb)) WITH ORDINALITY AS e(r, n)
 CROSS JOIN LATERAL
       (SELECT h.instansi_id, h.akun_id, h.peran, h.unit_id, h.sifat, h.mulai, h.sampai, h.alasan
          FROM akun_peran h
         WHERE h.instansi_id = $1 AND h.akun_id = CAST(encode(substring(CAST(:ids AS bytea)
               FROM CAST(e.n * 16 - 15 AS INTEGER) FOR 16), 'hex') AS uuid)
        OFFSET 0) r
  JOIN unit u ON u.instansi_id = r.instansi_id AND u.unit_id = r.unit_id
 ORDER BY e.n, r.peran, u.jalur;

-- :name role_check :rows role_row
-- every role of the agency, for comparing with the trail
SELECT akun_id, peran AS role__peran, sifat AS role__penugasan, unit_id AS role__unit_id,
       mulai AS role__mulai, sampai AS role__sampai
  FROM akun_peran WHERE instansi_id = $1 ORDER BY akun_id, peran, unit_id;

-- :name role_units :rows id
-- every unit there was, for comparing with the trail
SELECT unit_id FROM unit WHERE instansi_id = $1;

-- :name role_save :changed role (akun_id id)
INSERT INTO akun_peran (instansi_id, akun_id, peran, unit_id, sifat, mulai, sampai, alasan)
VALUES ($1, :akun_id, :peran, :unit_id, :penugasan, :mulai, :sampai, :alasan)
ON CONFLICT (instansi_id, akun_id, peran, unit_id)
DO UPDATE SET sifat = excluded.sifat, mulai = excluded.mulai, sampai = excluded.sampai, alasan =
  excluded.alasan;

-- :name role_delete :counted (akun_id id, peran peran, unit_id id)
DELETE FROM akun_peran WHERE instansi_id = $1 AND akun_id = :akun_id AND peran = :peran
  AND unit_id = :unit_id;

-- :name role_others :one int64 (akun_id id, peran peran, today date)
-- who but this account holds it without a last day and can sign in
SELECT count(DISTINCT r.akun_id) AS jumlah FROM akun_peran r
  JOIN akun a ON a.instansi_id = r.instansi_id AND a.akun_id = r.akun_id
 WHERE r.instansi_id = $1 AND r.akun_id <> :akun_id AND r.peran = :peran AND r.sampai IS NULL
   AND (r.mulai IS NULL OR r.mulai <= :today) AND a.is_active = 1 AND a.locked_at IS NULL;

-- :name role_lock :changed (akun_id id, locked_at int64?)
UPDATE akun SET locked_at = :locked_at, version = version + 1 WHERE instansi_id = $1
  AND akun_id = :akun_id;
