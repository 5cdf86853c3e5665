/* SPDX-License-Identifier: Apache-2.0 */
/* The first page after signing in: what to do now, how the own work stands, what waits. Reads
   only. */
#ifndef ABDI_HOME_HOME_H
#define ABDI_HOME_HOME_H
#include "kabar/duty.h"
#include "law/predikat.h"
#include "report/report.h"
#include "report/report_draft.h"
#include "skp/skp.h"

#define HOME_WEEK 7
#define HOME_PREDIKAT_MAX 5

/* One day of the calendar strip. */
struct home_day {
	struct date date;
	int reports;
};

/* The agency's year and period around today and the free days of its week: the same for everybody
   there. */
struct home_calendar {
	bool has_year, is_periode_open;
	struct date skp_batas, periode_selesai;
	int periode_nomor;
	struct str periode_nama;
	bool is_free[HOME_WEEK];
	struct str free_name[HOME_WEEK]; /* of a holiday; empty for a weekend */
};

/* One result of the plan with the reported amount. */
struct home_result {
	struct id rhk_id;
	struct str uraian, satuan;
	int64_t target, jumlah; /* hundredths */
	bool is_utama;
	bool is_measured; /* a number to reach, more is better: a bar makes sense */
	struct laporan_hitung hitung; /* the indicator target and jumlah are of */
	int percent;
};

/* A predikat of the own past. */
struct home_predikat {
	struct id evaluasi_id;
	int tahun;
	struct str periode;
	enum predikat predikat;
};

/* The personnel office's overview. */
struct home_office {
	int64_t unit, pegawai, melapor;
	int64_t plans[SKP_DITUTUP + 1];
};

/* What the first page knows of a person. */
struct home {
	struct date today;
	struct home_day week[HOME_WEEK];
	bool is_pegawai, is_office;
	struct home_calendar calendar;
	bool has_plan;
	struct id skp_id;
	enum skp_state plan_state;
	int result_count, measured_count, today_count, predikat_count;
	struct home_result *results;
	int percent,
		pace; /* of the year: mean of the measured results, and how much of the plan's span
		         is over */
	struct laporan *reports; /* today's, newest first */
	struct home_predikat predikat[HOME_PREDIKAT_MAX]; /* oldest first */
	struct laporan_draf draft;
	struct duty_list duties;
	struct home_office office;
};

/* Everything the first page of this actor shows, in at most eight questions for a pegawai. */
MUST_CHECK enum err home_load(struct job *job, struct home *out);

#endif
