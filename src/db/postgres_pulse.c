/* SPDX-License-Identifier: Apache-2.0 */
/* Does the server answer anybody? Asked on a connection that does nothing else. */
#include "db/postgres_column.h"
#include "db/postgres_link.h"

#define PULSE_MS 3000

static void take(void *arg, const struct link_outcome *outcome)
{
	(void)arg;
	link_answer_free(outcome->answer);
}

/* One question that any server can answer at once. */
static bool beats(struct link *link)
{
	struct link_statement statement = {.name = "", .text = "SELECT 1"};
	static const struct wire nothing;

	return link_send(link, &statement, &nothing) && link_collect(link, take, NULL);
}

/* A connection that was closed says little: the server may have ended it. One that is silent says
   that whoever waits now waits in vain, also when another server would answer. */
bool postgres_pulse(const char *url, void **beating)
{
	struct link *link = *beating;
	bool was_there = link && link_is_alive(link);

	if (was_there && beats(link))
		return true;
	bool is_silent = was_there && link_is_alive(link);
	link_close(link);
	*beating = NULL;
	if (is_silent || !link_server_answers(url))
		return false;
	*beating = link =
		link_open(url, false, "any"); /* NULL: it may have no place for one more */
	if (link)
		link_be_patient(link, PULSE_MS, NULL);
	return true;
}

void postgres_pulse_end(void *beating)
{
	link_close(beating);
}
