/* SPDX-License-Identifier: Apache-2.0 */
/* The table of places and tabs (app/menu.def) as the frame of every page reads it; its bounds are
   held while compiling. */
#include "http/shell_web.h"
#include "kabar/kabar_web.h"

#define COUNT(array) (int)(sizeof(array) / sizeof(*(array)))

enum { ASIDE = true, MORE = false, PLAIN = false, DEED = true };

enum group {
#define GROUP(name, label, icon, where) GROUP_##name,
#define PLACE(group, path, icon, label, words, permission, whom)
#define TAB(at, path, icon, label, look, permission, whom)
#include "app/menu.def"
#undef GROUP
	GROUP_COUNT
};
_Static_assert(GROUP_COUNT == SHELL_GROUPS, "SHELL_GROUPS says how many groups menu.def has");

#define GROUP(name, label, icon, where)
#undef PLACE
#define PLACE(group, path_, icon_, label_, words_, permission, whom)                               \
	{GROUP_##group,                                                                            \
	 {.path = path_, .icon = icon_, .label = label_, .words = words_},                         \
	 PERM_##permission,                                                                        \
	 MENU_##whom},
static const struct menu_row places[] = {
#include "app/menu.def"
};
_Static_assert(COUNT(places) <= SHELL_LINKS, "a page's frame has no room for so many places");

#undef PLACE
#define PLACE(group, path, icon, label, words, permission, whom)
#undef TAB
#define TAB(at, path_, icon_, label_, look, permission, whom)                                      \
	{at,                                                                                       \
	 {.path = path_, .icon = icon_, .label = label_, .words = "", .is_deed = (look)},          \
	 PERM_##permission,                                                                        \
	 MENU_##whom},
static const struct menu_row tabs[] = {
#include "app/menu.def"
};

#undef GROUP
#define GROUP(name, label, icon, where) [GROUP_##name] = {label, icon, .is_aside = (where)},
#undef TAB
#define TAB(at, path, icon, label, look, permission, whom)
const struct menu app_menu = {
	.groups =
		{
#include "app/menu.def"
		},
	.rows = places,
	.tabs = tabs,
	.row_count = COUNT(places),
	.tab_count = COUNT(tabs),
	.bell = kabar_bell,
};
