-- SPDX-License-Identifier: Apache-2.0
-- The plan, its results, indicators, values and attachment; every statement stays in one agency
-- ($1).
-- :include law/skp.h skp/skp_record.h
-- :owns skp rhk iki skp_perilaku skp_lampiran skp_lampiran_komentar hasil_unit
-- :enum skp_state state
-- :enum zona unit_zona

-- :name skp_find :one skp (skp_id id)
SELECT s.skp_id, s.pegawai_id, s.penilai_id, s.jabatan_id, s.unit_id, u.jalur AS unit_jalur,
       s.tahun, s.revisi, s.pendekatan, s.bentuk, s.state, s.mulai, s.selesai, s.submitted_at,
       s.decided_at, s.version, s.receipt_nomor, s.receipt_hash, p.nama AS pegawai_nama,
       p.nip AS pegawai_nip, a.nama AS penilai_nama, j.nama AS jabatan_nama, u.nama AS unit_nama,
       s.luar_nama AS luar__nama, s.luar_jabatan AS luar__jabatan,
       s.surat_nomor AS luar__surat_nomor, s.surat_tanggal AS luar__surat_tanggal,
       p.penilai_id AS penilai_kini_id, u.zona AS unit_zona
FROM skp s
JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
JOIN jabatan j ON j.instansi_id = s.instansi_id AND j.jabatan_id = s.jabatan_id
JOIN unit u ON u.instansi_id = s.instansi_id AND u.unit_id = s.unit_id
LEFT JOIN pegawai a ON a.instansi_id = s.instansi_id AND a.pegawai_id = s.penilai_id
WHERE s.instansi_id = $1 AND s.skp_id = :skp_id;

-- :name skp_find_newest :one id (pegawai_id id, tahun int)
SELECT s.skp_id
FROM skp s
WHERE s.instansi_id = $1 AND s.pegawai_id = :pegawai_id AND s.tahun = :tahun
ORDER BY s.mulai DESC, s.revisi DESC
LIMIT 1;

-- :name skp_find_agreed :one id (pegawai_id id, tahun int)
-- what others may build on
SELECT s.skp_id
FROM skp s
WHERE s.instansi_id = $1 AND s.pegawai_id = :pegawai_id AND s.tahun = :tahun
  AND s.state IN ('disetujui', 'ditetapkan')
ORDER BY s.mulai DESC, s.revisi DESC
LIMIT 1;

-- :name skp_others :each skp (pegawai_id id, tahun int, skp_id id)
SELECT s.skp_id, s.penilai_id, u.jalur AS unit_jalur, s.state, s.mulai, s.selesai,
       j.nama AS jabatan_nama, u.nama AS unit_nama
FROM skp s
JOIN jabatan j ON j.instansi_id = s.instansi_id AND j.jabatan_id = s.jabatan_id
JOIN unit u ON u.instansi_id = s.instansi_id AND u.unit_id = s.unit_id
WHERE s.instansi_id = $1 AND s.pegawai_id = :pegawai_id AND s.tahun = :tahun AND s.skp_id <> :skp_id
ORDER BY s.mulai DESC, s.revisi DESC;

-- :name skp_rhk_rows :rows rhk (skp_id id)
SELECT r.rhk_id, r.jenis, r.kelas, r.uraian, r.perspektif, r.hasil_unit_id, r.rhk_pimpinan_id,
       r.komentar, l.uraian AS pimpinan_uraian, COALESCE(r.hasil_unit_teks,
       h.uraian) AS hasil_unit_uraian, h.uraian AS hasil_unit_kini,
       CASE WHEN EXISTS (SELECT 1 FROM skp o
               JOIN skp n ON n.instansi_id = o.instansi_id AND n.pegawai_id = o.pegawai_id
               AND n.tahun = o.tahun
                 AND n.state IN ('disetujui', 'ditetapkan') AND (n.mulai > o.mulai
                 OR (n.mulai = o.mulai AND n.revisi > o.revisi))
               WHERE o.instansi_id = l.instansi_id AND o.skp_id = l.skp_id) THEN 1
               ELSE 0 END AS is_pimpinan_renewed
FROM rhk r
LEFT JOIN rhk l ON l.instansi_id = r.instansi_id AND l.rhk_id = r.rhk_pimpinan_id
LEFT JOIN hasil_unit h ON h.instansi_id = r.instansi_id AND h.hasil_unit_id = r.hasil_unit_id
WHERE r.instansi_id = $1 AND r.skp_id = :skp_id
ORDER BY CASE r.jenis WHEN 'utama' THEN 0 ELSE 1 END, r.urut, r.rhk_id;

