/* SPDX-License-Identifier: Apache-2.0 */
/* What every page has around its content: who is signed in, where one can go, the note of the deed just done. */
#ifndef ABDI_RENDER_SHELL_H
#define ABDI_RENDER_SHELL_H
#include "base/str.h"

struct actor;

struct shell_link {
	const char *path, *icon, *label; /* ours: literals */
	bool is_active, is_deed; /* is_deed: the raised round tab on phones */
	int count; /* a small number beside the word; 0 hides it */
};

#define SHELL_LINKS_MAX 16
#define SHELL_TABS 5

struct shell {
	struct arena *mem;
	const struct actor *actor;
	struct str title, active; /* active: the path of the menu entry this page belongs to */
	struct str note, csrf, theme, agency, person, initials; /* csrf: masked for this page */
	struct str kept_key; /* of a form that is shown once more; empty: each form gets its own */
	struct str user; /* whose drafts and outbox this device keeps apart; empty for visitors */
	int unread;
	bool is_signed_in,
		is_wide; /* is_wide: the page writes its own side column, <main> and note */
	int link_count;
	struct shell_link links[SHELL_LINKS_MAX];
	struct shell_link tabs[SHELL_TABS];
};

/* The key of one form, which makes its deed happen once. */
struct str shell_key(const struct shell *shell);

#endif
