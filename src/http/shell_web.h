/* SPDX-License-Identifier: Apache-2.0 */
/* Fills what stands around a page from the request: person, menu, note, theme. Which places there
   are the roof says. */
#ifndef ABDI_HTTP_SHELL_WEB_H
#define ABDI_HTTP_SHELL_WEB_H
#include "http/request.h"
#include "law/access.h"
#include "render/shell.h"

/* Whom a place is for, beside the permission. */
enum menu_whom {
	MENU_ALL,
	MENU_PERSON, /* about an own record: accounts without a person have none */
	MENU_PENILAI, /* who appraises somebody today */
};

/* One place of the menu or one tab: shown to those who may do the deed to some record. */
struct menu_row {
	int at; /* the group it stands in; of a tab: its place, which the first fitting row takes */
	struct shell_link link;
	enum permission permission;
	enum menu_whom whom;
};

/* The table of the roof (app/menu.def): the program does not link without it. */
struct menu {
	struct shell_group groups[SHELL_GROUPS]; /* in reading order, without links */
	const struct menu_row *rows, *tabs;
	int row_count, tab_count;
	void (*bell)(struct job *job,
		     struct shell *shell); /* counts what waits into a made frame */
};
extern const struct menu app_menu;

/* active: the path of the menu entry the page belongs to ("/skp"), or "". Takes the note left by
   the page before. */
/* For a page that shows an agency to its public, also where it is not below /w/: at "/". */
void shell_make_visit(struct request *req, struct shell *out);
void shell_make(struct request *req, struct shell *out, const char *active);
/* This own page may lie on the device and open without a signal; not one that tells something
   once. */
void shell_keep(const struct shell *shell, struct response *res);
/* The places of the actor in *out; shell_make does it for who is signed in. */
void shell_add_menu(const struct menu *menu, struct shell *out);

#endif
