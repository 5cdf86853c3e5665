/* SPDX-License-Identifier: Apache-2.0 */
/* The figures of a year side by side: what of them may be told follows from all of them. */
#ifndef ABDI_SUARA_SUARA_PAPAN_H
#define ABDI_SUARA_SUARA_PAPAN_H
#include "law/sensor.h"
#include "law/values.h"
#include "suara/suara_own.h"

/* A unit or a service, with what was ticked there and below in each month. */
struct papan_node {
	struct id id;
	struct suara_sum month[SENSOR_MONTHS];
};

/* One year of an agency; node 0 is the agency. */
struct papan {
	int tahun, count;
	struct papan_node *node;
	struct sensor_scope *scope; /* beside node */
	struct law_values law;
};
MUST_CHECK enum err papan_load(struct job *job, int tahun, struct papan *out);
/* Its node, or -1 where nobody spoke; the none id is the agency. */
int papan_find(const struct papan *papan, const struct id *id);
void suara_sum_add(struct suara_sum *sum, const struct suara_sum *more);
/* The figures of a sum, whoever may see them. */
void suara_reckon(const struct law_values *law, const struct suara_sum *sum,
		  struct suara_figures *out);

#endif
