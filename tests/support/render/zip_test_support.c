/* SPDX-License-Identifier: Apache-2.0 */
/* Archives that are broken on purpose. */
#include "render/zip_test_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

static void put16(struct buf *b, unsigned v)
{
	buf_add_char(b, (char)(v & 255));
	buf_add_char(b, (char)(v >> 8 & 255));
}

static void put32(struct buf *b, uint32_t v)
{
	put16(b, v & 0xffff);
	put16(b, v >> 16);
}

static void head_put(struct buf *b, const struct zip_part *part)
{
	put16(b, 20);
	put16(b, 0);
	put16(b, 8);
	put32(b, 0);
	put32(b, part->crc);
	put32(b, (uint32_t)part->packed);
	put32(b, (uint32_t)part->data.len);
	put16(b, (unsigned)strlen(part->name));
	put16(b, 0);
}

static void part_put(struct buf *b, struct zip_part *part)
{
	z_stream z = {0};
	size_t room = compressBound(part->data.len) + 64;

	part->crc =
		(uint32_t)crc32(0, (const unsigned char *)part->data.at, (unsigned)part->data.len);
	unsigned char *packed = arena_alloc(b->mem, room);
	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY), Z_OK);
	z.next_in = (unsigned char *)(uintptr_t)part->data.at;
	z.avail_in = (unsigned)part->data.len;
	z.next_out = packed;
	z.avail_out = (unsigned)room;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	part->packed = z.total_out;
	deflateEnd(&z);
	part->at = b->len;
	put32(b, 0x04034b50);
	head_put(b, part);
	buf_add_cstr(b, part->name);
	buf_add(b, (struct str){(const char *)packed, part->packed});
}

void zip_test_write(struct arena *mem, const char *path, struct zip_part *parts, int count,
		    size_t bytes_max)
{
	struct buf b;

	buf_init(&b, mem);
	for (int i = 0; i < count; i++)
		part_put(&b, &parts[i]);
	size_t directory = b.len;
	for (int i = 0; i < count; i++) {
		put32(&b, 0x02014b50);
		put16(&b, 20);
		head_put(&b, &parts[i]);
		put16(&b, 0);
		put16(&b, 0);
		put16(&b, 0);
		put32(&b, 0);
		put32(&b, (uint32_t)parts[i].at);
		buf_add_cstr(&b, parts[i].name);
	}
	size_t size = b.len - directory;
	put32(&b, 0x06054b50);
	put32(&b, 0);
	put16(&b, (unsigned)count);
	put16(&b, (unsigned)count);
	put32(&b, (uint32_t)size);
	put32(&b, (uint32_t)directory);
	put16(&b, 0);
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	size_t len = bytes_max && bytes_max < b.len ? bytes_max : b.len;
	assert_int_equal(fwrite(b.at, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}
