/* SPDX-License-Identifier: Apache-2.0 */
/* What went wrong, for a program: application/problem+json (RFC 9457) with every fault of the
   input. */
#ifndef ABDI_HTTP_PROBLEM_H
#define ABDI_HTTP_PROBLEM_H
#include "http/response.h"

/* One kind of error of problem.def. */
struct problem_kind {
	int status;
	const char *kind, *title, *detail;
};

/* All of them, for the page and the OpenAPI text. */
const struct problem_kind *problem_kinds(int *count);
/* The kind of a status; one the table does not have is told as 500. */
const struct problem_kind *problem_kind_of(int status);
/* Replaces what the response holds; its headers stay. faults may be empty. */
void respond_problem(struct response *res, int status, const struct problems *faults);

#endif
