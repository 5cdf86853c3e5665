/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers as files of spreadsheets write them, in the digits a person sees. */
#ifndef ABDI_RENDER_NUMBER_TEXT_H
#define ABDI_RENDER_NUMBER_TEXT_H
#include "base/str.h"

#define NUMBER_DIGITS 15 /* what spreadsheets show of a number, and all they keep for sure */
#define NUMBER_TEXT_MAX 40

/* "3.1000000000000001" is 3.1 and "1.5E3" is 1500: no power of ten, no zeros that say nothing. */
struct number {
	char text[NUMBER_TEXT_MAX];
	size_t len;
	int digits_before; /* the point; with more than NUMBER_DIGITS of them text is empty */
};

/* False when the text is no number, or one too small or long to be written out. */
MUST_CHECK bool number_parse(struct str text, struct number *out);

#endif
