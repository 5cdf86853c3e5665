-- SPDX-License-Identifier: Apache-2.0
-- Walks over the words of a search: from the key "from" on, as long as keys begin with "kata". What
-- has several such keys comes at its first.
-- :include org/search.h
-- :enum zona zona

-- :part pegawai_columns
SELECT p.pegawai_id, p.jabatan_id, p.unit_id, p.penilai_id, p.nip, p.nama, p.urut, p.email,
       p.jenis, p.golongan, p.tmt, p.kontrak_mulai, p.kontrak_selesai, p.version, j.nama AS jabatan_nama,
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

-- :part found_columns
SELECT p.pegawai_id, p.jabatan_id, p.unit_id, p.penilai_id, p.nip, p.nama, p.urut, p.email,
       p.jenis, p.golongan, p.tmt, p.kontrak_mulai, p.kontrak_selesai, p.version, p.jabatan_nama, p.jabatan_kelompok, p.is_kepala,
       p.unit_nama, p.unit_jalur, p.unit_is_mandiri, p.unit_induk, p.is_top
  FROM kata_cari k

-- :part in_jalur
   AND (CAST(:jalur AS TEXT) = ''
        OR substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) = CAST(:jalur AS TEXT))

-- :part first_key
-- of several keys of one that begin so, the first
   AND NOT EXISTS (SELECT 1 FROM kata_cari s WHERE s.instansi_id = $1 AND s.objek_id = k.objek_id
                   AND s.kata >= CAST(:kata AS TEXT) AND s.kata < k.kata)

-- :part also_words
-- words that must be there too
   AND (CAST(:also AS TEXT) = '' OR EXISTS
             (SELECT 1 FROM kata_cari s WHERE s.instansi_id = $1 AND s.objek_id = k.objek_id
              AND s.kata >= CAST(:also AS TEXT) AND s.kata <= CAST(:also AS TEXT) || 'zzzzzzzz'))
   AND (CAST(:also2 AS TEXT) = '' OR EXISTS
             (SELECT 1 FROM kata_cari s WHERE s.instansi_id = $1 AND s.objek_id = k.objek_id
              AND s.kata >= CAST(:also2 AS TEXT) AND s.kata <= CAST(:also2 AS TEXT) || 'zzzzzzzz'))
   AND (CAST(:also3 AS TEXT) = '' OR EXISTS
             (SELECT 1 FROM kata_cari s WHERE s.instansi_id = $1 AND s.objek_id = k.objek_id
              AND s.kata >= CAST(:also3 AS TEXT) AND s.kata <= CAST(:also3 AS TEXT) || 'zzzzzzzz'))

-- :part without
-- not who has a key that begins so
   AND (CAST(:without AS TEXT) = '' OR NOT EXISTS
             (SELECT 1 FROM kata_cari s WHERE s.instansi_id = $1 AND s.objek_id = k.objek_id
              AND s.kata >= CAST(:without AS TEXT)
              AND s.kata <= CAST(:without AS TEXT) || 'zzzzzzzz'))

-- :name pegawai_found :rows pegawai :sqlite (jalur text, kata text, from text, after id, also text, also2 text, also3 text, without text, most int)
-- :use pegawai_columns
  FROM kata_cari k
 CROSS JOIN pegawai p
 CROSS JOIN jabatan j
 CROSS JOIN unit u
 WHERE k.instansi_id = $1 AND k.jenis = 'p' AND k.kata >= CAST(:from AS TEXT)
   AND k.kata <= CAST(:kata AS TEXT) || 'zzzzzzzz'
   AND (k.kata > CAST(:from AS TEXT) OR k.objek_id > :after OR :after IS NULL)
-- :use first_key
-- :use also_words
-- :use without
   AND p.instansi_id = k.instansi_id AND p.pegawai_id = k.objek_id AND p.valid_to IS NULL
   AND j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
   AND u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
-- :use in_jalur
 ORDER BY k.kata, k.objek_id
 LIMIT :most;

-- :name pegawai_found :rows pegawai :postgres (jalur text, kata text, from text, after id, also text, also2 text, also3 text, without text, most int)
-- the same, with the words walked over first: who a word stands for is looked up one by one
-- :use found_columns
 CROSS JOIN LATERAL
       (
-- :use pegawai_joined
         WHERE p.instansi_id = k.instansi_id AND p.pegawai_id = k.objek_id AND p.valid_to IS NULL
-- :use in_jalur
         LIMIT 1) p
 WHERE k.instansi_id = $1 AND k.jenis = 'p' AND k.kata >= CAST(:from AS TEXT)
   AND k.kata <= CAST(:kata AS TEXT) || 'zzzzzzzz'
   AND (k.kata > CAST(:from AS TEXT) OR k.objek_id > :after OR :after IS NULL)
