-- SPDX-License-Identifier: Apache-2.0
-- The house: agency, people, accounts, plans, reports, evaluations, documents, audit.
-- {id} becomes uuid / BLOB, {bytes} bytea / BLOB, {clustered} nothing / WITHOUT ROWID. Dates are ISO text, time points
-- UTC microseconds (BIGINT), quantities hundredths (BIGINT), truth 0 or 1 (INTEGER). Tables marked "shared" have no
-- agency; all others start with it.

-- shared: the agencies of this installation
CREATE TABLE instansi (
  instansi_id {id} NOT NULL PRIMARY KEY, nama TEXT NOT NULL, kota TEXT NOT NULL, zona TEXT NOT NULL CHECK (zona IN ('WIB','WITA','WIT')),
  kode TEXT NOT NULL UNIQUE, created_at BIGINT NOT NULL);
-- shared: which account a login key belongs to; keyed hash of NIP or e-mail, never the text
CREATE TABLE kunci_masuk (
  kunci_hash {bytes} NOT NULL PRIMARY KEY, instansi_id {id} NOT NULL, akun_id {id} NOT NULL) {clustered};
-- shared: secrets of the installation (cookie key, login-key salt), made on first start
CREATE TABLE rahasia (nama TEXT NOT NULL PRIMARY KEY, isi {bytes} NOT NULL);

CREATE TABLE setelan ( -- a [D]/[K] value with the day it begins
  instansi_id {id} NOT NULL, kunci TEXT NOT NULL, berlaku_mulai TEXT NOT NULL, nilai TEXT NOT NULL,
  PRIMARY KEY (instansi_id, kunci, berlaku_mulai)) {clustered};
CREATE TABLE hari_libur (
  instansi_id {id} NOT NULL, tanggal TEXT NOT NULL, nama TEXT NOT NULL, jenis TEXT NOT NULL CHECK (jenis IN ('libur_nasional','cuti_bersama','libur_daerah')),
  PRIMARY KEY (instansi_id, tanggal)) {clustered};

CREATE TABLE unit (
  instansi_id {id} NOT NULL, unit_id {id} NOT NULL, kode TEXT NOT NULL, nama TEXT NOT NULL, induk_id {id},
  jalur TEXT NOT NULL, -- '/KODE/KODE/': path of codes from the root, for subtrees by prefix
  jenis TEXT NOT NULL, is_mandiri INTEGER NOT NULL DEFAULT 0, zona TEXT NOT NULL, -- is_mandiri: its head is pimpinan_unit_mandiri
  valid_from TEXT NOT NULL, valid_to TEXT, version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, unit_id), UNIQUE (instansi_id, kode),
  FOREIGN KEY (instansi_id, induk_id) REFERENCES unit (instansi_id, unit_id));
CREATE INDEX unit_jalur ON unit (instansi_id, jalur);
CREATE TABLE jabatan (
  instansi_id {id} NOT NULL, jabatan_id {id} NOT NULL, kode TEXT NOT NULL, nama TEXT NOT NULL, unit_id {id} NOT NULL,
  kelompok TEXT NOT NULL CHECK (kelompok IN ('jpt','administrator','pengawas','pelaksana','jf')), -- 8.4
  jenjang TEXT, kelas INTEGER, is_kepala INTEGER NOT NULL DEFAULT 0, -- is_kepala: heads its unit
  tugas TEXT NOT NULL, tanggung_jawab TEXT NOT NULL, ukuran TEXT NOT NULL, -- duties; responsibility; its measure
  valid_from TEXT NOT NULL, valid_to TEXT, version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, jabatan_id), UNIQUE (instansi_id, kode),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id));
