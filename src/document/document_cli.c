/* SPDX-License-Identifier: Apache-2.0 */
/* The check from the command line. */
#include "document/document_cli.h"

#include "document/document_check.h"

#include <inttypes.h>

#define SHOWN_MAX 100

struct printing {
	FILE *out;
	int shown;
};

static void finding_print(void *arg, const struct document_finding *finding)
{
	struct printing *p = arg;
	char id[ID_TEXT_LEN + 1] = "";

	if (p->shown++ >= SHOWN_MAX)
		return;
	id_write(&finding->object, id);
	(void)fprintf(p->out, "  RUSAK: %s %s: %.*s", finding->kind, id, STR_ARG(finding->why));
	if (finding->number)
		(void)fprintf(p->out, " (entri %" PRId64 ", %.*s)", finding->number,
			      STR_ARG(finding->deed));
	(void)fputc('\n', p->out);
}

enum err document_cli_check(struct job *job, struct audit_trail *trail, FILE *out, int *bad)
{
	struct printing printing = {.out = out};
	struct document_check check = {trail, finding_print, &printing};
	struct document_tally tally;
	enum err err = document_check_run(job, &check, &tally);

	if (err)
		return err;
	*bad += tally.findings;
	(void)fprintf(out, "  sesuai yang ditandatangani: %d evaluasi, %d SKP, %d dokumen",
		      tally.evaluasi, tally.skp, tally.dokumen);
	if (tally.untold)
		(void)fprintf(out, "; %d buatan data contoh tidak dibandingkan", tally.untold);
	if (tally.findings)
		(void)fprintf(out, "; %d TIDAK SESUAI", tally.findings);
	(void)fputc('\n', out);
	return ERR_OK;
}
