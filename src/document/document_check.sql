-- SPDX-License-Identifier: Apache-2.0
-- Everything signed, portion by portion, for comparing with the trail.
-- :include evaluation/evaluation_record.h
-- :enum rating value
-- :enum predikat predikat
-- :enum capaian tetap__predikat

-- :name check_dokumen :rows id (after id, most int)
SELECT dokumen_id FROM dokumen WHERE instansi_id = $1 AND dokumen_id > :after ORDER BY dokumen_id
       LIMIT :most;

-- :name check_evaluasi :each evaluasi (after id, most int)
SELECT evaluasi_id, rating_hasil AS hasil__value?hasil__is_set,
       rating_perilaku AS perilaku__value?perilaku__is_set, predikat?has_predikat, alasan,
       catatan_kuat, catatan_kembang, rekomendasi, version,
       capaian AS tetap__predikat?tetap__is_kept, capaian_unit_id AS tetap__unit_id,
       luar_nama AS luar__nama, luar_jabatan AS luar__jabatan, surat_nomor AS luar__surat_nomor,
       surat_tanggal AS luar__surat_tanggal
  FROM evaluasi WHERE instansi_id = $1 AND evaluasi_id > :after
   AND state NOT IN ('pengisian','diajukan','dinilai')
 ORDER BY evaluasi_id LIMIT :most;

-- :name check_skp :rows id (after id, most int)
SELECT skp_id FROM skp WHERE instansi_id = $1 AND skp_id > :after
       AND state IN ('disetujui','ditetapkan','direvisi','ditutup')
ORDER BY skp_id LIMIT :most;