CREATE TABLE pegawai (
  instansi_id {id} NOT NULL, pegawai_id {id} NOT NULL, nip TEXT NOT NULL, nama TEXT NOT NULL, email TEXT,
  jenis TEXT NOT NULL CHECK (jenis IN ('pns','cpns','pppk')), golongan TEXT, -- 'III/a' or PPPK 'IX'
  jabatan_id {id} NOT NULL, unit_id {id} NOT NULL, penilai_id {id}, -- pejabat penilai; none only at the top
  tmt TEXT NOT NULL, -- start in this post
  valid_from TEXT NOT NULL, valid_to TEXT, version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, pegawai_id), UNIQUE (instansi_id, nip),
  FOREIGN KEY (instansi_id, jabatan_id) REFERENCES jabatan (instansi_id, jabatan_id),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id),
  FOREIGN KEY (instansi_id, penilai_id) REFERENCES pegawai (instansi_id, pegawai_id),
  CHECK (penilai_id IS NULL OR penilai_id <> pegawai_id)); -- PK-20
CREATE INDEX pegawai_penilai ON pegawai (instansi_id, penilai_id);
CREATE INDEX pegawai_unit ON pegawai (instansi_id, unit_id);

CREATE TABLE akun (
  instansi_id {id} NOT NULL, akun_id {id} NOT NULL, pegawai_id {id}, nama TEXT NOT NULL, sandi_hash TEXT NOT NULL,
  must_change INTEGER NOT NULL DEFAULT 0, is_active INTEGER NOT NULL DEFAULT 1, tema TEXT NOT NULL DEFAULT '',
  failed_count INTEGER NOT NULL DEFAULT 0, failed_at BIGINT, version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, akun_id),
  FOREIGN KEY (instansi_id, pegawai_id) REFERENCES pegawai (instansi_id, pegawai_id));
CREATE UNIQUE INDEX akun_pegawai ON akun (instansi_id, pegawai_id);
CREATE TABLE akun_peran (
  instansi_id {id} NOT NULL, akun_id {id} NOT NULL, peran TEXT NOT NULL, unit_id {id} NOT NULL, -- scope: this unit and below
  PRIMARY KEY (instansi_id, akun_id, peran, unit_id),
  FOREIGN KEY (instansi_id, akun_id) REFERENCES akun (instansi_id, akun_id),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id)) {clustered};
CREATE TABLE sesi (
  instansi_id {id} NOT NULL, token_hash {bytes} NOT NULL, akun_id {id} NOT NULL, csrf TEXT NOT NULL,
  created_at BIGINT NOT NULL, seen_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, signed_in_at BIGINT NOT NULL, perangkat TEXT NOT NULL,
  PRIMARY KEY (instansi_id, token_hash),
  FOREIGN KEY (instansi_id, akun_id) REFERENCES akun (instansi_id, akun_id)) {clustered};

CREATE TABLE kunci_sekali ( -- idempotency: one key, one effect, first answer repeated; kept 7 days
  instansi_id {id} NOT NULL, akun_id {id} NOT NULL, kunci TEXT NOT NULL, perbuatan TEXT NOT NULL, hasil TEXT NOT NULL, created_at BIGINT NOT NULL,
  PRIMARY KEY (instansi_id, akun_id, kunci)) {clustered};

CREATE TABLE audit (
  instansi_id {id} NOT NULL, nomor BIGINT NOT NULL, at BIGINT NOT NULL, akun_id {id}, peran TEXT NOT NULL, perbuatan TEXT NOT NULL,
  objek TEXT NOT NULL, alasan TEXT NOT NULL, digest_before {bytes} NOT NULL, digest_after {bytes} NOT NULL, request_id TEXT NOT NULL,
  hash {bytes} NOT NULL, PRIMARY KEY (instansi_id, nomor)) {clustered};

CREATE TABLE tahun_kinerja ( -- the year's calendar
  instansi_id {id} NOT NULL, tahun INTEGER NOT NULL, pendekatan TEXT NOT NULL CHECK (pendekatan IN ('kuantitatif','kualitatif')),
  periode_jenis TEXT NOT NULL CHECK (periode_jenis IN ('bulan','triwulan')), skp_batas TEXT NOT NULL, evaluasi_batas TEXT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1, PRIMARY KEY (instansi_id, tahun));
CREATE TABLE periode ( -- nomor 1..n within the year, 0 is the year itself
  instansi_id {id} NOT NULL, tahun INTEGER NOT NULL, nomor INTEGER NOT NULL, nama TEXT NOT NULL, mulai TEXT NOT NULL, selesai TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('belum_dibuka','pengisian','ditutup')), version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, tahun, nomor),
  FOREIGN KEY (instansi_id, tahun) REFERENCES tahun_kinerja (instansi_id, tahun)) {clustered};

