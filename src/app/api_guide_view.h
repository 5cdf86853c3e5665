/* SPDX-License-Identifier: Apache-2.0 */
/* What the page of the API shows: its addresses, its records and its errors, from the same tables
   as the API itself. */
#ifndef ABDI_APP_API_GUIDE_VIEW_H
#define ABDI_APP_API_GUIDE_VIEW_H
#include "form/field.h"
#include "http/problem.h"
#include "render/record.h"
#include "render/shell.h"

/* One address of the API. */
struct api_guide_route {
	const char *method, *path, *words,
		*scope; /* scope: its key, "" where no key is asked for */
	const char *record; /* what is answered, "" for none */
	bool is_list, is_change, takes_files;
	const struct form_table *asks; /* what its query or its body may say */
};

/* One member of a record. */
struct api_guide_member {
	const char *name, *words;
	struct str type;
};

/* A record as the page explains it. */
struct api_guide_record {
	const struct record *record;
	struct api_guide_member *members;
};

/* The page that explains the API. */
struct api_guide_view {
	struct api_guide_route *routes;
	int route_count;
	struct api_guide_record *records;
	int record_count;
	const struct problem_kind *kinds;
	int kind_count;
	int limit_max, rate;
	bool may_manage; /* keys of systems */
};

#endif
