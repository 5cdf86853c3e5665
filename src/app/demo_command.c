/* SPDX-License-Identifier: Apache-2.0 */
#include "app/app.h"
#include "base/sys.h"
#include "demo/demo.h"

#include <stdio.h>
#include <string.h>

#define PEOPLE_DEFAULT 300

/* demo [--pegawai N] [--bila-kosong]: with the last, an agency that is already there is no fault. */
int command_demo(struct app *app, int argc, char **argv)
{
	int64_t people = PEOPLE_DEFAULT;
	bool if_empty = false;

	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--bila-kosong") == 0) {
			if_empty = true;
		} else if (strcmp(argv[i], "--pegawai") == 0 && i + 1 < argc &&
			   str_parse_int(str_from(argv[i + 1]), &people) && people > 0 &&
			   people <= DEMO_PEGAWAI_MAX) {
			i++;
		} else {
			(void)fprintf(stderr, "abdi demo [--pegawai %d..%d] [--bila-kosong]\n",
				      DEMO_PEGAWAI_MIN, DEMO_PEGAWAI_MAX);
			return 2;
		}
	}
	int code = demo_cli(app->store, app->data_dir, clock_now(), (int)people);
	return code == DEMO_EXISTS && if_empty ? 0 : code;
}
