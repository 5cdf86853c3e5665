/* SPDX-License-Identifier: Apache-2.0 */
/* The commands "import" and "pegawai". */
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

static int pegawai_help(void)
{
	(void)fprintf(stderr,
		      "abdi pegawai pindah NIP KODE_JABATAN TANGGAL [--penilai NIP] --dasar DASAR "
		      "[--instansi KODE]\nabdi pegawai akhiri NIP TANGGAL --dasar DASAR "
		      "[--instansi KODE]\nTANGGAL: tahun-bulan-hari; DASAR: misalnya nomor surat "
		      "keputusan\n");
	return 2;
}

/* pegawai pindah NIP KODE_JABATAN TANGGAL … | pegawai akhiri NIP TANGGAL … */
int command_pegawai(struct app *app, int argc, char **argv)
{
	struct import_one_order order = {.now = clock_now()};
	const char **places[] = {&order.nip, &order.kode_jabatan, &order.hari};
	int taken = 0, needed = 3;

	if (argc < 2 || (strcmp(argv[1], "pindah") != 0 && strcmp(argv[1], "akhiri") != 0))
		return pegawai_help();
	order.is_end = strcmp(argv[1], "akhiri") == 0;
	if (order.is_end) {
		places[1] = &order.hari;
		needed = 2;
	}
	for (int i = 2; i < argc; i++) {
		if (strcmp(argv[i], "--dasar") == 0 && i + 1 < argc)
			order.dasar = argv[++i];
		else if (strcmp(argv[i], "--penilai") == 0 && i + 1 < argc && !order.is_end)
			order.nip_penilai = argv[++i];
		else if (strcmp(argv[i], "--instansi") == 0 && i + 1 < argc)
			order.kode = argv[++i];
		else if (argv[i][0] != '-' && taken < needed)
			*places[taken++] = argv[i];
		else
			return pegawai_help();
	}
	return taken == needed ? import_one_cli(app->store, &order, stdout) : pegawai_help();
}
