-- SPDX-License-Identifier: Apache-2.0
-- Years with their periods, settings with their dates, and holidays.
-- :include org/org.h law/values.h
-- :owns tahun_kinerja periode setelan

-- :name tahun_find :one tahun_kinerja (tahun int)
SELECT tahun, pendekatan, periode_jenis, skp_batas, evaluasi_batas, version
  FROM tahun_kinerja WHERE instansi_id = $1 AND tahun = :tahun;

-- :name tahun_all :rows int
SELECT tahun FROM tahun_kinerja WHERE instansi_id = $1 ORDER BY tahun DESC;

-- :name periode_of_tahun :rows periode (tahun int)
SELECT tahun, nomor, nama, status, mulai, selesai, version
  FROM periode WHERE instansi_id = $1 AND tahun = :tahun ORDER BY nomor;

-- :name tahun_add :changed tahun_kinerja
INSERT INTO tahun_kinerja (instansi_id, tahun, pendekatan, periode_jenis, skp_batas, evaluasi_batas)
VALUES ($1, :tahun, :pendekatan, :periode_jenis, :skp_batas, :evaluasi_batas);

-- :name tahun_save_batas :saved tahun_kinerja
UPDATE tahun_kinerja SET skp_batas = :skp_batas, evaluasi_batas = :evaluasi_batas, version = version
  + 1
 WHERE instansi_id = $1 AND tahun = :tahun AND version = :version;

-- :name periode_add :changed periode
INSERT INTO periode (instansi_id, tahun, nomor, nama, mulai, selesai, status)
VALUES ($1, :tahun, :nomor, :nama, :mulai, :selesai, :status);

-- :name periode_save_status :saved periode_change
UPDATE periode SET status = :status, version = version + 1
 WHERE instansi_id = $1 AND tahun = :tahun AND nomor = :nomor AND version = :version;

-- :name setelan_in_force :one text (kunci text, day date)
SELECT nilai FROM setelan
 WHERE instansi_id = $1 AND kunci = :kunci AND berlaku_mulai <= :day ORDER BY berlaku_mulai DESC
 LIMIT 1;

-- :name setelan_all :rows law_row
SELECT kunci AS key, berlaku_mulai AS since, nilai AS value FROM setelan WHERE instansi_id = $1
       ORDER BY kunci, berlaku_mulai;

-- :name setelan_add :changed (kunci text, mulai date, nilai text)
INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES ($1, :kunci, :mulai, :nilai)
    ON CONFLICT (instansi_id, kunci, berlaku_mulai) DO UPDATE SET nilai = excluded.nilai;

-- :name libur_between :rows hari_libur (first date, last date)
SELECT tanggal, nama, jenis FROM hari_libur
 WHERE instansi_id = $1 AND tanggal >= :first AND tanggal <= :last ORDER BY tanggal;

-- :name libur_days :rows date (first date, last date)
SELECT tanggal FROM hari_libur
WHERE instansi_id = $1 AND tanggal >= :first AND tanggal <= :last AND jenis <> 'wfa_edaran'
ORDER BY tanggal;
