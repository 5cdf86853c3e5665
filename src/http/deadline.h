/* SPDX-License-Identifier: Apache-2.0 */
/* Ends connections whose client is slower than a bad network: MHD's own timeout starts anew with
   every byte, so one byte now and then would hold a place for ever (reliability.md P7, G2). */
#ifndef ABDI_HTTP_DEADLINE_H
#define ABDI_HTTP_DEADLINE_H
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

/* Milliseconds a phase may last; what has a size gets a second more for each bytes_per_second of
   it. */
struct deadlines {
	int64_t idle_ms, head_ms, body_ms, send_ms, bytes_per_second;
};

/* What a connection waits for: a request, its head, its body, our work (no limit), the client
   taking the answer. */
enum line_phase { LINE_IDLE, LINE_HEAD, LINE_BODY, LINE_WORK, LINE_SEND };

struct line_watch;
struct line;

/* True when a phase that began `elapsed_ms` ago and has moved (LINE_SEND: has to move) this many
   bytes is too slow. */
bool deadline_is_over(const struct deadlines *limits, enum line_phase phase, int64_t elapsed_ms,
		      int64_t bytes);

/* Starts the thread that closes connections which overran their time. */
MUST_CHECK struct line_watch *line_watch_start(const struct deadlines *limits);
/* Only when every line is closed; accepts NULL. */
void line_watch_stop(struct line_watch *watch);

/* A new connection, in LINE_HEAD. The socket must stay open until line_close has returned. */
MUST_CHECK struct line *line_open(struct line_watch *watch, int fd);
/* From the connection's thread, or any other while it is suspended. */
void line_enter(struct line *line, enum line_phase phase, int64_t bytes);
void line_moved(struct line *line, int64_t bytes);
/* The beginning of a head came where nothing was going on. */
void line_woken(struct line *line);
void line_close(struct line_watch *watch, struct line *line);

#endif
