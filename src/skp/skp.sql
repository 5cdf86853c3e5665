-- SPDX-License-Identifier: Apache-2.0
-- The plan, its results, indicators, values and attachment; every statement stays in one agency ($1).

-- :name skp_find :one          ($2 skp_id)
SELECT s.skp_id, s.pegawai_id, s.penilai_id, s.jabatan_id, s.unit_id, u.jalur, s.tahun, s.revisi, s.pendekatan, s.bentuk,
       s.state, s.mulai, s.selesai, s.submitted_at, s.decided_at, s.version, s.receipt_nomor, s.receipt_hash,
       p.nama, p.nip, a.nama, j.nama, u.nama, s.luar_nama, s.luar_jabatan, s.surat_nomor, s.surat_tanggal, p.penilai_id
FROM skp s
JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
JOIN jabatan j ON j.instansi_id = s.instansi_id AND j.jabatan_id = s.jabatan_id
JOIN unit u ON u.instansi_id = s.instansi_id AND u.unit_id = s.unit_id
LEFT JOIN pegawai a ON a.instansi_id = s.instansi_id AND a.pegawai_id = s.penilai_id
WHERE s.instansi_id = $1 AND s.skp_id = $2;

-- :name skp_find_newest :one   ($2 pegawai_id, $3 tahun)
SELECT s.skp_id
FROM skp s
WHERE s.instansi_id = $1 AND s.pegawai_id = $2 AND s.tahun = $3
ORDER BY s.mulai DESC, s.revisi DESC
LIMIT 1;

-- :name skp_find_agreed :one   ($2 pegawai_id, $3 tahun) what others may build on
SELECT s.skp_id
FROM skp s
WHERE s.instansi_id = $1 AND s.pegawai_id = $2 AND s.tahun = $3 AND s.state IN ('disetujui', 'ditetapkan')
ORDER BY s.mulai DESC, s.revisi DESC
LIMIT 1;

-- :name skp_others :rows       ($2 pegawai_id, $3 tahun, $4 skp_id that is shown)
SELECT s.skp_id, s.penilai_id, u.jalur, s.state, s.mulai, s.selesai, j.nama, u.nama
FROM skp s
JOIN jabatan j ON j.instansi_id = s.instansi_id AND j.jabatan_id = s.jabatan_id
JOIN unit u ON u.instansi_id = s.instansi_id AND u.unit_id = s.unit_id
WHERE s.instansi_id = $1 AND s.pegawai_id = $2 AND s.tahun = $3 AND s.skp_id <> $4
ORDER BY s.mulai DESC, s.revisi DESC;

-- :name skp_rhk_rows :rows     ($2 skp_id)
SELECT r.rhk_id, r.jenis, r.kelas, r.uraian, r.perspektif, r.hasil_unit_id, r.rhk_pimpinan_id, r.komentar,
       l.uraian, COALESCE(r.hasil_unit_teks, h.uraian), h.uraian,
       CASE WHEN EXISTS (SELECT 1 FROM skp o
               JOIN skp n ON n.instansi_id = o.instansi_id AND n.pegawai_id = o.pegawai_id AND n.tahun = o.tahun
                 AND n.state IN ('disetujui', 'ditetapkan') AND (n.mulai > o.mulai OR (n.mulai = o.mulai AND n.revisi > o.revisi))
               WHERE o.instansi_id = l.instansi_id AND o.skp_id = l.skp_id) THEN 1 ELSE 0 END
FROM rhk r
LEFT JOIN rhk l ON l.instansi_id = r.instansi_id AND l.rhk_id = r.rhk_pimpinan_id
LEFT JOIN hasil_unit h ON h.instansi_id = r.instansi_id AND h.hasil_unit_id = r.hasil_unit_id
WHERE r.instansi_id = $1 AND r.skp_id = $2
ORDER BY CASE r.jenis WHEN 'utama' THEN 0 ELSE 1 END, r.urut, r.rhk_id;

