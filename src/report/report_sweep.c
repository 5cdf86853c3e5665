/* SPDX-License-Identifier: Apache-2.0 */
/* Removes files no report names any more. */
#include "report/report_sweep.h"

#include "base/log.h"
#include "db/query.h"
#include "generated/report_sql.h"
#include "report/report_file.h"

#include <dirent.h>
#include <pthread.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define US_A_SECOND INT64_C(1000000)
#define DAY_SECONDS 86400
#define REST_SECONDS                                                                               \
	1 /* a file touched later may have been touched twice within the clock's grain */
#define DOUBTS_MAX 256 /* more than these wait for their shelf's turn */
#define DOUBT_LOOKS 5 /* an undone row may still be seen by the first look or two */

struct doubt {
	struct id instansi;
	char sha256[64];
	int looks;
};

static struct {
	pthread_mutex_t lock;
	struct doubt at[DOUBTS_MAX];
	int count;
} doubts = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void doubt_put(const struct doubt *doubt)
{
	pthread_mutex_lock(&doubts.lock);
	if (doubts.count < DOUBTS_MAX)
		doubts.at[doubts.count++] = *doubt;
	pthread_mutex_unlock(&doubts.lock);
}

void report_sweep_doubt(const struct laporan *laporan, const struct id *instansi_id)
{
	for (int i = 0; i < laporan->bukti_count; i++) {
		struct doubt doubt = {.instansi = *instansi_id, .looks = DOUBT_LOOKS};
		struct str sha256 = laporan->bukti[i].sha256;
		if (sha256.len != sizeof doubt.sha256)
			continue;
		memcpy(doubt.sha256, sha256.at, sizeof doubt.sha256);
		doubt_put(&doubt);
	}
}

/* Files of one agency on their way out. */
struct sweep {
	struct arena *mem;
	const char *data_dir;
	struct id instansi;
	struct sweep_file {
		struct str sha256;
		struct timespec touched;
	} * files;
	int count, removed;
};

static const char *path_of(const struct sweep *sweep, struct str sha256)
{
	return str_cstr(sweep->mem,
			bukti_path(sweep->mem, sweep->data_dir, &sweep->instansi, sha256));
}

/* Takes the file in when it rested long enough; false when it is still too fresh. */
static bool sweep_add(struct sweep *sweep, struct str sha256, int64_t now, int rest_seconds)
{
	struct stat st;

	if (lstat(path_of(sweep, sha256), &st) != 0 || !S_ISREG(st.st_mode))
		return true;
	if (st.st_mtim.tv_sec > now / US_A_SECOND - rest_seconds - 1)
		return false;
	sweep->files = arena_grow(sweep->mem, sweep->files, sweep->count, sizeof *sweep->files);
	sweep->files[sweep->count++] =
		(struct sweep_file){str_copy(sweep->mem, sha256), st.st_mtim};
	return true;
}

/* First look, in a snapshot: only what no committed report names stays on the list. */
static enum err unnamed_work(struct db *db, void *arg)
{
	struct sweep *sweep = arg;
	int kept = 0;
	bool needed = true;
	enum err err = ERR_OK;

	for (int i = 0; i < sweep->count && !err; i++) {
		err = sql_report_file_needed(JOB_OF(db, NULL), sweep->files[i].sha256, &needed);
		if (!needed)
			sweep->files[kept++] = sweep->files[i];
	}
	sweep->count = err ? 0 : kept;
	return err;
}

static bool is_untouched(const struct sweep *sweep, const struct sweep_file *file)
{
	struct stat st;

	return lstat(path_of(sweep, file->sha256), &st) == 0 &&
	       st.st_mtim.tv_sec == file->touched.tv_sec &&
	       st.st_mtim.tv_nsec == file->touched.tv_nsec;
}

/* Second look, on the writer: a report of the batch at hand names it, or has held it since the
   first look (and was undone within the same batch, which a crash would undo), so it stays. */
static enum err remove_work(struct db *db, void *arg)
{
	struct sweep *sweep = arg;
	bool needed = true;
	enum err err = ERR_OK;

