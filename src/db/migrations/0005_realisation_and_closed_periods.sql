-- SPDX-License-Identifier: Apache-2.0
-- An evaluation keeps the unit's achievement it was decided with, and a realisation who entered it. Rows of a closed period
-- stay as they are, and nobody states the achievement of the unit they head, whatever program asks.
ALTER TABLE evaluasi ADD COLUMN capaian TEXT -- when decided; none in what was decided before this column
  CHECK (capaian IN ('istimewa','baik','butuh_perbaikan','kurang','sangat_kurang'));
ALTER TABLE evaluasi ADD COLUMN capaian_unit_id {id}; -- whose achievement that was
ALTER TABLE evaluasi ADD COLUMN realisasi_versi BIGINT NOT NULL DEFAULT 0; -- rises when an entered realisation changes
ALTER TABLE evaluasi_iki ADD COLUMN sumber_data TEXT NOT NULL DEFAULT '';
ALTER TABLE evaluasi_iki ADD COLUMN realisasi_oleh {id}; -- akun_id of who entered it; none: computed from reports
CREATE INDEX evaluasi_periode ON evaluasi (instansi_id, tahun, nomor);

-- :sqlite
CREATE TRIGGER capaian_ditutup_tambah BEFORE INSERT ON capaian_organisasi WHEN EXISTS (SELECT 1 FROM periode p
    WHERE p.instansi_id = NEW.instansi_id AND p.tahun = NEW.tahun AND p.nomor = NEW.nomor AND p.status = 'ditutup')
  BEGIN SELECT RAISE(ABORT, 'periode ditutup'); END;
CREATE TRIGGER capaian_ditutup_ubah BEFORE UPDATE ON capaian_organisasi WHEN EXISTS (SELECT 1 FROM periode p
    WHERE p.instansi_id = OLD.instansi_id AND p.status = 'ditutup'
      AND ((p.tahun = OLD.tahun AND p.nomor = OLD.nomor) OR (p.tahun = NEW.tahun AND p.nomor = NEW.nomor)))
  BEGIN SELECT RAISE(ABORT, 'periode ditutup'); END;
CREATE TRIGGER capaian_ditutup_hapus BEFORE DELETE ON capaian_organisasi WHEN EXISTS (SELECT 1 FROM periode p
    WHERE p.instansi_id = OLD.instansi_id AND p.tahun = OLD.tahun AND p.nomor = OLD.nomor AND p.status = 'ditutup')
  BEGIN SELECT RAISE(ABORT, 'periode ditutup'); END;
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
CREATE TRIGGER capaian_kepala_tambah BEFORE INSERT ON capaian_organisasi WHEN EXISTS (SELECT 1 FROM akun a
    JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id AND p.unit_id = NEW.unit_id
    JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id AND j.is_kepala = 1
    WHERE a.instansi_id = NEW.instansi_id AND a.akun_id = NEW.ditetapkan_oleh)
  BEGIN SELECT RAISE(ABORT, 'capaian unit sendiri'); END;
CREATE TRIGGER capaian_kepala_ubah BEFORE UPDATE ON capaian_organisasi WHEN EXISTS (SELECT 1 FROM akun a
    JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id AND p.unit_id = NEW.unit_id
    JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id AND j.is_kepala = 1
    WHERE a.instansi_id = NEW.instansi_id AND a.akun_id = NEW.ditetapkan_oleh)
  BEGIN SELECT RAISE(ABORT, 'capaian unit sendiri'); END;

-- :postgres
CREATE FUNCTION periode_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM periode p WHERE p.instansi_id = OLD.instansi_id AND p.tahun = OLD.tahun
      AND p.nomor = OLD.nomor AND p.status = 'ditutup') THEN
    RAISE EXCEPTION 'periode ditutup' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF EXISTS (SELECT 1 FROM periode p WHERE p.instansi_id = NEW.instansi_id AND p.tahun = NEW.tahun AND p.nomor = NEW.nomor
      AND p.status = 'ditutup') THEN
    RAISE EXCEPTION 'periode ditutup' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION rincian_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM evaluasi e JOIN periode p ON p.instansi_id = e.instansi_id
      AND p.tahun = e.tahun AND p.nomor = e.nomor AND p.status = 'ditutup'
      WHERE e.instansi_id = OLD.instansi_id AND e.evaluasi_id = OLD.evaluasi_id) THEN
    RAISE EXCEPTION 'periode ditutup' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF EXISTS (SELECT 1 FROM evaluasi e JOIN periode p ON p.instansi_id = e.instansi_id
      AND p.tahun = e.tahun AND p.nomor = e.nomor AND p.status = 'ditutup'
      WHERE e.instansi_id = NEW.instansi_id AND e.evaluasi_id = NEW.evaluasi_id) THEN
    RAISE EXCEPTION 'periode ditutup' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION capaian_bukan_sendiri() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM akun a
      JOIN pegawai p ON p.instansi_id = a.instansi_id AND p.pegawai_id = a.pegawai_id AND p.unit_id = NEW.unit_id
      JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id AND j.is_kepala = 1
      WHERE a.instansi_id = NEW.instansi_id AND a.akun_id = NEW.ditetapkan_oleh) THEN
    RAISE EXCEPTION 'capaian unit sendiri' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER capaian_ditutup BEFORE INSERT OR UPDATE OR DELETE ON capaian_organisasi FOR EACH ROW EXECUTE FUNCTION periode_tetap();
CREATE TRIGGER evaluasi_ditutup BEFORE INSERT OR UPDATE OR DELETE ON evaluasi FOR EACH ROW EXECUTE FUNCTION periode_tetap();
CREATE TRIGGER evaluasi_iki_ditutup BEFORE INSERT OR UPDATE OR DELETE ON evaluasi_iki FOR EACH ROW EXECUTE FUNCTION rincian_tetap();
CREATE TRIGGER evaluasi_perilaku_ditutup BEFORE INSERT OR UPDATE OR DELETE ON evaluasi_perilaku FOR EACH ROW EXECUTE FUNCTION rincian_tetap();
CREATE TRIGGER capaian_kepala BEFORE INSERT OR UPDATE ON capaian_organisasi FOR EACH ROW EXECUTE FUNCTION capaian_bukan_sendiri();
