-- SPDX-License-Identifier: Apache-2.0
-- Who heads the agency is rated outside the system, on paper: an evaluation without appraiser keeps who signed which
-- letter, and none is decided without one of the two.

-- :sqlite
-- SQLite cannot take NOT NULL from a column: the table is made anew, with the two that refer to it. The copies refer to
-- each other while they are made, and renaming the first one renames it in the others.
CREATE TABLE evaluasi_baru (
  instansi_id {id} NOT NULL, evaluasi_id {id} NOT NULL, skp_id {id} NOT NULL, pegawai_id {id} NOT NULL, penilai_id {id},
  tahun INTEGER NOT NULL, nomor INTEGER NOT NULL, -- periode; 0 the year
  state TEXT NOT NULL CHECK (state IN ('pengisian','diajukan','dinilai','ditetapkan','diserahkan','diterima','dianggap_diterima','dalam_keberatan','final')),
  rating_hasil TEXT, rating_perilaku TEXT, saran_hasil TEXT, saran_perilaku TEXT, predikat TEXT, alasan TEXT NOT NULL DEFAULT '',
  catatan_kuat TEXT NOT NULL DEFAULT '', catatan_kembang TEXT NOT NULL DEFAULT '', rekomendasi TEXT NOT NULL DEFAULT '',
  ditetapkan_at BIGINT, version BIGINT NOT NULL DEFAULT 1,
  capaian TEXT -- when decided; none in what was decided before this column
    CHECK (capaian IN ('istimewa','baik','butuh_perbaikan','kurang','sangat_kurang')),
  capaian_unit_id {id}, -- whose achievement that was
  realisasi_versi BIGINT NOT NULL DEFAULT 0, -- rises when an entered realisation changes
  luar_nama TEXT, luar_jabatan TEXT, surat_nomor TEXT, surat_tanggal TEXT, -- who rated on paper, and by which letter
  PRIMARY KEY (instansi_id, evaluasi_id), UNIQUE (instansi_id, skp_id, tahun, nomor),
  FOREIGN KEY (instansi_id, skp_id) REFERENCES skp (instansi_id, skp_id),
  FOREIGN KEY (instansi_id, pegawai_id) REFERENCES pegawai (instansi_id, pegawai_id),
  FOREIGN KEY (instansi_id, penilai_id) REFERENCES pegawai (instansi_id, pegawai_id),
  CHECK (penilai_id <> pegawai_id),
  CONSTRAINT evaluasi_penetap CHECK ((penilai_id IS NULL) = (surat_nomor IS NOT NULL)
    OR (surat_nomor IS NULL AND state IN ('pengisian','diajukan','dinilai'))));
INSERT INTO evaluasi_baru (instansi_id, evaluasi_id, skp_id, pegawai_id, penilai_id, tahun, nomor, state, rating_hasil, rating_perilaku,
  saran_hasil, saran_perilaku, predikat, alasan, catatan_kuat, catatan_kembang, rekomendasi, ditetapkan_at, version, capaian,
  capaian_unit_id, realisasi_versi)
SELECT instansi_id, evaluasi_id, skp_id, pegawai_id, penilai_id, tahun, nomor, state, rating_hasil, rating_perilaku,
  saran_hasil, saran_perilaku, predikat, alasan, catatan_kuat, catatan_kembang, rekomendasi, ditetapkan_at, version, capaian,
  capaian_unit_id, realisasi_versi FROM evaluasi;
CREATE TABLE evaluasi_iki_baru ( -- realisation and rating per indicator
  instansi_id {id} NOT NULL, evaluasi_id {id} NOT NULL, iki_id {id} NOT NULL, realisasi BIGINT, realisasi_teks TEXT NOT NULL DEFAULT '',
  umpan_balik TEXT NOT NULL DEFAULT '', rating TEXT, saran TEXT, sumber_data TEXT NOT NULL DEFAULT '',
  realisasi_oleh {id}, -- akun_id of who entered it; none: computed from reports
  PRIMARY KEY (instansi_id, evaluasi_id, iki_id),
  FOREIGN KEY (instansi_id, evaluasi_id) REFERENCES evaluasi_baru (instansi_id, evaluasi_id),
  FOREIGN KEY (instansi_id, iki_id) REFERENCES iki (instansi_id, iki_id));
INSERT INTO evaluasi_iki_baru (instansi_id, evaluasi_id, iki_id, realisasi, realisasi_teks, umpan_balik, rating, saran, sumber_data,
  realisasi_oleh)
SELECT instansi_id, evaluasi_id, iki_id, realisasi, realisasi_teks, umpan_balik, rating, saran, sumber_data, realisasi_oleh
FROM evaluasi_iki;
CREATE TABLE evaluasi_perilaku_baru (
  instansi_id {id} NOT NULL, evaluasi_id {id} NOT NULL, nilai TEXT NOT NULL, rating TEXT, umpan_balik TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (instansi_id, evaluasi_id, nilai),
  FOREIGN KEY (instansi_id, evaluasi_id) REFERENCES evaluasi_baru (instansi_id, evaluasi_id));
