-- SPDX-License-Identifier: Apache-2.0
-- What citizens say of a service or of a unit (decision 0039). lingkup_id is the service, or the unit itself where the whole unit
-- was asked about. What came today waits in suara_…masuk, each part under random ids of its own; at night all of it is moved in
-- random order, and the rows of its month are laid anew with it, so that neither order nor transaction leads back to a moment.
CREATE TABLE suara_masuk (
  instansi_id {id} NOT NULL, masuk_id {id} NOT NULL, unit_id {id} NOT NULL, lingkup_id {id} NOT NULL, pegawai_id {id}, hari TEXT NOT NULL,
  jam BIGINT NOT NULL, asal {bytes} NOT NULL, -- asal: the place, by a key that is thrown away; empty: with a code, or from paper
  bentuk TEXT NOT NULL CHECK (bentuk IN ('tiga','sembilan')), persyaratan BIGINT NOT NULL, prosedur BIGINT NOT NULL, waktu BIGINT NOT NULL,
  biaya BIGINT NOT NULL, produk BIGINT NOT NULL, kompetensi BIGINT NOT NULL, perilaku BIGINT NOT NULL, pengaduan BIGINT NOT NULL,
  sarpras BIGINT NOT NULL, percaya BIGINT NOT NULL, PRIMARY KEY (instansi_id, masuk_id)) {clustered};
CREATE INDEX suara_masuk_asal ON suara_masuk (instansi_id, asal, hari, jam);
CREATE TABLE suara_kata_masuk (
  instansi_id {id} NOT NULL, kata_id {id} NOT NULL, unit_id {id} NOT NULL, lingkup_id {id} NOT NULL, hari TEXT NOT NULL, asal {bytes} NOT NULL,
  isi TEXT NOT NULL, PRIMARY KEY (instansi_id, kata_id)) {clustered};
CREATE TABLE suara_ciri_masuk ( -- one row a trait of somebody, never a person's traits together
  instansi_id {id} NOT NULL, ciri_id {id} NOT NULL, unit_id {id} NOT NULL, lingkup_id {id} NOT NULL, hari TEXT NOT NULL, asal {bytes} NOT NULL,
  hal TEXT NOT NULL, nilai TEXT NOT NULL, PRIMARY KEY (instansi_id, ciri_id)) {clustered};
CREATE TABLE suara_kode_masuk (instansi_id {id} NOT NULL, kode {bytes} NOT NULL, hari TEXT NOT NULL,
  PRIMARY KEY (instansi_id, kode)) {clustered};
CREATE TABLE suara_kunci ( -- keys of today's forms, so that one counts once; nothing of what was sent
  instansi_id {id} NOT NULL, kunci {bytes} NOT NULL, hari TEXT NOT NULL, PRIMARY KEY (instansi_id, kunci)) {clustered};
CREATE TABLE suara_kode (instansi_id {id} NOT NULL, kode {bytes} NOT NULL, PRIMARY KEY (instansi_id, kode)) {clustered};

CREATE TABLE suara_karantina ( -- voices that came too alike, or too many from one place: they count for nothing until judged
  instansi_id {id} NOT NULL, karantina_id {id} NOT NULL, unit_id {id} NOT NULL, lingkup_id {id} NOT NULL, bulan BIGINT NOT NULL,
  sebab TEXT NOT NULL CHECK (sebab IN ('tempat','serupa')), jumlah BIGINT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('menunggu','diterima','ditolak')), alasan TEXT NOT NULL DEFAULT '', oleh {id},
  version BIGINT NOT NULL DEFAULT 1, PRIMARY KEY (instansi_id, karantina_id)) {clustered};
CREATE INDEX suara_karantina_status ON suara_karantina (instansi_id, status, unit_id);
CREATE TABLE suara ( -- an answer: 1 to 4, 0 where it was left out; bulan: yyyymm; karantina_id: it does not count
  instansi_id {id} NOT NULL, suara_id {id} NOT NULL, unit_id {id} NOT NULL, lingkup_id {id} NOT NULL, pegawai_id {id}, bulan BIGINT NOT NULL,
  karantina_id {id}, bentuk TEXT NOT NULL, persyaratan BIGINT NOT NULL, prosedur BIGINT NOT NULL, waktu BIGINT NOT NULL,
  biaya BIGINT NOT NULL, produk BIGINT NOT NULL, kompetensi BIGINT NOT NULL, perilaku BIGINT NOT NULL, pengaduan BIGINT NOT NULL,
  sarpras BIGINT NOT NULL, percaya BIGINT NOT NULL, PRIMARY KEY (instansi_id, suara_id)) {clustered};
