/* SPDX-License-Identifier: Apache-2.0 */
/* What a file of evidence is, judged by its content alone and to its last byte. */
#ifndef ABDI_REPORT_REPORT_KIND_H
#define ABDI_REPORT_REPORT_KIND_H
#include "base/str.h"

#define BUKTI_MARK_WITHIN ((size_t)1024) /* of a PDF's beginning and of its end, as readers look */

/* Why a file is not taken. */
enum bukti_flaw {
	BUKTI_UNKNOWN, /* of no accepted kind, broken, or too large to be opened */
	BUKTI_MACROS,
	BUKTI_PASSWORD, /* a PDF that nobody opens without one */
	BUKTI_HEIC /* a photo as iPhones keep it */
};

/* What the first bytes promise, or STR_NONE for anything not on the list (SVG and HTML never are;
   reliability F3). */
struct str bukti_sniff(struct str head);
/* Judges the whole file at path, whose bytes these are; a picture is cleaned, there and in *bytes.
   ERR_INVALID: refused, *flaw says why. */
MUST_CHECK enum err bukti_judge(struct arena *mem, const char *path, struct str *bytes,
				struct str *mime, enum bukti_flaw *flaw);

#endif
