/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/audit_cli.h"

#include "audit/audit.h"

#include <inttypes.h>

struct printing {
	FILE *out;
	int agencies, broken;
};

static void hash_print(FILE *out, const struct audit_head *head)
{
	for (size_t i = 0; i < sizeof(head->hash); i++)
		fprintf(out, "%02x", head->hash[i]);
}

static void report_print(void *arg, const struct audit_report *report)
{
	struct printing *p = arg;
	const struct audit_verdict *verdict = &report->verdict;

	p->agencies++;
	if (verdict->first_bad) {
		p->broken++;
		fprintf(p->out, "%.*s: RUSAK pada entri %" PRId64 ": %.*s\n", STR_ARG(report->kode),
			verdict->first_bad, STR_ARG(verdict->why));
		return;
	}
	fprintf(p->out, "%.*s: utuh, %" PRId64 " entri, kepala ", STR_ARG(report->kode),
		verdict->count);
	hash_print(p->out, &report->head);
	fputc('\n', p->out);
}

enum err audit_cli_verify(struct store *store, FILE *out)
{
	struct printing p = {.out = out};
	enum err err;

	if ((err = audit_verify_all(store, report_print, &p)))
		return err;
	if (p.agencies == 0)
		fputs("Belum ada instansi.\n", out);
	return p.broken ? ERR_CONFLICT : ERR_OK;
}
