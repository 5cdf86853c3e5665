/* SPDX-License-Identifier: Apache-2.0 */
/* Secrets of the installation, each made once under its name and never changed. */
#ifndef ABDI_AUDIT_SECRET_H
#define ABDI_AUDIT_SECRET_H
#include "base/job.h"

/* ERR_NOT_FOUND before secret_add. */
MUST_CHECK enum err secret_find(const struct job *job, struct str nama, struct str *isi);
/* Makes one of chance where there is none and the job writes; ERR_NOT_FOUND while it only reads. */
MUST_CHECK enum err secret_load(struct job *job, struct str nama, struct str *isi);
/* In a write; one that stands already stays, since another process may have been first. */
MUST_CHECK enum err secret_add(const struct job *job, struct str nama, struct str isi);

#endif
