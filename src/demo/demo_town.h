/* SPDX-License-Identifier: Apache-2.0 */
/* The generated town before it is written: units, people and who appraises whom, all from one
   seed. */
#ifndef ABDI_DEMO_DEMO_TOWN_H
#define ABDI_DEMO_DEMO_TOWN_H
#include "demo/demo.h"
#include "demo/demo_text.h"
#include "law/predikat.h"

#define DEMO_RHK_MAX 4 /* of one person: up to three main results and one additional */
#define DEMO_QUARTERS 4

/* How high a post stands. */
enum demo_level { LEVEL_TOP, LEVEL_HEAD, LEVEL_BIDANG, LEVEL_SEKSI, LEVEL_STAF };
/* Kinds of things that are drawn, each from a sequence of its own. */
enum demo_thing {
	THING_UNIT = 1,
	THING_POST,
	THING_PERSON,
	THING_ACCOUNT,
	THING_LAYANAN,
	THING_SKP, /* from here on things of a year */
	THING_RHK,
	THING_IKI,
	THING_HASIL,
	THING_LAPORAN,
	THING_BUKTI,
	THING_EVALUASI,
	THING_WILAYAH,
	THING_INDIKATOR,
	THING_NILAI
};
/* How far a plan has come. */
enum demo_plan { PLAN_DITETAPKAN, PLAN_DRAF, PLAN_DIAJUKAN, PLAN_DIKEMBALIKAN };

/* A unit of the town. */
struct demo_unit {
	struct id id;
	int parent, kind, level; /* parent -1 at the root; level: of the head (enum demo_level) */
	int theme; /* first theme of a section */
	int head, staff; /* person; how many below the head are still to be placed */
	struct str kode, nama, jalur, jenis;
	bool is_mandiri;
	uint8_t posts; /* which of its posts are stored, a bit per slot */
	enum capaian capaian[DEMO_QUARTERS + 1]; /* by quarter, from 1 */
};

/* Somebody of the town. */
struct demo_person {
	struct id id, jabatan_id, akun_id;
	int unit, penilai, level,
		slot; /* penilai -1 at the top; slot: which post of the unit, 0 its head */
	int rhk_count; /* main results; one more when has_tambahan */
	int office_rank; /* running number within the office, for the spread of ratings */
	bool has_tambahan, is_pppk, is_woman;
	enum demo_plan plan;
	struct str nama, nip;
	const char *golongan;
};

/* The whole town, made up before anything is stored. */
struct demo_town {
	struct arena *mem;
	struct id instansi_id;
	struct str kode, nama;
	enum zona zona;
	int ordinal;
	int tahun;
	struct date today;
	int64_t now;
	int closed; /* quarters closed by today */
	uint64_t chance; /* state of the generator */
	int unit_count, unit_cap, person_count, person_cap, day_count;
	struct demo_unit *unit;
	struct demo_person *person;
	struct date *day; /* working days of the year up to today */
	/* While no quarter of the year is closed: the same town a year before, on its last day. */
	struct demo_town *before;
	bool is_before;
	/* persons behind the logins */
	int asn, superior, head, officer, manager, auditor, drafter, server, clerk,
		waiter; /* whose plan waits for the superior */
};

/* The same number every run: below bound (> 0). */
int demo_roll(struct demo_town *town, int bound);
/* Ids that grow with n and differ by thing and, of what belongs to a year, by the year. */
struct id demo_id(const struct demo_town *town, enum demo_thing thing, int64_t n);
struct demo_town *demo_town_make(struct arena *mem, const struct demo_order *order);
/* Who signs in, and whose plans are still on their way; part of making the town. */
void demo_town_cast(struct demo_town *town);
/* Names and NIP of everybody; part of making the town. */
void demo_town_name_people(struct demo_town *town);

/* The kind of office a person works in. */
int demo_kind_of(const struct demo_town *town, const struct demo_person *person);
/* The office (a unit below the root) a unit stands in. */
int demo_office_of(const struct demo_town *town, int unit);
/* Which theme a person's j-th main result belongs to. */
int demo_theme_of(const struct demo_town *town, const struct demo_person *person, int j);
struct str demo_post_name(const struct demo_town *town, const struct demo_person *person);
struct date demo_quarter_start(const struct demo_town *town, int quarter);
struct date demo_quarter_end(const struct demo_town *town, int quarter);

#endif