-- :name skp_iki_rows :each iki (skp_id id)
SELECT i.iki_id, i.rhk_id, i.aspek, i.uraian, i.target_min, i.target?has_target, i.satuan, i.arah,
       i.indikator_id, i.wilayah_id, w.nama AS wilayah_nama,
       (SELECT v.nama FROM indikator_versi v WHERE v.instansi_id = i.instansi_id
         AND v.indikator_id = i.indikator_id AND v.status = 'berlaku'
         ORDER BY v.nomor DESC LIMIT 1) AS indikator_nama
FROM rhk r
JOIN iki i ON i.instansi_id = r.instansi_id AND i.rhk_id = r.rhk_id
LEFT JOIN wilayah w ON w.instansi_id = i.instansi_id AND w.wilayah_id = i.wilayah_id
WHERE r.instansi_id = $1 AND r.skp_id = :skp_id
ORDER BY i.rhk_id, i.urut;

-- :name skp_pimpinan_iki_rows :each iki (skp_id id)
-- indicators of the leader's results when the leader is a JPT
SELECT DISTINCT i.rhk_id, i.urut AS _urut, i.uraian
FROM rhk r
JOIN rhk l ON l.instansi_id = r.instansi_id AND l.rhk_id = r.rhk_pimpinan_id
JOIN skp s ON s.instansi_id = l.instansi_id AND s.skp_id = l.skp_id AND s.bentuk = 'jpt'
JOIN iki i ON i.instansi_id = l.instansi_id AND i.rhk_id = l.rhk_id
WHERE r.instansi_id = $1 AND r.skp_id = :skp_id
ORDER BY i.rhk_id, i.urut;

-- :name skp_perilaku_rows :each skp_perilaku (skp_id id)
SELECT nilai, ekspektasi, komentar FROM skp_perilaku WHERE instansi_id = $1 AND skp_id = :skp_id;

-- :name skp_lampiran_rows :rows skp_lampiran (skp_id id)
SELECT blok, uraian FROM skp_lampiran
WHERE instansi_id = $1 AND skp_id = :skp_id
ORDER BY CASE blok WHEN 'dukungan_sumber_daya' THEN 0 WHEN 'skema_pertanggungjawaban' THEN 1
  ELSE 2 END, urut;

-- :name skp_blok_comments :each skp_comment (skp_id id)
SELECT blok, komentar AS text FROM skp_lampiran_komentar WHERE instansi_id = $1
       AND skp_id = :skp_id;

-- :name skp_blok_comment :saved skp_comment (skp_id id)
INSERT INTO skp_lampiran_komentar (instansi_id, skp_id, blok, komentar)
  VALUES ($1, :skp_id, :blok, :text);

-- :name skp_blok_clear_comments :changed (skp_id id)
DELETE FROM skp_lampiran_komentar WHERE instansi_id = $1 AND skp_id = :skp_id;

-- :name skp_insert :saved skp
INSERT INTO skp (instansi_id, skp_id, pegawai_id, penilai_id, tahun, jabatan_id, unit_id, mulai,
                 selesai, revisi, pendekatan, bentuk, state)
VALUES ($1, :skp_id, :pegawai_id, :penilai_id, :tahun, :jabatan_id, :unit_id, :mulai, :selesai,
  :revisi, :pendekatan, :bentuk, 'draf');

-- :name skp_touch :saved (skp_id id, version int64)
UPDATE skp SET version = version + 1 WHERE instansi_id = $1 AND skp_id = :skp_id
  AND version = :version;

-- :name skp_save_state :saved skp (version int64)
UPDATE skp SET version = version + 1, state = :state, penilai_id = :penilai_id,
               submitted_at = :submitted_at?, decided_at = :decided_at?, receipt_nomor =
               :receipt_nomor?, receipt_hash = :receipt_hash?
WHERE instansi_id = $1 AND skp_id = :skp_id AND version = :version;

-- :name skp_elsewhere :rows id (pegawai_id id)
-- plans for another post than the person has
SELECT s.skp_id
FROM skp s
JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
WHERE s.instansi_id = $1 AND s.pegawai_id = :pegawai_id AND s.state NOT IN ('direvisi', 'ditutup')
  AND (s.jabatan_id <> p.jabatan_id OR s.unit_id <> p.unit_id)
ORDER BY s.tahun, s.mulai, s.revisi;

