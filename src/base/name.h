/* SPDX-License-Identifier: Apache-2.0 */
/* Names of people: what of "Drs. H. Piter Uji, M.Si." is the name. */
#ifndef ABDI_BASE_NAME_H
#define ABDI_BASE_NAME_H
#include "base/str.h"

/* Without the titles before and behind it: "Piter Uji". A name that is all titles stays whole. */
struct str name_bare(struct str name);
/* The first word of the bare name, what a greeting says: "Piter". An initial alone takes the next
   word along: "M. Yusuf". */
struct str name_called(struct str name);
/* Capitals of its first words, of at most that many: "PU". */
struct str name_initials(struct arena *mem, struct str name, int most);
/* Its place in a list: titles make no difference, and what fold_order says. */
struct str name_order(struct arena *mem, struct str name);

#endif
