-- SPDX-License-Identifier: Apache-2.0

-- :name pegawai_by_id :rows      ($2 pegawai_id)
SELECT p.pegawai_id, p.jabatan_id, p.unit_id, p.penilai_id, p.nip, p.nama, p.email, p.jenis,
       p.golongan, p.tmt, p.version, j.nama, j.kelompok, j.is_kepala, u.nama, u.jalur, u.is_mandiri,
       CASE WHEN j.is_kepala = 1 AND u.induk_id IS NULL THEN 1 ELSE 0 END
  FROM pegawai p
  JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE p.instansi_id = $1 AND p.pegawai_id = $2;

-- :name pegawai_of_penilai :rows      ($2 penilai_id; who is still here, by name)
SELECT p.pegawai_id, p.jabatan_id, p.unit_id, p.penilai_id, p.nip, p.nama, p.email, p.jenis,
       p.golongan, p.tmt, p.version, j.nama, j.kelompok, j.is_kepala, u.nama, u.jalur, u.is_mandiri,
       CASE WHEN j.is_kepala = 1 AND u.induk_id IS NULL THEN 1 ELSE 0 END
  FROM pegawai p
  JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE p.instansi_id = $1 AND p.penilai_id = $2 AND p.valid_to IS NULL
 ORDER BY p.nama, p.nip;

-- :name pegawai_page :rows      ($2 jalur prefix, $3 search in lower case with wildcards, $4 after this nip or '', $5 limit)
SELECT p.pegawai_id, p.jabatan_id, p.unit_id, p.penilai_id, p.nip, p.nama, p.email, p.jenis,
       p.golongan, p.tmt, p.version, j.nama, j.kelompok, j.is_kepala, u.nama, u.jalur, u.is_mandiri,
       CASE WHEN j.is_kepala = 1 AND u.induk_id IS NULL THEN 1 ELSE 0 END
  FROM pegawai p
  JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE p.instansi_id = $1 AND p.valid_to IS NULL
   AND substr(u.jalur, 1, length(CAST($2 AS TEXT))) = CAST($2 AS TEXT)
   AND (lower(p.nama) LIKE CAST($3 AS TEXT) ESCAPE '!' OR p.nip LIKE CAST($3 AS TEXT) ESCAPE '!'
        OR lower(j.nama) LIKE CAST($3 AS TEXT) ESCAPE '!')
   AND (CAST($4 AS TEXT) = '' OR (u.jalur, p.nama, p.nip) >
        (SELECT u2.jalur, p2.nama, p2.nip FROM pegawai p2
           JOIN unit u2 ON u2.instansi_id = p2.instansi_id AND u2.unit_id = p2.unit_id
          WHERE p2.instansi_id = $1 AND p2.nip = CAST($4 AS TEXT)))
 ORDER BY u.jalur, p.nama, p.nip
 LIMIT $5;

-- :name unit_by_id :rows      ($2 unit_id)
SELECT unit_id, induk_id, kode, nama, jalur, jenis, is_mandiri, zona
  FROM unit WHERE instansi_id = $1 AND unit_id = $2;

-- :name unit_below :rows      ($2 jalur prefix; parents before children)
SELECT unit_id, induk_id, kode, nama, jalur, jenis, is_mandiri, zona
  FROM unit
 WHERE instansi_id = $1 AND valid_to IS NULL AND substr(jalur, 1, length(CAST($2 AS TEXT))) =
 CAST($2 AS TEXT)
 ORDER BY jalur;

-- :name jabatan_by_id :rows      ($2 jabatan_id)
SELECT jabatan_id, unit_id, kode, nama, kelompok, jenjang, kelas, is_kepala, tugas, tanggung_jawab,
       ukuran
  FROM jabatan WHERE instansi_id = $1 AND jabatan_id = $2;