-- :name skp_of_former :rows id (pegawai_id id)
-- plans for today's post, not agreed yet, with another appraiser than the person has
SELECT s.skp_id
FROM skp s
JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
WHERE s.instansi_id = $1 AND s.pegawai_id = :pegawai_id
  AND s.state IN ('draf', 'diajukan', 'dikembalikan')
  AND s.jabatan_id = p.jabatan_id AND s.unit_id = p.unit_id
  AND (s.penilai_id <> p.penilai_id OR (s.penilai_id IS NULL) <> (p.penilai_id IS NULL))
ORDER BY s.tahun, s.mulai, s.revisi;

-- :name skp_save_post :saved skp
UPDATE skp SET version = version + 1, state = :state, penilai_id = :penilai_id,
               jabatan_id = :jabatan_id, unit_id = :unit_id, bentuk = :bentuk, mulai = :mulai,
               selesai = :selesai
WHERE instansi_id = $1 AND skp_id = :skp_id AND version = :version;

-- :name skp_unlink_rhk :changed (skp_id id)
UPDATE rhk SET hasil_unit_id = NULL, rhk_pimpinan_id = NULL WHERE instansi_id = $1
  AND skp_id = :skp_id;

-- :name skp_save_luar :saved skp
UPDATE skp SET luar_nama = :luar__nama, luar_jabatan = :luar__jabatan,
               surat_nomor = :luar__surat_nomor, surat_tanggal = :luar__surat_tanggal
WHERE instansi_id = $1 AND skp_id = :skp_id;

-- :name skp_rhk_save :saved rhk (skp_id id)
INSERT INTO rhk (instansi_id, rhk_id, skp_id, urut, jenis, kelas, uraian, perspektif, hasil_unit_id,
  rhk_pimpinan_id)
VALUES ($1, :rhk_id, :skp_id, (SELECT COALESCE(MAX(r.urut),
        0) + 1 FROM rhk r WHERE r.instansi_id = $1 AND r.skp_id = :skp_id), :jenis, :kelas, :uraian,
        :perspektif?, :hasil_unit_id, :rhk_pimpinan_id)
ON CONFLICT (instansi_id, rhk_id) DO UPDATE
SET jenis = excluded.jenis, kelas = excluded.kelas, uraian = excluded.uraian,
    perspektif = excluded.perspektif, hasil_unit_id = excluded.hasil_unit_id, rhk_pimpinan_id =
    excluded.rhk_pimpinan_id;

-- :name skp_rhk_comment :saved skp_comment (skp_id id)
UPDATE rhk SET komentar = :text WHERE instansi_id = $1 AND skp_id = :skp_id AND rhk_id = :rhk_id;

-- :name skp_rhk_clear_comments :changed (skp_id id)
UPDATE rhk SET komentar = '' WHERE instansi_id = $1 AND skp_id = :skp_id;

-- :name skp_rhk_delete :saved (skp_id id, rhk_id id)
DELETE FROM rhk WHERE instansi_id = $1 AND skp_id = :skp_id AND rhk_id = :rhk_id;

-- :name skp_iki_delete :changed (rhk_id id)
DELETE FROM iki WHERE instansi_id = $1 AND rhk_id = :rhk_id;

-- :name skp_iki_insert :saved iki (urut int)
INSERT INTO iki (instansi_id, iki_id, rhk_id, urut, aspek, uraian, target_min, target, satuan, arah,
  indikator_id, wilayah_id)
VALUES ($1, :iki_id, :rhk_id, :urut, :aspek?, :uraian, :target_min?, :target?has_target, :satuan,
  :arah, :indikator_id, :wilayah_id);

-- :name skp_perilaku_save :saved skp_perilaku (skp_id id)
INSERT INTO skp_perilaku (instansi_id, skp_id, nilai, ekspektasi)
  VALUES ($1, :skp_id, :nilai, :ekspektasi)
ON CONFLICT (instansi_id, skp_id, nilai) DO UPDATE SET ekspektasi = excluded.ekspektasi;

-- :name skp_perilaku_comment :saved skp_comment (skp_id id)
UPDATE skp_perilaku SET komentar = :text WHERE instansi_id = $1 AND skp_id = :skp_id
  AND nilai = :nilai;

-- :name skp_perilaku_clear_comments :changed (skp_id id)
UPDATE skp_perilaku SET komentar = '' WHERE instansi_id = $1 AND skp_id = :skp_id;

-- :name skp_lampiran_delete :changed (skp_id id)
DELETE FROM skp_lampiran WHERE instansi_id = $1 AND skp_id = :skp_id;

