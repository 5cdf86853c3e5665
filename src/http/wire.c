/* SPDX-License-Identifier: Apache-2.0 */
/* Hands on what is in order and holds back what is not yet whole. Most requests come in one piece
   and are judged where the library wants them; only the beginning of a head, or of a line between
   chunks, is kept here until the rest has come. */
#include "http/wire.h"

#include "http/deadline.h"
#include "http/head.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/types.h>

#define SOCKETS_MAX (1 << 20)
#define PIECE_MAX ((size_t)32 * 1024) /* read at once */
/* What is held back of one piece and read behind it, and what a rewritten head may grow. */
#define HOLD_BYTES (PIECE_MAX + HEAD_BYTES_MAX)
#define HOLD_SPARE (HOLD_BYTES / 8) /* two bytes for each head of at least 23 */
#define DRAIN_BYTES 4096
#define DRAIN_TIMES_MAX 512
#define EMPTY_LINES_MAX 1 /* before a request (RFC 9112, 2.2) */
#define TRAILERS_MAX 16 /* fields behind the last chunk */
#define UNUSUAL ((ssize_t)-1) /* to be refused or rewritten, in the hold */

/* What the next byte belongs to. */
enum wire_state {
	WIRE_HEAD,
	WIRE_BODY, /* `left` bytes of a known length */
	WIRE_CHUNK_LINE,
	WIRE_CHUNK, /* `left` bytes of a chunk */
	WIRE_CHUNK_END,
	WIRE_TRAILER,
	WIRE_OVER, /* refused: nothing more is handed on */
};

struct wire {
	int fd;
	struct line *line;
	enum wire_state state;
	int64_t left;
	int empty_lines; /* before this head */
	int trailers; /* behind this body */
	int passed, claimed; /* heads handed on, and those the library has begun */
	int64_t body_most, chunked; /* bytes a body may have, and those of the chunks so far */
	int broken, broken_status; /* the request whose chunks were none; 0 */
	bool is_ended; /* the client has said its last */
	char *hold; /* NULL, or first what may go on, then what is not yet whole */
	size_t ready, held, seen;
};

static _Atomic(struct wire *) wires[SOCKETS_MAX];

struct wire *wire_open(int fd, struct line *line, int64_t body_most)
{
	if (fd < 0 || fd >= SOCKETS_MAX)
		return NULL;
	struct wire *wire = calloc(1, sizeof(*wire));
	if (!wire)
		abort();
	wire->fd = fd;
	wire->line = line;
	wire->body_most = body_most;
	atomic_store(&wires[fd], wire);
	return wire;
}

/* Bytes nobody has read when a socket is closed take back the answer to what came before them. */
void wire_close(struct wire *wire)
{
	char dropped[DRAIN_BYTES];

	if (!wire)
		return;
	atomic_store(&wires[wire->fd], NULL);
	for (int i = 0; i < DRAIN_TIMES_MAX && wire->state != WIRE_HEAD; i++) {
		if (recvfrom(wire->fd, dropped, sizeof dropped, MSG_DONTWAIT, NULL, NULL) <= 0)
			break;
	}
	free(wire->hold);
	free(wire);
}

int wire_claim(struct wire *wire)
{
	return wire && wire->claimed < wire->passed ? ++wire->claimed : 0;
}

int wire_refusal(struct str target)
{
	int64_t status = 0;

	return str_parse_int(target, &status) ? (int)status : 0;
}

int wire_broken(const struct wire *wire, int number)
{
	return wire && wire->broken == number ? wire->broken_status : 0;
}

/* --- in order --- */

/* A head as far as it has come. */
struct look {
	size_t end; /* 0: not whole */
	struct head head; /* its status tells what is wrong with either */
};

static void look_at_head(struct wire *wire, const char *at, size_t len, struct look *out)
{
	bool is_bad;

	out->head = (struct head){.status = 0};
	out->end = head_end((struct str){at, len}, &wire->seen, &is_bad);
	if (is_bad)
		out->head.status = 400;
	else if (out->end > HEAD_BYTES_MAX || (out->end == 0 && len >= HEAD_BYTES_MAX))
		out->head.status = memchr(at, '\n', HEAD_BYTES_MAX) ? 431 : 414;
	else if (out->end > 0)
		head_read((struct str){at, out->end}, &out->head);
	if (!out->head.status && out->head.length > wire->body_most)
		out->head.status = 413;
}

static void hide_query(char *at, const struct head *head)
{
	char *target = at + (head->target.at - at), *mark = memchr(target, '?', head->target.len);

	if (mark)
		*mark = WIRE_QUERY;
}

static ssize_t pass_head(struct wire *wire, char *at, size_t len)
{
	struct look look;

	if (len > 0 && at[0] == '\r' && wire->empty_lines < EMPTY_LINES_MAX) {
		wire->empty_lines += len > 1 && at[1] == '\n';
		if (len == 1 || at[1] == '\n')
			return len > 1 ? 2 : 0;
	}
	look_at_head(wire, at, len, &look);
	if (look.head.status || look.head.authority.len > 0)
		return UNUSUAL;
	if (look.end == 0)
		return 0;
	hide_query(at, &look.head);
	wire->passed++;
	wire->empty_lines = wire->trailers = 0;
	wire->chunked = 0;
	wire->left = look.head.length;
	wire->state = look.head.is_chunked ? WIRE_CHUNK_LINE
		      : wire->left > 0	   ? WIRE_BODY
					   : WIRE_HEAD;
	return (ssize_t)look.end;
}

