-- SPDX-License-Identifier: Apache-2.0
-- Units, posts and people as they are read.
-- :include org/org.h
-- :enum zona zona

-- :part pegawai_columns
SELECT p.pegawai_id, p.jabatan_id, p.unit_id, p.penilai_id, p.nip, p.nama, p.urut, p.email,
       p.jenis, p.golongan, p.tmt, p.kontrak_mulai, p.kontrak_selesai, p.valid_to AS berakhir, p.version, j.nama AS jabatan_nama,
       j.kelompok AS jabatan_kelompok, j.is_kepala, u.nama AS unit_nama, u.jalur AS unit_jalur,
       u.is_mandiri AS unit_is_mandiri,
       (SELECT i.nama FROM unit i WHERE i.instansi_id = u.instansi_id AND i.unit_id = u.induk_id
        AND i.induk_id IS NOT NULL) AS unit_induk,
       CASE WHEN j.is_kepala = 1 AND u.induk_id IS NULL THEN 1 ELSE 0 END AS is_top

-- :part pegawai_joined
-- :use pegawai_columns
  FROM pegawai p
  JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id

-- :part unit_columns
SELECT unit_id, induk_id, kode, nama, urut, jalur, jenis, is_mandiri, zona,
       (SELECT i.nama FROM unit i WHERE i.instansi_id = unit.instansi_id
        AND i.unit_id = unit.induk_id) AS induk_nama
  FROM unit

-- :name pegawai_by_id :one pegawai (pegawai_id id)
-- :use pegawai_joined
 WHERE p.instansi_id = $1 AND p.pegawai_id = :pegawai_id;

-- :name pegawai_of_penilai :rows pegawai (penilai_id id)
-- who is still here, by name
-- :use pegawai_joined
 WHERE p.instansi_id = $1 AND p.penilai_id = :penilai_id AND p.valid_to IS NULL
 ORDER BY p.urut, p.nip;

-- :name pegawai_by_nip :one pegawai (nip text)
-- :use pegawai_joined
 WHERE p.instansi_id = $1 AND p.nip = :nip;

-- :name pegawai_page :rows pegawai :sqlite (jalur text, from text, urut text, nip text, most int)
-- of the units below jalur, in the order of the list: unit by unit from that one on, in it behind
-- that place and NIP
-- :use pegawai_columns
  FROM unit u
 CROSS JOIN pegawai p
 CROSS JOIN jabatan j
 WHERE u.instansi_id = $1 AND u.jalur >= CAST(:from AS TEXT)
   AND u.jalur <= CAST(:jalur AS TEXT) || 'zzzzzzzz'
   AND (CAST(:jalur AS TEXT) = ''
        OR substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT))
   AND p.instansi_id = u.instansi_id AND p.unit_id = u.unit_id AND p.valid_to IS NULL
   AND (u.jalur > CAST(:from AS TEXT)
        OR (p.urut, p.nip) > (CAST(:urut AS TEXT), CAST(:nip AS TEXT)))
   AND j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
 ORDER BY u.jalur, p.urut, p.nip
 LIMIT :most;

-- :name pegawai_page :rows pegawai :postgres (jalur text, from text, urut text, nip text, most int)
-- the same; this planner guesses badly how many fit, so it is told to go through no more units than
-- a page has people, and in each no further than a page. It plans with a number only where one
-- stands: 25, at least PEGAWAI_PAGE.
-- :use pegawai_columns
  FROM (SELECT u.jalur, p.pegawai_id, p.urut, p.nip
          FROM (SELECT u.unit_id, u.jalur,
                       CASE WHEN u.jalur > CAST(:from AS TEXT) THEN ''
                            ELSE CAST(:urut AS TEXT) END AS urut,
                       CASE WHEN u.jalur > CAST(:from AS TEXT) THEN ''
                            ELSE CAST(:nip AS TEXT) END AS nip
                  FROM unit u
                 WHERE u.instansi_id = $1 AND u.jalur >= CAST(:from AS TEXT)
                   AND u.jalur <= CAST(:jalur AS TEXT) || 'zzzzzzzz'
                   AND EXISTS (SELECT 1 FROM pegawai e
                               WHERE e.instansi_id = $1 AND e.unit_id = u.unit_id
                                 AND e.valid_to IS NULL AND (u.jalur > CAST(:from AS TEXT)
                                      OR (e.urut, e.nip) > (CAST(:urut AS TEXT),
                                          CAST(:nip AS TEXT))))
                 ORDER BY u.jalur LIMIT 25) u
         CROSS JOIN LATERAL
               (SELECT p.pegawai_id, p.urut, p.nip FROM pegawai p
                 WHERE p.instansi_id = $1 AND p.unit_id = u.unit_id AND p.valid_to IS NULL
                   AND (p.urut, p.nip) > (u.urut, u.nip)
                 ORDER BY p.urut, p.nip LIMIT 25) p
         ORDER BY u.jalur, p.urut, p.nip LIMIT :most) few
  JOIN pegawai p ON p.instansi_id = $1 AND p.pegawai_id = few.pegawai_id
  JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
  JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 ORDER BY few.jalur, few.urut, few.nip;

-- :name unit_by_id :one unit (unit_id id)
-- :use unit_columns
 WHERE instansi_id = $1 AND unit_id = :unit_id;

-- :name unit_open_by_id :one unit (unit_id id)
-- one that has not ended
-- :use unit_columns
 WHERE instansi_id = $1 AND unit_id = :unit_id AND valid_to IS NULL;

-- :name unit_by_kode :one unit (kode text)
-- :use unit_columns
 WHERE instansi_id = $1 AND kode = :kode AND valid_to IS NULL;

-- :name unit_root :one unit
-- :use unit_columns
 WHERE instansi_id = $1 AND induk_id IS NULL AND valid_to IS NULL;

-- :name unit_below :rows unit (jalur text)
-- parents before children
-- :use unit_columns
 WHERE instansi_id = $1 AND valid_to IS NULL
   AND substr(jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT)
 ORDER BY jalur;

-- :name unit_by_jalur :one unit (jalur text)
-- :use unit_columns
 WHERE instansi_id = $1 AND jalur = :jalur AND valid_to IS NULL;

-- :name unit_children :rows unit (induk_id id, urut text, kode text, most int)
-- behind that place and code
-- :use unit_columns
 WHERE instansi_id = $1 AND induk_id = :induk_id AND valid_to IS NULL
   AND (urut, kode) > (CAST(:urut AS TEXT), CAST(:kode AS TEXT))
 ORDER BY urut, kode LIMIT :most;

-- :name jabatan_by_id :one jabatan (jabatan_id id)
SELECT jabatan_id, unit_id, kode, nama, kelompok, jenjang, kelas, is_kepala, tugas, tanggung_jawab,
       ukuran
  FROM jabatan WHERE instansi_id = $1 AND jabatan_id = :jabatan_id;
