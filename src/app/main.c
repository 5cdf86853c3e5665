/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the settings, opens what the command needs, runs it. */
#include "app/app.h"

#include <stdio.h>

int main(int argc, char **argv)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct app app = {.mem = mem};
	const struct command *command = command_find(argc > 1 ? argv[1] : "help");
	int code = 1;

	if (!command) {
		(void)fprintf(stderr, "abdi: no command \"%s\"; try: abdi help\n", argv[1]);
		return 2;
	}
	if (settings_read(&app.settings))
		return 2;
	if (command->needs == COMMAND_NEEDS_NOTHING)
		return command->run(&app, argc - 1, argv + 1);
	if (app_open(&app) == ERR_OK)
		code = command->run(&app, argc - 1, argv + 1);
	app_close(&app);
	return code;
}
