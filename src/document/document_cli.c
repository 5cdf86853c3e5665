/* SPDX-License-Identifier: Apache-2.0 */
/* The check from the command line. */
#include "document/document_cli.h"

#include "audit/audit_cli.h"
#include "document/document_check.h"

enum err document_cli_check(struct job *job, struct audit_trail *trail, FILE *out, int *bad)
{
	struct audit_cli_findings findings = {.out = out};
	struct document_check check = {trail, audit_cli_finding_print, &findings};
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
