/* SPDX-License-Identifier: Apache-2.0 */
/* What a unit promised for a year (perjanjian kinerja, PK-25): plans hang their results from
   these. */
#ifndef ABDI_SKP_HASIL_UNIT_H
#define ABDI_SKP_HASIL_UNIT_H
#include "form/field.h"
#include "skp/skp_record.h"

#define HASIL_UNIT_TEXT_MAX 500
#define HASIL_UNIT_SATUAN_MAX 40

/* What a person fills in of it. */
extern const struct form_table hasil_unit_form;

/* Results of one unit in a year; UNIT_RESULT_EDIT. */
MUST_CHECK enum err hasil_unit_list(struct job *job, const struct id *unit_id, int tahun,
				    struct hasil_unit **out, int *count);
MUST_CHECK enum err hasil_unit_load(struct job *job, const struct id *hasil_unit_id,
				    struct hasil_unit **out);
/* hasil_unit_id none: adds one to unit_id and tahun; else changes it when version is still the
   stored one. */
MUST_CHECK enum err hasil_unit_save(struct job *job, struct hasil_unit *hasil);
/* Refused with a fault while plans support it. */
MUST_CHECK enum err hasil_unit_remove(struct job *job, const struct id *hasil_unit_id,
				      int64_t version);

#endif
