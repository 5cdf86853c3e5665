/* SPDX-License-Identifier: Apache-2.0 */
/* A list on a page: what it is narrowed by, a form that is read from the address and stays in every
   link, and how it goes on behind its last row. */
#ifndef ABDI_FORM_LIST_H
#define ABDI_FORM_LIST_H
#include "form/form.h"
#include "http/request.h"
#include "render/record.h"

/* A list: its filters, its place, and the ways on. */
struct list {
	struct form form; /* the filters */
	struct str path; /* "/peran" */
	struct records_ask ask; /* a page of RECORDS_LIMIT_MAX, after where the page before ended */
	struct str next_url, first_url; /* empty on the last page, on the first */
	struct str reset_url; /* the list without filters; empty while there are none */
	bool is_lost; /* where to go on was none, so that the list begins again */
};

/* Reads the filters into their record, and where to go on ("sesudah"). */
void list_read(struct list *list, struct request *req, const struct form_table *filters,
	       void *record);
/* The same in two steps, for filters whose choices only the page knows (form_choose). */
void list_make(struct list *list, struct request *req, const struct form_table *filters,
	       void *record);
void list_take(struct list *list, struct request *req);
/* Where the page before ended, of a list that goes on behind an id or a number; none when this is
   the first page or the address says neither. */
struct id list_after_id(struct list *list);
int64_t list_after_number(struct list *list);
/* What the address says of where to go on is none: the list begins again and says so. */
void list_begin_again(struct list *list);
/* 200, or 422 when a filter is none: unknown, of several still to be chosen. */
int list_status(const struct list *list);
/* There is more behind the row that this text names. */
void list_go_on(struct list *list, struct str after);
/* An address with the same filters: a further page, or a download at another path. after may be
   empty. */
struct str list_url(const struct list *list, struct str path, struct str after);

#endif