CREATE TABLE hasil_unit ( -- unit results (perjanjian kinerja) of a year
  instansi_id {id} NOT NULL, hasil_unit_id {id} NOT NULL, tahun INTEGER NOT NULL, unit_id {id} NOT NULL, urut INTEGER NOT NULL,
  uraian TEXT NOT NULL, indikator TEXT NOT NULL, target BIGINT NOT NULL, satuan TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, hasil_unit_id),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id));
CREATE INDEX hasil_unit_unit ON hasil_unit (instansi_id, tahun, unit_id);

CREATE TABLE skp (
  instansi_id {id} NOT NULL, skp_id {id} NOT NULL, pegawai_id {id} NOT NULL, penilai_id {id}, tahun INTEGER NOT NULL,
  jabatan_id {id} NOT NULL, unit_id {id} NOT NULL, mulai TEXT NOT NULL, selesai TEXT NOT NULL, revisi INTEGER NOT NULL DEFAULT 1,
  pendekatan TEXT NOT NULL, bentuk TEXT NOT NULL CHECK (bentuk IN ('jpt','ja_jf')),
  state TEXT NOT NULL CHECK (state IN ('draf','diajukan','dikembalikan','disetujui','ditetapkan','direvisi','ditutup')),
  submitted_at BIGINT, decided_at BIGINT, receipt_nomor TEXT, receipt_hash TEXT, version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, skp_id), UNIQUE (instansi_id, pegawai_id, tahun, mulai, revisi),
  FOREIGN KEY (instansi_id, pegawai_id) REFERENCES pegawai (instansi_id, pegawai_id),
  FOREIGN KEY (instansi_id, penilai_id) REFERENCES pegawai (instansi_id, pegawai_id),
  FOREIGN KEY (instansi_id, jabatan_id) REFERENCES jabatan (instansi_id, jabatan_id),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id),
  CHECK (penilai_id IS NULL OR penilai_id <> pegawai_id));
CREATE INDEX skp_penilai ON skp (instansi_id, penilai_id, tahun, state);
CREATE TABLE rhk (
  instansi_id {id} NOT NULL, rhk_id {id} NOT NULL, skp_id {id} NOT NULL, urut INTEGER NOT NULL,
  jenis TEXT NOT NULL CHECK (jenis IN ('utama','tambahan')), kelas TEXT NOT NULL CHECK (kelas IN ('organisasi','individu')),
  uraian TEXT NOT NULL, perspektif TEXT, hasil_unit_id {id}, rhk_pimpinan_id {id}, komentar TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (instansi_id, rhk_id),
  FOREIGN KEY (instansi_id, skp_id) REFERENCES skp (instansi_id, skp_id),
  FOREIGN KEY (instansi_id, hasil_unit_id) REFERENCES hasil_unit (instansi_id, hasil_unit_id),
  FOREIGN KEY (instansi_id, rhk_pimpinan_id) REFERENCES rhk (instansi_id, rhk_id));
CREATE INDEX rhk_skp ON rhk (instansi_id, skp_id, urut);
CREATE TABLE iki (
  instansi_id {id} NOT NULL, iki_id {id} NOT NULL, rhk_id {id} NOT NULL, urut INTEGER NOT NULL, aspek TEXT,
  uraian TEXT NOT NULL, target_min BIGINT, target BIGINT, satuan TEXT NOT NULL, -- kualitatif: no number, uraian tells success
  arah TEXT NOT NULL CHECK (arah IN ('higher_better','lower_better','range')),
  PRIMARY KEY (instansi_id, iki_id),
  FOREIGN KEY (instansi_id, rhk_id) REFERENCES rhk (instansi_id, rhk_id));
