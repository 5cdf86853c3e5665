/* SPDX-License-Identifier: Apache-2.0 */
/* Reading whole files. */
#ifndef ABDI_BASE_FILE_H
#define ABDI_BASE_FILE_H
#include "base/err.h"
#include "base/str.h"

/* All bytes of a file, in mem. ERR_NOT_FOUND: there is none; ERR_INVALID: it is longer than most,
   of which *out then holds the beginning. */
MUST_CHECK enum err file_read(struct arena *mem, const char *path, size_t most, struct str *out);
/* The same of a file that nobody needs any more: it is removed, whatever came of reading it. */
MUST_CHECK enum err file_take(struct arena *mem, const char *path, size_t most, struct str *out);
/* Why a file that somebody named cannot be read, and what to do: a sentence of the command line;
   empty when it can. */
struct str file_hindrance(struct arena *mem, const char *path);

/* A text as a file may be called: its letters and digits, a dash for everything between them, at
   most FILE_NAME_MOST bytes. */
#define FILE_NAME_MOST ((size_t)120)
struct str file_name_of(struct arena *mem, struct str text);

#endif
