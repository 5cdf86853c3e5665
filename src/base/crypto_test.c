/* SPDX-License-Identifier: Apache-2.0 */
/* Hashes and passwords against published examples, signatures against themselves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/crypto.h"

#include <string.h>

static void sha256_is_the_known_one_whole_or_in_pieces(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	static const char known[] =
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
	struct crypto_sha256 sum;

	(void)state;
	assert_true(str_is(crypto_sha256_hex(mem, STR("abc")), known));
	crypto_sha256_begin(&sum);
	crypto_sha256_add(&sum, STR("a"));
	crypto_sha256_add(&sum, STR("bc"));
	assert_true(str_is(crypto_sha256_end(&sum, mem), known));
}

static void another_key_gives_another_hash(void **state)
{
	uint8_t a[CRYPTO_HASH_LEN], b[CRYPTO_HASH_LEN], c[CRYPTO_HASH_LEN];

	(void)state;
	crypto_hash256(STR("audit1"), STR("isi"), a);
	crypto_hash256(STR("audit1"), STR("isi"), b);
	crypto_hash256(STR("audit2"), STR("isi"), c);
	assert_memory_equal(a, b, sizeof(a));
	assert_memory_not_equal(a, c, sizeof(a));
}

static void a_password_opens_only_its_own_hash(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str hash, again;

	(void)state;
	assert_int_equal(password_hash(mem, STR("rahasia panjang"), &hash), ERR_OK);
	assert_int_equal(password_hash(mem, STR("rahasia panjang"), &again), ERR_OK);
	assert_true(str_starts(hash, "$argon2id$v=19$m=19456,t=2,p=1$"));
	assert_false(str_equal(hash, again));
	assert_true(password_check(STR("rahasia panjang"), hash));
	assert_false(password_check(STR("rahasia panjanG"), hash));
	assert_false(password_check(STR_NONE, hash));
	assert_false(password_check(STR("rahasia panjang"), STR_NONE));
	assert_false(password_check(STR("rahasia panjang"), STR("$argon2id$rusak")));
}

static void a_signature_fits_one_text_and_one_key(void **state)
{
	uint8_t public_key[CRYPTO_PUBLIC_LEN], secret_key[CRYPTO_SECRET_LEN], sign[CRYPTO_SIGN_LEN];
	uint8_t other[CRYPTO_PUBLIC_LEN], unused[CRYPTO_SECRET_LEN];
	struct str signature = {(const char *)sign, sizeof(sign)},
		   key = {(const char *)public_key, sizeof(public_key)};

	(void)state;
	crypto_keypair(public_key, secret_key);
	crypto_keypair(other, unused);
	crypto_signature(STR("predikat Baik"), secret_key, sign);
	assert_true(crypto_verify(STR("predikat Baik"), signature, key));
	assert_false(crypto_verify(STR("predikat baik"), signature, key));
	assert_false(crypto_verify(STR("predikat Baik"), signature,
				   (struct str){(const char *)other, sizeof(other)}));
	assert_false(crypto_verify(STR("predikat Baik"), str_slice(signature, 0, 63), key));
	for (size_t i = 0; i < sizeof(sign); i++) {
		sign[i] ^= 1;
		assert_false(crypto_verify(STR("predikat Baik"), signature, key));
		sign[i] ^= 1;
	}
	crypto_public_of(secret_key, other);
	assert_memory_equal(other, public_key, sizeof(other));
}

static void tokens_differ_and_are_plain_text(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str a = crypto_token(mem, 32), b = crypto_token(mem, 32);

	(void)state;
	assert_int_equal(a.len, 43);
	assert_false(crypto_equal(a, b));
	assert_true(crypto_equal(a, str_copy(mem, a)));
	assert_false(crypto_equal(a, str_slice(a, 0, 42)));
	for (size_t i = 0; i < a.len; i++)
		assert_non_null(
			strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
			       a.at[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sha256_is_the_known_one_whole_or_in_pieces),
		cmocka_unit_test(another_key_gives_another_hash),
		cmocka_unit_test(a_password_opens_only_its_own_hash),
		cmocka_unit_test(a_signature_fits_one_text_and_one_key),
		cmocka_unit_test(tokens_differ_and_are_plain_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
