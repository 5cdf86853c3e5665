/* SPDX-License-Identifier: Apache-2.0 */
/* Text as people see it: letters, not bytes. What two people would read alike is made the same on
   entry, and what nobody can see is taken out. */
#ifndef ABDI_BASE_LETTERS_H
#define ABDI_BASE_LETTERS_H
#include "base/str.h"

/* One writing of what was typed or read: composed letters (NFC), full-width letters and signs as
   plain ones, every blank a blank; invisible, direction and control marks are gone. Line breaks
   are blanks, and blanks never stand twice, unless the text keeps its lines. What is no UTF-8
   comes back as it is. */
struct str letters_clean(struct arena *mem, struct str text, bool keeps_lines);
/* Does a sign stand in it that no paper, XML or font shows: a noncharacter, one of private use, or
   the mark of letters that were lost? *point is the first of them. Invisible marks are no such
   signs: letters_clean takes them out. */
bool letters_unshowable(struct str text, int *point);
/* Small letters without their marks, each way to write one alike: "É", "ﬁ", "Ⅷ" -> e, fi, viii. */
struct str letters_plain(struct arena *mem, struct str text);
/* The text with such signs told by their numbers: "Uji[U+FFFE]". */
struct str letters_marked(struct arena *mem, struct str text);
/* At most that many characters; what is longer ends with "…" and never inside a letter. */
struct str letters_cut(struct arena *mem, struct str text, size_t most);
/* Its first letter with its marks, as a capital; signs before it are passed over. STR_NONE without
   one. */
struct str letters_first(struct arena *mem, struct str word);

#endif
