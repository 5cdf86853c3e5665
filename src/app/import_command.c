/* SPDX-License-Identifier: Apache-2.0 */
/* The command "impor". */
#include "app/app.h"
#include "base/sys.h"
#include "import/import.h"
#include "import/import_cli.h"

#include <string.h>

/* import FILE [--terapkan] [--akhiri-yang-tidak-ada LEMBAR,…] [--alasan ALASAN]
   [--instansi KODE] */
int command_import(struct app *app, int argc, char **argv)
{
	struct import_order order = {.data_dir = app->data_dir, .now = clock_now()};
	bool is_known = true;

	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--terapkan") == 0)
			order.applies = true;
		else if (strcmp(argv[i], "--akhiri-yang-tidak-ada") == 0 && i + 1 < argc &&
			 import_ends_parse(str_from(argv[i + 1]), &order.ends))
			i++;
		else if (strcmp(argv[i], "--alasan") == 0 && i + 1 < argc)
			order.alasan = argv[++i];
		else if (strcmp(argv[i], "--instansi") == 0 && i + 1 < argc)
			order.kode = argv[++i];
		else if (argv[i][0] != '-' && !order.path)
			order.path = argv[i];
		else
			is_known = false;
	}
	if (!order.path || !is_known) {
		(void)fprintf(stderr, "abdi import FILE [--terapkan] [--akhiri-yang-tidak-ada "
				      "unit,jabatan,pegawai,libur] [--alasan ALASAN] "
				      "[--instansi KODE]\n");
		return 2;
	}
	return import_cli(app->store, &order, stdout);
}