-- :name skp_lampiran_insert :saved skp_lampiran (skp_id id, urut int)
INSERT INTO skp_lampiran (instansi_id, skp_id, blok, urut, uraian)
  VALUES ($1, :skp_id, :blok, :urut, :uraian);

-- :name skp_pimpinan_rows :rows skp_source (skp_id id)
-- results others may support
SELECT r.rhk_id AS id, r.uraian, p.nama AS asal
FROM rhk r
JOIN skp s ON s.instansi_id = r.instansi_id AND s.skp_id = r.skp_id
JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
WHERE r.instansi_id = $1 AND r.skp_id = :skp_id
ORDER BY CASE r.jenis WHEN 'utama' THEN 0 ELSE 1 END, r.urut, r.rhk_id;

-- What an agreed plan supports says something else by now, or its leader has agreed a newer plan
-- (PK-28).
-- :name skp_team_rows :rows skp_team_row (penilai_id id, tahun int, after id, most int)
-- behind that person; by line of today, and plans sent before a line changed
WITH orang AS (
  SELECT pegawai_id FROM pegawai WHERE instansi_id = $1 AND penilai_id = :penilai_id
  AND valid_to IS NULL
  UNION
  SELECT pegawai_id FROM skp WHERE instansi_id = $1 AND penilai_id = :penilai_id AND tahun = :tahun
  AND state = 'diajukan')
SELECT p.pegawai_id, p.nip, p.nama, j.nama AS jabatan_nama, s.skp_id, s.state, s.submitted_at,
  CASE WHEN s.state IN ('disetujui', 'ditetapkan') AND EXISTS (
    SELECT 1 FROM rhk r
    LEFT JOIN hasil_unit h ON h.instansi_id = r.instansi_id AND h.hasil_unit_id = r.hasil_unit_id
    LEFT JOIN rhk l ON l.instansi_id = r.instansi_id AND l.rhk_id = r.rhk_pimpinan_id
    LEFT JOIN skp lo ON lo.instansi_id = l.instansi_id AND lo.skp_id = l.skp_id
    WHERE r.instansi_id = s.instansi_id AND r.skp_id = s.skp_id AND (r.hasil_unit_teks <> h.uraian
    OR EXISTS (
      SELECT 1 FROM skp ln WHERE ln.instansi_id = lo.instansi_id AND ln.pegawai_id = lo.pegawai_id
      AND ln.tahun = lo.tahun
        AND ln.state IN ('disetujui', 'ditetapkan')
        AND (ln.mulai > lo.mulai OR (ln.mulai = lo.mulai AND ln.revisi > lo.revisi))))) THEN 1
        ELSE 0 END AS needs_sync
FROM orang o
JOIN pegawai p ON p.instansi_id = $1 AND p.pegawai_id = o.pegawai_id
JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
LEFT JOIN skp s ON s.instansi_id = p.instansi_id AND s.pegawai_id = p.pegawai_id
  AND s.tahun = :tahun
  AND NOT EXISTS (SELECT 1 FROM skp n WHERE n.instansi_id = s.instansi_id
  AND n.pegawai_id = s.pegawai_id
                  AND n.tahun = s.tahun AND (n.mulai > s.mulai OR (n.mulai = s.mulai
                  AND n.revisi > s.revisi)))
WHERE ((p.urut, p.nip) > (SELECT b.urut, b.nip FROM pegawai b WHERE b.instansi_id = $1
  AND b.pegawai_id = :after) OR :after IS NULL)
ORDER BY p.urut, p.nip
LIMIT :most;

-- :name skp_team_sum :one skp_team (penilai_id id, tahun int)
-- of the same people
WITH orang AS (
  SELECT pegawai_id FROM pegawai WHERE instansi_id = $1 AND penilai_id = :penilai_id
  AND valid_to IS NULL
  UNION
  SELECT pegawai_id FROM skp WHERE instansi_id = $1 AND penilai_id = :penilai_id AND tahun = :tahun
  AND state = 'diajukan')
SELECT COUNT(*) AS people,
  COALESCE(SUM(CASE WHEN s.state = 'diajukan' THEN 1 ELSE 0 END), 0) AS waiting,
  COALESCE(SUM(CASE WHEN s.state = 'ditetapkan' THEN 1 ELSE 0 END), 0) AS done
