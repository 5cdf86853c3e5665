/* SPDX-License-Identifier: Apache-2.0 */
/* Makes up people: names, NIP, posts. */
#include "demo/demo_town.h"

static const char *pick(struct demo_town *town, const char *const *list, int count)
{
	const char *word = list[demo_roll(town, count)];

	return word ? word : list[0];
}

static struct str name_of(struct demo_town *town, const struct demo_person *person)
{
	const struct demo_names *names =
		&demo_names[demo_roll(town, 3) == 0 ? 0 : demo_roll(town, DEMO_NAME_GROUPS)];
	const char *const *first = person->is_woman ? names->women : names->men;
	const char *given = pick(town, first, 10);
	const char *middle = pick(town, first, 10);
	const char *last = pick(town, names->last, 12);

	if (middle == given || demo_roll(town, 10) < (town->person_count < 2000 ? 7 : 3))
		return str_format(town->mem, "%s %s", given, last);
	return str_format(town->mem, "%s %s %s", given, middle, last);
}

/* Heads are born on even days up to 1985, others on odd days up to 1999, each with a running end
   number: no two people of all agencies share a NIP (8.1). The moduli have no divisor with 999 in
   common, so that days and ends meet late. */
static struct str nip_of(struct demo_town *town, const struct demo_person *person, int n)
{
	n += town->ordinal * DEMO_PEGAWAI_MAX;
	int64_t step = (int64_t)n * 7919;
	int32_t day = (int32_t)(person->slot == 0 ? step % 3301 * 2 : step % 6001 * 2 + 1);
	struct date born = date_add_days(DATE(1967, 1, 1), day);
	int sex = person->is_woman ? 2 : 1, end = n % 999 + 1;
	int year = born.year + 22 + demo_roll(town, 4), month = 1 + demo_roll(town, 12);
	int latest = town->tahun - 1;

	if (person->is_pppk) {
		int first = 2021 + demo_roll(town, 4);
		return str_format(town->mem, "%04d%02d%02d%04d21%d%03d", born.year, born.month,
				  born.day, first > latest ? latest : first, sex, end);
	}
	return str_format(town->mem, "%04d%02d%02d%04d%02d%d%03d", born.year, born.month, born.day,
			  year > latest ? latest : year, month, sex, end);
}

static const char *golongan_of(struct demo_town *town, const struct demo_person *person)
{
	static const char *const pppk[] = {"V", "VII", "IX", "IX"};
	static const char *const staff[5][2] = {{"III/d", "III/d"},
						{"III/a", "III/b"},
						{"III/c", "III/d"},
						{"II/c", "III/a"},
						{"II/b", "II/d"}};

	if (person->is_pppk)
		return pppk[demo_roll(town, 4)];
	switch (person->level) {
	case LEVEL_TOP: return "IV/d";
	case LEVEL_HEAD: return "IV/c";
	case LEVEL_BIDANG: return demo_roll(town, 2) ? "IV/a" : "IV/b";
	case LEVEL_SEKSI: return demo_roll(town, 2) ? "III/c" : "III/d";
	default: return staff[person->slot][demo_roll(town, 2)];
	}
}

static struct str person_second_name(const struct demo_town *town, int n)
{
	return town->person[n].is_woman ? STR("Yohana Suebu") : STR("Marthen Suebu");
}

/* The two people the guide speaks of have no namesake in their agency. */
static void guide_names(struct demo_town *town)
{
	for (int i = 0; i < town->person_count; i++)
		if (str_is(town->person[i].nama, "Yohana Wally") ||
		    str_is(town->person[i].nama, "Marthen Kambuaya"))
			town->person[i].nama = person_second_name(town, i);
	town->person[town->asn].nama = STR("Yohana Wally");
	town->person[town->superior].nama = STR("Marthen Kambuaya");
}

void demo_town_name_people(struct demo_town *town)
{
	for (int i = 0; i < town->person_count; i++) {
		struct demo_person *person = &town->person[i];
		person->is_woman = demo_roll(town, 100) < 48;
		if (i == town->asn || i == town->superior)
			person->is_woman = i == town->asn;
		person->nama = name_of(town, person);
		person->nip = nip_of(town, person, i);
		person->golongan = golongan_of(town, person);
	}
	if (town->ordinal == 0)
		guide_names(town);
}

int demo_kind_of(const struct demo_town *town, const struct demo_person *person)
{
	return town->unit[person->unit].kind;
}

int demo_theme_of(const struct demo_town *town, const struct demo_person *person, int j)
{
	return person->level <= LEVEL_BIDANG ? j
					     : (town->unit[person->unit].theme + j) % DEMO_THEMES;
}

struct str demo_post_name(const struct demo_town *town, const struct demo_person *person)
{
	const struct demo_unit *unit = &town->unit[person->unit];
	const struct demo_office *office = &demo_offices[unit->kind];

	switch (person->slot) {
	case 1: return str_format(town->mem, "%s Ahli Pertama", office->jf);
	case 2: return str_format(town->mem, "%s Ahli Muda", office->jf);
	case 3: return str_from(office->pelaksana);
	case 4: return STR("Pengadministrasi Perkantoran");
	default: break;
	}
	if (person->level == LEVEL_TOP)
		return STR("Sekretaris Daerah");
	if (str_starts(unit->nama, "Kecamatan"))
		return str_format(town->mem, "Camat%.*s",
				  STR_ARG(str_slice(unit->nama, 9, unit->nama.len)));
	if (str_is(unit->jenis, "sekretariat"))
		return STR("Sekretaris");
	return str_format(town->mem, "Kepala %.*s", STR_ARG(unit->nama));
}