-- :name skp_iki_rows :rows     ($2 skp_id)
SELECT i.iki_id, i.rhk_id, i.aspek, i.uraian, i.target_min, i.target, i.satuan, i.arah
FROM rhk r
JOIN iki i ON i.instansi_id = r.instansi_id AND i.rhk_id = r.rhk_id
WHERE r.instansi_id = $1 AND r.skp_id = $2
ORDER BY i.rhk_id, i.urut;

-- :name skp_pimpinan_iki_rows :rows   ($2 skp_id) indicators of the leader's results when the leader is a JPT
SELECT DISTINCT i.rhk_id, i.urut, i.uraian
FROM rhk r
JOIN rhk l ON l.instansi_id = r.instansi_id AND l.rhk_id = r.rhk_pimpinan_id
JOIN skp s ON s.instansi_id = l.instansi_id AND s.skp_id = l.skp_id AND s.bentuk = 'jpt'
JOIN iki i ON i.instansi_id = l.instansi_id AND i.rhk_id = l.rhk_id
WHERE r.instansi_id = $1 AND r.skp_id = $2
ORDER BY i.rhk_id, i.urut;

-- :name skp_perilaku_rows :rows   ($2 skp_id)
SELECT nilai, ekspektasi, komentar FROM skp_perilaku WHERE instansi_id = $1 AND skp_id = $2;

-- :name skp_lampiran_rows :rows   ($2 skp_id)
SELECT blok, uraian FROM skp_lampiran
WHERE instansi_id = $1 AND skp_id = $2
ORDER BY CASE blok WHEN 'dukungan_sumber_daya' THEN 0 WHEN 'skema_pertanggungjawaban' THEN 1 ELSE 2 END, urut;

-- :name skp_blok_comments :rows   ($2 skp_id)
SELECT blok, komentar FROM skp_lampiran_komentar WHERE instansi_id = $1 AND skp_id = $2;

-- :name skp_blok_comment :changed  ($2 skp_id, $3 blok, $4 komentar)
INSERT INTO skp_lampiran_komentar (instansi_id, skp_id, blok, komentar) VALUES ($1, $2, $3, $4);

-- :name skp_blok_clear_comments :changed  ($2 skp_id)
DELETE FROM skp_lampiran_komentar WHERE instansi_id = $1 AND skp_id = $2;

