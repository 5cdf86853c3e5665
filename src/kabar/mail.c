/* SPDX-License-Identifier: Apache-2.0 */
/* Mail through libcurl: each message on a handle of its own, with one deadline for all of it. */
#include "kabar/mail.h"

#include "base/date.h"
#include "base/id.h"
#include "base/log.h"
#include "base/sys.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#define CONNECT_SECONDS 10L

/* Set before any thread starts. */
static struct {
	const char *url, *sender;
	bool may_be_plain;
} server;
static struct arena *kept; /* server's texts */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct mail_state state; /* under lock */

bool mail_address_is_sound(struct str address)
{
	struct str domain, local = str_cut(address, '@', &domain);

	for (size_t i = 0; i < address.len; i++) {
		unsigned char c = (unsigned char)address.at[i];
		if (c <= ' ' || c > '~' || strchr("<>()[]\\,;:\"", c))
			return false;
	}
	return local.len > 0 && str_has(domain, ".") && !str_has(domain, "@") && address.len < 255;
}

/* To this machine a message may go unwrapped; to all others only through TLS. */
static bool is_loopback(struct str url)
{
	return str_has(url, "//127.0.0.1") || str_has(url, "//localhost") ||
	       str_has(url, "//[::1]");
}

enum err mail_configure(struct str url, struct str sender)
{
	if (kept)
		arena_free(kept);
	kept = arena_make();
	server.url = NULL;
	if (url.len == 0)
		return ERR_OK;
	if (!str_starts(url, "smtp://") && !str_starts(url, "smtps://")) {
		log_error("settings", "ABDI_SMTP_URL: smtp://… or smtps://…");
		return ERR_INVALID;
	}
	if (!mail_address_is_sound(sender)) {
		log_error("settings", "ABDI_SMTP_FROM: an address such as abdi@kota.go.id");
		return ERR_INVALID;
	}
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		return ERR_IO;
	server.sender = str_cstr(kept, sender);
	server.may_be_plain = is_loopback(url);
	server.url = str_cstr(kept, url);
	return ERR_OK;
}

bool mail_is_configured(void)
{
	return server.url != NULL;
}

struct mail_state mail_state(void)
{
	pthread_mutex_lock(&lock);
	struct mail_state copy = state;
	pthread_mutex_unlock(&lock);
	return copy;
}

/* The message as it goes over the wire, and how far it went. */
struct wire {
	struct str text;
	const _Atomic bool *is_stopping;
};

static size_t give(char *to, size_t size, size_t count, void *arg)
{
	struct wire *wire = arg;
	struct str part = str_slice(wire->text, 0, size * count);

	memcpy(to, part.at, part.len);
	wire->text = str_slice(wire->text, part.len, wire->text.len);
	return part.len;
}

static int look(void *arg, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
	const struct wire *wire = arg;

	(void)a, (void)b, (void)c, (void)d;
	return atomic_load(wire->is_stopping);
}

/* RFC 5322, RFC 3834: made by a program, so that no machine answers it. */
static struct str message(struct arena *mem, const struct mail *mail, int64_t now)
{
	static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
					     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	struct date day = date_of_time(now, ZONA_WIB);
	int minute = time_minute_of_day(now, ZONA_WIB);
	struct id id = id_make();
	struct str rest = mail->body, domain;
	struct buf out;

	(void)str_cut(str_from(server.sender), '@', &domain);
	buf_init(&out, mem);
	buf_add_format(&out, "Date: %s, %d %s %d %02d:%02d:00 +0700\r\n",
		       days[date_weekday(day) - 1], day.day, months[day.month - 1], day.year,
		       minute / 60, minute % 60);
	buf_add_format(&out, "From: Abdi <%s>\r\nTo: <%.*s>\r\nSubject: %.*s\r\n", server.sender,
		       STR_ARG(mail->to), STR_ARG(mail->subject));
	buf_add_format(&out, "Message-ID: <%.*s@%.*s>\r\n", STR_ARG(id_str(mem, &id)),
		       STR_ARG(domain));
	buf_add_cstr(&out, "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
			   "Content-Type: text/plain; charset=utf-8\r\n"
			   "Content-Transfer-Encoding: 8bit\r\n\r\n");
	while (rest.len > 0) {
		buf_add(&out, str_cut(rest, '\n', &rest));
		buf_add_cstr(&out, "\r\n");
	}
	return buf_str(&out);
}

static void set_options(CURL *curl, struct curl_slist *to, struct wire *wire, char *why)
{
	(void)curl_easy_setopt(curl, CURLOPT_URL, server.url);
	(void)curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	(void)curl_easy_setopt(curl, CURLOPT_USE_SSL,
			       (long)(server.may_be_plain ? CURLUSESSL_TRY : CURLUSESSL_ALL));
	(void)curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	(void)curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)MAIL_SECONDS);
	(void)curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	(void)curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, why);
	(void)curl_easy_setopt(curl, CURLOPT_MAIL_FROM, server.sender);
	(void)curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
	(void)curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
	(void)curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
	(void)curl_easy_setopt(curl, CURLOPT_READDATA, wire);
	(void)curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
	(void)curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, look);
	(void)curl_easy_setopt(curl, CURLOPT_XFERINFODATA, wire);
}

static void note(bool is_sent, const char *why)
{
	pthread_mutex_lock(&lock);
	/* house: when it left or did not, for people to read */
	*(is_sent ? &state.sent_at : &state.failed_at) = clock_now();
	if (!is_sent)
		(void)snprintf(state.why, sizeof(state.why), "%.*s", (int)sizeof(state.why) - 1,
			       why);
	pthread_mutex_unlock(&lock);
	if (!is_sent)
		log_error("mail", "%s", why); /* the library's words: no address, no text */
}

enum err mail_send(const struct mail *mail, const _Atomic bool *is_stopping)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	char why[CURL_ERROR_SIZE] = "";

	if (!mail_is_configured() || !mail_address_is_sound(mail->to))
		return ERR_INVALID;
	/* house: a mail carries the time it leaves */
	struct wire wire = {message(mem, mail, clock_now()), is_stopping};
	CURL *curl = curl_easy_init();
	struct curl_slist *to = curl_slist_append(NULL, str_cstr(mem, mail->to));
	if (!curl || !to)
		abort();
	set_options(curl, to, &wire, why);
	CURLcode code = curl_easy_perform(curl);
	curl_slist_free_all(to);
	curl_easy_cleanup(curl);
	note(code == CURLE_OK, why[0] ? why : curl_easy_strerror(code));
	return code == CURLE_OK ? ERR_OK : ERR_IO;
}
