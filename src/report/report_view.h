/* SPDX-License-Identifier: Apache-2.0 */
/* What the report pages show, made ready for their templates. */
#ifndef ABDI_REPORT_REPORT_VIEW_H
#define ABDI_REPORT_REPORT_VIEW_H
#include "form/list.h"
#include "report/report_form.h"

/* Evidence a report has that is being corrected. */
struct report_kept {
	struct str value, nama;
	bool is_kept;
};

/* The form of a report, with what was typed. */
struct report_form {
	struct laporan_isian isian;
	struct form form;
	struct bukti_isian berkas;
	struct form berkas_form;
	struct str saved, note; /* saved: "Draf tersimpan 08.41 WIT." or empty */
	int64_t saved_ms; /* when that was, for the device to compare; 0: never */
	bool has_plan;
	struct str lain_url, lain; /* the form for a day of another plan, and which day; or empty */
	struct str ganti, ganti_nomor, ganti_tanggal, ganti_sasaran,
		url_ganti; /* the report it corrects: id, number, day, result, receipt; or empty */
	bool has_no_result; /* that of the old report is none of the day's */
	struct report_kept *bukti; /* of that one */
	int bukti_count;
	struct report_kept *unggah; /* files of the try before, which need not come again */
	int unggah_count;
};

/* A sent report with its number and hash. */
struct report_receipt {
	const struct laporan *laporan;
	struct str time, time_iso, url_replace, url_undo, url_list;
	struct str ditarik, ditarik_iso, url_successor; /* of one that does not hold any more */
	bool is_own;
	struct str hindrance; /* why an own report cannot be changed; empty: it can */
};

/* A month of reports. */
struct report_month {
	struct laporan_pemilik pemilik;
	struct laporan *row;
	int count, unread_count;
	struct list list;
	struct str nama, url_before, url_after; /* url_after: empty when there is none */
	struct str url_read;
};

#endif
