/* SPDX-License-Identifier: Apache-2.0 */
/* What every page has around its content: who is signed in, where one can go, the note of the deed
   just done. */
#ifndef ABDI_RENDER_SHELL_H
#define ABDI_RENDER_SHELL_H
#include "base/date.h"

struct actor;

/* One place to go: an entry of the menu, or a tab on phones. */
struct shell_link {
	const char *path, *icon, *label; /* ours: literals */
	const char *words; /* others it is looked for by; "" for tabs */
	bool is_active, is_deed; /* is_deed: the raised round tab on phones */
	int count; /* a small number beside the word; 0 hides it */
};

#define SHELL_GROUPS 6
#define SHELL_LINKS                                                                                \
	32 /* app/menu.c does not compile with more places or groups, and http/ never counts past
	      them */
#define SHELL_TABS 5

/* Entries of the menu that belong together; without any it is not drawn. */
struct shell_group {
	const char *label, *icon;
	bool is_aside; /* on a desk beside every page; others stand on "Lainnya" alone */
	bool is_open; /* holds the page one is on */
	int count; /* the sum of its links' */
	int first, link_count; /* its entries in links of the shell */
};

/* The frame of one page, made by shell_make (http/shell_web.h). */
struct shell {
	struct arena *mem;
	const struct actor *actor;
	struct str title, active; /* active: the path of the menu entry this page belongs to */
	struct str note, csrf, theme, agency, person, initials; /* csrf: masked for this page */
	struct str trouble; /* of the whole house, such as that nothing can be saved; empty: none */
	struct str receipts; /* keys of forms whose deed was done, with points between */
	struct str kept_key; /* of a form that is shown once more; empty: each form gets its own */
	struct str description; /* of the page, for who finds it by searching */
	struct str here; /* address of this page */
	struct str user; /* whose drafts and outbox this device keeps apart; empty for visitors */
	int duties, unread; /* what waits for the actor: sorts of duties, notices not opened */
	bool is_visit; /* a page for the public of an agency: its own small style sheet, nobody is
	                  signed in */
	/* what the addresses of the agency's pages for its public begin with; empty at its own
	   host */
	struct str visit;
	struct str page; /* which page this is, for who tells that it does not work; empty: there is
		         nobody to tell */
	struct str purpose; /* of a form of the public: what its words are for, and the day they are
		            deleted */
	struct date deleted_on;
	bool is_signed_in,
		is_wide; /* is_wide: the page writes its own side column, <main> and note */
	int tab_count;
	struct shell_group groups[SHELL_GROUPS];
	struct shell_link links[SHELL_LINKS]; /* group after group */
	struct shell_link tabs[SHELL_TABS];
};

/* What an address of the public begins with where one of the staff's is called alike: always
   "/w/<slug>". */
struct str shell_visit(const struct shell *shell);
/* The key of one form, which makes its deed happen once. */
struct str shell_key(const struct shell *shell);
/* Does what somebody looks for lead here: is each word of it in the entry's label, its group's or
   its other words? Nothing looked for leads everywhere. */
bool shell_link_fits(const struct shell *shell, const struct shell_group *group,
		     const struct shell_link *link, struct str looked_for);
/* Does it lead to any entry of the group; of any group? */
bool shell_group_fits(const struct shell *shell, const struct shell_group *group,
		      struct str looked_for);
bool shell_fits(const struct shell *shell, struct str looked_for);

#endif
