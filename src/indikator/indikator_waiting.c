/* SPDX-License-Identifier: Apache-2.0 */
/* What of the indicators waits for whom. */
#include "indikator/indikator_waiting.h"

#include "generated/indikator_sql.h"

enum err indikator_waits_to_decide(struct job *job, struct waiting *out)
{
	struct waiting_row *rows;
	int count = 0;
	enum err err = sql_indikator_waiting(job, WAITING_MOST, &rows, &count);

	if (!err)
		waiting_fill(out, rows, count);
	return err;
}
