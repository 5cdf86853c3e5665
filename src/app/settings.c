/* SPDX-License-Identifier: Apache-2.0 */
/* Reads what settings.def lists from the environment. */
#include "app/settings.h"

#include "base/log.h"

#include <inttypes.h>
#include <stdlib.h>

static struct str read_text(const char *variable, const char *initial)
{
	const char *value = getenv(variable);
	return str_from(value ? value : initial);
}

static int64_t read_number(const char *variable, int64_t initial, int64_t least, int64_t most,
			   enum err *err)
{
	const char *value = getenv(variable);
	int64_t number = initial;

	if (!value ||
	    (str_parse_int(str_from(value), &number) && number >= least && number <= most))
		return number;
	log_error("settings", "%s must be a number from %" PRId64 " to %" PRId64, variable, least,
		  most);
	*err = ERR_INVALID;
	return initial;
}

static bool read_switch(const char *variable, bool initial, enum err *err)
{
	struct str value = read_text(variable, initial ? "on" : "off");

	if (str_is(value, "on") || str_is(value, "1"))
		return true;
	if (!str_is(value, "off") && !str_is(value, "0") && value.len > 0) {
		log_error("settings", "%s must be on or off", variable);
		*err = ERR_INVALID;
	}
	return false;
}

enum err settings_read(struct settings *out)
{
	enum err err = ERR_OK;

#define SETTING_TEXT(field, variable, initial, help) out->field = read_text(variable, initial);
#define SETTING_NUMBER(field, variable, initial, least, most, unit, help)                          \
	out->field = read_number(variable, initial, least, most, &err);
#define SETTING_SWITCH(field, variable, initial, help)                                             \
	out->field = read_switch(variable, initial, &err);
#include "app/settings.def"
#undef SETTING_TEXT
#undef SETTING_NUMBER
#undef SETTING_SWITCH
	return err;
}

void settings_help(FILE *out)
{
#define SETTING_TEXT(field, variable, initial, help)                                               \
	(void)fprintf(out, "  %-18s %s (default: %s)\n", variable, help,                           \
		      initial[0] ? initial : "none");
#define SETTING_NUMBER(field, variable, initial, least, most, unit, help)                          \
	(void)fprintf(out, "  %-18s %s, %s (default: %" PRId64 ")\n", variable, help, unit,        \
		      (int64_t)(initial));
#define SETTING_SWITCH(field, variable, initial, help)                                             \
	(void)fprintf(out, "  %-18s %s, on or off (default: %s)\n", variable, help,                \
		      (initial) ? "on" : "off");
#include "app/settings.def"
#undef SETTING_TEXT
#undef SETTING_NUMBER
#undef SETTING_SWITCH
}
