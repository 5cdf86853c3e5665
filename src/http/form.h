/* SPDX-License-Identifier: Apache-2.0 */
/* Percent encoding: urlencoded forms and queries in, cookie values out. Bounded and strict. */
#ifndef ABDI_HTTP_FORM_H
#define ABDI_HTTP_FORM_H
#include "http/pairs.h"

#define FORM_FIELDS_MAX 2000

/* "a=1&b=x+y%21" becomes pairs. ERR_INVALID: a broken escape, a NUL or text that is not UTF-8;
   ERR_TOO_LARGE: more than FORM_FIELDS_MAX fields. Carriage returns before line feeds are dropped
   (browsers add them in textareas). */
MUST_CHECK enum err form_decode(struct str text, struct pairs *out);
/* One value. plus_is_space as in forms and queries; false for paths and cookies. */
MUST_CHECK enum err form_unescape(struct arena *mem, struct str text, bool plus_is_space,
				  struct str *out);
/* Everything but letters, digits and "-._~" as %XX. */
struct str form_escape(struct arena *mem, struct str text);

#endif
