/* SPDX-License-Identifier: Apache-2.0 */
/* What the pages of roles show. */
#ifndef ABDI_ACCOUNT_ROLE_VIEW_H
#define ABDI_ACCOUNT_ROLE_VIEW_H
#include "account/role.h"
#include "form/form.h"
#include "form/list.h"
#include "render/html.h"
#include "render/shell.h"

/* A role with its words and the keys of its forms. */
struct role_item {
	const struct role *role;
	struct str peran, unit_id; /* keys of the form that ends it */
	bool is_ending; /* that form had a fault */
	struct str label, scope, term; /* term: "Plt. sampai 31 Desember 2026" */
	bool is_held;
};

/* A person in the list, with the roles. */
struct role_person_item {
	const struct role_person *person;
	struct str url;
	struct role_item *roles;
};

/* The list of who holds which role. */
struct role_list_view {
	struct list list;
	struct role_person_item *items;
	int count;
};

/* One account with its roles and the forms that change them. */
struct role_person_view {
	const struct role_person *person;
	struct str nip, action; /* action: "/peran/<id>" */
	struct role_item *roles;
	struct role_form role; /* what was sent about a role */
	struct form form; /* the one that gives a role */
	struct str alasan; /* of the form that had the fault */
	struct str deed; /* which form had the fault: "beri", "akhiri", "kode", "kunci" */
	bool is_self;
};

#endif
