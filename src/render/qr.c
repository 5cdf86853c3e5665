/* SPDX-License-Identifier: Apache-2.0 */
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

static int run_length(const struct qr *qr, int x, int y)
{
	int from = x;
	while (x < qr->size && qr_is_dark(qr, x, y))
		x++;
	return x - from;
}

struct str qr_svg_path(struct arena *mem, const struct qr *qr)
{
	struct buf path;

	buf_init(&path, mem);
	for (int y = 0; y < qr->size; y++) {
		for (int x = 0; x < qr->size; x++) {
			int run = run_length(qr, x, y);
			if (run > 0)
				buf_add_format(&path, "M%d %dh%dv1h-%dz", x, y, run, run);
			x += run;
		}
	}
	return buf_str(&path);
}
