/* SPDX-License-Identifier: Apache-2.0 */
/* One line an event on the standard error stream, as systemd takes it. */
#include "base/log.h"
#include "base/date.h"
#include "base/sys.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

#define LOG_TEXT_MAX 1024

static atomic_int goes_to = STDERR_FILENO;

void log_to(int fd)
{
	atomic_store(&goes_to, fd);
}

static void add_json_text(struct buf *line, const char *text)
{
	buf_add_char(line, '"');
	for (const char *at = text; *at; at++) {
		unsigned char c = (unsigned char)*at;
		if (c == '"' || c == '\\') {
			buf_add_char(line, '\\');
			buf_add_char(line, *at);
		} else if (c < 0x20 || c == 0x7F) {
			buf_add_format(line, "\\u%04x", c);
		} else {
			buf_add_char(line, *at);
		}
	}
	buf_add_char(line, '"');
}

PRINTF_LIKE(3, 0)
static void log_line(const char *level, const char *event, const char *fmt, va_list args)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	char *text = arena_alloc(mem, LOG_TEXT_MAX);
	struct buf line;

	vsnprintf(text, LOG_TEXT_MAX, fmt, args);
	buf_init(&line, mem);
	struct str at = time_utc_iso(mem, clock_now());
	buf_add_format(&line, "{\"at\":\"%.*s\",\"level\":\"%s\",\"event\":", STR_ARG(at), level);
	add_json_text(&line, event);
	buf_add_cstr(&line, ",\"text\":");
	add_json_text(&line, text);
	buf_add_cstr(&line, "}\n");
	/* one write, so that lines of several threads do not mix */
	(void)!write(atomic_load(&goes_to), line.at, line.len);
}

void log_info(const char *event, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	log_line("info", event, fmt, args);
	va_end(args);
}

void log_error(const char *event, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	log_line("error", event, fmt, args);
	va_end(args);
}
