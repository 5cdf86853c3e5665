-- SPDX-License-Identifier: Apache-2.0
-- Indicators and their versions.
-- :include indikator/indikator.h
-- :owns indikator indikator_versi

-- :part indikator_columns
SELECT k.indikator_id, k.unit_id, k.version, u.nama AS unit_nama, u.jalur AS unit_jalur, v.nomor,
       v.status, v.sejak, v.alasan, v.is_henti, v.nama, v.jenis AS rumus__jenis,
       v.aspek AS rumus__aspek, v.arah AS rumus__arah, v.satuan AS rumus__satuan,
       v.gabung AS rumus__gabung, v.pembilang AS rumus__pembilang, v.penyebut AS rumus__penyebut,
       v.sumber AS rumus__sumber, v.unsur AS rumus__unsur, v.is_wilayah, v.layanan_id, v.atribusi,
       v.target?has_target, v.dibuat_at, v.diputus_at, v.catatan, a.nama AS oleh_nama,
       p.nama AS pemutus_nama
FROM indikator k
JOIN indikator_versi v ON v.instansi_id = k.instansi_id AND v.indikator_id = k.indikator_id
JOIN unit u ON u.instansi_id = k.instansi_id AND u.unit_id = k.unit_id
LEFT JOIN akun a ON a.instansi_id = v.instansi_id AND a.akun_id = v.oleh
LEFT JOIN akun p ON p.instansi_id = v.instansi_id AND p.akun_id = v.diputus_oleh

-- :part held_on_day
-- the version in force on :day
  AND v.nomor = (SELECT MAX(w.nomor) FROM indikator_versi w WHERE w.instansi_id = $1
    AND w.indikator_id = k.indikator_id AND w.status = 'berlaku'
    AND w.sejak <= CAST(:day AS TEXT))

-- :name indikator_page :rows indikator (keadaan text, cari text, jalur text, day date, after id, most int)
-- berlaku: what holds or will; henti: what has stopped; usul: what waits
-- :use indikator_columns
WHERE k.instansi_id = $1
  AND v.nomor = COALESCE(
    (SELECT MAX(w.nomor) FROM indikator_versi w WHERE w.instansi_id = $1
     AND w.indikator_id = k.indikator_id AND (CASE WHEN CAST(:keadaan AS TEXT) = 'usul'
       THEN w.status = 'usul' ELSE w.status = 'berlaku' AND w.sejak <= CAST(:day AS TEXT) END)),
    (SELECT MIN(w.nomor) FROM indikator_versi w WHERE w.instansi_id = $1
     AND w.indikator_id = k.indikator_id AND w.status = 'berlaku'))
  AND (CASE WHEN CAST(:keadaan AS TEXT) = 'usul' THEN v.status = 'usul'
       WHEN CAST(:keadaan AS TEXT) = 'henti' THEN v.is_henti = 1 ELSE v.is_henti = 0 END)
  AND (CAST(:jalur AS TEXT) = '' OR substr(u.jalur, 1, length(CAST(:jalur AS TEXT))) =
    CAST(:jalur AS TEXT))
  AND lower(v.nama) LIKE CAST(:cari AS TEXT) ESCAPE '!'
  AND (k.indikator_id > :after OR :after IS NULL)
ORDER BY k.indikator_id LIMIT :most;

-- :name indikator_held :one indikator (indikator_id id, day date)
-- :use indikator_columns
WHERE k.instansi_id = $1 AND k.indikator_id = :indikator_id
-- :use held_on_day
;

-- :name indikator_all :rows indikator (indikator_id id)
-- every version, newest first
-- :use indikator_columns
WHERE k.instansi_id = $1 AND k.indikator_id = :indikator_id ORDER BY v.nomor DESC;

-- :name indikator_offered :rows indikator (jalur text, day date, cari text, most int)
-- those of the unit and above that hold on that day
-- :use indikator_columns
WHERE k.instansi_id = $1 AND v.is_henti = 0
  AND substr(CAST(:jalur AS TEXT), 1, length(u.jalur)) = u.jalur
  AND lower(v.nama) LIKE CAST(:cari AS TEXT) ESCAPE '!'
-- :use held_on_day
ORDER BY v.nama, k.indikator_id LIMIT :most;

-- :name indikator_insert :saved indikator
INSERT INTO indikator (instansi_id, indikator_id, unit_id) VALUES ($1, :indikator_id, :unit_id);

-- :name indikator_touch :saved indikator
UPDATE indikator SET version = version + 1 WHERE instansi_id = $1 AND indikator_id = :indikator_id
  AND version = :version;

-- :name indikator_versi_insert :saved indikator (oleh id, now int64, pemutus id, diputus int64)
INSERT INTO indikator_versi (instansi_id, indikator_id, nomor, status, sejak, alasan, is_henti, nama,
  jenis, aspek, arah, satuan, gabung, pembilang, penyebut, is_wilayah, sumber, unsur, layanan_id,
  atribusi, target, oleh, dibuat_at, diputus_oleh, diputus_at)
VALUES ($1, :indikator_id, :nomor, :status, :sejak, :alasan, :is_henti, :nama, :rumus__jenis,
  :rumus__aspek, :rumus__arah, :rumus__satuan, :rumus__gabung, :rumus__pembilang, :rumus__penyebut,
  :is_wilayah, :rumus__sumber, :rumus__unsur, :layanan_id, :atribusi, :target?has_target, :oleh,
  :now, :pemutus, :diputus);

-- :name indikator_versi_decide :saved (indikator_id id, nomor int, status text, catatan text, pemutus id, now int64)
UPDATE indikator_versi SET status = :status, catatan = :catatan, diputus_oleh = :pemutus,
  diputus_at = :now
WHERE instansi_id = $1 AND indikator_id = :indikator_id AND nomor = :nomor AND status = 'usul';
