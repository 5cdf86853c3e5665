-- SPDX-License-Identifier: Apache-2.0
-- Units, positions, people and holidays written as they come from a file or a first run.
-- :include org/org.h
-- :owns unit jabatan pegawai hari_libur
-- :enum zona zona

-- :name unit_add :changed unit (today date)
INSERT INTO unit (instansi_id, unit_id, kode, nama, urut, induk_id, jalur, jenis, is_mandiri, zona,
  valid_from)
VALUES ($1, :unit_id, :kode, :nama, :urut, :induk_id, :jalur, :jenis, :is_mandiri, :zona, :today);

-- :name unit_save :changed unit
UPDATE unit SET nama = :nama, urut = :urut, induk_id = :induk_id, jalur = :jalur, jenis = :jenis,
       is_mandiri = :is_mandiri, zona = :zona, valid_to = NULL, version = version + 1
 WHERE instansi_id = $1 AND unit_id = :unit_id;

-- :name unit_end :changed unit (today date)
-- one that ended before keeps its day
UPDATE unit SET jalur = :jalur, valid_to = COALESCE(valid_to, :today), version = version + 1
 WHERE instansi_id = $1 AND unit_id = :unit_id;

-- :name jabatan_add :changed jabatan (today date)
INSERT INTO jabatan (instansi_id, jabatan_id, kode, nama, unit_id, kelompok, jenjang, kelas,
       is_kepala, tugas, tanggung_jawab, ukuran, valid_from)
VALUES ($1, :jabatan_id, :kode, :nama, :unit_id, :kelompok, :jenjang, :kelas?, :is_kepala, :tugas,
  :tanggung_jawab, :ukuran, :today);

-- :name jabatan_save :changed jabatan
UPDATE jabatan SET nama = :nama, unit_id = :unit_id, kelompok = :kelompok, jenjang = :jenjang,
       kelas = :kelas?, is_kepala = :is_kepala, tugas = :tugas, tanggung_jawab = :tanggung_jawab,
       ukuran = :ukuran, valid_to = NULL, version = version + 1
 WHERE instansi_id = $1 AND jabatan_id = :jabatan_id;

-- :name jabatan_end :changed (jabatan_id id, today date)
UPDATE jabatan SET valid_to = :today, version = version + 1 WHERE instansi_id = $1
  AND jabatan_id = :jabatan_id;

-- :name jabatan_move_pegawai :changed jabatan
UPDATE pegawai SET unit_id = :unit_id, version = version + 1
 WHERE instansi_id = $1 AND jabatan_id = :jabatan_id AND unit_id <> :unit_id;

-- :name pegawai_save :changed pegawai
UPDATE pegawai SET nama = :nama, urut = :urut, email = :email?, jenis = :jenis,
       golongan = :golongan?,
       jabatan_id = :jabatan_id, unit_id = :unit_id, penilai_id = :penilai_id, tmt = :tmt,
       kontrak_mulai = :kontrak_mulai, kontrak_selesai = :kontrak_selesai, valid_to = NULL,
       version = version + 1
 WHERE instansi_id = $1 AND pegawai_id = :pegawai_id;

-- :name pegawai_end :changed (pegawai_id id, last date)
UPDATE pegawai SET valid_to = :last, version = version + 1 WHERE instansi_id = $1
  AND pegawai_id = :pegawai_id;

-- :name pegawai_add_many :counted :sqlite (rows text, ids bytes)
-- 64 bytes of ids a row: pegawai, jabatan, unit, penilai or zeros
INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, email, jenis, golongan, jabatan_id,
  unit_id, penilai_id, tmt, valid_from, urut, kontrak_mulai, kontrak_selesai)
SELECT $1, substr(:ids, e.key * 64 + 1, 16), e.value ->> 0, e.value ->> 1, NULLIF(e.value ->> 2,
       ''), e.value ->> 3, NULLIF(e.value ->> 4, ''), substr(:ids, e.key * 64 + 17, 16),
       substr(:ids, e.key * 64 + 33, 16), NULLIF(substr(:ids, e.key * 64 + 49, 16), zeroblob(16)),
       e.value ->> 5, e.value ->> 6, e.value ->> 7, NULLIF(e.value ->> 8, ''),
       NULLIF(e.value ->> 9, '')
  FROM json_each(:rows) e;

-- :name pegawai_add_many :counted :postgres (rows text, ids bytes)
INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, email, jenis, golongan, jabatan_id,
  unit_id, penilai_id, tmt, valid_from, urut, kontrak_mulai, kontrak_selesai)
SELECT CAST($1 AS uuid), CAST(encode(substring(CAST(:ids AS bytea) FROM CAST(e.n * 64 - 63 AS
       INTEGER) FOR 16), 'hex') AS uuid), e.r ->> 0, e.r ->> 1, NULLIF(e.r ->> 2, ''), e.r ->> 3,
       NULLIF(e.r ->> 4, ''), CAST(encode(substring(CAST(:ids AS bytea) FROM CAST(e.n * 64 - 47 AS
       INTEGER) FOR 16), 'hex') AS uuid),
       CAST(encode(substring(CAST(:ids AS bytea) FROM CAST(e.n * 64 - 31 AS INTEGER) FOR 16),
              'hex') AS uuid), NULLIF(CAST(encode(substring(CAST(:ids AS bytea) FROM CAST(e.n * 64 -
       15 AS INTEGER) FOR 16), 'hex') AS uuid), CAST('00000000-0000-0000-0000-000000000000' AS
       uuid)), e.r ->> 5, e.r ->> 6, e.r ->> 7, NULLIF(e.r ->> 8, ''),
       NULLIF(e.r ->> 9, '')
  FROM jsonb_array_elements(CAST(CAST(:rows AS TEXT) AS jsonb)) WITH ORDINALITY AS e(r, n);

-- :name libur_save :changed hari_libur
INSERT INTO hari_libur (instansi_id, tanggal, nama, jenis) VALUES ($1, :tanggal, :nama, :jenis)
    ON CONFLICT (instansi_id, tanggal) DO UPDATE SET nama = excluded.nama, jenis = excluded.jenis;

-- :name libur_end :changed (tanggal date)
DELETE FROM hari_libur WHERE instansi_id = $1 AND tanggal = :tanggal;

-- :name tahun_close :changed (tahun int, last int)
UPDATE periode SET status = 'ditutup' WHERE instansi_id = $1 AND tahun = :tahun
  AND nomor BETWEEN 1 AND :last;
