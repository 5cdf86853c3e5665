/* SPDX-License-Identifier: Apache-2.0 */
/* What keeps people out of the register's tables: two keys of one secret of the installation. */
#include "audit/secret.h"
#include "berkas/berkas_own.h"
#include "db/store.h"
#include "generated/berkas_sql.h"
#include "law/access.h"

#define SECRET_NAME STR("berkas")
#define CODE_TRIES 8

enum err berkas_keys_load(struct job *job, struct berkas_keys *out)
{
	struct str secret;
	enum err err = secret_load(job, SECRET_NAME, &secret);

	if (err)
		return err;
	crypto_hash256(secret, STR("nik"), out->nik);
	crypto_hash256(secret, STR("tutup"), out->seal);
	return ERR_OK;
}

struct str berkas_nik_hash(struct job *job, const struct berkas_keys *keys, struct str nik)
{
	uint8_t *hash = arena_alloc(job->mem, CRYPTO_HASH_LEN);

	crypto_hash256(crypto_hash_str(keys->nik),
		       str_format(job->mem, "%.*s %.*s",
				  STR_ARG(id_str(job->mem, &job->actor->instansi_id)),
				  STR_ARG(str_digits(job->mem, nik))),
		       hash);
	return crypto_hash_str(hash);
}

/* A key of the document's own, so that no row opens as another. */
static void key_of(struct job *job, const struct berkas_keys *keys, const struct berkas *b,
		   uint8_t out[CRYPTO_HASH_LEN])
{
	crypto_hash256(crypto_hash_str(keys->seal), id_str(job->mem, &b->berkas_id), out);
}

void berkas_seal(struct job *job, const struct berkas_keys *keys, struct berkas *b)
{
	uint8_t key[CRYPTO_HASH_LEN];

	key_of(job, keys, b, key);
	b->nama_tertutup = crypto_seal(job->mem, key, b->nama);
	if (b->kontak.len > 0)
		b->kontak_tertutup = crypto_seal(job->mem, key, b->kontak);
}

static struct str opened(struct arena *mem, const uint8_t key[CRYPTO_HASH_LEN], struct str sealed)
{
	struct str text;

	return sealed.len > 0 && crypto_open(mem, key, sealed, &text) ? text : STR_NONE;
}

void berkas_unseal(struct job *job, const struct berkas_keys *keys, struct berkas *b)
{
	uint8_t key[CRYPTO_HASH_LEN];

	key_of(job, keys, b, key);
	b->nama = opened(job->mem, key, b->nama_tertutup);
	b->kontak = opened(job->mem, key, b->kontak_tertutup);
}

static const char alphabet[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

bool berkas_kode_parse(struct arena *mem, struct str typed, struct str *out)
{
	struct buf kode;

	*out = STR_NONE;
	buf_init(&kode, mem);
	for (size_t i = 0; i < typed.len; i++) {
		char c = typed.at[i];
		if (c == ' ' || c == '-')
			continue;
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (c == '\0' || !memchr(alphabet, c, sizeof alphabet - 1))
			return false;
		buf_add_char(&kode, c);
	}
	*out = buf_str(&kode);
	return out->len == BERKAS_KODE_LEN;
}

struct str berkas_kode_text(struct arena *mem, struct str kode)
{
	return kode.len == BERKAS_KODE_LEN ? str_format(mem, "%.4s-%.4s", kode.at, kode.at + 4)
					   : kode;
}

/* 40 bits: whoever guesses is stopped long before a hit (app/public.def). */
static struct str chance(struct arena *mem)
{
	uint8_t bytes[BERKAS_KODE_LEN];
	char *kode = arena_alloc(mem, BERKAS_KODE_LEN);

	crypto_random(bytes, sizeof bytes);
	for (int i = 0; i < BERKAS_KODE_LEN; i++)
		kode[i] = alphabet[bytes[i] % (sizeof alphabet - 1)];
	return (struct str){kode, BERKAS_KODE_LEN};
}

enum err berkas_kode_make(struct job *job, struct str *out)
{
	bool is_taken = true;
	enum err err = ERR_OK;

	for (int i = 0; i < CODE_TRIES && is_taken && !err; i++) {
		*out = chance(job->mem);
		err = sql_berkas_kode_taken(job, *out, &is_taken);
	}
	return !err && is_taken ? ERR_CONFLICT : err;
}
