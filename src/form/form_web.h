/* SPDX-License-Identifier: Apache-2.0 */
/* Where a page's form gets its values from. */
#ifndef ABDI_FORM_FORM_WEB_H
#define ABDI_FORM_FORM_WEB_H
#include "form/form.h"
#include "http/request.h"

/* An empty form and its record, in the request's arena. */
struct form *form_new(struct request *req, const struct form_table *table);
/* The fields of a sent form. */
struct form_source form_from_body(const struct request *req);
/* What stands in the address behind the question mark. */
struct form_source form_from_address(const struct request *req);

/* Takes what a page is asked for behind the question mark into the record. ERR_INVALID when a value
   is none of its field's: the answer says which (422). */
MUST_CHECK enum err form_read_address(struct request *req, const struct form_table *table,
				      void *record);

/* Takes the files that came with the request into the record, behind form_read: one file a field,
   never an empty one. */
void form_read_files(struct form *form, const struct request *req);

/* What was ticked of the boxes of one name: every value that came under it. One that its list does
   not offer (without a list: one that is no id), one that is there twice, and more than the field's
   most are faults of that name. Returns how many are right. */
int form_ticked(struct request *req, const struct field *field, struct str **out);
/* The version a form brings that asks nothing else of that record (html_form_version), or
   VERSION_NONE. */
int64_t form_version(struct request *req);

#endif
