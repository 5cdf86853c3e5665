/* SPDX-License-Identifier: Apache-2.0 */
/* What a serving process does by itself: keeps the newest confirmed heads beside the data, writes
   who read what each minute, takes away evidence that no report names, signs heads, forgets old
   keys and notices and looks over the chains hourly. */
#ifndef ABDI_APP_CARETAKER_H
#define ABDI_APP_CARETAKER_H
#include "app/app.h"

struct caretaker;

struct trail_looks;

/* Starts the thread that looks after the store every few seconds. */
struct caretaker *caretaker_start(struct app *app, struct trail_looks *looks);
/* Ends the thread and waits for it. */
void caretaker_stop(struct caretaker *caretaker);

#endif
