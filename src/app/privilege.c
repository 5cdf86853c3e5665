/* SPDX-License-Identifier: Apache-2.0 */
/* Gives up root, and gives the data to whom the server runs as. */
#include "app/privilege.h"

#include "base/log.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* The directory and what lies directly in it: a database that an earlier start as root has left. */
static enum err give_directory(const char *path, uid_t uid, gid_t gid)
{
	DIR *dir = opendir(path);
	struct dirent *entry;
	enum err err = ERR_OK;

	if (!dir)
		return ERR_IO;
	if (fchown(dirfd(dir), uid, gid) != 0)
		err = ERR_IO;
	while (!err && (entry = readdir(dir))) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (fchownat(dirfd(dir), entry->d_name, uid, gid, AT_SYMLINK_NOFOLLOW) != 0)
			err = ERR_IO;
	}
	(void)closedir(dir);
	return err;
}

static enum err become(const char *user, const char *data_dir)
{
	const struct passwd *account = getpwnam(user);

	if (!account || account->pw_uid == 0) {
		log_error("privilege", "ABDI_USER must name an account that is not root");
		return ERR_FORBIDDEN;
	}
	if (data_dir && give_directory(data_dir, account->pw_uid, account->pw_gid)) {
		log_error("privilege", "the data directory cannot be given to ABDI_USER: %s",
			  strerror(errno));
		return ERR_FORBIDDEN;
	}
	if (setgroups(0, NULL) != 0 || setgid(account->pw_gid) != 0 ||
	    setuid(account->pw_uid) != 0 || setuid(0) == 0) {
		log_error("privilege", "root could not be given up: %s", strerror(errno));
		return ERR_FORBIDDEN;
	}
	return ERR_OK;
}

enum err privilege_drop(const char *user, const char *data_dir)
{
	static const struct rlimit none = {0, 0};
	enum err err;

	if (geteuid() == 0 && (err = become(user, data_dir)))
		return err;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || setrlimit(RLIMIT_CORE, &none) != 0) {
		log_error("privilege", "%s", strerror(errno));
		return ERR_FORBIDDEN;
	}
	return ERR_OK;
}
