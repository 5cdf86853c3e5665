/* SPDX-License-Identifier: Apache-2.0 */
/* The same form for programs: its JSON schema, and the form read from a JSON object. */
#ifndef ABDI_FORM_FORM_SCHEMA_H
#define ABDI_FORM_FORM_SCHEMA_H
#include "form/form.h"
#include "base/json.h"

/* Writes the schema (2020-12, as OpenAPI 3.1 takes it) of the object that form_read_json reads. */
void form_schema(struct json *json, const struct form_table *table);
/* That of one field alone, as a parameter of an address has it. */
void form_schema_field(struct json *json, const struct field *field);
/* Reads and checks as form_read does, from the text of an application/json body. ERR_INVALID:
   faults has all that is wrong, an unknown member and a value of another type among them; a text
   that is no JSON object has the one fault "form.json" of no field. */
MUST_CHECK enum err form_read_json(struct form *form, struct str body);

#endif
