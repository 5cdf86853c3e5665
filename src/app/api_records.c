/* SPDX-License-Identifier: Apache-2.0 */
/* The records of app/routes.def. */
#include "app/api_records.h"

#include "app/gate.h"

static void tell(struct api_records *out, const struct record *record)
{
	for (int i = 0; i < out->count; i++)
		if (out->at[i] == record)
			return;
	if (record->count == 0 || out->count == API_RECORDS_MAX)
		return;
	out->at[out->count++] = record;
	for (int i = 0; i < record->count; i++)
		if (record->members[i].rows)
			tell(out, record->members[i].rows);
}

void api_records_gather(struct api_records *out)
{
	*out = (struct api_records){.count = 0};
	for (int i = 0; i < app_routes.count; i++)
		if (app_routes.at[i].api)
			tell(out, app_routes.at[i].api->tells);
}
