-- SPDX-License-Identifier: Apache-2.0
-- Evaluations and achievements as a demonstration brings them: one statement for the rows of an
-- evaluation that differ only by a list.
-- :include evaluation/bulk.h
-- :enum rating hasil perilaku
-- :enum predikat predikat
-- :enum capaian capaian

-- :name evaluasi_bulk_decided :changed evaluasi_made :later
INSERT INTO evaluasi (instansi_id, evaluasi_id, skp_id, pegawai_id, penilai_id, tahun, nomor, state,
                      rating_hasil, rating_perilaku, saran_hasil, saran_perilaku, predikat,
                      catatan_kuat, catatan_kembang, ditetapkan_at, capaian, capaian_unit_id,
                      realisasi_versi)
VALUES ($1, :evaluasi_id, :skp_id, :pegawai_id, :penilai_id, :tahun, :nomor, 'ditetapkan', :hasil,
        :perilaku, :hasil, :perilaku, :predikat, :kuat, :kembang, :ditetapkan_at, :capaian,
        :capaian_unit_id, 1);

-- :name evaluasi_bulk_begun :changed evaluasi_made :later
INSERT INTO evaluasi (instansi_id, evaluasi_id, skp_id, pegawai_id, penilai_id, tahun, nomor, state,
  realisasi_versi)
VALUES ($1, :evaluasi_id, :skp_id, :pegawai_id, :penilai_id, :tahun, :nomor, 'pengisian', 1);

-- What the person entered in an open period: quality and time, in percent of the target.
-- :name evaluasi_bulk_entered :changed evaluasi_made :later
INSERT INTO evaluasi_iki (instansi_id, evaluasi_id, iki_id, realisasi, sumber_data, realisasi_oleh)
SELECT i.instansi_id, :evaluasi_id, i.iki_id,
       CASE WHEN i.arah = 'lower_better' THEN i.target * (200 - CAST(:percent AS BIGINT)) / 100
            WHEN i.target * CAST(:percent AS BIGINT) / 100 > 10000 THEN 10000
            ELSE i.target * CAST(:percent AS BIGINT) / 100 END,
       'Register layanan unit', :akun_id
  FROM iki i
 WHERE i.instansi_id = $1 AND i.urut > 1 AND i.rhk_id IN (SELECT r.rhk_id FROM rhk r
 WHERE r.instansi_id = $1 AND r.skp_id = :skp_id);

-- Realisation of each indicator: a quarter's share of what is summed, counted from reports, else
-- the level the person entered.
-- :name evaluasi_bulk_items :changed evaluasi_made :later
INSERT INTO evaluasi_iki (instansi_id, evaluasi_id, iki_id, realisasi, rating, saran, sumber_data,
  realisasi_oleh)
SELECT i.instansi_id, :evaluasi_id, i.iki_id,
       CASE WHEN i.arah = 'lower_better' THEN i.target * (200 - CAST(:percent AS BIGINT)) / 100
            WHEN i.satuan = '%' AND i.target * CAST(:percent AS BIGINT) / 100 > 10000 THEN 10000
            WHEN i.satuan = '%' THEN i.target * CAST(:percent AS BIGINT) / 100
            ELSE i.target * CAST(:percent AS BIGINT) / 400 END,
       CAST(:hasil AS TEXT), CAST(:hasil AS TEXT),
       CASE WHEN i.urut > 1 THEN 'Register layanan unit' ELSE '' END,
       CASE WHEN i.urut > 1 THEN (SELECT a.akun_id FROM akun a WHERE a.instansi_id = $1
       AND a.akun_id = :akun_id) END
  FROM iki i
 WHERE i.instansi_id = $1 AND i.rhk_id IN (SELECT r.rhk_id FROM rhk r WHERE r.instansi_id = $1
 AND r.skp_id = :skp_id);

-- The seven values; one stays at what is expected.
-- :name evaluasi_bulk_values :changed evaluasi_made :later
INSERT INTO evaluasi_perilaku (instansi_id, evaluasi_id, nilai, rating)
SELECT $1, :evaluasi_id, column1, CASE WHEN column1 = 'kompeten' THEN 'sesuai'
       ELSE CAST(:perilaku AS TEXT) END
  FROM (VALUES ('berorientasi_pelayanan'), ('akuntabel'), ('kompeten'), ('harmonis'), ('loyal'),
  ('adaptif'), ('kolaboratif')) AS nilai;

-- :name capaian_bulk_add :changed capaian_made :later
INSERT INTO capaian_organisasi (instansi_id, unit_id, tahun, nomor, predikat, dasar,
  ditetapkan_oleh, ditetapkan_at)
VALUES ($1, :unit_id, :tahun, :nomor, :capaian, :dasar, :ditetapkan_oleh, :ditetapkan_at);
