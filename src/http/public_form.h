/* SPDX-License-Identifier: Apache-2.0 */
/* What the public is told of a form that takes its words, and what bounds it; the rows are
   app/public.def. */
#ifndef ABDI_HTTP_PUBLIC_FORM_H
#define ABDI_HTTP_PUBLIC_FORM_H
#include "base/limit.h"

/* A row of public.def: what a form of the public is for, and how much may be sent. */
struct public_form {
	const char *path; /* of its route: the page that shows the form and the one that takes it */
	const char *purpose; /* "Dipakai untuk …" */
	int days; /* after so many, what was written is deleted */
	struct limit address, form,
		agency; /* one address; this form of an agency; all its public forms */
};

#endif
