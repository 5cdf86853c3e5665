/* SPDX-License-Identifier: Apache-2.0 */
/* A pipe in the place of standard error, read line by line. A program that ends by an assertion
   writes its last words into it too: they are passed on before it goes. */
#include "app/stray.h"

#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LINE_MAX_BYTES 900 /* longer ones become several */
#define DIGITS_SHOWN 7 /* a longer number may be somebody's */

static int saved = -1, readable = -1;
static pthread_t thread;

/* A library may quote what it was given: numbers that could name a person are not repeated. */
static void hide_numbers(char *text)
{
	size_t run = 0;

	for (char *at = text; *at; at++) {
		run = *at >= '0' && *at <= '9' ? run + 1 : 0;
		if (run == DIGITS_SHOWN + 1)
			memset(at - DIGITS_SHOWN, '#', DIGITS_SHOWN);
		if (run > DIGITS_SHOWN)
			*at = '#';
	}
}

static void tell(char *line, size_t len)
{
	line[len] = '\0';
	hide_numbers(line);
	if (len > 0)
		log_error("library", "%s", line);
}

/* The lines that are whole go to the log; the rest moves to the front. */
static size_t tell_lines(char *text, size_t len)
{
	char *end, *from = text;

	while ((end = memchr(from, '\n', len - (size_t)(from - text)))) {
		tell(from, (size_t)(end - from));
		from = end + 1;
	}
	size_t rest = len - (size_t)(from - text);
	if (rest == LINE_MAX_BYTES) {
		tell(from, rest);
		return 0;
	}
	memmove(text, from, rest);
	return rest;
}

static void *listen_to(void *arg)
{
	char text[LINE_MAX_BYTES + 1];
	size_t len = 0;
	ssize_t got;

	(void)arg;
	while ((got = read(readable, text + len, LINE_MAX_BYTES - len)) > 0 ||
	       (got < 0 && errno == EINTR)) {
		if (got > 0)
			len = tell_lines(text, len + (size_t)got);
	}
	tell(text, len);
	return NULL;
}

/* Whatever is still in the pipe, on one line; only by what a handler of signals may call. */
static void last_words(int signal_number)
{
	static const char before[] = "{\"level\":\"error\",\"event\":\"abort\",\"text\":\"";
	char text[LINE_MAX_BYTES];
	int flags = fcntl(readable, F_GETFL);

	(void)fcntl(readable, F_SETFL, flags | O_NONBLOCK);
	ssize_t got = read(readable, text, sizeof text);
	for (ssize_t i = 0; i < got; i++) {
		unsigned char c = (unsigned char)text[i];
		if (c < ' ' || c > '~' || c == '"' || c == '\\')
			text[i] = ' ';
	}
	if (got > 0 && write(saved, before, sizeof before - 1) > 0 &&
	    write(saved, text, (size_t)got) > 0)
		(void)!write(saved, "\"}\n", 3);
	(void)signal(signal_number, SIG_DFL);
	(void)raise(signal_number);
}

void stray_begin(void)
{
	sigset_t all, kept;
	int ends[2];

	if ((saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)) < 0)
		return;
	if (pipe2(ends, O_CLOEXEC)) {
		(void)close(saved);
		return;
	}
	readable = ends[0];
	log_to(saved);
	(void)dup2(ends[1], STDERR_FILENO);
	(void)close(ends[1]);
	(void)signal(SIGABRT, last_words);
	sigfillset(&all); /* signals to stop are the main thread's business */
	pthread_sigmask(SIG_BLOCK, &all, &kept);
	if (pthread_create(&thread, NULL, listen_to, NULL) != 0)
		abort();
	pthread_sigmask(SIG_SETMASK, &kept, NULL);
}

void stray_end(void)
{
	if (readable < 0)
		return;
	(void)signal(SIGABRT, SIG_DFL);
	(void)dup2(saved, STDERR_FILENO); /* the pipe's only writing end */
	(void)pthread_join(thread, NULL);
	log_to(STDERR_FILENO);
	(void)close(readable);
	(void)close(saved);
	readable = saved = -1;
}
