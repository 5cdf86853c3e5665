-- SPDX-License-Identifier: Apache-2.0
-- The demonstration written in bulk: one statement for the rows that differ only by a list.

-- :name demo_find :one :shared      ($1 kode)
SELECT instansi_id FROM instansi WHERE kode = $1;

-- :name demo_instansi_count :one :shared
SELECT COUNT(*) FROM instansi;

-- :name demo_instansi_add :changed :shared      ($1 instansi_id, $2 nama, $3 kota, $4 zona, $5 kode, $6 created_at)
INSERT INTO instansi (instansi_id, nama, kota, zona, kode, created_at, slug)
VALUES ($1, $2, $3, $4, $5, $6, lower(replace(CAST($5 AS TEXT), '.', '-')));

-- :name demo_unit_add :changed      ($2 id, $3 kode, $4 nama, $5 induk, $6 jalur, $7 jenis, $8 mandiri, $9 zona, $10 from)
INSERT INTO unit (instansi_id, unit_id, kode, nama, induk_id, jalur, jenis, is_mandiri, zona,
  valid_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- :name demo_post_add :changed      ($2 id, $3 kode, $4 nama, $5 unit, $6 kelompok, $7 jenjang, $8 kelas, $9 kepala, $10 tugas, $11 tanggung jawab, $12 ukuran, $13 from)
INSERT INTO jabatan (instansi_id, jabatan_id, kode, nama, unit_id, kelompok, jenjang, kelas,
  is_kepala, tugas, tanggung_jawab, ukuran, valid_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
ON CONFLICT DO NOTHING;

-- :name demo_person_add :changed      ($2 id, $3 nip, $4 nama, $5 email, $6 jenis, $7 golongan, $8 jabatan, $9 unit, $10 penilai, $11 tmt)
INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, email, jenis, golongan, jabatan_id,
  unit_id, penilai_id, tmt, valid_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11);

-- :name demo_account_add :changed      ($2 akun_id, $3 pegawai_id, $4 nama, $5 sandi_hash)
INSERT INTO akun (instansi_id, akun_id, pegawai_id, nama, sandi_hash) VALUES ($1, $2, $3, $4, $5);

-- :name demo_role_add :changed      ($2 akun_id, $3 peran, $4 unit_id)
INSERT INTO akun_peran (instansi_id, akun_id, peran, unit_id) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING;

-- :name demo_holiday_add :changed      ($2 tanggal, $3 nama, $4 jenis)
INSERT INTO hari_libur (instansi_id, tanggal, nama, jenis) VALUES ($1, $2, $3, $4);

-- :name demo_year_add :changed      ($2 tahun, $3 skp_batas, $4 evaluasi_batas)
INSERT INTO tahun_kinerja (instansi_id, tahun, pendekatan, periode_jenis, skp_batas, evaluasi_batas)
VALUES ($1, $2, 'kuantitatif', 'triwulan', $3, $4);

-- :name demo_period_add :changed      ($2 tahun, $3 nomor, $4 nama, $5 mulai, $6 selesai, $7 status)
INSERT INTO periode (instansi_id, tahun, nomor, nama, mulai, selesai, status)
  VALUES ($1, $2, $3, $4, $5, $6, $7);

-- What is behind is closed at the end: no row of a closed period can be written.
-- :name demo_period_close :changed      ($2 tahun, $3 last closed nomor)
UPDATE periode SET status = 'ditutup' WHERE instansi_id = $1 AND tahun = $2 AND nomor BETWEEN 1
  AND $3;

-- :name demo_unit_result_add :changed      ($2 id, $3 tahun, $4 unit, $5 urut, $6 uraian, $7 indikator, $8 target, $9 satuan)
INSERT INTO hasil_unit (instansi_id, hasil_unit_id, tahun, unit_id, urut, uraian, indikator, target,
  satuan)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- :name demo_plan_add :changed      ($2 skp_id, $3 pegawai, $4 penilai, $5 tahun, $6 jabatan, $7 unit, $8 mulai, $9 selesai, $10 bentuk, $11 state, $12 submitted, $13 decided, $14 nomor, $15 hash, $16 luar_nama, $17 luar_jabatan, $18 surat_nomor, $19 surat_tanggal)
INSERT INTO skp (instansi_id, skp_id, pegawai_id, penilai_id, tahun, jabatan_id, unit_id, mulai,
                 selesai, pendekatan, bentuk, state, submitted_at, decided_at, receipt_nomor,
                 receipt_hash, luar_nama, luar_jabatan, surat_nomor, surat_tanggal)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'kuantitatif', $10, $11, $12, $13, $14, $15, $16, $17,
  $18, $19);

