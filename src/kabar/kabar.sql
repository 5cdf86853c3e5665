-- SPDX-License-Identifier: Apache-2.0
-- Notices, each for one person. What they tell of is read from the record, not kept here.
-- :include kabar/notice_store.h
-- :owns kabar kabar_surel

-- Nobody is told of an own deed. The moment is the decision's; what was decided long before it was
-- told (a demonstration, a record made afterwards) is no news: it counts as read.
-- :name notice_insert_plan :changed (kabar_id id, jenis text, at int64, skp_id id, self id, news_since int64)
INSERT INTO kabar (instansi_id, pegawai_id, kabar_id, jenis, objek_id, at, read_at)
SELECT s.instansi_id, s.pegawai_id, :kabar_id, :jenis, s.skp_id, COALESCE(s.decided_at, :at),
       CASE WHEN s.decided_at < :news_since THEN s.decided_at END
  FROM skp s WHERE s.instansi_id = $1 AND s.skp_id = :skp_id AND s.pegawai_id <> :self;

-- :name notice_insert_evaluation :changed (kabar_id id, jenis text, at int64, evaluasi_id id, self id, news_since int64)
INSERT INTO kabar (instansi_id, pegawai_id, kabar_id, jenis, objek_id, at, read_at)
SELECT e.instansi_id, e.pegawai_id, :kabar_id, :jenis, e.evaluasi_id, COALESCE(e.ditetapkan_at,
       :at),
       CASE WHEN e.ditetapkan_at < :news_since THEN e.ditetapkan_at END
  FROM evaluasi e WHERE e.instansi_id = $1 AND e.evaluasi_id = :evaluasi_id
  AND e.pegawai_id <> :self;

-- A notice's object is a plan or an evaluation; the other one is absent.
-- :name notice_page :rows notice_stored (pegawai_id id, before id, limit int)
SELECT k.kabar_id, k.jenis, k.at, k.read_at, COALESCE(s.skp_id, e.pegawai_id) AS record,
       COALESCE(s.tahun, e.tahun) AS tahun, e.nomor, p.nama AS what
  FROM kabar k
  LEFT JOIN skp s ON s.instansi_id = k.instansi_id AND s.skp_id = k.objek_id
  LEFT JOIN evaluasi e ON e.instansi_id = k.instansi_id AND e.evaluasi_id = k.objek_id
  LEFT JOIN periode p ON p.instansi_id = e.instansi_id AND p.tahun = e.tahun AND p.nomor = e.nomor
 WHERE k.instansi_id = $1 AND k.pegawai_id = :pegawai_id AND k.kabar_id < :before
 ORDER BY k.kabar_id DESC LIMIT :limit;

-- :name notice_find :one notice_stored (pegawai_id id, kabar_id id)
SELECT k.kabar_id, k.jenis, k.at, k.read_at, COALESCE(s.skp_id, e.pegawai_id) AS record,
       COALESCE(s.tahun, e.tahun) AS tahun, e.nomor, p.nama AS what
  FROM kabar k
  LEFT JOIN skp s ON s.instansi_id = k.instansi_id AND s.skp_id = k.objek_id
  LEFT JOIN evaluasi e ON e.instansi_id = k.instansi_id AND e.evaluasi_id = k.objek_id
  LEFT JOIN periode p ON p.instansi_id = e.instansi_id AND p.tahun = e.tahun AND p.nomor = e.nomor
 WHERE k.instansi_id = $1 AND k.pegawai_id = :pegawai_id AND k.kabar_id = :kabar_id;

-- :name notice_unread :one int64 (pegawai_id id, limit int)
SELECT COUNT(*) AS unread FROM (SELECT k.kabar_id FROM kabar k
 WHERE k.instansi_id = $1 AND k.pegawai_id = :pegawai_id AND k.read_at IS NULL LIMIT :limit) few;

-- :name notice_read :changed (pegawai_id id, kabar_id id, at int64)
UPDATE kabar SET read_at = :at WHERE instansi_id = $1 AND pegawai_id = :pegawai_id
  AND kabar_id = :kabar_id AND read_at IS NULL;

-- :name notice_read_all :changed (pegawai_id id, at int64)
UPDATE kabar SET read_at = :at WHERE instansi_id = $1 AND pegawai_id = :pegawai_id
  AND read_at IS NULL;

-- :name notice_forget :counted (before int64, limit int)
DELETE FROM kabar WHERE instansi_id = $1 AND (pegawai_id, kabar_id) IN (
  SELECT pegawai_id, kabar_id FROM kabar WHERE instansi_id = $1 AND at < :before ORDER BY at
  LIMIT :limit);

-- :name kabar_agencies :rows kabar_agency :shared
SELECT instansi_id, zona FROM instansi ORDER BY kode;
