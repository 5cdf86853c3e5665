/* SPDX-License-Identifier: Apache-2.0 */
/* The table of calculators. */
#include "kalkulator/kalkulator.h"
#include "kalkulator/kalkulator_why.h"

static const struct kalkulator pages[] = {
#define KALKULATOR(name, subject, privacy, why, example, purpose)                                  \
	{STR(name), SUBJECT_##subject, IS_##privacy, why, STR(example), STR(purpose), NULL},
#define IS_PUBLIK false
#define IS_PRIBADI true
#include "kalkulator/kalkulator.def"
#undef KALKULATOR
};

#define PAGE_COUNT (int)(sizeof pages / sizeof pages[0])

struct str kalk_subject_label(enum kalk_subject subject)
{
	switch (subject) {
	case SUBJECT_KINERJA: return STR("Kinerja");
	case SUBJECT_ANGKA_KREDIT: return STR("Angka kredit dan pangkat");
	case SUBJECT_DISIPLIN: return STR("Disiplin dan TPP");
	case SUBJECT_LAYANAN: return STR("Layanan publik");
	case SUBJECT_TALENTA: return STR("Talenta");
	case SUBJECT_NOMOR: return STR("Nomor identitas");
	}
	__builtin_unreachable();
}

struct kalkulator *kalkulator_list(struct arena *mem, int *count)
{
	struct kalkulator *list = arena_array(mem, struct kalkulator, PAGE_COUNT);

	*count = 0;
	for (int i = 0; i < PAGE_COUNT; i++) {
		list[*count] = pages[i];
		list[*count].law = calculator_find(pages[i].name);
		*count += list[*count].law != NULL;
	}
	return list;
}

struct kalkulator *kalkulator_find(struct arena *mem, struct str name)
{
	int count;
	struct kalkulator *list = kalkulator_list(mem, &count);

	for (int i = 0; i < count; i++)
		if (str_equal(list[i].name, name))
			return &list[i];
	return NULL;
}