-- :name demo_result_add :changed      ($2 rhk_id, $3 skp_id, $4 urut, $5 jenis, $6 kelas, $7 uraian, $8 perspektif, $9 hasil_unit, $10 rhk_pimpinan, $11 komentar)
INSERT INTO rhk (instansi_id, rhk_id, skp_id, urut, jenis, kelas, uraian, perspektif, hasil_unit_id,
  rhk_pimpinan_id, komentar)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- :name demo_indicator_add :changed      ($2 iki_id, $3 rhk_id, $4 urut, $5 aspek, $6 uraian, $7 target, $8 satuan, $9 arah)
INSERT INTO iki (instansi_id, iki_id, rhk_id, urut, aspek, uraian, target_min, target, satuan, arah)
VALUES ($1, $2, $3, $4, $5, $6, NULL, $7, $8, $9);

-- The seven values; one of them carries the leader's special expectation.
-- :name demo_values_add :changed      ($2 skp_id, $3 nilai, $4 ekspektasi)
INSERT INTO skp_perilaku (instansi_id, skp_id, nilai, ekspektasi)
SELECT $1, $2, column1, CASE WHEN column1 = CAST($3 AS TEXT) THEN CAST($4 AS TEXT) ELSE '' END
  FROM (VALUES ('berorientasi_pelayanan'), ('akuntabel'), ('kompeten'), ('harmonis'), ('loyal'),
  ('adaptif'), ('kolaboratif')) AS nilai;

-- :name demo_attachment_add :changed      ($2 skp_id, $3 dukungan, $4 konsekuensi)
INSERT INTO skp_lampiran (instansi_id, skp_id, blok, urut, uraian)
VALUES ($1, $2, 'dukungan_sumber_daya', 1, $3),
       ($1, $2, 'dukungan_sumber_daya', 2, 'Anggaran kegiatan sesuai dokumen pelaksanaan anggaran'),
       ($1, $2, 'skema_pertanggungjawaban', 1,
       'Laporan kerja dengan bukti setiap hari kerja; dialog kinerja setiap triwulan'),
       ($1, $2, 'konsekuensi', 1, $4);

-- :name demo_report_add :changed      ($2 laporan_id, $3 pegawai, $4 rhk, $5 iki, $6 tanggal, $7 uraian, $8 jumlah, $9 satuan, $10 created_at, $11 nomor, $12 hash, $13 read_at)
INSERT INTO laporan (instansi_id, laporan_id, pegawai_id, rhk_id, iki_id, tanggal, uraian, jumlah,
  satuan, captured_at, created_at, nomor, hash, read_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13);

-- :name demo_evidence_add :changed      ($2 bukti_id, $3 laporan_id, $4 tautan)
INSERT INTO bukti (instansi_id, bukti_id, laporan_id, jenis, nama, tautan, mime, ukuran, sha256)
VALUES ($1, $2, $3, 'tautan', 'Tautan', $4, '', 0, '');

-- :name demo_sum_add :changed      ($2 iki_id, $3 tahun, $4 bulan, $5 jumlah, $6 banyak, $7 bukti)
INSERT INTO capaian_rhk (instansi_id, iki_id, tahun, bulan, jumlah, banyak, bukti_banyak)
  VALUES ($1, $2, $3, $4, $5, $6, $7);

-- :name demo_achievement_add :changed      ($2 unit, $3 tahun, $4 nomor, $5 predikat, $6 dasar, $7 akun, $8 at)
INSERT INTO capaian_organisasi (instansi_id, unit_id, tahun, nomor, predikat, dasar,
  ditetapkan_oleh, ditetapkan_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- :name demo_evaluation_add :changed      ($2 id, $3 skp, $4 pegawai, $5 penilai, $6 tahun, $7 nomor, $8 hasil, $9 perilaku, $10 predikat, $11 kuat, $12 kembang, $13 at, $14 capaian, $15 of unit)
INSERT INTO evaluasi (instansi_id, evaluasi_id, skp_id, pegawai_id, penilai_id, tahun, nomor, state,
                      rating_hasil, rating_perilaku, saran_hasil, saran_perilaku, predikat,
                      catatan_kuat, catatan_kembang, ditetapkan_at, capaian, capaian_unit_id,
                      realisasi_versi)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'ditetapkan', $8, $9, $8, $9, $10, $11, $12, $13, $14, $15, 1);

