/* SPDX-License-Identifier: Apache-2.0 */
/* Calls libsodium; nothing else does. */
#include "base/crypto.h"

#include "base/sys.h"

#include <assert.h>
#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define PASSWORD_MEMORY ((size_t)19 * 1024 * 1024)
#define PASSWORD_PASSES 2

static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(struct crypto_sha256), "state fits");

static void start(void)
{
	if (sodium_init() < 0)
		abort();
}

static void ready(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	if (pthread_once(&once, start) != 0)
		abort();
}

static const uint8_t *bytes_of(struct str s)
{
	return (const uint8_t *)s.at;
}

static struct str hex_of(struct arena *mem, const uint8_t *bytes, size_t len)
{
	char *text = arena_alloc(mem, 2 * len + 1);

	sodium_bin2hex(text, 2 * len + 1, bytes, len);
	return (struct str){text, 2 * len};
}

void crypto_hash256(struct str key, struct str data, uint8_t out[CRYPTO_HASH_LEN])
{
	ready();
	assert(key.len <= crypto_generichash_KEYBYTES_MAX);
	if (crypto_generichash(out, CRYPTO_HASH_LEN, bytes_of(data), data.len,
			       key.len ? bytes_of(key) : NULL, key.len) != 0)
		abort();
}

struct str crypto_sha256_hex(struct arena *mem, struct str data)
{
	uint8_t sum[crypto_hash_sha256_BYTES];

	ready();
	crypto_hash_sha256(sum, bytes_of(data), data.len);
	return hex_of(mem, sum, sizeof(sum));
}

void crypto_sha256_begin(struct crypto_sha256 *sum)
{
	ready();
	crypto_hash_sha256_init((crypto_hash_sha256_state *)(void *)sum->state);
}

void crypto_sha256_add(struct crypto_sha256 *sum, struct str data)
{
	crypto_hash_sha256_update((crypto_hash_sha256_state *)(void *)sum->state, bytes_of(data),
				  data.len);
}

struct str crypto_sha256_end(struct crypto_sha256 *sum, struct arena *mem)
{
	uint8_t out[crypto_hash_sha256_BYTES];

	crypto_hash_sha256_final((crypto_hash_sha256_state *)(void *)sum->state, out);
	return hex_of(mem, out, sizeof(out));
}

enum err password_hash(struct arena *mem, struct str password, struct str *out)
{
	char *text = arena_alloc(mem, crypto_pwhash_STRBYTES);

	ready();
	if (crypto_pwhash_str_alg(text, password.at, password.len, PASSWORD_PASSES, PASSWORD_MEMORY,
				  crypto_pwhash_ALG_ARGON2ID13) != 0)
		return ERR_BUSY; /* memory is short just now */
	*out = str_from(text);
	return ERR_OK;
}

/* A hash nobody's password has, so that an unknown user costs the same time. */
static char nobody[crypto_pwhash_STRBYTES];

static void nobody_make(void)
{
	char chance[32];

	ready();
	crypto_random(chance, sizeof(chance));
	if (crypto_pwhash_str_alg(nobody, chance, sizeof(chance), PASSWORD_PASSES, PASSWORD_MEMORY,
				  crypto_pwhash_ALG_ARGON2ID13) != 0)
		abort();
}

bool password_check(struct str password, struct str hash)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	char text[crypto_pwhash_STRBYTES] = {0};

	if (pthread_once(&once, nobody_make) != 0)
		abort();
	bool is_known = hash.len > 0 && hash.len < sizeof(text);
	if (is_known)
		memcpy(text, hash.at, hash.len);
	else
		memcpy(text, nobody, sizeof(text));
	bool is_match = crypto_pwhash_str_verify(text, password.at, password.len) == 0;
	sodium_memzero(text, sizeof(text));
	return is_match && is_known;
}

