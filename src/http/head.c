/* SPDX-License-Identifier: Apache-2.0 */
/* Reads heads strictly: one way to write each thing, everything else refused. */
#include "http/head.h"

#include <strings.h>

#define CHUNK_DIGITS_MAX 15

/* What a byte may be, looked up once: a tchar of RFC 9110, section 5.6.2, or what ends a line or
   may not stand in a head. */
#define TOKEN 1
#define MARK 2
static const unsigned char kind_of[256] = {
	[0 ... 8] = MARK,      ['\n' ... 0x1f] = MARK, [0x7f] = MARK,
	['!'] = TOKEN,	       ['#' ... '\''] = TOKEN, ['*' ... '+'] = TOKEN,
	['-' ... '.'] = TOKEN, ['0' ... '9'] = TOKEN,  ['A' ... 'Z'] = TOKEN,
	['^' ... 'z'] = TOKEN, ['|'] = TOKEN,	       ['~'] = TOKEN};

static bool is_token(struct str s)
{
	unsigned all = TOKEN;

	for (size_t i = 0; i < s.len; i++)
		all &= kind_of[(unsigned char)s.at[i]];
	return all && s.len > 0;
}

static bool is_digits(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
	}
	return s.len > 0;
}

static bool same_name(struct str name, struct str wanted)
{
	return name.len == wanted.len && strncasecmp(name.at, wanted.at, wanted.len) == 0;
}

static bool starts_nocase(struct str s, struct str prefix)
{
	return s.len >= prefix.len && strncasecmp(s.at, prefix.at, prefix.len) == 0;
}

size_t head_end(struct str text, size_t *seen, bool *is_bad)
{
	size_t i = *seen;

	*is_bad = false;
	for (;;) {
		while (i < text.len && kind_of[(unsigned char)text.at[i]] != MARK)
			i++;
		*seen = i;
		if (i + 1 >= text.len && (i == text.len || text.at[i] == '\r'))
			return 0;
		if (text.at[i] != '\r' || text.at[i + 1] != '\n') {
			*is_bad = true;
			return 0;
		}
		/* the first line may not be empty; an empty one after it ends the head */
		if (i >= 2 && text.at[i - 1] == '\n')
			return i + 2;
		i += 2;
	}
}

bool head_field(struct str line, struct str *name, struct str *value)
{
	*name = str_cut(line, ':', value);
	if (!is_token(*name) || name->len == line.len)
		return false;
	while (value->len > 0 && (value->at[0] == ' ' || value->at[0] == '\t'))
		*value = str_slice(*value, 1, value->len);
	while (value->len > 0 &&
	       (value->at[value->len - 1] == ' ' || value->at[value->len - 1] == '\t'))
		value->len--;
	return true;
}

static int hex_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* What stands behind a semicolon is for nobody here; without blanks before it, as RFC 9112 has it
   since "bad whitespace" went. */
bool head_chunk_size(struct str line, int64_t *out)
{
	struct str extension, size = str_cut(line, ';', &extension);
	int64_t sum = 0;

	if (size.len == 0 || size.len > CHUNK_DIGITS_MAX)
		return false;
	for (size_t i = 0; i < size.len; i++) {
		int digit = hex_of(size.at[i]);
		if (digit < 0)
			return false;
		sum = sum * 16 + digit;
	}
	for (size_t i = 0; i < extension.len; i++) {
		if (extension.at[i] != '\t' && kind_of[(unsigned char)extension.at[i]] == MARK)
			return false;
	}
	*out = sum;
	return true;
}

/* A name or an IPv4 address as people give machines names. */
static bool is_host_name(struct str host)
{
	for (size_t i = 0; i < host.len; i++) {
		char c = host.at[i];
		bool is_fine = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
			       c == '-' || c == '.' || c == '_';
		if (!is_fine)
			return false;
	}
	return host.len > 0;
}

/* "[::1]" up to its bracket; false when it never closes or holds what no address has. */
static bool cut_literal(struct str *host)
{
	size_t i = 1;

	while (i < host->len &&
	       (hex_of(host->at[i]) >= 0 || host->at[i] == ':' || host->at[i] == '.'))
		i++;
	if (i < 3 || i >= host->len || host->at[i] != ']')
		return false;
	*host = str_slice(*host, i + 1, host->len);
	return true;
}

/* uri-host [ ":" port ] */
static bool is_authority(struct str s)
{
	struct str host = s, port = STR_NONE;
	bool has_port;

	if (s.len > 0 && s.at[0] == '[') {
		if (!cut_literal(&host))
			return false;
		has_port = host.len > 0;
		if (has_port && host.at[0] != ':')
			return false;
		port = str_slice(host, 1, host.len);
	} else {
		host = str_cut(s, ':', &port);
		has_port = host.len < s.len;
		if (!is_host_name(host))
			return false;
	}
	int64_t number = 0;
	if (!has_port || port.len == 0) /* "host:" has the port of its scheme */
		return true;
	return is_digits(port) && port.len <= 5 && str_parse_int(port, &number) && number > 0 &&
	       number <= 65535;
}

