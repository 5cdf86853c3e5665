/* SPDX-License-Identifier: Apache-2.0 */
/* Codes people can copy without taking one letter for another, and what is kept of them. */
#include "account/activation.h"

#include "base/crypto.h"

#define FROM_IMPORT "kode:"
#define RENEWED "ulang:"
#define GROUP_LETTERS 4
#define CODE_LETTERS 12

static struct str code_of(struct arena *mem, const uint8_t bytes[CODE_LETTERS])
{
	static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	struct buf code;

	buf_init(&code, mem);
	for (size_t i = 0; i < CODE_LETTERS; i++) {
		if (i > 0 && i % GROUP_LETTERS == 0)
			buf_add_char(&code, '-');
		buf_add_char(&code, letters[bytes[i] % 32]);
	}
	return buf_str(&code);
}

struct str activation_make(struct arena *mem)
{
	uint8_t chance[CODE_LETTERS];

	crypto_random(chance, sizeof(chance));
	return code_of(mem, chance);
}

struct str activation_first(struct arena *mem, struct str secret, const struct id *akun_id)
{
	struct str purpose = str_join(mem, STR("aktivasi1:"), id_str(mem, akun_id));
	uint8_t hash[CRYPTO_HASH_LEN];

	crypto_hash256(secret, purpose, hash);
	return code_of(mem, hash);
}

static struct str sum_hex(struct arena *mem, struct str code)
{
	uint8_t sum[CRYPTO_HASH_LEN];
	struct buf hex;

	crypto_hash256(STR_NONE, code, sum);
	buf_init(&hex, mem);
	buf_add_hex(&hex, sum, sizeof(sum));
	return buf_str(&hex);
}

struct str activation_first_hash(struct arena *mem, struct str secret, const struct id *akun_id)
{
	struct str sum = sum_hex(mem, activation_first(mem, secret, akun_id));

	return str_join(mem, STR(FROM_IMPORT), sum);
}

struct str activation_hash(struct arena *mem, struct str code, struct date today)
{
	struct str last = date_iso(mem, date_add_days(today, CODE_DAYS));

	return str_format(mem, RENEWED "%.*s:%.*s", STR_ARG(last), STR_ARG(sum_hex(mem, code)));
}

bool activation_is(struct str kept)
{
	return str_starts(kept, FROM_IMPORT) || str_starts(kept, RENEWED);
}

struct str activation_normal(struct arena *mem, struct str typed)
{
	struct buf out;
	int letters = 0;

	buf_init(&out, mem);
	for (size_t i = 0; i < typed.len; i++) {
		char c = typed.at[i];
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 32);
		if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')))
			continue;
		if (letters > 0 && letters % GROUP_LETTERS == 0)
			buf_add_char(&out, '-');
		buf_add_char(&out, c);
		letters++;
	}
	return buf_str(&out);
}

bool activation_matches(struct arena *mem, struct str typed, struct str kept, struct date today)
{
	struct str rest, sum = sum_hex(mem, activation_normal(mem, typed));
	struct date last = today;
	bool is_read = true;

	(void)str_cut(kept, ':', &rest);
	if (str_starts(kept, RENEWED))
		is_read = date_parse(str_cut(rest, ':', &rest), &last);
	return crypto_equal(sum, rest) && is_read && date_compare(today, last) <= 0;
}
