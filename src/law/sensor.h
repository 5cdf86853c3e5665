/* SPDX-License-Identifier: Apache-2.0 */
/* Which tables of a survey may be shown, so that none of them, and no difference of two of them,
   tells of fewer people than the least group (reliability B1, rulebook 4.6 [D]). Tables are those
   of one year: a scope (agency, unit, service) in a month, a quarter or the year. */
#ifndef ABDI_LAW_SENSOR_H
#define ABDI_LAW_SENSOR_H
#include "base/str.h"

#define SENSOR_MONTHS 12
#define SENSOR_YEAR 16
#define SENSOR_PERIODS 17 /* months 0 to 11, quarters 12 to 15, the year */

/* A scope: how many answered in each month, those of the scopes below it included. */
struct sensor_scope {
	int above; /* its place in the list; -1: there is none */
	int64_t of[SENSOR_MONTHS];
	bool is_shown[SENSOR_PERIODS]; /* the outcome */
};

/* First and last month of a period, from 0. */
int sensor_first(int period);
int sensor_last(int period);
/* How many answered in a period. */
int64_t sensor_count(const struct sensor_scope *scope, int period);
/* Decides all tables; months from months_over on are not over yet, and neither they nor a period
   that holds them is shown: what grows day by day would show the last one who came. */
void sensor_decide(struct sensor_scope *scopes, int count, int least, int months_over);

#endif
