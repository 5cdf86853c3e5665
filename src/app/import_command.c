/* SPDX-License-Identifier: Apache-2.0 */
#include "app/app.h"
#include "base/sys.h"
#include "org/import_cli.h"

#include <string.h>

/* import FILE [--terapkan] [--akhiri-yang-tidak-ada] [--instansi KODE] */
int command_import(struct app *app, int argc, char **argv)
{
	struct import_order order = {.data_dir = app->data_dir, .now = clock_now()};

	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--terapkan") == 0)
			order.applies = true;
		else if (strcmp(argv[i], "--akhiri-yang-tidak-ada") == 0)
			order.ends_absent = true;
		else if (strcmp(argv[i], "--instansi") == 0 && i + 1 < argc)
			order.kode = argv[++i];
		else
			order.path = argv[i];
	}
	if (!order.path) {
		(void)fprintf(stderr, "abdi import FILE [--terapkan] [--akhiri-yang-tidak-ada] "
				      "[--instansi KODE]\n");
		return 2;
	}
	return import_cli(app->store, &order, stdout);
}
