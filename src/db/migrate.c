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

enum err migrations_run(struct conn *conn, int count)
{
	const struct driver *driver = conn->driver;
	struct db db = {.conn = conn};
	CLEANUP(arena_close) struct arena *mem = arena_make();
	enum err err;

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
