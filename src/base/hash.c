/* SPDX-License-Identifier: Apache-2.0 */
/* SipHash-2-4, as its authors describe it. */
#include "base/hash.h"

static uint64_t rotate(uint64_t v, int bits)
{
	return v << bits | v >> (64 - bits);
}

static uint64_t read_le(const unsigned char *at, size_t len)
{
	uint64_t word = 0;

	for (size_t i = 0; i < len; i++)
		word |= (uint64_t)at[i] << (8 * i);
	return word;
}

static void sip_round(uint64_t v[4])
{
	v[0] += v[1];
	v[1] = rotate(v[1], 13) ^ v[0];
	v[0] = rotate(v[0], 32);
	v[2] += v[3];
	v[3] = rotate(v[3], 16) ^ v[2];
	v[0] += v[3];
	v[3] = rotate(v[3], 21) ^ v[0];
	v[2] += v[1];
	v[1] = rotate(v[1], 17) ^ v[2];
	v[2] = rotate(v[2], 32);
}

static void sip_take(uint64_t v[4], uint64_t word)
{
	v[3] ^= word;
	sip_round(v);
	sip_round(v);
	v[0] ^= word;
}

uint64_t hash_sip(struct hash_key key, struct str text)
{
	uint64_t v[4] = {
		key.k0 ^ 0x736f6d6570736575U,
		key.k1 ^ 0x646f72616e646f6dU,
		key.k0 ^ 0x6c7967656e657261U,
		key.k1 ^ 0x7465646279746573U,
	};
	const unsigned char *at = (const unsigned char *)(text.len ? text.at : "");
	size_t whole = text.len / 8 * 8;

	for (size_t i = 0; i < whole; i += 8)
		sip_take(v, read_le(at + i, 8));
	sip_take(v, (uint64_t)text.len << 56 | read_le(at + whole, text.len - whole));
	v[2] ^= 0xff;
	for (int i = 0; i < 4; i++)
		sip_round(v);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}
