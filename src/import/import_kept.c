/* SPDX-License-Identifier: Apache-2.0 */
/* A file a preview, named by agency and chance. */
#include "import/import_kept.h"

#include "base/id.h"
#include "import/import_parsed.h"
#include "base/sys.h"
#include "law/access.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *kept_dir(struct job *job)
{
	return str_cstr(job->mem, str_format(job->mem, "%s/impor", job->data_dir));
}

static const char *kept_path(struct job *job, const struct id *id)
{
	struct str instansi = id_str(job->mem, &job->actor->instansi_id),
		   name = id_str(job->mem, id);

	return str_cstr(job->mem, str_format(job->mem, "%s/%.*s-%.*s", kept_dir(job),
					     STR_ARG(instansi), STR_ARG(name)));
}

static void remove_old(struct job *job, const char *dir)
{
	DIR *entries = opendir(dir);
	struct dirent *entry;
	struct stat st;

	if (!entries)
		return;
	while ((entry = readdir(entries))) {
		const char *path =
			str_cstr(job->mem, str_format(job->mem, "%s/%s", dir, entry->d_name));
		if (entry->d_name[0] != '.' && lstat(path, &st) == 0 && S_ISREG(st.st_mode) &&
		    clock_files() / 1000000 - st.st_mtime > IMPORT_KEPT_SECONDS)
			(void)unlink(path);
	}
	(void)closedir(entries);
}

static enum err dir_make(struct job *job)
{
	return mkdir(kept_dir(job), 0700) == 0 || errno == EEXIST ? ERR_OK : ERR_IO;
}

enum err import_keep(struct job *job, struct str path, struct id *out)
{
	enum err err = dir_make(job);

	if (err)
		return err;
	remove_old(job, kept_dir(job));
	*out = id_make();
	return rename(str_cstr(job->mem, path), kept_path(job, out)) == 0 ? ERR_OK : ERR_IO;
}

enum err import_kept_path(struct job *job, const struct id *id, const char **out)
{
	*out = kept_path(job, id);
	return access(*out, R_OK) == 0 ? ERR_OK : ERR_NOT_FOUND;
}

void import_kept_remove(struct job *job, const struct id *id)
{
	import_parsed_remove(job, kept_path(job, id));
	(void)unlink(kept_path(job, id));
}

enum err import_kept_new(struct job *job, const char **out)
{
	struct id id = id_make();
	enum err err = dir_make(job);

	*out = kept_path(job, &id);
	return err;
}
