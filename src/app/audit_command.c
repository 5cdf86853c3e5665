/* SPDX-License-Identifier: Apache-2.0 */
/* abdi audit: verify, heads, accept-restore. The first two only look, also without a server and
   without the right to write. */
#include "account/role_check.h"
#include "api/api_key_check.h"
#include "app/app.h"
#include "audit/audit_cli.h"
#include "audit/guard.h"
#include "base/sys.h"
#include "document/document_cli.h"
#include "evaluation/capaian_check.h"
#include "org/year_check.h"
#include "report/report_check.h"

#include <inttypes.h>
#include <string.h>

static int usage(void)
{
	(void)fputs("abdi audit verify [--jangkar BERKAS]\n"
		    "    verifies links, gaps, order of time, signed heads, what this server "
		    "remembers, and every\n"
		    "    signed document, evaluation and SKP, every report, role, year, period, "
		    "setting, unit's achievement "
		    "and API key; exit 1 "
		    "and\n    what is bad first when something changed\n"
		    "    --jangkar: also against lines of `abdi audit heads` kept elsewhere\n"
		    "abdi audit heads\n"
		    "    prints every signed head: keep them elsewhere, on paper or by mail\n"
		    "abdi audit accept-restore --alasan TEKS\n"
		    "    takes a restored database for the right one; stop the server before, "
		    "start it after\n",
		    stderr);
	return 2;
}

static int looked(enum err err)
{
	switch (err) {
	case ERR_OK: return 0;
	case ERR_CONFLICT: return 1;
	case ERR_STORE:
		(void)fputs(
			"abdi audit: the database cannot be read; is the address right, and may "
			"ABDI_USER read it?\n",
			stderr);
		return 2;
	default: (void)fprintf(stderr, "abdi audit: %s\n", err_told(err)); return 2;
	}
}

static const struct audit_cli_kind kinds[] = {
	{"laporan", report_check},	   {"peran", role_check},
	{"tahun dan periode", year_check}, {"setelan", setelan_compare},
	{"capaian unit", capaian_check},   {"kunci API", api_key_check},
};

static int verify(struct app *app, const char *anchor_path)
{
	struct audit_cli cli = {.data_dir = app->data_dir,
				.anchor_path = anchor_path,
				.signed_check = document_cli_check,
				.kinds = kinds,
				.kind_count = sizeof(kinds) / sizeof(kinds[0]),
				.out = stdout};
	enum err err = app_open_reading(app);

	cli.store = app->store;
	cli.data_dir = app->data_dir;
	if (!err)
		err = audit_cli_verify(&cli);
	return looked(err);
}

static int heads(struct app *app)
{
	enum err err = app_open_reading(app);
	struct audit_cli cli = {.store = app->store, .data_dir = app->data_dir, .out = stdout};

	if (!err)
		err = audit_cli_heads(&cli);
	return looked(err);
}

static void accepted_print(void *arg, struct str kode, int64_t before, int64_t now)
{
	(void)arg;
	if (before)
		(void)printf("%.*s: sebelumnya diingat %" PRId64 " entri, kini diterima %" PRId64
			     " entri\n",
			     STR_ARG(kode), before, now);
	else
		(void)printf("%.*s: kini diterima %" PRId64 " entri\n", STR_ARG(kode), now);
}

static int accept_restore(struct app *app, const char *reason)
{
	struct guard_accept order = {
		.reason = str_trim(str_from(reason)), .now = clock_now(), .tell = accepted_print};
	enum err err;

	if (order.reason.len == 0)
		return usage();
	if (!(err = app_open_unwatched(app))) {
		order.data_dir = app->data_dir;
		err = guard_accept(app->store, &order);
	}
	return looked(err);
}

int command_audit(struct app *app, int argc, char **argv)
{
	const char *deed = argc > 1 ? argv[1] : "";
	bool has_option = argc == 4;
	int code = 2;

	if (strcmp(deed, "verify") == 0 && argc == 2)
		code = verify(app, NULL);
	else if (strcmp(deed, "verify") == 0 && has_option && strcmp(argv[2], "--jangkar") == 0)
		code = verify(app, argv[3]);
	else if (strcmp(deed, "heads") == 0 && argc == 2)
		code = heads(app);
	else if (strcmp(deed, "accept-restore") == 0 && has_option &&
		 strcmp(argv[2], "--alasan") == 0)
		code = accept_restore(app, argv[3]);
	else
		code = usage();
	app_close(app);
	return code;
}
