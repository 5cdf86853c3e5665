/* SPDX-License-Identifier: Apache-2.0 */
/* Makes up the whole town from one seed. */
#include "demo/demo_town.h"

#include "law/access.h"

#include <assert.h>
#include <string.h>

#define OFFICE_PEOPLE 37 /* of an office in a small town */
#define OFFICE_SMALL 30 /* below this an office has no sections: staff stand in the bidang itself */
#define OFFICE_LARGE 90 /* an office grows to this before branches open */
#define BRANCH_PEOPLE 34 /* a school, a puskesmas, a kelurahan */

int demo_roll(struct demo_town *town, int bound)
{
	uint64_t z = town->chance += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	z ^= z >> 31;
	return (int)((z >> 11) % (uint64_t)bound);
}

struct id demo_id(const struct demo_town *town, enum demo_thing thing, int64_t n)
{
	struct id id = town->instansi_id;

	/* Seven leading bytes stay the agency's, so ids of one run lie together;
	   version and variant stay those of UUIDv7. */
	id.bytes[7] = (uint8_t)(thing | (town->is_before && thing >= THING_SKP ? 0x40 : 0));
	for (int i = 0; i < 7; i++)
		id.bytes[15 - i] = (uint8_t)((uint64_t)n >> (8 * i));
	id.bytes[8] = (uint8_t)(0x80 | thing);
	return id;
}

static struct demo_unit *unit_add(struct demo_town *town, int parent, const char *kode,
				  struct str nama)
{
	assert(town->unit_count < town->unit_cap);
	int n = town->unit_count++;
	struct demo_unit *unit = &town->unit[n];

	*unit = (struct demo_unit){
		.id = demo_id(town, THING_UNIT, n), .parent = parent, .head = -1, .nama = nama};
	if (parent < 0) {
		unit->kode = str_from(kode);
		unit->jalur = str_format(town->mem, "/%s/", kode);
		return unit;
	}
	const struct demo_unit *above = &town->unit[parent];
	unit->kind = above->kind;
	unit->kode = above->parent < 0
			     ? str_from(kode)
			     : str_format(town->mem, "%.*s-%s", STR_ARG(above->kode), kode);
	unit->jalur =
		str_format(town->mem, "%.*s%.*s/", STR_ARG(above->jalur), STR_ARG(unit->kode));
	return unit;
}

static int index_of(const struct demo_town *town, const struct demo_unit *unit)
{
	return (int)(unit - town->unit);
}

/* "Seksi Akta Kelahiran II": the work it does, and which bidang it stands in. */
static struct str section_name(struct demo_town *town, const struct demo_unit *above,
			       const char *objek)
{
	static const char *const roman[] = {"I", "II", "III", "IV"};
	int bidang = above->kode.at[above->kode.len - 1] - '1';
	struct buf out;

	buf_init(&out, town->mem);
	buf_add_cstr(&out, str_starts(above->nama, "Bagian") ? "Subbagian" : "Seksi");
	for (bool begins = true; *objek; objek++) {
		if (begins)
			buf_add_char(&out, ' ');
		if (*objek != ' ')
			buf_add_char(&out, begins && *objek >= 'a' ? (char)(*objek - 32) : *objek);
		begins = *objek == ' ';
	}
	buf_add_format(&out, " %s", roman[bidang & 3]);
	return buf_str(&out);
}

static void section_add(struct demo_town *town, int parent, int number, int staff)
{
	static const char *const desk[] = {"Subbagian Umum dan Kepegawaian",
					   "Subbagian Perencanaan dan Keuangan"};
	const struct demo_unit *above = &town->unit[parent];
	bool is_desk = str_is(above->jenis, "sekretariat");
	int theme = (number + (is_desk ? 1 : parent)) % DEMO_THEMES;
	struct str nama =
		is_desk ? str_from(desk[number % 2])
			: section_name(town, above, demo_offices[above->kind].theme[theme].objek);
	struct demo_unit *unit = unit_add(town, parent, number ? "S2" : "S1", nama);

	unit->level = LEVEL_SEKSI;
	unit->jenis = is_desk ? STR("subbagian") : STR("seksi");
	unit->theme = theme;
	unit->staff = staff;
}

