/* SPDX-License-Identifier: Apache-2.0 */
/* What pages show of people and units: the records of org.h after the access check (ORG_READ),
   narrowed to what the actor may see. */
#ifndef ABDI_ORG_BROWSE_H
#define ABDI_ORG_BROWSE_H
#include "org/org.h"

#define PEGAWAI_PAGE 25
#define UNIT_PAGE 50

/* May the actor open the page of this person? */
bool pegawai_may_show(const struct job *job, const struct pegawai *pegawai);
/* A person the actor may see; everyone sees oneself. */
MUST_CHECK enum err pegawai_show(struct job *job, const struct id *pegawai_id,
				 struct pegawai **out);
/* At most PEGAWAI_PAGE people of a unit (none: of all that may be seen) and of those below it: who
   fits what was typed, or all by unit and name. after: the NIP that ended the page before. */
MUST_CHECK enum err pegawai_browse(struct job *job, const struct id *unit_id, struct str typed,
				   struct str after, struct pegawai **out, int *count);
/* The highest unit where the actor may do this deed. */
MUST_CHECK enum err unit_highest(struct job *job, enum permission deed, struct unit **out);
/* A unit the actor may see; none: the highest one. */
MUST_CHECK enum err unit_show(struct job *job, const struct id *unit_id, struct unit **out);
/* At most UNIT_PAGE units right below a unit that was shown, by name. after: the last one of the
   page before, or none. */
MUST_CHECK enum err unit_list_below(struct job *job, const struct unit *unit,
				    const struct id *after, struct unit **out, int *count);

#endif