static ssize_t pass_bytes(struct wire *wire, size_t len)
{
	if ((int64_t)len > wire->left)
		len = (size_t)wire->left;
	wire->left -= (int64_t)len;
	if (wire->left == 0)
		wire->state = wire->state == WIRE_BODY ? WIRE_HEAD : WIRE_CHUNK_END;
	return (ssize_t)len;
}

/* What a line of the chunked coding means for the next; false: it is none. */
static bool read_line(struct wire *wire, struct str line)
{
	struct str name, value;

	switch (wire->state) {
	case WIRE_CHUNK_LINE:
		if (!head_chunk_size(line, &wire->left) ||
		    wire->left > wire->body_most - wire->chunked)
			return false;
		wire->chunked += wire->left;
		wire->state = wire->left > 0 ? WIRE_CHUNK : WIRE_TRAILER;
		return true;
	case WIRE_CHUNK_END: wire->state = WIRE_CHUNK_LINE; return line.len == 0;
	case WIRE_TRAILER:
		if (line.len == 0)
			wire->state = WIRE_HEAD;
		return line.len == 0 ||
		       (++wire->trailers <= TRAILERS_MAX && head_field(line, &name, &value));
	case WIRE_HEAD:
	case WIRE_BODY:
	case WIRE_CHUNK:
	case WIRE_OVER: break;
	}
	return false;
}

static ssize_t pass_line(struct wire *wire, const char *at, size_t len)
{
	size_t i = 0, most = wire->state == WIRE_CHUNK_END ? 2 : HEAD_CHUNK_LINE_MAX;
	enum wire_state before = wire->state;

	while (i < len && i < most && at[i] != '\n' && at[i] != '\r' && at[i] != '\0')
		i++;
	if (i == len || (i + 1 == len && at[i] == '\r'))
		return i < most ? 0 : UNUSUAL;
	if (i + 1 < len && at[i] == '\r' && at[i + 1] == '\n' &&
	    read_line(wire, (struct str){at, i}))
		return (ssize_t)i + 2;
	wire->state = before;
	return UNUSUAL;
}

/* The length of what may go on now; 0: more must come first. */
static ssize_t pass(struct wire *wire, char *at, size_t len)
{
	ssize_t passed = 0;

	switch (wire->state) {
	case WIRE_HEAD: passed = pass_head(wire, at, len); break;
	case WIRE_BODY:
	case WIRE_CHUNK: passed = pass_bytes(wire, len); break;
	case WIRE_CHUNK_LINE:
	case WIRE_CHUNK_END:
	case WIRE_TRAILER: passed = pass_line(wire, at, len); break;
	case WIRE_OVER: break;
	}
	if (passed > 0)
		wire->seen = 0;
	return passed;
}

/* --- not in order: in the hold, behind what is ready --- */

/* Puts words in the place of the next `was` bytes. */
static void put(struct wire *wire, size_t was, struct str words)
{
	char *at = wire->hold + wire->ready;

	memmove(at + words.len, at + was, wire->held - wire->ready - was);
	memcpy(at, words.at, words.len);
	wire->held = wire->held - was + words.len;
}

/* The last thing the library reads of this connection. */
static void end_with(struct wire *wire, struct str words)
{
	put(wire, wire->held - wire->ready, words);
	wire->ready = wire->held;
	wire->state = WIRE_OVER;
}

static void refuse_head(struct wire *wire, struct arena *mem, const struct head *head)
{
	wire->passed++;
	end_with(wire, str_format(mem, "%s %d HTTP/1.1\r\nHost: -\r\n\r\n",
				  head->is_head ? "HEAD" : "GET", head->status));
}

/* Ends the body where it stands; the library asks us for an answer then. */
static void refuse_chunks(struct wire *wire)
{
	wire->broken = wire->passed;
	wire->broken_status = wire->left > wire->body_most - wire->chunked ? 413 : 400;
	end_with(wire, wire->state == WIRE_CHUNK_END ? STR("\r\n0\r\n\r\n")
		       : wire->state == WIRE_TRAILER ? STR("\r\n")
						     : STR("0\r\n\r\n"));
}

static bool is_host(struct arena *mem, struct str line)
{
	struct str name, value;

	return head_field(line, &name, &value) && str_is(str_lower(mem, name), "host");
}

/* The head of an absolute target as if it had been asked of that host itself. It grows by three
   bytes at most: "Host: ", the line's end and a "/" take the place of "http://". */
static struct str make_own(struct arena *mem, struct str text, const struct head *head)
{
	struct str rest, words, line = str_cut(text, '\n', &rest);
	struct buf out;

