/* SPDX-License-Identifier: Apache-2.0 */
/* Hashes, passwords, signatures and chance; the only door to libsodium. Every function may be
   called from any thread. */
#ifndef ABDI_BASE_CRYPTO_H
#define ABDI_BASE_CRYPTO_H
#include "base/str.h"

#define CRYPTO_HASH_LEN 32
#define CRYPTO_PUBLIC_LEN 32
#define CRYPTO_SECRET_LEN 64
#define CRYPTO_SIGN_LEN 64

/* BLAKE2b-256. The key parts purposes ("audit1") or keeps a secret; at most 64 bytes, STR_NONE
   for none. */
void crypto_hash256(struct str key, struct str data, uint8_t out[CRYPTO_HASH_LEN]);
/* The hash as bytes; lives as long as the hash. */
static inline struct str crypto_hash_str(const uint8_t hash[CRYPTO_HASH_LEN])
{
	return (struct str){(const char *)hash, CRYPTO_HASH_LEN};
}
/* SHA-256 as 64 lower-case hex digits: the fingerprint people compare. */
struct str crypto_sha256_hex(struct arena *mem, struct str data);

/* SHA-256 of what comes in pieces, for uploads. */
struct crypto_sha256 {
	_Alignas(16) uint8_t state[192];
};
void crypto_sha256_begin(struct crypto_sha256 *sum);
void crypto_sha256_add(struct crypto_sha256 *sum, struct str data);
struct str crypto_sha256_end(struct crypto_sha256 *sum, struct arena *mem);

/* Argon2id, 19 MiB, 2 passes; about 20 ms: never on the writer. The caller bounds how many run
   at once. */
MUST_CHECK enum err password_hash(struct arena *mem, struct str password, struct str *out);
/* Takes equally long for hash STR_NONE (unknown user), which never matches. */
bool password_check(struct str password, struct str hash);
/* Made with other parameters than password_hash uses now? */
bool password_is_outdated(struct str hash);

/* Ed25519. */
void crypto_keypair(uint8_t public_key[CRYPTO_PUBLIC_LEN], uint8_t secret_key[CRYPTO_SECRET_LEN]);
void crypto_public_of(const uint8_t secret_key[CRYPTO_SECRET_LEN],
		      uint8_t public_key[CRYPTO_PUBLIC_LEN]);
void crypto_signature(struct str data, const uint8_t secret_key[CRYPTO_SECRET_LEN],
		      uint8_t out[CRYPTO_SIGN_LEN]);
bool crypto_verify(struct str data, struct str signature, struct str public_key);

/* Takes equally long whatever differs; false for different lengths. */
bool crypto_equal(struct str a, struct str b);
/* len random bytes as text in [A-Za-z0-9_-], for tokens. */
struct str crypto_token(struct arena *mem, size_t len);
/* Unpredictable bytes from the kernel. */
void crypto_random(void *out, size_t len);
/* Keeps text from who has no key: what is sealed can neither be read nor changed. */
struct str crypto_seal(struct arena *mem, const uint8_t key[CRYPTO_HASH_LEN], struct str text);
/* False when it was not sealed with this key, or changed since. */
bool crypto_open(struct arena *mem, const uint8_t key[CRYPTO_HASH_LEN], struct str sealed,
		 struct str *text);
void crypto_wipe(void *secret, size_t len);

#endif
