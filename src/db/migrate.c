/* SPDX-License-Identifier: Apache-2.0 */
/* Applies the steps that are missing, each in its transaction. */
#include "db/migrate.h"

#include "base/log.h"
#include "base/sys.h"
#include "db/driver.h"
#include "generated/db_sql.h"

#include <string.h>

#define SECTION "\n-- :" /* what follows such a line, up to the next, is for that engine alone */

/* From a section's line on: where the text for this engine goes on. */
static const char *section_skip(const struct driver *driver, const char *line)
{
	size_t len = strlen(driver->name);

	while (line && (strncmp(line + strlen(SECTION), driver->name, len) != 0 ||
			line[strlen(SECTION) + len] != '\n'))
		line = strstr(line + 1, SECTION);
	return line ? line + strlen(SECTION) + len : "";
}

/* Puts the engine's words in place of {id}, {bytes} and {clustered}, and leaves out what is for
   another engine. */
static const char *text_for(struct arena *mem, const struct driver *driver, const char *text)
{
	struct buf buf;

	buf_init(&buf, mem);
	while (*text) {
		if (strncmp(text, SECTION, strlen(SECTION)) == 0) {
			text = section_skip(driver, text);
		} else if (strncmp(text, "{id}", 4) == 0) {
			buf_add_cstr(&buf, driver->type_id);
			text += 4;
		} else if (strncmp(text, "{bytes}", 7) == 0) {
			buf_add_cstr(&buf, driver->type_bytes);
			text += 7;
		} else if (strncmp(text, "{clustered}", 11) == 0) {
			buf_add_cstr(&buf, driver->table_clustered);
			text += 11;
		} else {
			buf_add_char(&buf, *text++);
		}
	}
	return str_cstr(mem, buf_str(&buf));
}

static enum err migration_has(struct db *db, const char *name, bool *out)
{
	struct job job = {.db = db};

	return sql_migrasi_find(&job, str_from(name), out);
}

static enum err migration_note(struct db *db, const char *name)
{
	struct job job = {.db = db};
	int64_t now = clock_now(); /* house: when the step was applied, for people to read */

	return sql_migrasi_insert(&job, str_from(name), now);
}

/* Inside its transaction: asks again, because another process may have been faster. */
static enum err migration_apply(struct db *db, struct arena *mem, const struct migration *step)
{
	const struct driver *driver = db->conn->driver;
	bool is_there = false;
	enum err err;

	if (driver->script_lock && (err = driver->script(db->conn, driver->script_lock)))
		return err;
	if ((err = driver->script(db->conn, driver->script_table)))
		return err;
	if ((err = migration_has(db, step->name, &is_there)) || is_there)
		return err;
	if ((err = driver->script(db->conn, text_for(mem, driver, step->text))))
		return err;
	log_info("store.migrated", "%s", step->name);
	return migration_note(db, step->name);
}

static enum err step_run(struct db *db, struct arena *mem, const struct migration *step)
{
	const struct driver *driver = db->conn->driver;
	enum err err;

	if ((err = driver->script(db->conn, driver->script_begin)))
		return err;
	if ((err = migration_apply(db, mem, step))) {
		(void)!driver->script(db->conn, "ROLLBACK");
		return err;
	}
	return driver->script(db->conn, "COMMIT");
}

static bool is_ours(struct str name)
{
	for (int i = 0; i < MIGRATION_COUNT; i++)
		if (str_is(name, MIGRATIONS[i].name))
			return true;
	return false;
}

/* A newer program has been here: what it has changed we cannot know. */
static enum err unknown_look(struct db *db, struct arena *mem)
{
	struct str *names;
	int count;
	struct job job = {.mem = mem, .db = db};
	enum err err = sql_migrasi_list(&job, &names, &count);

	for (int i = 0; i < count && !err; i++)
		if (!is_ours(names[i])) {
			log_error(
				"store.newer",
				"this database was brought up to date by a newer Abdi (step %.*s); "
				"install that version or a later one: this program does not touch "
				"it",
				STR_ARG(names[i]));
			err = ERR_CONFLICT;
		}
	return err;
}

static enum err fence(struct db *db, struct arena *mem)
{
	const struct driver *driver = db->conn->driver;
	enum err err, ended;

	if ((err = driver->script(db->conn, driver->script_begin)))
		return err;
	if (!(err = driver->script(db->conn, driver->script_table)))
		err = unknown_look(db, mem);
	ended = driver->script(db->conn, err ? "ROLLBACK" : "COMMIT");
	return err ? err : ended;
}

enum err migrations_run(struct conn *conn, int count)
{
	const struct driver *driver = conn->driver;
	struct db db = {.conn = conn};
	CLEANUP(arena_close) struct arena *mem = arena_make();
	enum err err;

	if ((err = fence(&db, mem)))
		return err;
	for (int i = 0; i < count; i++)
		if ((err = step_run(&db, mem, &MIGRATIONS[i])))
			return err;
	return driver->script_after ? driver->script(conn, driver->script_after) : ERR_OK;
}

enum err store_migrate(struct store *store)
{
	const struct driver *driver = store_driver(store);
	struct conn *conn;
	enum err err;

	if ((err = driver->open(store_url(store), true, &conn)))
		return err;
	err = migrations_run(conn, MIGRATION_COUNT);
	driver->close(conn);
	return err;
}
