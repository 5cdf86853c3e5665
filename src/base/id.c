/* SPDX-License-Identifier: Apache-2.0 */
/* UUID version 7: milliseconds, then chance. */
#include "base/id.h"
#include "base/hash.h"
#include "base/sys.h"

#include <string.h>

static void put_be(uint8_t *at, uint64_t word, int bytes)
{
	for (int i = 0; i < bytes; i++)
		at[i] = (uint8_t)(word >> (8 * (bytes - 1 - i)));
}

static uint64_t get_be(const uint8_t *at)
{
	uint64_t word = 0;

	for (int i = 0; i < 8; i++)
		word = word << 8 | at[i];
	return word;
}

static void set_version(struct id *id, int version)
{
	id->bytes[6] = (uint8_t)((id->bytes[6] & 0x0F) | version << 4);
	id->bytes[8] = (uint8_t)((id->bytes[8] & 0x3F) | 0x80);
}

/* RFC 9562: 48 bits of milliseconds, 12 bits of the millisecond's fraction, 62 bits of chance. */
struct id id_make(void)
{
	int64_t now = clock_now();
	struct id id;

	random_bytes(id.bytes, sizeof id.bytes);
	put_be(id.bytes, (uint64_t)(now / 1000), 6);
	put_be(id.bytes + 6, (uint64_t)(now % 1000 * 4096 / 1000), 2);
	set_version(&id, 7);
	return id;
}

void id_write(const struct id *id, char text[ID_TEXT_LEN])
{
	static const char digits[] = "0123456789abcdef";
	int at = 0;

	for (int i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			text[at++] = '-';
		text[at++] = digits[id->bytes[i] >> 4];
		text[at++] = digits[id->bytes[i] & 15];
	}
}

struct str id_str(struct arena *mem, const struct id *id)
{
	char *text = arena_alloc(mem, ID_TEXT_LEN + 1);

	id_write(id, text);
	return (struct str){text, ID_TEXT_LEN};
}

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

bool id_parse_hex(struct str text, struct id *out)
{
	struct id id;

	if (text.len != 2 * sizeof id.bytes)
		return false;
	for (size_t i = 0; i < sizeof id.bytes; i++) {
		int high = hex_value(text.at[2 * i]), low = hex_value(text.at[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		id.bytes[i] = (uint8_t)(high << 4 | low);
	}
	*out = id;
	return true;
}

bool id_parse(struct str text, struct id *out)
{
	struct id id;
	size_t at = 0;

	if (text.len != ID_TEXT_LEN)
		return false;
	for (int i = 0; i < 16; i++) {
		if ((i == 4 || i == 6 || i == 8 || i == 10) && text.at[at++] != '-')
			return false;
		int high = hex_value(text.at[at]), low = hex_value(text.at[at + 1]);
		if (high < 0 || low < 0)
			return false;
		id.bytes[i] = (uint8_t)(high << 4 | low);
		at += 2;
	}
	*out = id;
	return true;
}

bool id_equal(const struct id *a, const struct id *b)
{
	return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

bool id_is_none(const struct id *id)
{
	static const struct id none;
	return id_equal(id, &none);
}

/* Two keyed hashes, the second keyed by the first, in the form of a version 8 (own recipe) UUID. */
struct id id_named(const struct id *space, struct str name)
{
	struct hash_key key = {get_be(space->bytes), get_be(space->bytes + 8)};
	struct id id;

	uint64_t first = hash_sip(key, name);
	uint64_t second = hash_sip((struct hash_key){key.k1 ^ first, ~key.k0}, name);
	put_be(id.bytes, first, 8);
	put_be(id.bytes + 8, second, 8);
	set_version(&id, 8);
	return id;
}
