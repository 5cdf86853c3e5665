/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of keys; only this room's use cases call it, after they have judged who may. */
#ifndef ABDI_API_API_KEY_STORE_H
#define ABDI_API_API_KEY_STORE_H
#include "api/api_key.h"
#include "base/crypto.h"

/* What the store knows a key by. */
struct api_key_hash {
	uint8_t bytes[CRYPTO_HASH_LEN];
};

/* A key as it is stored: kind and scopes as text. */
struct api_key_row {
	struct api_key key;
	struct str jenis, cakupan;
};

/* Who acts by a key, as the store tells it. */
struct api_holder_row {
	struct id kunci_id, akun_id, pegawai_id, unit_id;
	struct str jenis, cakupan;
	struct str jalur; /* how far a system's key reaches; empty: the whole agency */
	struct date berakhir, dipakai;
	struct str akun_nama, nip, nama, jabatan, unit_jalur, unit_zona, instansi_nama,
		instansi_zona;
};

/* Fills caller and actor from the key's row; its last day is not judged here. */
MUST_CHECK enum err api_key_row_find(struct job *job, const struct api_key_hash *hash,
				     struct api_caller *caller, struct actor *actor);
/* Adds a key of the actor's making. */
MUST_CHECK enum err api_key_row_insert(struct job *job, const struct api_key *key,
				       const struct api_key_hash *hash);
/* One key, whoever's it is; ERR_NOT_FOUND. */
MUST_CHECK enum err api_key_row_load(struct job *job, const struct id *kunci_id,
				     struct api_key *out);
/* An account's keys, newest first. */
MUST_CHECK enum err api_key_rows_of(struct job *job, const struct id *akun_id, struct api_key **out,
				    int *count);
/* A page of the agency's keys, newest first. */
MUST_CHECK enum err api_key_rows_page(struct job *job, const struct id *after, struct api_key **out,
				      int *count);
/* What the entries of a key hold of it. */
struct str api_key_text(struct arena *mem, const struct api_key *key);

#endif
