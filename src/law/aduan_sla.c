/* SPDX-License-Identifier: Apache-2.0 */
#include "law/aduan_sla.h"
#include "base/ratio.h"
#include "law/defaults.h"

static const struct str keys[ADUAN_JENIS_COUNT] = {
	[ADUAN_BERKADAR_PENGAWASAN] = STR("berkadar_pengawasan"),
	[ADUAN_TIDAK_BERKADAR_PENGAWASAN] = STR("tidak_berkadar_pengawasan"),
	[ADUAN_ASPIRASI] = STR("aspirasi"),
	[ADUAN_PERMINTAAN_INFORMASI] = STR("permintaan_informasi"),
};

struct aduan_limits aduan_limits_default(void)
{
	return (struct aduan_limits){
		.verify = LAW_DEFAULT_aduan_verify_wd,
		.first_reply = LAW_DEFAULT_aduan_first_reply_wd,
		.autoclose = LAW_DEFAULT_aduan_autoclose_wd,
		.resolve =
			{
				[ADUAN_BERKADAR_PENGAWASAN] = LAW_DEFAULT_aduan_bp_wd,
				[ADUAN_TIDAK_BERKADAR_PENGAWASAN] = LAW_DEFAULT_aduan_tbp_wd,
				[ADUAN_ASPIRASI] = LAW_DEFAULT_aduan_aspirasi_wd,
				[ADUAN_PERMINTAAN_INFORMASI] = LAW_DEFAULT_aduan_info_wd,
			},
	};
}

bool aduan_jenis_parse(struct str key, enum aduan_jenis *out)
{
	for (int i = 0; i < ADUAN_JENIS_COUNT; i++)
		if (str_equal(keys[i], key)) {
			*out = (enum aduan_jenis)i;
			return true;
		}
	return false;
}

struct str aduan_jenis_key(enum aduan_jenis jenis)
{
	return keys[jenis];
}

struct date aduan_verify_due(const struct aduan_limits *limits, const struct calendar *calendar,
			     struct date received_on)
{
	return calendar_add_working(calendar, received_on, limits->verify);
}

struct date aduan_reply_due(const struct aduan_limits *limits, const struct calendar *calendar,
			    struct date verified_on)
{
	return calendar_add_working(calendar, verified_on, limits->first_reply);
}

struct date aduan_resolve_due(const struct aduan_limits *limits, const struct calendar *calendar,
			      enum aduan_jenis jenis, struct date verified_on)
{
	return calendar_add_working(calendar, verified_on, limits->resolve[jenis]);
}

int64_t aduan_on_time(int64_t on_time, int64_t due)
{
	return due > 0 ? ratio_round_half_up(ratio_make(on_time * 100, due), 2) : 10000;
}
