/* SPDX-License-Identifier: Apache-2.0 */
/* Which records the API tells, each once, those inside others too. */
#ifndef ABDI_APP_API_RECORDS_H
#define ABDI_APP_API_RECORDS_H
#include "render/record.h"

#define API_RECORDS_MAX 64

/* The records the API tells, by name. */
struct api_records {
	const struct record *at[API_RECORDS_MAX];
	int count;
};

/* From the whole route table, in its order. */
void api_records_gather(struct api_records *out);

#endif
