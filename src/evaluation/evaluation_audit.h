/* SPDX-License-Identifier: Apache-2.0 */
/* An evaluation as the audit trail digests it: state, ratings, predikat, reason, notes, version. */
#ifndef ABDI_EVALUATION_EVALUATION_AUDIT_H
#define ABDI_EVALUATION_EVALUATION_AUDIT_H
#include "evaluation/evaluation_record.h"

/* Trails hold digests of this text for years: another form needs another deed's name. */
struct str evaluation_audit_text(struct arena *mem, const struct evaluasi *evaluasi);

#endif
