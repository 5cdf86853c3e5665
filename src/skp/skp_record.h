/* SPDX-License-Identifier: Apache-2.0 */
/* What the room of the plan stores and lists beside the plan itself (law/skp.h). */
#ifndef ABDI_SKP_SKP_RECORD_H
#define ABDI_SKP_SKP_RECORD_H
#include "base/job.h"
#include "law/skp.h"

/* One result a unit promised for a year. */
struct hasil_unit {
	struct id hasil_unit_id, unit_id;
	struct str unit_nama, unit_jalur;
	struct str uraian, indikator, satuan;
	int tahun, urut;
	int64_t target; /* hundredths */
	bool has_target; /* false: what was typed is no number */
	struct str yakin; /* the target once more, when asked whether it is right */
	int64_t version;
};

/* A word of the appraiser on one row of a plan. */
struct skp_comment {
	struct id rhk_id;
	struct str blok, nilai, text; /* rhk_id none: the comment is on that block, else value */
};

/* A result that another may support. */
struct skp_source {
	struct id id;
	struct str uraian, asal; /* asal: whose it is */
};
/* The appraiser's agreed results, and those of the unit and above it. */
struct skp_source_list {
	int pimpinan_count, unit_count;
	struct skp_source *pimpinan, *unit;
};

/* A person whose appraiser the actor is, with the newest plan of the year. */
struct skp_team_row {
	struct id pegawai_id, skp_id; /* skp_id none: not begun */
	struct str nip, nama, jabatan_nama;
	enum skp_state state;
	int64_t submitted_at;
	bool needs_sync; /* PK-28 */
};

/* Years of which there may be a plan. */
#define SKP_TAHUN_FIRST 2000
#define SKP_TAHUN_LAST 2100
#define SKP_TEAM_PAGE 50
/* A page of an appraiser's people by name, and how far all of them are. */
struct skp_team {
	int count, people, waiting, done; /* count: on this page */
	struct skp_team_row *row;
	bool has_more;
};

#endif
