/* SPDX-License-Identifier: Apache-2.0 */
/* The commands "account", "address" and "lookalikes". */
#include "account/account_cli.h"
#include "account/address_cli.h"
#include "app/app.h"
#include "base/sys.h"
#include "org/lookalike.h"

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

/* address https://HOST [SLUG] */
int command_address(struct app *app, int argc, char **argv)
{
	struct address_order order = {.now = clock_now()};

	if (argc != 2 && argc != 3) {
		(void)fprintf(stderr, "abdi address https://HOST [SLUG]\n");
		return 2;
	}
	order.address = argv[1];
	if (argc == 3)
		order.slug = argv[2];
	return address_cli(app->store, &order, stdout);
}

/* lookalikes: 1 when there are some */
int command_lookalikes(struct app *app, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	enum err err = lookalike_print(app->store, stdout);

	if (err && err != ERR_CONFLICT)
		(void)fprintf(stderr, "abdi lookalikes: %s\n", err_told(err));
	return err == ERR_CONFLICT ? 1 : err ? 2 : 0;
}
