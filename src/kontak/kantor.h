/* SPDX-License-Identifier: Apache-2.0 */
/* When an office is open, for what it promises: its hours, or those of the nearest unit above that
   has some; holidays; and days it is closed all the same. */
#ifndef ABDI_KONTAK_KANTOR_H
#define ABDI_KONTAK_KANTOR_H
#include "base/job.h"
#include "law/janji.h"

#define TUTUP_SEBAB_MAX 160
#define TUTUP_SHOWN 40 /* days ahead that pages show and keep */

/* An office's time, in its own zone. */
struct kantor {
	struct kantor_waktu waktu;
	enum zona zona;
};

/* A day an office is closed though its hours say otherwise. */
struct kantor_tutup {
	struct date tanggal;
	struct str sebab; /* as its public reads it */
};

/* Known between those days; outside them no holiday is. ERR_NOT_FOUND without the unit. */
MUST_CHECK enum err kantor_load(struct job *job, const struct id *unit_id, struct date from,
				struct date to, struct kantor *out);
/* Closed days from one on, of the unit itself and of those above it. */
MUST_CHECK enum err tutup_list(struct job *job, const struct id *unit_id, struct date from,
			       struct kantor_tutup **out, int *count);
/* Closes a day from today on, or says its reason anew. KONTAK_EDIT of that unit. */
MUST_CHECK enum err tutup_add(struct job *job, const struct id *unit_id,
			      const struct kantor_tutup *day);
/* Open as usual; a day that is past stays as it was. */
MUST_CHECK enum err tutup_remove(struct job *job, const struct id *unit_id, struct date tanggal);

#endif