FROM orang o
JOIN pegawai p ON p.instansi_id = $1 AND p.pegawai_id = o.pegawai_id
LEFT JOIN skp s ON s.instansi_id = p.instansi_id AND s.pegawai_id = p.pegawai_id
  AND s.tahun = :tahun
  AND NOT EXISTS (SELECT 1 FROM skp n WHERE n.instansi_id = s.instansi_id
  AND n.pegawai_id = s.pegawai_id
                  AND n.tahun = s.tahun AND (n.mulai > s.mulai OR (n.mulai = s.mulai
                  AND n.revisi > s.revisi)));

-- :name skp_luar_rows :rows skp_team_row (tahun int)
-- sent or standing without an appraiser in the system
SELECT p.pegawai_id, p.nip, p.nama, j.nama AS jabatan_nama, s.skp_id, s.state, s.submitted_at
FROM skp s
JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
JOIN jabatan j ON j.instansi_id = s.instansi_id AND j.jabatan_id = s.jabatan_id
WHERE s.instansi_id = $1 AND s.penilai_id IS NULL AND s.tahun = :tahun
  AND s.state IN ('diajukan', 'ditetapkan')
ORDER BY p.urut, p.nip;

-- :name hasil_unit_rows :rows hasil_unit (tahun int, unit_id id)
SELECT h.hasil_unit_id, h.unit_id, h.tahun, h.urut, h.uraian, h.indikator, h.target?has_target,
       h.satuan, h.version, u.jalur AS unit_jalur, u.nama AS unit_nama
FROM hasil_unit h
JOIN unit u ON u.instansi_id = h.instansi_id AND u.unit_id = h.unit_id
WHERE h.instansi_id = $1 AND h.tahun = :tahun AND h.unit_id = :unit_id
ORDER BY h.urut, h.hasil_unit_id;

-- :name hasil_unit_find :one hasil_unit (hasil_unit_id id)
SELECT h.hasil_unit_id, h.unit_id, h.tahun, h.urut, h.uraian, h.indikator, h.target?has_target,
       h.satuan, h.version, u.jalur AS unit_jalur, u.nama AS unit_nama
FROM hasil_unit h
JOIN unit u ON u.instansi_id = h.instansi_id AND u.unit_id = h.unit_id
WHERE h.instansi_id = $1 AND h.hasil_unit_id = :hasil_unit_id;

-- :name hasil_unit_above :rows skp_source (tahun int, jalur text)
-- of the unit itself and of those it belongs to, nearest first
SELECT h.hasil_unit_id AS id, h.uraian, u.nama AS asal
FROM unit u
JOIN hasil_unit h ON h.instansi_id = u.instansi_id AND h.unit_id = u.unit_id AND h.tahun = :tahun
WHERE u.instansi_id = $1 AND substr(CAST(:jalur AS TEXT), 1, length(u.jalur)) = u.jalur
ORDER BY length(u.jalur) DESC, h.urut, h.hasil_unit_id;

-- :name hasil_unit_insert :saved hasil_unit
INSERT INTO hasil_unit (instansi_id, hasil_unit_id, tahun, unit_id, urut, uraian, indikator, target,
  satuan)
VALUES ($1, :hasil_unit_id, :tahun, :unit_id,
        (SELECT COALESCE(MAX(h.urut), 0) + 1 FROM hasil_unit h WHERE h.instansi_id = $1 AND h.tahun
        = :tahun AND h.unit_id = :unit_id), :uraian, :indikator, :target, :satuan);

-- :name hasil_unit_update :saved hasil_unit
UPDATE hasil_unit SET uraian = :uraian, indikator = :indikator, target = :target, satuan = :satuan,
  version = version + 1
WHERE instansi_id = $1 AND hasil_unit_id = :hasil_unit_id AND version = :version;

-- Agreed plans keep the words they were signed with.
-- :name hasil_unit_pin :changed (hasil_unit_id id, uraian text)
UPDATE rhk SET hasil_unit_teks = :uraian
WHERE instansi_id = $1 AND hasil_unit_id = :hasil_unit_id AND hasil_unit_teks IS NULL
  AND skp_id IN (SELECT s.skp_id FROM skp s
                 WHERE s.instansi_id = $1 AND s.state IN ('disetujui', 'ditetapkan', 'direvisi',
                 'ditutup'));

-- :name hasil_unit_links :one int (hasil_unit_id id)
-- results in plans that support it
SELECT COUNT(*) AS jumlah FROM rhk WHERE instansi_id = $1 AND hasil_unit_id = :hasil_unit_id;

-- :name hasil_unit_delete :saved (hasil_unit_id id, version int64)
DELETE FROM hasil_unit WHERE instansi_id = $1 AND hasil_unit_id = :hasil_unit_id
  AND version = :version;