/* "http://host/path": whose target it is, in place of the Host field (RFC 9112, 3.2.2). */
static bool cut_absolute(struct head *head)
{
	struct str rest = head->target;
	size_t end = 0;

	if (starts_nocase(rest, STR("http://")))
		rest = str_slice(rest, 7, rest.len);
	else if (starts_nocase(rest, STR("https://")))
		rest = str_slice(rest, 8, rest.len);
	else
		return false;
	while (end < rest.len && rest.at[end] != '/' && rest.at[end] != '?')
		end++;
	head->authority = str_slice(rest, 0, end);
	head->target = str_slice(rest, end, rest.len);
	return is_authority(head->authority);
}

static bool is_target(struct head *head, struct str method)
{
	struct str target = head->target;

	for (size_t i = 0; i < target.len; i++) {
		if ((unsigned char)target.at[i] <= ' ' || (unsigned char)target.at[i] >= 0x7f ||
		    target.at[i] == '#')
			return false;
	}
	if (target.len > 0 && target.at[0] == '/')
		return true;
	return str_is(target, "*") ? str_is(method, "OPTIONS") : cut_absolute(head);
}

static int read_version(struct head *head, struct str version)
{
	if (version.len != 8 || !str_starts(version, "HTTP/") || version.at[6] != '.' ||
	    !is_digits(str_slice(version, 5, 6)) || !is_digits(str_slice(version, 7, 8)))
		return 400;
	head->minor = version.at[7] - '0';
	return version.at[5] == '1' ? 0 : 505;
}

static int read_request_line(struct head *head, struct str line)
{
	struct str rest, version, method = str_cut(line, ' ', &rest);

	head->target = str_cut(rest, ' ', &version);
	head->is_head = str_is(method, "HEAD");
	if (head->target.len > HEAD_TARGET_MAX)
		return 414;
	if (!is_token(method) || head->target.len == 0)
		return 400;
	if (str_is(method, "CONNECT"))
		return 501;
	int status = read_version(head, version);
	if (status)
		return status;
	return is_target(head, method) ? 0 : 400;
}

static int read_length(struct head *head, struct str value)
{
	if (!is_digits(value) || head->lengths++ > 0)
		return 400;
	if (value.len > HEAD_LENGTH_DIGITS_MAX)
		return 413;
	return str_parse_int(value, &head->length) ? 0 : 400;
}

static int read_cookie(struct head *head, struct str value)
{
	head->cookie_bytes += value.len;
	head->cookies++;
	for (size_t i = 0; i < value.len; i++)
		head->cookies += value.at[i] == ';';
	return head->cookies > HEAD_COOKIES_MAX || head->cookie_bytes > HEAD_COOKIE_BYTES_MAX ? 431
											      : 0;
}

/* Names are looked at by their length first: most fields are none of these. */
static int read_field(struct head *head, struct str name, struct str value)
{
	switch (name.len) {
	case sizeof("Host") - 1:
		if (!same_name(name, STR("Host")))
			return 0;
		return head->hosts++ > 0 || !is_authority(value) ? 400 : 0;
	case sizeof("Cookie") - 1:
		if (same_name(name, STR("Cookie")))
			return read_cookie(head, value);
		return same_name(name, STR("Expect")) && !same_name(value, STR("100-continue"))
			       ? 417
			       : 0;
	case sizeof("Content-Length") - 1:
		return same_name(name, STR("Content-Length")) ? read_length(head, value) : 0;
	case sizeof("Transfer-Encoding") - 1:
		if (!same_name(name, STR("Transfer-Encoding")))
			return 0;
		head->is_chunked = same_name(value, STR("chunked"));
		return head->codings++ > 0 || !head->is_chunked ? 400 : 0;
	default: return 0;
	}
}

/* The library takes a blank behind these values for a part of them, so it would read another
   length. */
static bool is_blank_behind_length(struct str line, struct str name, struct str value)
{
	return value.at + value.len != line.at + line.len &&
	       (same_name(name, STR("Content-Length")) ||
		same_name(name, STR("Transfer-Encoding")));
}

/* What the fields say together. */
static int judge(const struct head *head)
{
	if (head->codings > 0 && (head->lengths > 0 || head->minor == 0))
		return 400;
	return head->minor > 0 && head->hosts != 1 ? 400 : 0;
}

static struct str cut_line(struct str *rest)
{
	struct str line = str_cut(*rest, '\n', rest);
	return str_slice(line, 0, line.len > 0 ? line.len - 1 : 0);
}

void head_read(struct str text, struct head *out)
{
	struct str name, value, rest = text, line = cut_line(&rest);
	int fields = 0;

	*out = (struct head){.target = STR_NONE, .authority = STR_NONE};
	out->status = read_request_line(out, line);
	while (!out->status && (line = cut_line(&rest)).len > 0) {
		if (++fields > HEAD_FIELDS_MAX)
			out->status = 431;
		else if (!head_field(line, &name, &value) ||
			 is_blank_behind_length(line, name, value))
			out->status = 400;
		else
			out->status = read_field(out, name, value);
	}
	if (!out->status)
		out->status = judge(out);
}
