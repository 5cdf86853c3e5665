-- SPDX-License-Identifier: Apache-2.0
-- What an import reads and writes: the whole agency at once, and many new rows in one statement.

-- :name import_unit_all :rows
SELECT unit_id, kode, nama, induk_id, jenis, is_mandiri, zona, jalur, CASE WHEN valid_to IS NULL THEN 0 ELSE 1 END
  FROM unit WHERE instansi_id = $1 ORDER BY kode;

-- :name import_jabatan_all :rows
SELECT jabatan_id, kode, nama, unit_id, kelompok, jenjang, kelas, is_kepala, tugas, tanggung_jawab, ukuran,
       CASE WHEN valid_to IS NULL THEN 0 ELSE 1 END
  FROM jabatan WHERE instansi_id = $1 ORDER BY kode;

-- :name import_pegawai_all :rows
SELECT pegawai_id, nip, nama, email, jenis, golongan, jabatan_id, penilai_id, tmt,
       CASE WHEN valid_to IS NULL THEN 0 ELSE 1 END
  FROM pegawai WHERE instansi_id = $1 ORDER BY nip;

-- :name import_unit_add :changed      ($2 id, $3 kode, $4 nama, $5 induk, $6 jalur, $7 jenis, $8 mandiri, $9 zona, $10 from)
INSERT INTO unit (instansi_id, unit_id, kode, nama, induk_id, jalur, jenis, is_mandiri, zona, valid_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- :name import_unit_save :changed      ($2 id, $3 nama, $4 induk, $5 jalur, $6 jenis, $7 mandiri, $8 zona)
UPDATE unit SET nama = $3, induk_id = $4, jalur = $5, jenis = $6, is_mandiri = $7, zona = $8, valid_to = NULL, version = version + 1
 WHERE instansi_id = $1 AND unit_id = $2;

-- :name import_unit_end :changed      ($2 id, $3 jalur, $4 last day; one that ended before keeps its day)
UPDATE unit SET jalur = $3, valid_to = COALESCE(valid_to, $4), version = version + 1 WHERE instansi_id = $1 AND unit_id = $2;

-- :name import_jabatan_add :changed      ($2 id, $3 kode, $4 nama, $5 unit, $6 kelompok, $7 jenjang, $8 kelas, $9 kepala, $10 tugas, $11 tanggung jawab, $12 ukuran, $13 from)
INSERT INTO jabatan (instansi_id, jabatan_id, kode, nama, unit_id, kelompok, jenjang, kelas, is_kepala, tugas, tanggung_jawab, ukuran, valid_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- :name import_jabatan_save :changed      ($2 id, $3 nama, $4 unit, $5 kelompok, $6 jenjang, $7 kelas, $8 kepala, $9 tugas, $10 tanggung jawab, $11 ukuran)
UPDATE jabatan SET nama = $3, unit_id = $4, kelompok = $5, jenjang = $6, kelas = $7, is_kepala = $8, tugas = $9,
       tanggung_jawab = $10, ukuran = $11, valid_to = NULL, version = version + 1
 WHERE instansi_id = $1 AND jabatan_id = $2;

-- :name import_jabatan_end :changed      ($2 id, $3 last day)
UPDATE jabatan SET valid_to = $3, version = version + 1 WHERE instansi_id = $1 AND jabatan_id = $2;

-- :name import_jabatan_move_pegawai :changed      ($2 jabatan, $3 unit)
UPDATE pegawai SET unit_id = $3, version = version + 1 WHERE instansi_id = $1 AND jabatan_id = $2 AND unit_id <> $3;

-- :name import_pegawai_save :changed      ($2 id, $3 nama, $4 email, $5 jenis, $6 golongan, $7 jabatan, $8 unit, $9 penilai, $10 tmt)
UPDATE pegawai SET nama = $3, email = $4, jenis = $5, golongan = $6, jabatan_id = $7, unit_id = $8, penilai_id = $9, tmt = $10,
       valid_to = NULL, version = version + 1
 WHERE instansi_id = $1 AND pegawai_id = $2;

-- :name import_pegawai_end :changed      ($2 id, $3 last day)
UPDATE pegawai SET valid_to = $3, version = version + 1 WHERE instansi_id = $1 AND pegawai_id = $2;

-- :name import_libur_save :changed      ($2 tanggal, $3 nama, $4 jenis)
INSERT INTO hari_libur (instansi_id, tanggal, nama, jenis) VALUES ($1, $2, $3, $4)
    ON CONFLICT (instansi_id, tanggal) DO UPDATE SET nama = excluded.nama, jenis = excluded.jenis;

-- :name import_libur_end :changed      ($2 tanggal)
DELETE FROM hari_libur WHERE instansi_id = $1 AND tanggal = $2;

-- :name import_account_of :rows      ($2 pegawai_id)
SELECT akun_id FROM akun WHERE instansi_id = $1 AND pegawai_id = $2;

-- :name import_account_save :changed      ($2 pegawai_id, $3 nama, $4 is_active)
UPDATE akun SET nama = $3, is_active = $4, version = version + 1 WHERE instansi_id = $1 AND pegawai_id = $2;

-- :name import_kunci_add :changed :shared      ($1 hash, $2 instansi_id, $3 akun_id)
INSERT INTO kunci_masuk (kunci_hash, instansi_id, akun_id) VALUES ($1, $2, $3)
    ON CONFLICT (kunci_hash) DO UPDATE SET akun_id = excluded.akun_id WHERE kunci_masuk.akun_id = excluded.akun_id;

-- :name import_kunci_end :changed :shared      ($1 hash, $2 instansi_id, $3 akun_id)
DELETE FROM kunci_masuk WHERE kunci_hash = $1 AND instansi_id = $2 AND akun_id = $3;

-- :name import_secret :rows :shared      ($1 nama)
SELECT isi FROM rahasia WHERE nama = $1;

-- :name import_secret_add :changed :shared      ($1 nama, $2 isi)
INSERT INTO rahasia (nama, isi) VALUES ($1, $2) ON CONFLICT (nama) DO NOTHING;

-- :name import_peran_add :changed      ($2 akun_id, $3 peran, $4 unit_id)
INSERT INTO akun_peran (instansi_id, akun_id, peran, unit_id) VALUES ($1, $2, $3, $4)
    ON CONFLICT (instansi_id, akun_id, peran, unit_id) DO UPDATE SET sifat = 'definitif', mulai = NULL, sampai = NULL;

-- :name import_peran_end :changed      ($2 akun_id, $3 peran, $4 unit_id)
DELETE FROM akun_peran WHERE instansi_id = $1 AND akun_id = $2 AND peran = $3 AND unit_id = $4;

-- :name import_peran_all :rows      (who holds which role, for the import's comparison)
SELECT a.pegawai_id, r.peran FROM akun_peran r
  JOIN akun a ON a.instansi_id = r.instansi_id AND a.akun_id = r.akun_id
 WHERE r.instansi_id = $1 AND a.pegawai_id IS NOT NULL AND r.sampai IS NULL;

-- :name import_kode_pending :rows      (accounts still waiting for their first sign-in)
SELECT a.akun_id, p.nip, p.nama, u.nama FROM akun a
  JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id
  JOIN unit u ON u.instansi_id = p.instansi_id AND u.unit_id = p.unit_id
 WHERE a.instansi_id = $1 AND a.is_active = 1 AND substr(a.sandi_hash, 1, 5) = 'kode:' AND p.valid_to IS NULL
 ORDER BY u.jalur, p.nama, p.nip;

-- :name import_instansi_all :rows :shared      (for the command line: which agency is meant)
SELECT instansi_id, kode, nama, zona FROM instansi ORDER BY kode;

-- :name import_pegawai_add_many :changed :sqlite      ($2 rows as JSON, $3 ids, 64 bytes a row: pegawai, jabatan, unit, penilai or zeros; $4 from)
INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, email, jenis, golongan, jabatan_id, unit_id, penilai_id, tmt, valid_from)
SELECT $1, substr($3, e.key * 64 + 1, 16), e.value ->> 0, e.value ->> 1, NULLIF(e.value ->> 2, ''), e.value ->> 3, NULLIF(e.value ->> 4, ''),
       substr($3, e.key * 64 + 17, 16), substr($3, e.key * 64 + 33, 16), NULLIF(substr($3, e.key * 64 + 49, 16), zeroblob(16)),
       e.value ->> 5, $4
  FROM json_each($2) e;

-- :name import_pegawai_add_many :changed :postgres      ($2 rows as JSON, $3 ids, 64 bytes a row: pegawai, jabatan, unit, penilai or zeros; $4 from)
INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, email, jenis, golongan, jabatan_id, unit_id, penilai_id, tmt, valid_from)
SELECT CAST($1 AS uuid), CAST(encode(substring(CAST($3 AS bytea) FROM CAST(e.n * 64 - 63 AS INTEGER) FOR 16), 'hex') AS uuid),
       e.r ->> 0, e.r ->> 1, NULLIF(e.r ->> 2, ''), e.r ->> 3, NULLIF(e.r ->> 4, ''),
       CAST(encode(substring(CAST($3 AS bytea) FROM CAST(e.n * 64 - 47 AS INTEGER) FOR 16), 'hex') AS uuid),
       CAST(encode(substring(CAST($3 AS bytea) FROM CAST(e.n * 64 - 31 AS INTEGER) FOR 16), 'hex') AS uuid),
       NULLIF(CAST(encode(substring(CAST($3 AS bytea) FROM CAST(e.n * 64 - 15 AS INTEGER) FOR 16), 'hex') AS uuid),
              CAST('00000000-0000-0000-0000-000000000000' AS uuid)),
       e.r ->> 5, CAST($4 AS TEXT)
  FROM jsonb_array_elements(CAST(CAST($2 AS TEXT) AS jsonb)) WITH ORDINALITY AS e(r, n);

-- :name import_account_add_many :changed :sqlite      ($2 rows as JSON, $3 ids, 32 bytes a row: akun, pegawai)
INSERT INTO akun (instansi_id, akun_id, pegawai_id, nama, sandi_hash, must_change)
SELECT $1, substr($3, e.key * 32 + 1, 16), substr($3, e.key * 32 + 17, 16), e.value ->> 0, e.value ->> 1, 1
  FROM json_each($2) e;

-- :name import_account_add_many :changed :postgres      ($2 rows as JSON, $3 ids, 32 bytes a row: akun, pegawai)
INSERT INTO akun (instansi_id, akun_id, pegawai_id, nama, sandi_hash, must_change)
SELECT CAST($1 AS uuid), CAST(encode(substring(CAST($3 AS bytea) FROM CAST(e.n * 32 - 31 AS INTEGER) FOR 16), 'hex') AS uuid),
       CAST(encode(substring(CAST($3 AS bytea) FROM CAST(e.n * 32 - 15 AS INTEGER) FOR 16), 'hex') AS uuid), e.r ->> 0, e.r ->> 1, 1
  FROM jsonb_array_elements(CAST(CAST($2 AS TEXT) AS jsonb)) WITH ORDINALITY AS e(r, n);

-- :name import_kunci_add_many :changed :shared :sqlite      ($1 instansi_id, $2 rows as JSON, only counted, $3 48 bytes a row: hash, akun)
INSERT INTO kunci_masuk (kunci_hash, instansi_id, akun_id)
SELECT substr($3, e.key * 48 + 1, 32), $1, substr($3, e.key * 48 + 33, 16) FROM json_each($2) e
 WHERE true
    ON CONFLICT (kunci_hash) DO UPDATE SET akun_id = excluded.akun_id WHERE kunci_masuk.akun_id = excluded.akun_id;

-- :name import_kunci_add_many :changed :shared :postgres      ($1 instansi_id, $2 rows as JSON, only counted, $3 48 bytes a row: hash, akun)
INSERT INTO kunci_masuk (kunci_hash, instansi_id, akun_id)
SELECT substring(CAST($3 AS bytea) FROM CAST(e.n * 48 - 47 AS INTEGER) FOR 32), CAST($1 AS uuid),
       CAST(encode(substring(CAST($3 AS bytea) FROM CAST(e.n * 48 - 15 AS INTEGER) FOR 16), 'hex') AS uuid)
  FROM jsonb_array_elements(CAST(CAST($2 AS TEXT) AS jsonb)) WITH ORDINALITY AS e(r, n)
 WHERE true
    ON CONFLICT (kunci_hash) DO UPDATE SET akun_id = excluded.akun_id WHERE kunci_masuk.akun_id = excluded.akun_id;

-- :name import_statistics :changed :shared :sqlite      (without them the planners take the agency alone for a narrow key)
ANALYZE;

-- :name import_statistics :changed :shared :postgres      (those of the import; the plans of foreign keys are made anew)
ANALYZE unit, jabatan, pegawai, akun, akun_peran, kunci_masuk;

-- :name import_libur_all :rows      ($2 from, $3 to)
SELECT tanggal, nama, jenis FROM hari_libur WHERE instansi_id = $1 AND tanggal >= $2 AND tanggal <= $3 ORDER BY tanggal;