-- :use first_key
-- :use also_words
-- :use without
 ORDER BY k.kata, k.objek_id
 LIMIT :most;

-- :name pegawai_found_by_post :rows pegawai :sqlite (jalur text, kata text, from text, post id, after id, most int)
-- who holds a post of such a name, but not who has it in the own one
-- :use pegawai_columns
  FROM kata_cari k
 CROSS JOIN pegawai p
 CROSS JOIN jabatan j
 CROSS JOIN unit u
 WHERE k.instansi_id = $1 AND k.jenis = 'j' AND k.kata >= CAST(:from AS TEXT)
   AND k.kata <= CAST(:kata AS TEXT) || 'zzzzzzzz'
-- :use first_key
   AND p.instansi_id = k.instansi_id AND p.jabatan_id = k.objek_id AND p.valid_to IS NULL
   AND (k.kata > CAST(:from AS TEXT) OR k.objek_id > :post OR :post IS NULL
        OR (k.objek_id = :post AND p.pegawai_id > :after))
   AND NOT EXISTS
             (SELECT 1 FROM kata_cari s WHERE s.instansi_id = $1 AND s.objek_id = p.pegawai_id
              AND s.kata >= CAST(:kata AS TEXT) AND s.kata <= CAST(:kata AS TEXT) || 'zzzzzzzz')
   AND j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
   AND u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
-- :use in_jalur
 ORDER BY k.kata, k.objek_id, p.pegawai_id
 LIMIT :most;

-- :name pegawai_found_by_post :rows pegawai :postgres (jalur text, kata text, from text, post id, after id, most int)
-- the same, post by post
-- :use found_columns
 CROSS JOIN LATERAL
       (
-- :use pegawai_joined
         WHERE p.instansi_id = k.instansi_id AND p.jabatan_id = k.objek_id AND p.valid_to IS NULL
           AND (k.kata > CAST(:from AS TEXT) OR k.objek_id > :post OR :post IS NULL
                OR p.pegawai_id > :after)
           AND NOT EXISTS
                     (SELECT 1 FROM kata_cari s WHERE s.instansi_id = $1
                      AND s.objek_id = p.pegawai_id AND s.kata >= CAST(:kata AS TEXT)
                      AND s.kata <= CAST(:kata AS TEXT) || 'zzzzzzzz')
-- :use in_jalur
         ORDER BY p.pegawai_id LIMIT :most) p
 WHERE k.instansi_id = $1 AND k.jenis = 'j' AND k.kata >= CAST(:from AS TEXT)
   AND k.kata <= CAST(:kata AS TEXT) || 'zzzzzzzz'
-- :use first_key
   AND (k.kata > CAST(:from AS TEXT) OR k.objek_id >= :post OR :post IS NULL)
 ORDER BY k.kata, k.objek_id, p.pegawai_id
 LIMIT :most;

-- :name unit_found :rows unit (jalur text, kata text, also text, also2 text, also3 text, most int)
SELECT u.unit_id, u.induk_id, u.kode, u.nama, u.jalur, u.jenis, u.is_mandiri, u.zona,
       (SELECT i.nama FROM unit i WHERE i.instansi_id = u.instansi_id AND i.unit_id = u.induk_id)
         AS induk_nama
  FROM kata_cari k
 CROSS JOIN unit u
 WHERE k.instansi_id = $1 AND k.jenis = 'u' AND k.kata >= CAST(:kata AS TEXT)
   AND k.kata <= CAST(:kata AS TEXT) || 'zzzzzzzz'
-- :use first_key
-- :use also_words
   AND u.instansi_id = k.instansi_id AND u.unit_id = k.objek_id AND u.valid_to IS NULL
-- :use in_jalur
 ORDER BY k.kata, u.jalur
 LIMIT :most;

-- :name words_count :one int (jenis text, kata text, most int)
-- as far as most
SELECT COUNT(*) AS n FROM (SELECT k.kata FROM kata_cari k WHERE k.instansi_id = $1
       AND k.jenis = :jenis AND k.kata >= CAST(:kata AS TEXT)
       AND k.kata <= CAST(:kata AS TEXT) || 'zzzzzzzz' LIMIT :most) few;