/* An office: its head, a sekretariat of two desks and as many bidang as its people need. */
static void office_add(struct demo_town *town, const struct demo_office *kind, const char *kode,
		       const char *nama, int people)
{
	int number = (int)(kind - demo_offices);
	bool is_small = people < OFFICE_SMALL;
	int bidang = people < 12 ? 1 : people < 45 ? 2 : people < 70 ? 3 : 4;
	int sections = is_small ? 0 : 2 + bidang * 2;
	int staff = people - (2 + bidang + sections);
	struct demo_unit *office = unit_add(town, 0, kode, str_from(nama));
	int at = index_of(town, office), placed = 0;

	office->kind = number;
	office->level = number == 0 && town->unit_count == 2 ? LEVEL_TOP : LEVEL_HEAD;
	office->jenis =
		str_starts(office->nama, "Kecamatan") ? STR("kecamatan") : STR("perangkat_daerah");
	office->is_mandiri = true;
	for (int b = 0; b <= bidang; b++) {
		struct str title = b ? str_from(kind->bidang[b - 1]) : STR("Sekretariat");
		struct demo_unit *unit = unit_add(
			town, at, b ? str_cstr(town->mem, str_format(town->mem, "B%d", b)) : "SEK",
			title);
		int middle = index_of(town, unit);
		unit->level = LEVEL_BIDANG;
		unit->jenis = b ? STR("bidang") : STR("sekretariat");
		if (b == 0)
			unit->kind =
				0; /* what a sekretariat does is administration in every office */
		if (is_small) { /* a quarter to the sekretariat at most, the rest among the
		                   bidang */
			unit->theme = b % DEMO_THEMES;
			unit->staff = b ? (staff - placed) / (bidang - b + 1) : staff / 4;
			placed += unit->staff;
		}
		for (int s = 0; s < 2 && !is_small; s++, placed++)
			section_add(town, middle, s,
				    staff > 0 ? staff / sections + (placed < staff % sections) : 0);
	}
}

/* Where a large town has most of its people: schools, puskesmas, kelurahan, each below a bidang of
   its office. */
static void branch_add(struct demo_town *town, int parent, int number, int people)
{
	const struct demo_unit *above = &town->unit[parent];
	const char *what = above->kind == 3   ? "SD Negeri Contoh"
			   : above->kind == 2 ? "Puskesmas Contoh"
					      : "UPT Contoh";
	struct demo_unit *unit =
		unit_add(town, parent, str_cstr(town->mem, str_format(town->mem, "U%d", number)),
			 str_format(town->mem, "%s %d", what, number));

	unit->level = LEVEL_SEKSI;
	unit->jenis = STR("uptd");
	unit->theme = number % DEMO_THEMES;
	unit->staff = people - 1;
}

static void branches_add(struct demo_town *town, int people)
{
	int host[8], hosts = 0;

	for (int i = 0; i < town->unit_count && hosts < 8; i++)
		if (str_is(town->unit[i].jenis, "bidang") &&
		    (town->unit[i].kind == 2 || town->unit[i].kind == 3))
			host[hosts++] = i;
	for (int n = 1; people > 0 && hosts > 0; n++) {
		int here = people < BRANCH_PEOPLE * 2 ? people : BRANCH_PEOPLE;
		branch_add(town, host[n % hosts], n, here);
		people -= here;
	}
}

