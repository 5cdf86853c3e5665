/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes that are hashed; changing them would break every chain. */
#include "audit/audit_chain.h"

static const struct str KEY = {"audit1", 6};

static void add_number(struct buf *buf, uint64_t number)
{
	for (int shift = 56; shift >= 0; shift -= 8)
		buf_add_char(buf, (char)(number >> shift & 0xff));
}

/* Each field with its length before it, so that no two entries read the same. */
static void add_field(struct buf *buf, struct str field)
{
	add_number(buf, field.len);
	buf_add(buf, field);
}

void audit_chain_begin(const struct id *instansi, uint8_t out[CRYPTO_HASH_LEN])
{
	crypto_hash256(KEY, (struct str){(const char *)instansi->bytes, sizeof(instansi->bytes)},
		       out);
}

void audit_chain_next(struct arena *mem, const struct audit_row *row, uint8_t hash[CRYPTO_HASH_LEN])
{
	struct buf buf;

	buf_init(&buf, mem);
	buf_add(&buf, crypto_hash_str(hash));
	add_number(&buf, (uint64_t)row->number);
	add_number(&buf, (uint64_t)row->at);
	add_field(&buf, (struct str){(const char *)row->akun_id.bytes, sizeof(row->akun_id.bytes)});
	add_field(&buf, row->peran);
	add_field(&buf, row->deed);
	add_field(&buf, row->object);
	add_field(&buf, row->reason);
	add_field(&buf, row->before);
	add_field(&buf, row->after);
	add_field(&buf, row->request_id);
	crypto_hash256(KEY, buf_str(&buf), hash);
}
