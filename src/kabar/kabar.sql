-- SPDX-License-Identifier: Apache-2.0
-- Notices, each for one person. What they tell of is read from the record, not kept here.

-- Nobody is told of an own deed. The moment is the decision's; what was decided long before it was told (a
-- demonstration, a record made afterwards) is no news: it counts as read.
-- :name notice_insert_plan :changed      ($2 kabar_id, $3 jenis, $4 at, $5 skp_id, $6 the actor's pegawai_id, $7 what is older is no news)
INSERT INTO kabar (instansi_id, pegawai_id, kabar_id, jenis, objek_id, at, read_at)
SELECT s.instansi_id, s.pegawai_id, $2, $3, s.skp_id, COALESCE(s.decided_at, $4), CASE WHEN s.decided_at < $7 THEN s.decided_at END
  FROM skp s WHERE s.instansi_id = $1 AND s.skp_id = $5 AND s.pegawai_id <> $6;

-- :name notice_insert_evaluation :changed      ($2 kabar_id, $3 jenis, $4 at, $5 evaluasi_id, $6 the actor's pegawai_id, $7 what is older is no news)
INSERT INTO kabar (instansi_id, pegawai_id, kabar_id, jenis, objek_id, at, read_at)
SELECT e.instansi_id, e.pegawai_id, $2, $3, e.evaluasi_id, COALESCE(e.ditetapkan_at, $4), CASE WHEN e.ditetapkan_at < $7 THEN e.ditetapkan_at END
  FROM evaluasi e WHERE e.instansi_id = $1 AND e.evaluasi_id = $5 AND e.pegawai_id <> $6;

-- A notice's object is a plan or an evaluation; the other one is absent.
-- :name notice_page :rows      ($2 pegawai_id, $3 older than this kabar_id, $4 limit)
SELECT k.kabar_id, k.jenis, k.at, k.read_at, COALESCE(s.skp_id, e.pegawai_id), COALESCE(s.tahun, e.tahun), e.nomor, p.nama
  FROM kabar k
  LEFT JOIN skp s ON s.instansi_id = k.instansi_id AND s.skp_id = k.objek_id
  LEFT JOIN evaluasi e ON e.instansi_id = k.instansi_id AND e.evaluasi_id = k.objek_id
  LEFT JOIN periode p ON p.instansi_id = e.instansi_id AND p.tahun = e.tahun AND p.nomor = e.nomor
 WHERE k.instansi_id = $1 AND k.pegawai_id = $2 AND k.kabar_id < $3
 ORDER BY k.kabar_id DESC LIMIT $4;

-- :name notice_find :one      ($2 pegawai_id, $3 kabar_id)
SELECT k.kabar_id, k.jenis, k.at, k.read_at, COALESCE(s.skp_id, e.pegawai_id), COALESCE(s.tahun, e.tahun), e.nomor, p.nama
  FROM kabar k
  LEFT JOIN skp s ON s.instansi_id = k.instansi_id AND s.skp_id = k.objek_id
  LEFT JOIN evaluasi e ON e.instansi_id = k.instansi_id AND e.evaluasi_id = k.objek_id
  LEFT JOIN periode p ON p.instansi_id = e.instansi_id AND p.tahun = e.tahun AND p.nomor = e.nomor
 WHERE k.instansi_id = $1 AND k.pegawai_id = $2 AND k.kabar_id = $3;

-- :name notice_unread :one      ($2 pegawai_id, $3 limit)
SELECT COUNT(*) FROM (SELECT k.kabar_id FROM kabar k
 WHERE k.instansi_id = $1 AND k.pegawai_id = $2 AND k.read_at IS NULL LIMIT $3) unread;

-- :name notice_read :changed      ($2 pegawai_id, $3 kabar_id, $4 at)
UPDATE kabar SET read_at = $4 WHERE instansi_id = $1 AND pegawai_id = $2 AND kabar_id = $3 AND read_at IS NULL;

-- :name notice_read_all :changed      ($2 pegawai_id, $3 at)
UPDATE kabar SET read_at = $3 WHERE instansi_id = $1 AND pegawai_id = $2 AND read_at IS NULL;

-- :name notice_forget :changed      ($2 told before, UTC µs, $3 at most)
DELETE FROM kabar WHERE instansi_id = $1 AND (pegawai_id, kabar_id) IN (
  SELECT pegawai_id, kabar_id FROM kabar WHERE instansi_id = $1 AND at < $2 ORDER BY at LIMIT $3);

-- :name kabar_agencies :rows :shared
SELECT instansi_id FROM instansi ORDER BY kode;
