/* SPDX-License-Identifier: Apache-2.0 */
/* The command that makes a town to try. */
#include "app/app.h"
#include "base/sys.h"
#include "demo/demo.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#define PEOPLE_DEFAULT 300

static const char usage[] = "abdi demo [--pegawai N] [--kode KODE] [--nama NAMA] "
			    "[--zona WIB|WITA|WIT] [--bila-kosong]\n";

static bool number_read(struct str text, int *out)
{
	int64_t number;

	if (!str_parse_int(text, &number) || number < 0 || number > INT_MAX)
		return false;
	*out = (int)number;
	return true;
}

/* One option with its value; false: no such option, or its value cannot be read. */
static bool option_read(const char *name, struct str value, struct demo_order *order)
{
	if (strcmp(name, "--pegawai") == 0)
		return number_read(value, &order->people);
	if (strcmp(name, "--kode") == 0)
		order->kode = value;
	else if (strcmp(name, "--nama") == 0)
		order->nama = value;
	else if (strcmp(name, "--zona") == 0)
		order->zona = value;
	else
		return false;
	return value.len > 0;
}

/* With --bila-kosong an agency that is already there is no fault. */
int command_demo(struct app *app, int argc, char **argv)
{
	struct demo_order order = {.now = clock_now(), .people = PEOPLE_DEFAULT};
	struct demo_place place = {app->data_dir, app->settings.listen};
	bool if_empty = false;

	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--bila-kosong") == 0) {
			if_empty = true;
			continue;
		}
		if (i + 1 >= argc || !option_read(argv[i], str_from(argv[i + 1]), &order)) {
			(void)fprintf(stderr, "%s", usage);
			return 2;
		}
		i++;
	}
	int code = demo_cli(app->store, &place, &order);
	return code == DEMO_EXISTS && if_empty ? 0 : code;
}
