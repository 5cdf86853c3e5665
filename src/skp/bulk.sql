-- SPDX-License-Identifier: Apache-2.0
-- Plans and unit results as a demonstration brings them.
-- :include skp/skp_record.h
-- :enum skp_state state

-- :name skp_bulk_add :changed skp :later
INSERT INTO skp (instansi_id, skp_id, pegawai_id, penilai_id, tahun, jabatan_id, unit_id, mulai,
                 selesai, pendekatan, bentuk, state, submitted_at, decided_at, receipt_nomor,
                 receipt_hash, luar_nama, luar_jabatan, surat_nomor, surat_tanggal)
VALUES ($1, :skp_id, :pegawai_id, :penilai_id, :tahun, :jabatan_id, :unit_id, :mulai, :selesai,
        :pendekatan, :bentuk, :state, :submitted_at?, :decided_at?, :receipt_nomor?, :receipt_hash?,
        :luar__nama?, :luar__jabatan?, :luar__surat_nomor?, :luar__surat_tanggal);

-- :name skp_bulk_rhk :changed rhk (skp_id id, urut int) :later
INSERT INTO rhk (instansi_id, rhk_id, skp_id, urut, jenis, kelas, uraian, perspektif, hasil_unit_id,
  rhk_pimpinan_id, komentar)
VALUES ($1, :rhk_id, :skp_id, :urut, :jenis, :kelas, :uraian, :perspektif?, :hasil_unit_id,
  :rhk_pimpinan_id, :komentar);

-- :name skp_bulk_iki :changed iki (rhk_id id, urut int) :later
INSERT INTO iki (instansi_id, iki_id, rhk_id, urut, aspek, uraian, target_min, target, satuan, arah,
  indikator_id, wilayah_id)
VALUES ($1, :iki_id, :rhk_id, :urut, :aspek?, :uraian, :target_min?, :target?has_target, :satuan,
  :arah, :indikator_id, :wilayah_id);

-- The seven values, of which one says what is expected.
-- :name skp_bulk_perilaku :changed skp_perilaku (skp_id id) :later
INSERT INTO skp_perilaku (instansi_id, skp_id, nilai, ekspektasi)
SELECT $1, :skp_id, column1, CASE WHEN column1 = CAST(:nilai AS TEXT)
       THEN CAST(:ekspektasi AS TEXT) ELSE '' END
  FROM (VALUES ('berorientasi_pelayanan'), ('akuntabel'), ('kompeten'), ('harmonis'), ('loyal'),
  ('adaptif'), ('kolaboratif')) AS nilai;

-- :name skp_bulk_lampiran :changed skp_lampiran (skp_id id, urut int) :later
INSERT INTO skp_lampiran (instansi_id, skp_id, blok, urut, uraian)
  VALUES ($1, :skp_id, :blok, :urut, :uraian);

-- :name hasil_unit_bulk_add :changed hasil_unit :later
INSERT INTO hasil_unit (instansi_id, hasil_unit_id, tahun, unit_id, urut, uraian, indikator, target,
  satuan)
VALUES ($1, :hasil_unit_id, :tahun, :unit_id, :urut, :uraian, :indikator, :target, :satuan);
