/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the settings, opens what the command needs, runs it. */
#include "app/app.h"
#include "app/stray.h"
#include "base/log.h"

#include <stdio.h>

static int run(struct app *app, const struct command *command, int argc, char **argv)
{
	int code = 1;

	if (settings_read(&app->settings))
		return 2;
	if (command->needs == COMMAND_NEEDS_NOTHING)
		return command->run(app, argc, argv);
	if (app_open(app) == ERR_OK)
		code = command->run(app, argc, argv);
	app_close(app);
	return code;
}

int main(int argc, char **argv)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct app app = {.mem = mem};
	const struct command *command = command_find(argc > 1 ? argv[1] : "help");

	if (!command) {
		(void)fprintf(stderr, "abdi: no command \"%s\"; try: abdi help\n", argv[1]);
		return 2;
	}
	if (command->run != command_serve)
		return run(&app, command, argc - 1, argv + 1);
	stray_begin(); /* whoever serves is read by machines */
	if (argc > 2)
		log_error("usage", "serve takes no arguments");
	int code = argc > 2 ? 2 : run(&app, command, argc - 1, argv + 1);
	stray_end();
	return code;
}
