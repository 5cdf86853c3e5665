/* SPDX-License-Identifier: Apache-2.0 */
/* By when an aduan is verified, answered and resolved, in working days (rulebook 5, ADU-02). */
#ifndef ABDI_LAW_ADUAN_SLA_H
#define ABDI_LAW_ADUAN_SLA_H
#include "law/calendar.h"

enum aduan_jenis {
	ADUAN_BERKADAR_PENGAWASAN,
	ADUAN_TIDAK_BERKADAR_PENGAWASAN,
	ADUAN_ASPIRASI,
	ADUAN_PERMINTAAN_INFORMASI,
	ADUAN_JENIS_COUNT
};

/* Settings aduan_*_wd, working days. */
struct aduan_limits {
	int verify, first_reply, autoclose;
	int resolve[ADUAN_JENIS_COUNT];
};
struct aduan_limits aduan_limits_default(void);
MUST_CHECK bool aduan_jenis_parse(struct str key, enum aduan_jenis *out);
struct str aduan_jenis_key(enum aduan_jenis jenis);

struct date aduan_verify_due(const struct aduan_limits *limits, const struct calendar *calendar,
			     struct date received_on);
struct date aduan_reply_due(const struct aduan_limits *limits, const struct calendar *calendar,
			    struct date verified_on);
/* Counted from verification, when the file is complete [D]. */
struct date aduan_resolve_due(const struct aduan_limits *limits, const struct calendar *calendar,
			      enum aduan_jenis jenis, struct date verified_on);
/* responsif_pct and selesai_pct in hundredths of a percent, half up (ADU-09 [D]); 10000 when nothing was due. */
int64_t aduan_on_time(int64_t on_time, int64_t due);

#endif
