/* SPDX-License-Identifier: Apache-2.0 */
/* What the frame of a page knows by itself: the key of a form, and the entries of the menu that a
   word leads to. */
#include "render/shell.h"

#include "law/access.h"

#include "base/id.h"

struct str shell_key(const struct shell *shell)
{
	struct id key;

	if (shell->kept_key.len > 0)
		return shell->kept_key;
	key = id_make();
	return id_str(shell->mem, &key);
}

bool shell_link_fits(const struct shell *shell, const struct shell_group *group,
		     const struct shell_link *link, struct str looked_for)
{
	struct str all = str_lower(shell->mem, str_format(shell->mem, "%s %s %s", link->label,
							  link->words, group->label));
	struct str rest = str_lower(shell->mem, str_trim(looked_for));

	while (rest.len > 0) {
		struct str word = str_cut(rest, ' ', &rest);
		if (word.len > 0 && !str_has(all, str_cstr(shell->mem, word)))
			return false;
	}
	return true;
}

bool shell_group_fits(const struct shell *shell, const struct shell_group *group,
		      struct str looked_for)
{
	bool is_fitting = false;

	for (int i = 0; i < group->link_count; i++)
		is_fitting |=
			shell_link_fits(shell, group, &shell->links[group->first + i], looked_for);
	return is_fitting;
}

bool shell_fits(const struct shell *shell, struct str looked_for)
{
	bool is_fitting = false;

	for (int g = 0; g < SHELL_GROUPS; g++)
		is_fitting |= shell_group_fits(shell, &shell->groups[g], looked_for);
	return is_fitting;
}

struct str shell_visit(const struct shell *shell)
{
	return str_format(shell->mem, "/w/%.*s", STR_ARG(shell->actor->instansi_slug));
}