-- :name skp_insert :changed  ($2 skp_id, $3 pegawai_id, $4 penilai_id, $5 tahun, $6 jabatan_id, $7 unit_id, $8 mulai, $9 selesai, $10 revisi, $11 pendekatan, $12 bentuk)
INSERT INTO skp (instansi_id, skp_id, pegawai_id, penilai_id, tahun, jabatan_id, unit_id, mulai, selesai, revisi,
                 pendekatan, bentuk, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draf');

-- :name skp_touch :changed     ($2 skp_id, $3 version we loaded)
UPDATE skp SET version = version + 1 WHERE instansi_id = $1 AND skp_id = $2 AND version = $3;

-- :name skp_save_state :changed  ($2 skp_id, $3 version we loaded, $4 state, $5 penilai_id, $6 submitted_at, $7 decided_at, $8 nomor, $9 hash)
UPDATE skp SET version = version + 1, state = $4, penilai_id = $5, submitted_at = $6, decided_at = $7,
               receipt_nomor = $8, receipt_hash = $9
WHERE instansi_id = $1 AND skp_id = $2 AND version = $3;

-- :name skp_elsewhere :rows    ($2 pegawai_id) plans for another post than the person has
SELECT s.skp_id
FROM skp s
JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
WHERE s.instansi_id = $1 AND s.pegawai_id = $2 AND s.state NOT IN ('direvisi', 'ditutup')
  AND (s.jabatan_id <> p.jabatan_id OR s.unit_id <> p.unit_id)
ORDER BY s.tahun, s.mulai, s.revisi;

-- :name skp_of_former :rows    ($2 pegawai_id) plans for today's post, not agreed yet, with another appraiser than the person has
SELECT s.skp_id
FROM skp s
JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
WHERE s.instansi_id = $1 AND s.pegawai_id = $2 AND s.state IN ('draf', 'diajukan', 'dikembalikan')
  AND s.jabatan_id = p.jabatan_id AND s.unit_id = p.unit_id
  AND (s.penilai_id <> p.penilai_id OR (s.penilai_id IS NULL) <> (p.penilai_id IS NULL))
ORDER BY s.tahun, s.mulai, s.revisi;

-- :name skp_save_post :changed  ($2 skp_id, $3 version we loaded, $4 state, $5 penilai_id, $6 jabatan_id, $7 unit_id, $8 bentuk, $9 mulai, $10 selesai)
UPDATE skp SET version = version + 1, state = $4, penilai_id = $5, jabatan_id = $6, unit_id = $7, bentuk = $8,
               mulai = $9, selesai = $10
WHERE instansi_id = $1 AND skp_id = $2 AND version = $3;

-- :name skp_unlink_rhk :changed  ($2 skp_id)
UPDATE rhk SET hasil_unit_id = NULL, rhk_pimpinan_id = NULL WHERE instansi_id = $1 AND skp_id = $2;

-- :name skp_save_luar :changed  ($2 skp_id, $3 nama, $4 jabatan, $5 surat_nomor, $6 surat_tanggal)
UPDATE skp SET luar_nama = $3, luar_jabatan = $4, surat_nomor = $5, surat_tanggal = $6
WHERE instansi_id = $1 AND skp_id = $2;

-- :name skp_rhk_save :changed  ($2 rhk_id, $3 skp_id, $4 jenis, $5 kelas, $6 uraian, $7 perspektif, $8 hasil_unit_id, $9 rhk_pimpinan_id)
INSERT INTO rhk (instansi_id, rhk_id, skp_id, urut, jenis, kelas, uraian, perspektif, hasil_unit_id, rhk_pimpinan_id)
VALUES ($1, $2, $3, (SELECT COALESCE(MAX(r.urut), 0) + 1 FROM rhk r WHERE r.instansi_id = $1 AND r.skp_id = $3),
        $4, $5, $6, $7, $8, $9)
ON CONFLICT (instansi_id, rhk_id) DO UPDATE
SET jenis = excluded.jenis, kelas = excluded.kelas, uraian = excluded.uraian, perspektif = excluded.perspektif,
    hasil_unit_id = excluded.hasil_unit_id, rhk_pimpinan_id = excluded.rhk_pimpinan_id;

-- :name skp_rhk_comment :changed  ($2 skp_id, $3 rhk_id, $4 komentar)
UPDATE rhk SET komentar = $4 WHERE instansi_id = $1 AND skp_id = $2 AND rhk_id = $3;

-- :name skp_rhk_clear_comments :changed  ($2 skp_id)
UPDATE rhk SET komentar = '' WHERE instansi_id = $1 AND skp_id = $2;

-- :name skp_rhk_delete :changed  ($2 skp_id, $3 rhk_id)
DELETE FROM rhk WHERE instansi_id = $1 AND skp_id = $2 AND rhk_id = $3;

-- :name skp_iki_delete :changed  ($2 rhk_id)
DELETE FROM iki WHERE instansi_id = $1 AND rhk_id = $2;

-- :name skp_iki_insert :changed  ($2 iki_id, $3 rhk_id, $4 urut, $5 aspek, $6 uraian, $7 target_min, $8 target, $9 satuan, $10 arah)
INSERT INTO iki (instansi_id, iki_id, rhk_id, urut, aspek, uraian, target_min, target, satuan, arah)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- :name skp_perilaku_save :changed  ($2 skp_id, $3 nilai, $4 ekspektasi)
INSERT INTO skp_perilaku (instansi_id, skp_id, nilai, ekspektasi) VALUES ($1, $2, $3, $4)
ON CONFLICT (instansi_id, skp_id, nilai) DO UPDATE SET ekspektasi = excluded.ekspektasi;

-- :name skp_perilaku_comment :changed  ($2 skp_id, $3 nilai, $4 komentar)
UPDATE skp_perilaku SET komentar = $4 WHERE instansi_id = $1 AND skp_id = $2 AND nilai = $3;

-- :name skp_perilaku_clear_comments :changed  ($2 skp_id)
UPDATE skp_perilaku SET komentar = '' WHERE instansi_id = $1 AND skp_id = $2;

-- :name skp_lampiran_delete :changed  ($2 skp_id)
DELETE FROM skp_lampiran WHERE instansi_id = $1 AND skp_id = $2;

-- :name skp_lampiran_insert :changed  ($2 skp_id, $3 blok, $4 urut, $5 uraian)
INSERT INTO skp_lampiran (instansi_id, skp_id, blok, urut, uraian) VALUES ($1, $2, $3, $4, $5);

-- :name skp_pimpinan_rows :rows  ($2 the leader's skp_id) results others may support
SELECT r.rhk_id, r.uraian, p.nama
FROM rhk r
JOIN skp s ON s.instansi_id = r.instansi_id AND s.skp_id = r.skp_id
JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
WHERE r.instansi_id = $1 AND r.skp_id = $2
ORDER BY CASE r.jenis WHEN 'utama' THEN 0 ELSE 1 END, r.urut, r.rhk_id;

-- What an agreed plan supports says something else by now, or its leader has agreed a newer plan (PK-28).
-- :name skp_team_rows :rows    ($2 penilai_id, $3 tahun) by line of today, and plans sent before a line changed
WITH orang AS (
  SELECT pegawai_id FROM pegawai WHERE instansi_id = $1 AND penilai_id = $2 AND valid_to IS NULL
  UNION
  SELECT pegawai_id FROM skp WHERE instansi_id = $1 AND penilai_id = $2 AND tahun = $3 AND state = 'diajukan')
SELECT p.pegawai_id, p.nip, p.nama, j.nama, s.skp_id, s.state, s.submitted_at,
  CASE WHEN s.state IN ('disetujui', 'ditetapkan') AND EXISTS (
    SELECT 1 FROM rhk r
    LEFT JOIN hasil_unit h ON h.instansi_id = r.instansi_id AND h.hasil_unit_id = r.hasil_unit_id
    LEFT JOIN rhk l ON l.instansi_id = r.instansi_id AND l.rhk_id = r.rhk_pimpinan_id
    LEFT JOIN skp lo ON lo.instansi_id = l.instansi_id AND lo.skp_id = l.skp_id
    WHERE r.instansi_id = s.instansi_id AND r.skp_id = s.skp_id AND (r.hasil_unit_teks <> h.uraian OR EXISTS (
      SELECT 1 FROM skp ln WHERE ln.instansi_id = lo.instansi_id AND ln.pegawai_id = lo.pegawai_id AND ln.tahun = lo.tahun
        AND ln.state IN ('disetujui', 'ditetapkan')
        AND (ln.mulai > lo.mulai OR (ln.mulai = lo.mulai AND ln.revisi > lo.revisi))))) THEN 1 ELSE 0 END
FROM orang o
JOIN pegawai p ON p.instansi_id = $1 AND p.pegawai_id = o.pegawai_id
JOIN jabatan j ON j.instansi_id = p.instansi_id AND j.jabatan_id = p.jabatan_id
LEFT JOIN skp s ON s.instansi_id = p.instansi_id AND s.pegawai_id = p.pegawai_id AND s.tahun = $3
  AND NOT EXISTS (SELECT 1 FROM skp n WHERE n.instansi_id = s.instansi_id AND n.pegawai_id = s.pegawai_id
                  AND n.tahun = s.tahun AND (n.mulai > s.mulai OR (n.mulai = s.mulai AND n.revisi > s.revisi)))
ORDER BY p.nama, p.nip;

-- :name skp_luar_rows :rows    ($2 tahun) sent or standing without an appraiser in the system
SELECT p.pegawai_id, p.nip, p.nama, j.nama, s.skp_id, s.state, s.submitted_at, 0
FROM skp s
JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.pegawai_id = s.pegawai_id
JOIN jabatan j ON j.instansi_id = s.instansi_id AND j.jabatan_id = s.jabatan_id
WHERE s.instansi_id = $1 AND s.penilai_id IS NULL AND s.tahun = $2 AND s.state IN ('diajukan', 'ditetapkan')
ORDER BY p.nama, p.nip;

-- :name skp_waiting :one       ($2 penilai_id)
SELECT COUNT(*) FROM skp WHERE instansi_id = $1 AND penilai_id = $2 AND state = 'diajukan';

-- :name hasil_unit_rows :rows  ($2 tahun, $3 unit_id)
SELECT h.hasil_unit_id, h.unit_id, h.tahun, h.urut, h.uraian, h.indikator, h.target, h.satuan, h.version, u.jalur, u.nama
FROM hasil_unit h
JOIN unit u ON u.instansi_id = h.instansi_id AND u.unit_id = h.unit_id
WHERE h.instansi_id = $1 AND h.tahun = $2 AND h.unit_id = $3
ORDER BY h.urut, h.hasil_unit_id;

-- :name hasil_unit_find :one   ($2 hasil_unit_id)
SELECT h.hasil_unit_id, h.unit_id, h.tahun, h.urut, h.uraian, h.indikator, h.target, h.satuan, h.version, u.jalur, u.nama
FROM hasil_unit h
JOIN unit u ON u.instansi_id = h.instansi_id AND u.unit_id = h.unit_id
WHERE h.instansi_id = $1 AND h.hasil_unit_id = $2;

-- :name hasil_unit_above :rows ($2 tahun, $3 jalur) of the unit itself and of those it belongs to, nearest first
SELECT h.hasil_unit_id, h.uraian, u.nama
FROM unit u
JOIN hasil_unit h ON h.instansi_id = u.instansi_id AND h.unit_id = u.unit_id AND h.tahun = $2
WHERE u.instansi_id = $1 AND substr(CAST($3 AS TEXT), 1, length(u.jalur)) = u.jalur
ORDER BY length(u.jalur) DESC, h.urut, h.hasil_unit_id;

-- :name hasil_unit_insert :changed  ($2 hasil_unit_id, $3 tahun, $4 unit_id, $5 uraian, $6 indikator, $7 target, $8 satuan)
INSERT INTO hasil_unit (instansi_id, hasil_unit_id, tahun, unit_id, urut, uraian, indikator, target, satuan)
VALUES ($1, $2, $3, $4,
        (SELECT COALESCE(MAX(h.urut), 0) + 1 FROM hasil_unit h WHERE h.instansi_id = $1 AND h.tahun = $3 AND h.unit_id = $4),
        $5, $6, $7, $8);

-- :name hasil_unit_update :changed  ($2 hasil_unit_id, $3 version we loaded, $4 uraian, $5 indikator, $6 target, $7 satuan)
UPDATE hasil_unit SET uraian = $4, indikator = $5, target = $6, satuan = $7, version = version + 1
WHERE instansi_id = $1 AND hasil_unit_id = $2 AND version = $3;

-- Agreed plans keep the words they were signed with.
-- :name hasil_unit_pin :changed  ($2 hasil_unit_id, $3 uraian until now)
UPDATE rhk SET hasil_unit_teks = $3
WHERE instansi_id = $1 AND hasil_unit_id = $2 AND hasil_unit_teks IS NULL
  AND skp_id IN (SELECT s.skp_id FROM skp s
                 WHERE s.instansi_id = $1 AND s.state IN ('disetujui', 'ditetapkan', 'direvisi', 'ditutup'));

-- :name hasil_unit_links :one  ($2 hasil_unit_id) results in plans that support it
SELECT COUNT(*) FROM rhk WHERE instansi_id = $1 AND hasil_unit_id = $2;

-- :name hasil_unit_delete :changed  ($2 hasil_unit_id, $3 version we loaded)
DELETE FROM hasil_unit WHERE instansi_id = $1 AND hasil_unit_id = $2 AND version = $3;