INSERT INTO evaluasi_perilaku_baru (instansi_id, evaluasi_id, nilai, rating, umpan_balik)
SELECT instansi_id, evaluasi_id, nilai, rating, umpan_balik FROM evaluasi_perilaku;
DROP TABLE evaluasi_iki;
DROP TABLE evaluasi_perilaku;
DROP TABLE evaluasi;
ALTER TABLE evaluasi_baru RENAME TO evaluasi;
ALTER TABLE evaluasi_iki_baru RENAME TO evaluasi_iki;
ALTER TABLE evaluasi_perilaku_baru RENAME TO evaluasi_perilaku;
CREATE INDEX evaluasi_penilai ON evaluasi (instansi_id, penilai_id, tahun, nomor);
CREATE INDEX evaluasi_pegawai ON evaluasi (instansi_id, pegawai_id, tahun, nomor);
CREATE INDEX evaluasi_periode ON evaluasi (instansi_id, tahun, nomor);
CREATE TRIGGER evaluasi_ditutup_tambah BEFORE INSERT ON evaluasi WHEN EXISTS (SELECT 1 FROM periode p
    WHERE p.instansi_id = NEW.instansi_id AND p.tahun = NEW.tahun AND p.nomor = NEW.nomor AND p.status = 'ditutup')
  BEGIN SELECT RAISE(ABORT, 'periode ditutup'); END;
CREATE TRIGGER evaluasi_ditutup_ubah BEFORE UPDATE ON evaluasi WHEN EXISTS (SELECT 1 FROM periode p
    WHERE p.instansi_id = OLD.instansi_id AND p.status = 'ditutup'
      AND ((p.tahun = OLD.tahun AND p.nomor = OLD.nomor) OR (p.tahun = NEW.tahun AND p.nomor = NEW.nomor)))
  BEGIN SELECT RAISE(ABORT, 'periode ditutup'); END;
CREATE TRIGGER evaluasi_ditutup_hapus BEFORE DELETE ON evaluasi WHEN EXISTS (SELECT 1 FROM periode p
    WHERE p.instansi_id = OLD.instansi_id AND p.tahun = OLD.tahun AND p.nomor = OLD.nomor AND p.status = 'ditutup')
  BEGIN SELECT RAISE(ABORT, 'periode ditutup'); END;
CREATE TRIGGER evaluasi_iki_ditutup_tambah BEFORE INSERT ON evaluasi_iki WHEN EXISTS (SELECT 1 FROM evaluasi e
    JOIN periode p ON p.instansi_id = e.instansi_id AND p.tahun = e.tahun AND p.nomor = e.nomor AND p.status = 'ditutup'
    WHERE e.instansi_id = NEW.instansi_id AND e.evaluasi_id = NEW.evaluasi_id)
  BEGIN SELECT RAISE(ABORT, 'periode ditutup'); END;
CREATE TRIGGER evaluasi_iki_ditutup_ubah BEFORE UPDATE ON evaluasi_iki WHEN EXISTS (SELECT 1 FROM evaluasi e
    JOIN periode p ON p.instansi_id = e.instansi_id AND p.tahun = e.tahun AND p.nomor = e.nomor AND p.status = 'ditutup'
    WHERE e.instansi_id = OLD.instansi_id AND e.evaluasi_id IN (OLD.evaluasi_id, NEW.evaluasi_id))
  BEGIN SELECT RAISE(ABORT, 'periode ditutup'); END;
CREATE TRIGGER evaluasi_iki_ditutup_hapus BEFORE DELETE ON evaluasi_iki WHEN EXISTS (SELECT 1 FROM evaluasi e
    JOIN periode p ON p.instansi_id = e.instansi_id AND p.tahun = e.tahun AND p.nomor = e.nomor AND p.status = 'ditutup'
    WHERE e.instansi_id = OLD.instansi_id AND e.evaluasi_id = OLD.evaluasi_id)
  BEGIN SELECT RAISE(ABORT, 'periode ditutup'); END;
CREATE TRIGGER evaluasi_perilaku_ditutup_tambah BEFORE INSERT ON evaluasi_perilaku WHEN EXISTS (SELECT 1 FROM evaluasi e
    JOIN periode p ON p.instansi_id = e.instansi_id AND p.tahun = e.tahun AND p.nomor = e.nomor AND p.status = 'ditutup'
    WHERE e.instansi_id = NEW.instansi_id AND e.evaluasi_id = NEW.evaluasi_id)
  BEGIN SELECT RAISE(ABORT, 'periode ditutup'); END;
CREATE TRIGGER evaluasi_perilaku_ditutup_ubah BEFORE UPDATE ON evaluasi_perilaku WHEN EXISTS (SELECT 1 FROM evaluasi e
    JOIN periode p ON p.instansi_id = e.instansi_id AND p.tahun = e.tahun AND p.nomor = e.nomor AND p.status = 'ditutup'
    WHERE e.instansi_id = OLD.instansi_id AND e.evaluasi_id IN (OLD.evaluasi_id, NEW.evaluasi_id))
  BEGIN SELECT RAISE(ABORT, 'periode ditutup'); END;
CREATE TRIGGER evaluasi_perilaku_ditutup_hapus BEFORE DELETE ON evaluasi_perilaku WHEN EXISTS (SELECT 1 FROM evaluasi e
    JOIN periode p ON p.instansi_id = e.instansi_id AND p.tahun = e.tahun AND p.nomor = e.nomor AND p.status = 'ditutup'
    WHERE e.instansi_id = OLD.instansi_id AND e.evaluasi_id = OLD.evaluasi_id)
  BEGIN SELECT RAISE(ABORT, 'periode ditutup'); END;

-- :postgres
ALTER TABLE evaluasi ALTER COLUMN penilai_id DROP NOT NULL;
ALTER TABLE evaluasi ADD COLUMN luar_nama TEXT; -- who rated on paper, and by which letter
ALTER TABLE evaluasi ADD COLUMN luar_jabatan TEXT;
ALTER TABLE evaluasi ADD COLUMN surat_nomor TEXT;
ALTER TABLE evaluasi ADD COLUMN surat_tanggal TEXT;
ALTER TABLE evaluasi ADD CONSTRAINT evaluasi_penetap CHECK ((penilai_id IS NULL) = (surat_nomor IS NOT NULL)
  OR (surat_nomor IS NULL AND state IN ('pengisian','diajukan','dinilai')));