bool password_is_outdated(struct str hash)
{
	char text[crypto_pwhash_STRBYTES] = {0};

	ready();
	if (hash.len == 0 || hash.len >= sizeof(text))
		return false;
	memcpy(text, hash.at, hash.len);
	return crypto_pwhash_str_needs_rehash(text, PASSWORD_PASSES, PASSWORD_MEMORY) == 1;
}

void crypto_keypair(uint8_t public_key[CRYPTO_PUBLIC_LEN], uint8_t secret_key[CRYPTO_SECRET_LEN])
{
	ready();
	crypto_sign_keypair(public_key, secret_key);
}

void crypto_public_of(const uint8_t secret_key[CRYPTO_SECRET_LEN],
		      uint8_t public_key[CRYPTO_PUBLIC_LEN])
{
	ready();
	crypto_sign_ed25519_sk_to_pk(public_key, secret_key);
}

void crypto_signature(struct str data, const uint8_t secret_key[CRYPTO_SECRET_LEN],
		      uint8_t out[CRYPTO_SIGN_LEN])
{
	ready();
	if (crypto_sign_detached(out, NULL, bytes_of(data), data.len, secret_key) != 0)
		abort();
}

bool crypto_verify(struct str data, struct str signature, struct str public_key)
{
	ready();
	return signature.len == CRYPTO_SIGN_LEN && public_key.len == CRYPTO_PUBLIC_LEN &&
	       crypto_sign_verify_detached(bytes_of(signature), bytes_of(data), data.len,
					   bytes_of(public_key)) == 0;
}

bool crypto_equal(struct str a, struct str b)
{
	ready();
	return a.len == b.len && sodium_memcmp(a.at, b.at, a.len) == 0;
}

struct str crypto_token(struct arena *mem, size_t len)
{
	const int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
	size_t room = sodium_base64_encoded_len(len, variant);
	uint8_t *bytes = arena_alloc(mem, len);
	char *text = arena_alloc(mem, room);

	crypto_random(bytes, len);
	sodium_bin2base64(text, room, bytes, len, variant);
	sodium_memzero(bytes, len);
	return (struct str){text, room - 1};
}

void crypto_random(void *out, size_t len)
{
	random_bytes(out, len); /* of the kernel, as the library's own, and drawn ahead */
}

void crypto_wipe(void *secret, size_t len)
{
	sodium_memzero(secret, len);
}

#define NONCE_LEN crypto_secretbox_xchacha20poly1305_NONCEBYTES
#define MAC_LEN crypto_secretbox_xchacha20poly1305_MACBYTES
static_assert(CRYPTO_HASH_LEN == crypto_secretbox_xchacha20poly1305_KEYBYTES, "a hash is a key");

struct str crypto_seal(struct arena *mem, const uint8_t key[CRYPTO_HASH_LEN], struct str text)
{
	size_t len = NONCE_LEN + MAC_LEN + text.len;
	uint8_t *out = arena_alloc(mem, len);

	ready();
	randombytes_buf(out, NONCE_LEN);
	if (crypto_secretbox_xchacha20poly1305_easy(out + NONCE_LEN, (const uint8_t *)text.at,
						    text.len, out, key) != 0)
		abort();
	return (struct str){(const char *)out, len};
}

bool crypto_open(struct arena *mem, const uint8_t key[CRYPTO_HASH_LEN], struct str sealed,
		 struct str *text)
{
	const uint8_t *in = (const uint8_t *)sealed.at;

	ready();
	if (sealed.len < NONCE_LEN + MAC_LEN)
		return false;
	uint8_t *out = arena_alloc(mem, sealed.len - NONCE_LEN - MAC_LEN + 1);
	if (crypto_secretbox_xchacha20poly1305_open_easy(out, in + NONCE_LEN,
							 sealed.len - NONCE_LEN, in, key) != 0)
		return false;
	*text = (struct str){(const char *)out, sealed.len - NONCE_LEN - MAC_LEN};
	return true;
}
