/* SPDX-License-Identifier: Apache-2.0 */
/* The command "akun". */
#include "account/account_cli.h"
#include "app/app.h"
#include "base/sys.h"

#include <string.h>

/* account kode NIP | account admin NIP */
int command_account(struct app *app, int argc, char **argv)
{
	struct account_order order = {.now = clock_now()};

	if (argc == 3 && strcmp(argv[1], "kode") == 0) {
		order.deed = ACCOUNT_CODE;
	} else if (argc == 3 && strcmp(argv[1], "admin") == 0) {
		order.deed = ACCOUNT_ADMIN;
	} else {
		(void)fprintf(stderr, "abdi account kode NIP | abdi account admin NIP\n");
		return 2;
	}
	order.login = argv[2];
	return account_cli(app->store, &order, stdout);
}
