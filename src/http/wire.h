/* SPDX-License-Identifier: Apache-2.0 */
/* What clients send, judged before libmicrohttpd reads it (decision 0029). The library reads its
   sockets by recv(); wire.c is the recv() of the whole program. For a connection that was opened
   here it hands on only whole, strict heads and what belongs to them; anything else becomes one
   last request whose target is the status it is to be refused with, so that every refusal is an
   answer of ours. Other sockets are read as ever. */
#ifndef ABDI_HTTP_WIRE_H
#define ABDI_HTTP_WIRE_H
#include "base/str.h"

#include <stdint.h>

struct line;
struct wire;

/* The library would read each part of the query into its own small memory, and we read it anyhow:
   in the target it is given this byte, which no target has, stands for the first "?". */
#define WIRE_QUERY '\1'

/* A new connection; line learns when a head begins, no body may have more bytes than body_most.
   NULL: its number is beyond all limits. */
MUST_CHECK struct wire *wire_open(int fd, struct line *line, int64_t body_most);
/* Before its socket is closed; accepts NULL. */
void wire_close(struct wire *wire);
/* The number of the request that the library begins to read now, from 1; 0 when its head never came
   this way, which must not be. */
int wire_claim(struct wire *wire);
/* The status a target made here stands for; 0: it is a client's. */
int wire_refusal(struct str target);
/* The status to refuse that request with, since its body came in chunks that are none or too many
   and was cut short; else 0. */
int wire_broken(const struct wire *wire, int number);

#endif