CREATE INDEX iki_rhk ON iki (instansi_id, rhk_id, urut);
CREATE TABLE skp_perilaku ( -- special expectation per BerAKHLAK value
  instansi_id {id} NOT NULL, skp_id {id} NOT NULL, nilai TEXT NOT NULL, ekspektasi TEXT NOT NULL, komentar TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (instansi_id, skp_id, nilai),
  FOREIGN KEY (instansi_id, skp_id) REFERENCES skp (instansi_id, skp_id));
CREATE TABLE skp_lampiran (
  instansi_id {id} NOT NULL, skp_id {id} NOT NULL, blok TEXT NOT NULL CHECK (blok IN ('dukungan_sumber_daya','skema_pertanggungjawaban','konsekuensi')),
  urut INTEGER NOT NULL, uraian TEXT NOT NULL, PRIMARY KEY (instansi_id, skp_id, blok, urut),
  FOREIGN KEY (instansi_id, skp_id) REFERENCES skp (instansi_id, skp_id));

CREATE TABLE laporan ( -- a work report
  instansi_id {id} NOT NULL, laporan_id {id} NOT NULL, pegawai_id {id} NOT NULL, rhk_id {id}, iki_id {id}, tanggal TEXT NOT NULL,
  uraian TEXT NOT NULL, jumlah BIGINT, satuan TEXT NOT NULL, captured_at BIGINT NOT NULL, created_at BIGINT NOT NULL,
  nomor TEXT NOT NULL, hash TEXT NOT NULL, read_at BIGINT, version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, laporan_id), UNIQUE (instansi_id, nomor),
  FOREIGN KEY (instansi_id, pegawai_id) REFERENCES pegawai (instansi_id, pegawai_id),
  FOREIGN KEY (instansi_id, rhk_id) REFERENCES rhk (instansi_id, rhk_id),
  FOREIGN KEY (instansi_id, iki_id) REFERENCES iki (instansi_id, iki_id));
CREATE INDEX laporan_pegawai ON laporan (instansi_id, pegawai_id, tanggal, laporan_id);
CREATE TABLE bukti (
  instansi_id {id} NOT NULL, bukti_id {id} NOT NULL, laporan_id {id} NOT NULL, jenis TEXT NOT NULL CHECK (jenis IN ('foto','berkas','tautan')),
  nama TEXT NOT NULL, tautan TEXT NOT NULL, mime TEXT NOT NULL, ukuran BIGINT NOT NULL, sha256 TEXT NOT NULL,
  PRIMARY KEY (instansi_id, bukti_id),
  FOREIGN KEY (instansi_id, laporan_id) REFERENCES laporan (instansi_id, laporan_id));
CREATE INDEX bukti_laporan ON bukti (instansi_id, laporan_id, bukti_id);
CREATE TABLE laporan_draf (
  instansi_id {id} NOT NULL, pegawai_id {id} NOT NULL, isi TEXT NOT NULL, saved_at BIGINT NOT NULL,
  PRIMARY KEY (instansi_id, pegawai_id),
  FOREIGN KEY (instansi_id, pegawai_id) REFERENCES pegawai (instansi_id, pegawai_id));
CREATE TABLE capaian_rhk ( -- roll-up kept with each report: sum and count per indicator and period
  instansi_id {id} NOT NULL, iki_id {id} NOT NULL, tahun INTEGER NOT NULL, bulan INTEGER NOT NULL, jumlah BIGINT NOT NULL, banyak INTEGER NOT NULL,
  bukti_banyak INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (instansi_id, iki_id, tahun, bulan),
  FOREIGN KEY (instansi_id, iki_id) REFERENCES iki (instansi_id, iki_id)) {clustered};

CREATE TABLE capaian_organisasi (
  instansi_id {id} NOT NULL, unit_id {id} NOT NULL, tahun INTEGER NOT NULL, nomor INTEGER NOT NULL, -- periode
  predikat TEXT NOT NULL CHECK (predikat IN ('istimewa','baik','butuh_perbaikan','kurang','sangat_kurang')),
  dasar TEXT NOT NULL, ditetapkan_oleh {id} NOT NULL, ditetapkan_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, unit_id, tahun, nomor),
  FOREIGN KEY (instansi_id, unit_id) REFERENCES unit (instansi_id, unit_id));
