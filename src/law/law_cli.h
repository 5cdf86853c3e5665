/* SPDX-License-Identifier: Apache-2.0 */
/* `abdi law NAME key=value…`: the calculators on the command line. */
#ifndef ABDI_LAW_LAW_CLI_H
#define ABDI_LAW_LAW_CLI_H
#include "base/date.h"

/* argv[0] is the calculator's name. Prints one JSON object and returns 0; bad input: one line per
   fault on standard error, naming the key, and 2. today: what holds unless the question names a
   day. */
int law_cli(int argc, char **argv, struct date today);

#endif
