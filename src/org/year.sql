-- SPDX-License-Identifier: Apache-2.0

-- :name tahun_save_batas :changed      ($2 tahun, $3 version we loaded, $4 skp_batas, $5 evaluasi_batas)
UPDATE tahun_kinerja SET skp_batas = $4, evaluasi_batas = $5, version = version + 1
 WHERE instansi_id = $1 AND tahun = $2 AND version = $3;
