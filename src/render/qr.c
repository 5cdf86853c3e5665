/* SPDX-License-Identifier: Apache-2.0 */
/* Calls libqrencode; nothing else does. */
#include "render/qr.h"

#include <qrencode.h>

enum err qr_make(struct arena *mem, struct str text, struct qr *out)
{
	QRcode *code = QRcode_encodeString8bit(str_cstr(mem, text), 0, QR_ECLEVEL_M);
	if (!code)
		return ERR_TOO_LARGE;
	size_t count = (size_t)code->width * (size_t)code->width;
	uint8_t *module = arena_alloc(mem, count);
	for (size_t i = 0; i < count; i++)
		module[i] = code->data[i] & 1;
	*out = (struct qr){.size = code->width, .module = module};
	QRcode_free(code);
	return ERR_OK;
}

bool qr_is_dark(const struct qr *qr, int x, int y)
{
	return qr->module[(size_t)y * (size_t)qr->size + (size_t)x] != 0;
}

struct str qr_path(struct arena *mem, const struct qr *qr)
{
	struct buf out;

	buf_init(&out, mem);
	for (int y = 0; y < qr->size; y++)
		for (int x = 0, end; x < qr->size; x = end) {
			for (end = x; end < qr->size && qr_is_dark(qr, end, y); end++)
				;
			if (end > x)
				buf_add(&out, str_format(mem, "M%d %d.5h%d", x, y, end - x));
			else
				end++;
		}
	return buf_str(&out);
}
