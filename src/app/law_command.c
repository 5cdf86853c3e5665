/* SPDX-License-Identifier: Apache-2.0 */
/* The command that asks a calculator. */
#include "app/app.h"
#include "base/sys.h"
#include "law/law_cli.h"

/* argv[0] is "law", then the calculator's name and its inputs. */
int command_law(struct app *app, int argc, char **argv)
{
	(void)app;
	struct date today = date_of_time(clock_now(), ZONA_WIT); /* where a day begins first */

	return law_cli(argc - 1, argv + 1, today);
}