CREATE TABLE evaluasi (
  instansi_id {id} NOT NULL, evaluasi_id {id} NOT NULL, skp_id {id} NOT NULL, pegawai_id {id} NOT NULL, penilai_id {id} NOT NULL,
  tahun INTEGER NOT NULL, nomor INTEGER NOT NULL, -- periode; 0 the year
  state TEXT NOT NULL CHECK (state IN ('pengisian','diajukan','dinilai','ditetapkan','diserahkan','diterima','dianggap_diterima','dalam_keberatan','final')),
  rating_hasil TEXT, rating_perilaku TEXT, saran_hasil TEXT, saran_perilaku TEXT, predikat TEXT, alasan TEXT NOT NULL DEFAULT '',
  catatan_kuat TEXT NOT NULL DEFAULT '', catatan_kembang TEXT NOT NULL DEFAULT '', rekomendasi TEXT NOT NULL DEFAULT '',
  ditetapkan_at BIGINT, version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, evaluasi_id), UNIQUE (instansi_id, skp_id, tahun, nomor),
  FOREIGN KEY (instansi_id, skp_id) REFERENCES skp (instansi_id, skp_id),
  FOREIGN KEY (instansi_id, pegawai_id) REFERENCES pegawai (instansi_id, pegawai_id),
  FOREIGN KEY (instansi_id, penilai_id) REFERENCES pegawai (instansi_id, pegawai_id),
  CHECK (penilai_id <> pegawai_id));
CREATE INDEX evaluasi_penilai ON evaluasi (instansi_id, penilai_id, tahun, nomor);
CREATE INDEX evaluasi_pegawai ON evaluasi (instansi_id, pegawai_id, tahun, nomor);
CREATE TABLE evaluasi_iki ( -- realisation and rating per indicator
  instansi_id {id} NOT NULL, evaluasi_id {id} NOT NULL, iki_id {id} NOT NULL, realisasi BIGINT, realisasi_teks TEXT NOT NULL DEFAULT '',
  umpan_balik TEXT NOT NULL DEFAULT '', rating TEXT, saran TEXT, PRIMARY KEY (instansi_id, evaluasi_id, iki_id),
  FOREIGN KEY (instansi_id, evaluasi_id) REFERENCES evaluasi (instansi_id, evaluasi_id),
  FOREIGN KEY (instansi_id, iki_id) REFERENCES iki (instansi_id, iki_id));
CREATE TABLE evaluasi_perilaku (
  instansi_id {id} NOT NULL, evaluasi_id {id} NOT NULL, nilai TEXT NOT NULL, rating TEXT, umpan_balik TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (instansi_id, evaluasi_id, nilai),
  FOREIGN KEY (instansi_id, evaluasi_id) REFERENCES evaluasi (instansi_id, evaluasi_id));

CREATE TABLE dokumen ( -- signed: canonical bytes, their signature, and what stood in them; never changed
  instansi_id {id} NOT NULL, dokumen_id {id} NOT NULL, jenis TEXT NOT NULL CHECK (jenis IN ('skp','evaluasi','dokumen_evaluasi')),
  objek_id {id} NOT NULL, pegawai_id {id} NOT NULL, penilai_id {id}, kode TEXT NOT NULL, -- public verification code
  isi {bytes} NOT NULL, tanda_tangan {bytes} NOT NULL, kunci_publik {bytes} NOT NULL, created_at BIGINT NOT NULL, diganti_oleh {id},
  PRIMARY KEY (instansi_id, dokumen_id),
  FOREIGN KEY (instansi_id, pegawai_id) REFERENCES pegawai (instansi_id, pegawai_id));
CREATE INDEX dokumen_objek ON dokumen (instansi_id, objek_id);
-- shared: which agency a public verification code belongs to
CREATE TABLE dokumen_kode (kode TEXT NOT NULL PRIMARY KEY, instansi_id {id} NOT NULL, dokumen_id {id} NOT NULL);
CREATE TABLE peristiwa ( -- events for upper rooms
  instansi_id {id} NOT NULL, peristiwa_id {id} NOT NULL, jenis TEXT NOT NULL, objek_id {id} NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (instansi_id, peristiwa_id));
