/* SPDX-License-Identifier: Apache-2.0 */
/* The running program: its settings and its store, and the table of commands. */
#ifndef ABDI_APP_APP_H
#define ABDI_APP_APP_H
#include "app/settings.h"
#include "db/store.h"

struct guard;

/* What every command has at hand. */
struct app {
	struct settings settings;
	struct arena *mem; /* lives as long as the program */
	const char *data_dir; /* absolute */
	struct store *store; /* NULL for commands that need nothing */
	struct guard *guard; /* watches the store; NULL while nobody does */
};

/* What is opened before a command runs. */
enum command_needs { COMMAND_NEEDS_NOTHING, COMMAND_NEEDS_STORE };

typedef int command_run(struct app *app, int argc, char **argv);

/* A row of commands.def. */
struct command {
	const char *name;
	enum command_needs needs;
	const char *arguments, *help;
	command_run *run;
};

#define COMMAND(name, needs, arguments, help)                                                      \
	int command_##name(struct app *app, int argc, char **argv);
#include "app/commands.def"
#undef COMMAND

/* NULL when there is no such command. */
const struct command *command_find(const char *name);
/* Gives up root, makes the data directory, opens and migrates the store; says on standard error
   what is wrong. */
MUST_CHECK enum err app_open(struct app *app);
/* The same without the watch over the chain's heads: only for accepting a restored backup. */
MUST_CHECK enum err app_open_unwatched(struct app *app);
/* For looking only: makes, migrates and writes nothing. */
MUST_CHECK enum err app_open_reading(struct app *app);
void app_close(struct app *app);

#endif
