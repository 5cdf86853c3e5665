-- SPDX-License-Identifier: Apache-2.0
-- Names, codes and addresses as they stand.
-- :include org/lookalike.h

-- :name lookalike_units :rows lookalike_row
SELECT kode, nama FROM unit WHERE instansi_id = $1 AND valid_to IS NULL ORDER BY kode;

-- :name lookalike_posts :rows lookalike_row
SELECT kode, nama FROM jabatan WHERE instansi_id = $1 AND valid_to IS NULL ORDER BY kode;

-- :name lookalike_people :rows lookalike_row
SELECT nip AS kode, nama, email FROM pegawai WHERE instansi_id = $1 AND valid_to IS NULL
 ORDER BY nip;

-- :name lookalike_agencies :rows lookalike_agency :shared
SELECT instansi_id AS id, kode FROM instansi ORDER BY kode;
