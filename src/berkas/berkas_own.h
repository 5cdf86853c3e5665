/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of this room share. */
#ifndef ABDI_BERKAS_BERKAS_OWN_H
#define ABDI_BERKAS_BERKAS_OWN_H
#include "base/crypto.h"
#include "berkas/berkas_work.h"

/* Keys of the installation for what a register knows of people. */
struct berkas_keys {
	uint8_t nik[CRYPTO_HASH_LEN], seal[CRYPTO_HASH_LEN];
};
/* ERR_NOT_FOUND while nothing was ever taken in and nothing may be written. */
MUST_CHECK enum err berkas_keys_load(struct job *job, struct berkas_keys *out);
/* A hash to find the same NIK by: 16 digits, of this agency. */
struct str berkas_nik_hash(struct job *job, const struct berkas_keys *keys, struct str nik);
/* Seals the name and the contact for this document alone, and opens them again; what does not open
   stays empty. */
void berkas_seal(struct job *job, const struct berkas_keys *keys, struct berkas *b);
void berkas_unseal(struct job *job, const struct berkas_keys *keys, struct berkas *b);

/* So many finished of a length, or taken in. */
struct berkas_hari {
	struct id layanan_id, pelaku_id;
	struct date tanggal;
	struct str ukuran;
	int64_t lama, selesai, tepat, diterima, lengkap_pertama;
};
/* A length and its measure, counted. */
struct berkas_lama {
	struct str ukuran;
	int64_t lama, jumlah;
};

/* A fresh code that no document of the agency has. */
MUST_CHECK enum err berkas_kode_make(struct job *job, struct str *out);

#endif