static void units_make(struct demo_town *town, int people)
{
	int offices = people / OFFICE_PEOPLE, placed = 0;
	struct demo_unit *root = unit_add(town, -1, "KOTA", town->nama);

	root->jenis = STR("pemda");
	if (offices < DEMO_OFFICES)
		offices = people < 28 ? 2 : people < DEMO_OFFICES * 14 ? people / 14 : DEMO_OFFICES;
	if (offices > DEMO_OFFICES + DEMO_MORE)
		offices = DEMO_OFFICES + DEMO_MORE;
	int each = people / offices > OFFICE_LARGE ? OFFICE_LARGE : people / offices;
	int spare = people / offices > OFFICE_LARGE ? 0 : people % offices;
	for (int i = 0; i < offices; i++) {
		int here = each + (i < spare);
		if (i < DEMO_OFFICES)
			office_add(town, &demo_offices[i], demo_offices[i].kode,
				   demo_offices[i].nama, here);
		else
			office_add(town, &demo_offices[demo_more[i - DEMO_OFFICES].kind],
				   demo_more[i - DEMO_OFFICES].kode,
				   demo_more[i - DEMO_OFFICES].nama, here);
		placed += here;
	}
	branches_add(town, people - placed);
}

static struct demo_person *person_add(struct demo_town *town, int unit, int level, int slot)
{
	assert(town->person_count < town->person_cap);
	int n = town->person_count++;
	struct demo_person *person = &town->person[n];

	*person = (struct demo_person){
		.id = demo_id(town, THING_PERSON, n),
		.akun_id = demo_id(town, THING_ACCOUNT, n),
		.jabatan_id = demo_id(town, THING_POST, unit * 8 + slot),
		.unit = unit,
		.level = level,
		.slot = slot,
		.penilai = -1,
		.rhk_count = level <= LEVEL_BIDANG ? 3 : 2,
	};
	return person;
}

/* Rulebook 1.4: the head of the section, but JF ahli muda by the head of the bidang. */
static int appraiser_of(const struct demo_town *town, const struct demo_person *person)
{
	int unit = person->unit;

	if (person->slot == 0 || person->slot == 2)
		unit = town->unit[unit].parent;
	while (unit > 0 && town->unit[unit].head < 0)
		unit = town->unit[unit].parent;
	if (unit > 0)
		return town->unit[unit].head;
	int top = town->unit[1].head; /* the Sekretaris Daerah */
	return top; /* -1 while the Sekretaris Daerah is being placed: nobody stands above */
}

static void people_make(struct demo_town *town)
{
	for (int u = 1; u < town->unit_count; u++) { /* heads first, parents before children */
		struct demo_person *head = person_add(town, u, town->unit[u].level, 0);
		head->penilai = appraiser_of(town, head);
		town->unit[u].head = town->person_count - 1;
	}
	for (int u = 1; u < town->unit_count; u++)
		for (int k = 0; k < town->unit[u].staff; k++) {
			int slot = k % 6 == 1 && town->unit[u].level == LEVEL_SEKSI &&
						   town->unit[u].staff > 3
					   ? 2
					   : 1 + (k % 3 == 0 ? 0 : 1 + k % 3);
			struct demo_person *person = person_add(town, u, LEVEL_STAF, slot);
			person->penilai = appraiser_of(town, person);
			person->has_tambahan = demo_roll(town, 100) < 35;
			person->is_pppk = slot != 2 && demo_roll(town, 100) < 22;
		}
}

int demo_office_of(const struct demo_town *town, int unit)
{
	while (unit > 0 && town->unit[unit].parent > 0)
		unit = town->unit[unit].parent;
	return unit;
}

static void ranks_make(struct demo_town *town)
{
	int *next = arena_array(town->mem, int, town->unit_count);

	for (int i = 0; i < town->person_count; i++)
		town->person[i].office_rank = next[demo_office_of(town, town->person[i].unit)]++;
}

/* Most offices reach what they promised; one excels, one fell behind, and parts differ from the
   whole. */
