-- SPDX-License-Identifier: Apache-2.0

-- :name pegawai_by_id :rows      ($2 pegawai_id)
SELECT p.pegawai_id, p.jabatan_id, p.unit_id, p.penilai_id, p.nip, p.nama, p.email, p.jenis, p.golongan, p.tmt, p.version,
       j.nama, j.kelompok, j.is_kepala, u.nama, u.jalur, u.is_mandiri,
       CASE WHEN j.is_kepala = 1 AND u.induk_id IS NULL THEN 1 ELSE 0 END
  FROM pegawai p
  JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE p.instansi_id = $1 AND p.pegawai_id = $2;

-- :name pegawai_of_penilai :rows      ($2 penilai_id; who is still here, by name)
SELECT p.pegawai_id, p.jabatan_id, p.unit_id, p.penilai_id, p.nip, p.nama, p.email, p.jenis, p.golongan, p.tmt, p.version,
       j.nama, j.kelompok, j.is_kepala, u.nama, u.jalur, u.is_mandiri,
       CASE WHEN j.is_kepala = 1 AND u.induk_id IS NULL THEN 1 ELSE 0 END
  FROM pegawai p
  JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE p.instansi_id = $1 AND p.penilai_id = $2 AND p.valid_to IS NULL
 ORDER BY p.nama, p.nip;

-- :name pegawai_page :rows      ($2 jalur prefix, $3 search in lower case with wildcards, $4 after this nip or '', $5 limit)
SELECT p.pegawai_id, p.jabatan_id, p.unit_id, p.penilai_id, p.nip, p.nama, p.email, p.jenis, p.golongan, p.tmt, p.version,
       j.nama, j.kelompok, j.is_kepala, u.nama, u.jalur, u.is_mandiri,
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
 WHERE instansi_id = $1 AND valid_to IS NULL AND substr(jalur, 1, length(CAST($2 AS TEXT))) = CAST($2 AS TEXT)
 ORDER BY jalur;

-- :name jabatan_by_id :rows      ($2 jabatan_id)
SELECT jabatan_id, unit_id, kode, nama, kelompok, jenjang, kelas, is_kepala, tugas, tanggung_jawab, ukuran
  FROM jabatan WHERE instansi_id = $1 AND jabatan_id = $2;

-- :name tahun_by_tahun :rows      ($2 tahun)
SELECT tahun, pendekatan, periode_jenis, skp_batas, evaluasi_batas, version
  FROM tahun_kinerja WHERE instansi_id = $1 AND tahun = $2;

-- :name tahun_all :rows
SELECT tahun FROM tahun_kinerja WHERE instansi_id = $1 ORDER BY tahun DESC;

-- :name periode_of_tahun :rows      ($2 tahun)
SELECT tahun, nomor, nama, status, mulai, selesai, version
  FROM periode WHERE instansi_id = $1 AND tahun = $2 ORDER BY nomor;

-- :name tahun_add :changed      ($2 tahun, $3 pendekatan, $4 periode_jenis, $5 skp_batas, $6 evaluasi_batas)
INSERT INTO tahun_kinerja (instansi_id, tahun, pendekatan, periode_jenis, skp_batas, evaluasi_batas)
VALUES ($1, $2, $3, $4, $5, $6);

-- :name periode_add :changed      ($2 tahun, $3 nomor, $4 nama, $5 mulai, $6 selesai, $7 status)
INSERT INTO periode (instansi_id, tahun, nomor, nama, mulai, selesai, status) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- :name periode_save_status :changed      ($2 tahun, $3 nomor, $4 status, $5 version we loaded)
UPDATE periode SET status = $4, version = version + 1
 WHERE instansi_id = $1 AND tahun = $2 AND nomor = $3 AND version = $5;

-- :name setelan_in_force :rows      ($2 kunci, $3 day)
SELECT nilai FROM setelan
 WHERE instansi_id = $1 AND kunci = $2 AND berlaku_mulai <= $3 ORDER BY berlaku_mulai DESC LIMIT 1;

-- :name setelan_list :rows
SELECT kunci, berlaku_mulai, nilai FROM setelan WHERE instansi_id = $1 ORDER BY kunci, berlaku_mulai;

-- :name setelan_add :changed      ($2 kunci, $3 berlaku_mulai, $4 nilai)
INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES ($1, $2, $3, $4)
    ON CONFLICT (instansi_id, kunci, berlaku_mulai) DO UPDATE SET nilai = excluded.nilai;

-- :name libur_between :rows      ($2 from, $3 to)
SELECT tanggal, nama, jenis FROM hari_libur WHERE instansi_id = $1 AND tanggal >= $2 AND tanggal <= $3 ORDER BY tanggal;