CREATE INDEX suara_bulan ON suara (instansi_id, bulan, lingkup_id);
CREATE TABLE suara_kata ( -- words, masked; deleted when their month comes round again
  instansi_id {id} NOT NULL, kata_id {id} NOT NULL, unit_id {id} NOT NULL, lingkup_id {id} NOT NULL, bulan BIGINT NOT NULL, karantina_id {id},
  isi TEXT NOT NULL, PRIMARY KEY (instansi_id, kata_id)) {clustered};
CREATE INDEX suara_kata_bulan ON suara_kata (instansi_id, bulan, unit_id);
CREATE TABLE suara_ciri ( -- who answers, as counts
  instansi_id {id} NOT NULL, lingkup_id {id} NOT NULL, bulan BIGINT NOT NULL, hal TEXT NOT NULL, nilai TEXT NOT NULL, unit_id {id} NOT NULL,
  jumlah BIGINT NOT NULL, PRIMARY KEY (instansi_id, lingkup_id, bulan, hal, nilai)) {clustered};
-- Where the rows of a month lie while they are laid anew.
CREATE TABLE suara_acak (
  instansi_id {id} NOT NULL, suara_id {id} NOT NULL, unit_id {id} NOT NULL, lingkup_id {id} NOT NULL, pegawai_id {id}, bulan BIGINT NOT NULL,
  karantina_id {id}, bentuk TEXT NOT NULL, persyaratan BIGINT NOT NULL, prosedur BIGINT NOT NULL, waktu BIGINT NOT NULL,
  biaya BIGINT NOT NULL, produk BIGINT NOT NULL, kompetensi BIGINT NOT NULL, perilaku BIGINT NOT NULL, pengaduan BIGINT NOT NULL,
  sarpras BIGINT NOT NULL, percaya BIGINT NOT NULL, PRIMARY KEY (instansi_id, suara_id)) {clustered};
CREATE TABLE suara_kata_acak (
  instansi_id {id} NOT NULL, kata_id {id} NOT NULL, unit_id {id} NOT NULL, lingkup_id {id} NOT NULL, bulan BIGINT NOT NULL, karantina_id {id},
  isi TEXT NOT NULL, PRIMARY KEY (instansi_id, kata_id)) {clustered};
CREATE TABLE suara_kode_acak (instansi_id {id} NOT NULL, kode {bytes} NOT NULL, PRIMARY KEY (instansi_id, kode)) {clustered};
CREATE TABLE suara_nama ( -- words of staff's names, laid anew each night: they are masked in what citizens write
  instansi_id {id} NOT NULL, kata TEXT NOT NULL, PRIMARY KEY (instansi_id, kata)) {clustered};

CREATE TABLE suara_tema ( -- what words are grouped by; kata: one word or phrase a line
  instansi_id {id} NOT NULL, tema TEXT NOT NULL, nama TEXT NOT NULL, kata TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (instansi_id, tema)) {clustered};
CREATE TABLE suara_kata_tema (
  instansi_id {id} NOT NULL, tema TEXT NOT NULL, kata_id {id} NOT NULL, PRIMARY KEY (instansi_id, tema, kata_id)) {clustered};
CREATE INDEX suara_kata_tema_kata ON suara_kata_tema (instansi_id, kata_id);
CREATE TABLE suara_tema_bulan ( -- stays when the words are deleted
  instansi_id {id} NOT NULL, tema TEXT NOT NULL, lingkup_id {id} NOT NULL, bulan BIGINT NOT NULL, unit_id {id} NOT NULL, jumlah BIGINT NOT NULL,
  PRIMARY KEY (instansi_id, tema, lingkup_id, bulan)) {clustered};
