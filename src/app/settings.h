/* SPDX-License-Identifier: Apache-2.0 */
/* What the operator decides; the list with defaults and help is settings.def. */
#ifndef ABDI_APP_SETTINGS_H
#define ABDI_APP_SETTINGS_H
#include "base/str.h"

#include <stdio.h>

/* The server's settings, as settings.def lists them. */
struct settings {
#define SETTING_TEXT(field, variable, initial, help) struct str field;
#define SETTING_NUMBER(field, variable, initial, least, most, unit, help) int64_t field;
#define SETTING_SWITCH(field, variable, initial, help) bool field;
#include "app/settings.def"
#undef SETTING_TEXT
#undef SETTING_NUMBER
#undef SETTING_SWITCH
};

/* Reads the environment; every value out of range is named on standard error. Texts live in the
   environment. */
MUST_CHECK enum err settings_read(struct settings *out);
/* The table for `abdi help`. */
void settings_help(FILE *out);

#endif