	for (int i = 0; i < sweep->count && !err; i++) {
		const struct sweep_file *file = &sweep->files[i];
		err = sql_report_file_needed(JOB_OF(db, NULL), file->sha256, &needed);
		if (!err && !needed && is_untouched(sweep, file) &&
		    unlink(path_of(sweep, file->sha256)) == 0)
			sweep->removed++;
	}
	return err;
}

static void sweep_run(struct store *store, struct sweep *sweep)
{
	enum err err = ERR_OK;

	if (sweep->count)
		err = store_read(store, &sweep->instansi, unnamed_work, sweep);
	if (!err && sweep->count)
		err = store_write(store, &sweep->instansi, remove_work, sweep);
	if (err && err != ERR_HALTED)
		log_error("report.sweep", "evidence could not be swept: %s", err_name(err));
	if (sweep->removed)
		log_info("report.sweep", "%d files of evidence that no report names were removed",
			 sweep->removed);
}

static int doubts_take(struct doubt *out)
{
	pthread_mutex_lock(&doubts.lock);
	int count = doubts.count;
	memcpy(out, doubts.at, (size_t)count * sizeof *out);
	doubts.count = 0;
	pthread_mutex_unlock(&doubts.lock);
	return count;
}

void report_sweep_doubtful(struct store *store, const char *data_dir, int64_t now)
{
	struct doubt taken[DOUBTS_MAX];
	int count = doubts_take(taken);

	for (int i = 0; i < count; i++) {
		CLEANUP(arena_close) struct arena *mem = arena_make();
		struct sweep sweep = {
			.mem = mem, .data_dir = data_dir, .instansi = taken[i].instansi};
		struct str sha256 = {taken[i].sha256, sizeof taken[i].sha256};
		bool is_ready = sweep_add(&sweep, sha256, now, REST_SECONDS);
		bool is_there = !is_ready || sweep.count > 0;
		sweep_run(store, &sweep);
		taken[i].looks -= is_ready;
		if (is_there && !sweep.removed && taken[i].looks > 0)
			doubt_put(&taken[i]);
	}
}

static void agency_sweep(struct store *store, struct sweep *sweep, int shelf, int64_t now)
{
	struct str agency = id_str(sweep->mem, &sweep->instansi);
	DIR *entries = opendir(
		str_cstr(sweep->mem, str_format(sweep->mem, "%s/bukti/%.*s/%02x", sweep->data_dir,
						STR_ARG(agency), (unsigned)shelf)));
	struct dirent *entry;

	if (!entries)
		return;
	while ((entry = readdir(entries)))
		if (strlen(entry->d_name) == 64)
			(void)sweep_add(sweep, str_from(entry->d_name), now, DAY_SECONDS);
	(void)closedir(entries);
	sweep_run(store, sweep);
}

/* What a crash left of uploads: nobody waits for them any more. */
static void uploads_sweep(struct arena *mem, const char *data_dir, int64_t now)
{
	const char *dir = str_cstr(mem, str_format(mem, "%s/tmp", data_dir));
	DIR *entries = opendir(dir);
	struct dirent *entry;
	struct stat st;

	if (!entries)
		return;
	while ((entry = readdir(entries))) {
		const char *path = str_cstr(mem, str_format(mem, "%s/%s", dir, entry->d_name));
		if (lstat(path, &st) == 0 && S_ISREG(st.st_mode) &&
		    st.st_mtim.tv_sec < now / US_A_SECOND - DAY_SECONDS)
			(void)unlink(path);
	}
	(void)closedir(entries);
}

void report_sweep_shelf(struct store *store, const char *data_dir, int shelf, int64_t now)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	DIR *agencies = opendir(str_cstr(mem, str_format(mem, "%s/bukti", data_dir)));
	struct dirent *entry;

	uploads_sweep(mem, data_dir, now);
	if (!agencies)
		return;
	while ((entry = readdir(agencies))) {
		struct sweep sweep = {.mem = mem, .data_dir = data_dir};
		if (id_parse(str_from(entry->d_name), &sweep.instansi))
			agency_sweep(store, &sweep, shelf % SWEEP_SHELVES, now);
	}
	(void)closedir(agencies);
}
