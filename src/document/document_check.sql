-- SPDX-License-Identifier: Apache-2.0
-- Everything signed, portion by portion, for comparing with the trail.

-- :name check_dokumen :rows   ($2 dokumen_id already seen, $3 how many)
SELECT dokumen_id FROM dokumen WHERE instansi_id = $1 AND dokumen_id > $2 ORDER BY dokumen_id
       LIMIT $3;

-- :name check_evaluasi :rows   ($2 evaluasi_id already seen, $3 how many)
SELECT evaluasi_id, rating_hasil, rating_perilaku, predikat, alasan, catatan_kuat, catatan_kembang,
  rekomendasi, version, capaian, capaian_unit_id, luar_nama, luar_jabatan, surat_nomor,
  surat_tanggal
FROM evaluasi WHERE instansi_id = $1 AND evaluasi_id > $2
  AND state NOT IN ('pengisian','diajukan','dinilai')
ORDER BY evaluasi_id LIMIT $3;

-- :name check_skp :rows   ($2 skp_id already seen, $3 how many)
SELECT skp_id FROM skp WHERE instansi_id = $1 AND skp_id > $2
       AND state IN ('disetujui','ditetapkan','direvisi','ditutup')
ORDER BY skp_id LIMIT $3;
