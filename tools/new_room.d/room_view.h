/* SPDX-License-Identifier: Apache-2.0 */
/* What the page of @room@ shows. */
#ifndef ABDI_@ROOM@_@ROOM@_VIEW_H
#define ABDI_@ROOM@_@ROOM@_VIEW_H
#include "@room@/@room@.h"
#include "form/form.h"

/* A page of the list, and the form below it. */
struct @room@_view {
	struct arena *mem;
	struct @room@ *row;
	int count;
	struct str next_url; /* empty on the last page */
	struct form form;
};

#endif