static void capaian_make(struct demo_town *town)
{
	for (int u = 0; u < town->unit_count; u++)
		for (int q = 1; q <= DEMO_QUARTERS; q++) {
			struct demo_unit *unit = &town->unit[u];
			enum capaian value = CAPAIAN_BAIK;
			if (unit->level >= LEVEL_BIDANG)
				value = town->unit[demo_office_of(town, u)].capaian[q];
			else if (u > 1 && unit->kind == 1 && q == 3)
				value = CAPAIAN_ISTIMEWA;
			else if (u > 1 && unit->kind == 4 && q == 1)
				value = CAPAIAN_BUTUH_PERBAIKAN;
			int luck = demo_roll(town, 100);
			if (unit->level >= LEVEL_BIDANG && value == CAPAIAN_BAIK && luck < 12)
				value = luck < 8 ? CAPAIAN_ISTIMEWA : CAPAIAN_BUTUH_PERBAIKAN;
			unit->capaian[q] = value;
		}
}

static bool is_free(struct date day)
{
	if (date_weekday(day) >= 6)
		return true;
	for (int i = 0; i < DEMO_HOLIDAYS; i++)
		if (date_compare(demo_holidays[i].day, day) == 0)
			return true;
	return false;
}

static void days_make(struct demo_town *town)
{
	town->day = arena_array(town->mem, struct date, 366);
	for (struct date d = DATE((int16_t)town->tahun, 1, 5); date_compare(d, town->today) <= 0;
	     d = date_add_days(d, 1))
		if (!is_free(d))
			town->day[town->day_count++] = d;
	if (town->day_count == 0)
		town->day[town->day_count++] = town->today;
}

struct date demo_quarter_start(const struct demo_town *town, int quarter)
{
	return DATE((int16_t)town->tahun, (int8_t)(quarter * 3 - 2), 1);
}

struct date demo_quarter_end(const struct demo_town *town, int quarter)
{
	return date_add_days(date_add_months(demo_quarter_start(town, quarter), 3), -1);
}

/* A year in which everybody had a plan, so that a demonstration made in January has closed periods
   too. */
static struct demo_town *year_before(const struct demo_town *town)
{
	struct demo_town *before = arena_new(town->mem, struct demo_town);

	*before = *town;
	before->is_before = true;
	before->tahun--;
	before->closed = DEMO_QUARTERS;
	before->today = demo_quarter_end(before, DEMO_QUARTERS);
	before->person = arena_array(town->mem, struct demo_person, town->person_count);
	for (int i = 0; i < town->person_count; i++) {
		before->person[i] = town->person[i];
		before->person[i].plan = PLAN_DITETAPKAN;
	}
	before->day_count = 0;
	days_make(before);
	return before;
}

struct demo_town *demo_town_make(struct arena *mem, const struct demo_order *order)
{
	struct demo_town *town = arena_new(mem, struct demo_town);
	struct id space = {{0x01, 0x93, 0x5e, 0x40, 0, (uint8_t)order->ordinal, 0x70, 0, 0x80}};

	town->mem = mem;
	town->now = order->now;
	town->kode = order->kode.len ? order->kode : STR(DEMO_KODE);
	town->nama = order->nama.len ? order->nama : STR(DEMO_NAMA);
	if (!zona_parse(order->zona, &town->zona))
		town->zona = ZONA_WIT;
	town->ordinal = order->ordinal;
	town->today = date_of_time(order->now, town->zona);
	town->tahun = town->today.year;
	town->chance = 20260101u + (uint64_t)order->people + (uint64_t)order->ordinal * 7919;
	town->instansi_id = space;
	while (town->closed < DEMO_QUARTERS &&
	       date_compare(demo_quarter_end(town, town->closed + 1), town->today) < 0)
		town->closed++;
	town->unit_cap = 64 + order->people;
	town->person_cap = order->people * 2 + 256;
	town->unit = arena_array(mem, struct demo_unit, town->unit_cap);
	town->person = arena_array(mem, struct demo_person, town->person_cap);
	units_make(town, order->people);
	people_make(town);
	demo_town_cast(town);
	ranks_make(town);
	capaian_make(town);
	days_make(town);
	demo_town_name_people(town);
	if (town->closed == 0)
		town->before = year_before(town);
	return town;
}
