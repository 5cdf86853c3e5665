/* SPDX-License-Identifier: Apache-2.0 */
/* What a serving process does by itself: keeps the newest confirmed heads beside the data, signs heads hourly, forgets
   old keys, and takes away evidence that no report names. */
#ifndef ABDI_APP_CARETAKER_H
#define ABDI_APP_CARETAKER_H
#include "app/app.h"

struct caretaker;

struct caretaker *caretaker_start(struct app *app);
void caretaker_stop(struct caretaker *caretaker);

#endif
