-- SPDX-License-Identifier: Apache-2.0
-- The service catalogue: what a unit serves, versions of the standard with the day each begins (a decided one never changes), what
-- to bring, the steps a document takes, who serves, and the promise the head signs.
CREATE TABLE layanan (
  instansi_id {id} NOT NULL, layanan_id {id} NOT NULL, unit_id {id} NOT NULL, slug TEXT NOT NULL, nama TEXT NOT NULL,
  ringkas TEXT NOT NULL, nama_en TEXT NOT NULL, ringkas_en TEXT NOT NULL, kelompok TEXT NOT NULL,
  suara_bentuk TEXT NOT NULL CHECK (suara_bentuk IN ('tiga','sembilan')), is_aktif BIGINT NOT NULL DEFAULT 1,
  version BIGINT NOT NULL DEFAULT 1, PRIMARY KEY (instansi_id, layanan_id), UNIQUE (instansi_id, slug),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id));
CREATE INDEX layanan_unit ON layanan (instansi_id, unit_id, nama);
CREATE TABLE layanan_standar ( -- nomor 1, 2 …; forum_…: the public discussion (STD-02, STD-03)
  instansi_id {id} NOT NULL, layanan_id {id} NOT NULL, nomor BIGINT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draf','diajukan','ditetapkan')), berlaku_sejak TEXT,
  janji_jumlah BIGINT NOT NULL, janji_satuan TEXT NOT NULL CHECK (janji_satuan IN ('','menit','jam_kerja','hari_kerja')),
  biaya TEXT NOT NULL, produk TEXT NOT NULL, prosedur TEXT NOT NULL, pengaduan TEXT NOT NULL, dasar_hukum TEXT NOT NULL, sarana TEXT NOT NULL,
  kompetensi TEXT NOT NULL, pengawasan TEXT NOT NULL, pelaksana TEXT NOT NULL, jaminan_layanan TEXT NOT NULL, jaminan_aman TEXT NOT NULL,
  evaluasi TEXT NOT NULL, kompensasi TEXT NOT NULL, forum_tanggal TEXT, forum_hadir TEXT NOT NULL, forum_pokok TEXT NOT NULL, forum_jawaban TEXT NOT NULL,
  sk_nomor TEXT NOT NULL DEFAULT '', sk_tanggal TEXT, catatan TEXT NOT NULL DEFAULT '', disusun_oleh {id}, diajukan_oleh {id}, diajukan_at BIGINT,
  ditetapkan_oleh {id}, ditetapkan_at BIGINT, ditetapkan_nama TEXT NOT NULL DEFAULT '', ditetapkan_jabatan TEXT NOT NULL DEFAULT '',
  version BIGINT NOT NULL DEFAULT 1, PRIMARY KEY (instansi_id, layanan_id, nomor),
  FOREIGN KEY (instansi_id, layanan_id) REFERENCES layanan (instansi_id, layanan_id)) {clustered};
CREATE INDEX layanan_standar_hari ON layanan_standar (instansi_id, layanan_id, berlaku_sejak);
CREATE INDEX layanan_standar_status ON layanan_standar (instansi_id, status);
CREATE TABLE layanan_syarat ( -- what to bring
  instansi_id {id} NOT NULL, layanan_id {id} NOT NULL, nomor BIGINT NOT NULL, urut BIGINT NOT NULL, nama TEXT NOT NULL, keterangan TEXT NOT NULL,
  is_wajib BIGINT NOT NULL, PRIMARY KEY (instansi_id, layanan_id, nomor, urut)) {clustered};
CREATE TABLE layanan_langkah ( -- what happens to a document, in this order
  instansi_id {id} NOT NULL, layanan_id {id} NOT NULL, nomor BIGINT NOT NULL, urut BIGINT NOT NULL, nama TEXT NOT NULL,
  PRIMARY KEY (instansi_id, layanan_id, nomor, urut)) {clustered};
CREATE TABLE layanan_pelaksana ( -- posts that serve it
  instansi_id {id} NOT NULL, layanan_id {id} NOT NULL, jabatan_id {id} NOT NULL,
  PRIMARY KEY (instansi_id, layanan_id, jabatan_id)) {clustered};
CREATE INDEX layanan_pelaksana_jabatan ON layanan_pelaksana (instansi_id, jabatan_id);
CREATE TABLE maklumat ( -- the promise the head of a unit has signed (STD-05); the newest holds, older ones stay
  instansi_id {id} NOT NULL, unit_id {id} NOT NULL, nomor BIGINT NOT NULL, isi TEXT NOT NULL, nama TEXT NOT NULL, jabatan TEXT NOT NULL,
  tanggal TEXT NOT NULL, oleh {id} NOT NULL, PRIMARY KEY (instansi_id, unit_id, nomor),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id)) {clustered};

-- :sqlite
CREATE TRIGGER layanan_standar_tetap BEFORE UPDATE ON layanan_standar WHEN OLD.status = 'ditetapkan'
  BEGIN SELECT RAISE(ABORT, 'standar sudah ditetapkan'); END;
CREATE TRIGGER layanan_standar_hapus BEFORE DELETE ON layanan_standar WHEN OLD.status = 'ditetapkan'
  BEGIN SELECT RAISE(ABORT, 'standar sudah ditetapkan'); END;

-- :postgres
CREATE FUNCTION layanan_standar_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'ditetapkan' THEN
    RAISE EXCEPTION 'standar sudah ditetapkan' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER layanan_standar_tetap BEFORE UPDATE OR DELETE ON layanan_standar FOR EACH ROW EXECUTE FUNCTION layanan_standar_tetap();