-- Not rated yet; the person has entered the realisation.
-- :name demo_evaluation_begin :changed      ($2 id, $3 skp, $4 pegawai, $5 penilai, $6 tahun, $7 nomor)
INSERT INTO evaluasi (instansi_id, evaluasi_id, skp_id, pegawai_id, penilai_id, tahun, nomor, state,
  realisasi_versi)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'pengisian', 1);

-- What the person entered in an open period: quality and time, in percent ($4) of the target.
-- :name demo_realisation_items :changed      ($2 evaluasi, $3 skp, $4 percent)
INSERT INTO evaluasi_iki (instansi_id, evaluasi_id, iki_id, realisasi, sumber_data, realisasi_oleh)
SELECT i.instansi_id, $2, i.iki_id,
       CASE WHEN i.arah = 'lower_better' THEN i.target * (200 - CAST($4 AS BIGINT)) / 100
            WHEN i.target * CAST($4 AS BIGINT) / 100 > 10000 THEN 10000
            ELSE i.target * CAST($4 AS BIGINT) / 100 END,
       'Register layanan unit',
       (SELECT a.akun_id FROM evaluasi e JOIN akun a ON a.instansi_id = e.instansi_id
       AND a.pegawai_id = e.pegawai_id
         WHERE e.instansi_id = $1 AND e.evaluasi_id = $2)
  FROM iki i
 WHERE i.instansi_id = $1 AND i.urut > 1 AND i.rhk_id IN (SELECT r.rhk_id FROM rhk r
 WHERE r.instansi_id = $1 AND r.skp_id = $3);

-- Realisation of each indicator: a quarter's share of what is summed, counted from reports, else
-- the level the person entered; $5 percent of the target.
-- :name demo_evaluation_items :changed      ($2 evaluasi, $3 skp, $4 rating, $5 percent)
INSERT INTO evaluasi_iki (instansi_id, evaluasi_id, iki_id, realisasi, rating, saran, sumber_data,
  realisasi_oleh)
SELECT i.instansi_id, $2, i.iki_id,
       CASE WHEN i.arah = 'lower_better' THEN i.target * (200 - CAST($5 AS BIGINT)) / 100
            WHEN i.satuan = '%' AND i.target * CAST($5 AS BIGINT) / 100 > 10000 THEN 10000
            WHEN i.satuan = '%' THEN i.target * CAST($5 AS BIGINT) / 100
            ELSE i.target * CAST($5 AS BIGINT) / 400 END,
       CAST($4 AS TEXT), CAST($4 AS TEXT),
       CASE WHEN i.urut > 1 THEN 'Register layanan unit' ELSE '' END,
       CASE WHEN i.urut > 1 THEN
         (SELECT a.akun_id FROM evaluasi e JOIN akun a ON a.instansi_id = e.instansi_id
         AND a.pegawai_id = e.pegawai_id
           WHERE e.instansi_id = $1 AND e.evaluasi_id = $2) END
  FROM iki i
 WHERE i.instansi_id = $1 AND i.rhk_id IN (SELECT r.rhk_id FROM rhk r WHERE r.instansi_id = $1
 AND r.skp_id = $3);

-- Without statistics the planners take the agency alone for a narrow key and walk whole tables.
-- :name demo_analyze :changed :shared
ANALYZE;

-- PostgreSQL plans the check of a foreign key once, by the statistics of that moment; those of a
-- table still empty or small would have every later row walk all of it. Making them again plans
-- anew.
-- :name demo_analyze_growing :changed :shared :sqlite
ANALYZE evaluasi;

-- :name demo_analyze_growing :changed :shared :postgres
ANALYZE laporan, evaluasi;

-- :name demo_evaluation_values :changed      ($2 evaluasi, $3 rating of most, $4 nilai that stays at sesuai)
INSERT INTO evaluasi_perilaku (instansi_id, evaluasi_id, nilai, rating)
SELECT $1, $2, column1, CASE WHEN column1 = CAST($4 AS TEXT) THEN 'sesuai' ELSE CAST($3 AS TEXT) END
  FROM (VALUES ('berorientasi_pelayanan'), ('akuntabel'), ('kompeten'), ('harmonis'), ('loyal'),
  ('adaptif'), ('kolaboratif')) AS nilai;
