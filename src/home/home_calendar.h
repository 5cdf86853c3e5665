/* SPDX-License-Identifier: Apache-2.0 */
/* The agency's calendar around today, the same for everybody there, so remembered for seconds: what
   this process changes in it ends the memory at once (STORE_CALENDAR), what another host changes,
   after the seconds. */
#ifndef ABDI_HOME_HOME_CALENDAR_H
#define ABDI_HOME_HOME_CALENDAR_H
#include "home/home.h"

#define HOME_CALENDAR_SECONDS 5

/* Fills the year, the period and the free days of home's week. */
MUST_CHECK enum err home_load_calendar(struct job *job, struct home *home);

#endif
