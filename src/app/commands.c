/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the command and runs it. */
#include "app/app.h"

#include <string.h>

#ifndef ABDI_VERSION
#define ABDI_VERSION "0.1.0"
#endif

static const struct command commands[] = {
#define COMMAND(name, needs, arguments, help)                                                      \
	{#name, COMMAND_NEEDS_##needs, arguments, help, command_##name},
#include "app/commands.def"
#undef COMMAND
};

#define COMMAND_COUNT ((int)(sizeof(commands) / sizeof(*commands)))

const struct command *command_find(const char *name)
{
	for (int i = 0; i < COMMAND_COUNT; i++) {
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	}
	return NULL;
}

int command_help(struct app *app, int argc, char **argv)
{
	(void)app;
	(void)argc;
	(void)argv;
	(void)printf("abdi COMMAND\n\nCommands:\n");
	for (int i = 0; i < COMMAND_COUNT; i++)
		(void)printf("  %-8s %-20s %s\n", commands[i].name, commands[i].arguments,
			     commands[i].help);
	(void)printf("\nSettings, from the environment:\n");
	settings_help(stdout);
	return 0;
}

int command_version(struct app *app, int argc, char **argv)
{
	(void)app;
	(void)argc;
	(void)argv;
	(void)printf("abdi %s\n", ABDI_VERSION);
	return 0;
}

int command_migrate(struct app *app, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	(void)printf("%s: up to date\n", store_engine(app->store)); /* app_open has migrated */
	return 0;
}