	buf_init(&out, mem);
	buf_add(&out, str_cut(line, ' ', &words));
	buf_add_cstr(&out, str_starts(head->target, "/") ? " " : " /");
	buf_add(&out, head->target);
	buf_add(&out, str_slice(line, line.len - sizeof(" HTTP/1.1"), line.len));
	buf_add_format(&out, "\nHost: %.*s\r\n", STR_ARG(head->authority));
	while (rest.len > 0) {
		line = str_cut(rest, '\n', &rest);
		if (is_host(mem, str_slice(line, 0, line.len - 1)))
			continue;
		buf_add(&out, line);
		buf_add_char(&out, '\n');
	}
	return buf_str(&out);
}

static void mend(struct wire *wire)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str text = {wire->hold + wire->ready, wire->held - wire->ready};
	struct look look;

	if (wire->state != WIRE_HEAD) {
		refuse_chunks(wire);
		return;
	}
	look_at_head(wire, text.at, text.len, &look);
	if (look.head.status)
		refuse_head(wire, mem, &look.head);
	else
		put(wire, look.end, make_own(mem, str_slice(text, 0, look.end), &look.head));
	wire->seen = 0;
}

static void judge_hold(struct wire *wire)
{
	while (wire->ready < wire->held) {
		ssize_t passed = pass(wire, wire->hold + wire->ready, wire->held - wire->ready);
		if (passed == 0)
			return;
		if (passed == UNUSUAL)
			mend(wire);
		else
			wire->ready += (size_t)passed;
	}
}

/* --- reading --- */

static size_t take(struct wire *wire, char *to, size_t most)
{
	size_t taken = wire->ready < most ? wire->ready : most;

	if (taken == 0)
		return 0;
	memcpy(to, wire->hold, taken);
	memmove(wire->hold, wire->hold + taken, wire->held - taken);
	wire->ready -= taken;
	wire->held -= taken;
	if (wire->held == 0) {
		free(wire->hold);
		wire->hold = NULL;
	}
	return taken;
}

static void hold_back(struct wire *wire, const char *at, size_t len)
{
	if (!(wire->hold = malloc(HOLD_BYTES + HOLD_SPARE)))
		abort();
	memcpy(wire->hold, at, len);
	wire->held = len;
	line_woken(wire->line);
	judge_hold(wire);
}

/* From the socket; false when there is nothing more now. */
static bool fetch(struct wire *wire, char *at, size_t most, ssize_t *got)
{
	*got = recvfrom(wire->fd, at, most, MSG_DONTWAIT, NULL, NULL);
	wire->is_ended |= *got == 0;
	return *got > 0;
}

/* Into the library's own memory; what cannot go on is held back. Returns what can. */
static size_t read_straight(struct wire *wire, char *to, size_t most, ssize_t *got)
{
	size_t done = 0;
	ssize_t passed = 1;

	if (!fetch(wire, to, most, got))
		return 0;
	while (done < (size_t)*got && (passed = pass(wire, to + done, (size_t)*got - done)) > 0)
		done += (size_t)passed;
	if (done < (size_t)*got)
		hold_back(wire, to + done, (size_t)*got - done);
	return done;
}

static void read_behind(struct wire *wire, size_t most, ssize_t *got)
{
	if (!fetch(wire, wire->hold + wire->held, most, got))
		return;
	wire->held += (size_t)*got;
	judge_hold(wire);
}

/* Nothing is half here: only then is it not asked whether the client has left in the middle. */
static bool is_between(const struct wire *wire)
{
	return wire->state == WIRE_HEAD && !wire->hold;
}

/* Fewer bytes than asked tell the library that the socket has been emptied, and it waits for the
   next to come: so they are given only when that is true and nothing is ready here. */
static ssize_t receive(struct wire *wire, char *to, size_t most)
{
	size_t done = take(wire, to, most);
	bool is_empty = false;
	ssize_t got = 0;
	int why = EAGAIN;

	while (done < most && !is_empty && wire->state != WIRE_OVER && !wire->is_ended) {
		size_t room = wire->hold ? HOLD_BYTES - wire->held : most - done;
		if (room > PIECE_MAX)
			room = PIECE_MAX;
		if (wire->hold)
			read_behind(wire, room, &got);
		else
			done += read_straight(wire, to + done, room, &got);
		why = got < 0 ? errno : EAGAIN;
		is_empty = got <= 0 || (got < (ssize_t)room && is_between(wire));
		done += take(wire, to + done, most - done);
	}
	if (done > 0 && wire->is_ended)
		(void)shutdown(wire->fd, SHUT_RD); /* wakes the library for the end, which came with
						      what it is given now */
	if (done > 0)
		return (ssize_t)done;
	if (wire->is_ended)
		return 0;
	errno = why;
	return -1;
}

/* house: in the place of the C library's, for libmicrohttpd too, which calls it by this name */
__attribute__((visibility("default"))) ssize_t recv(int fd, void *to, size_t most, int flags)
{
	struct wire *wire = fd >= 0 && fd < SOCKETS_MAX ? atomic_load(&wires[fd]) : NULL;

	return wire ? receive(wire, to, most) : recvfrom(fd, to, most, flags, NULL, NULL);
}
