-- SPDX-License-Identifier: Apache-2.0
-- What was typed and not sent at a sign-out.
-- :include account/titipan.h
-- :owns titipan
-- :bytes isi

-- :name titipan_save :changed (akun_id id, isi bytes, now int64)
INSERT INTO titipan (instansi_id, akun_id, isi, saved_at) VALUES ($1, :akun_id, :isi, :now)
ON CONFLICT (instansi_id, akun_id) DO UPDATE SET isi = excluded.isi, saved_at = excluded.saved_at;

-- :name titipan_load :one titipan_isi (akun_id id)
SELECT isi, saved_at FROM titipan WHERE instansi_id = $1 AND akun_id = :akun_id;

-- :name titipan_drop :changed (akun_id id)
DELETE FROM titipan WHERE instansi_id = $1 AND akun_id = :akun_id;

-- :name titipan_forget :changed (before int64)
DELETE FROM titipan WHERE instansi_id = $1 AND saved_at < :before;
