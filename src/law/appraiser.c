/* SPDX-License-Identifier: Apache-2.0 */
#include "law/appraiser.h"

enum kind { ANY = 3, PROVINSI = 1 << PEMERINTAHAN_PROVINSI, KABKOTA = 1 << PEMERINTAHAN_KABKOTA };

enum mask {
	KEPALA_DAERAH = 1 << KELAS_KEPALA_DAERAH,
	JPT_MADYA = 1 << KELAS_JPT_MADYA,
	JPT_PRATAMA = 1 << KELAS_JPT_PRATAMA,
	ADMINISTRATOR = 1 << KELAS_ADMINISTRATOR,
	PENGAWAS = 1 << KELAS_PENGAWAS,
};

static const struct rule {
	int kind;
	enum kelas_jabatan pegawai;
	int appraisers, superiors;
} rules[] = {
#define APPRAISER(kind, pegawai, appraisers, superiors)                                            \
	{kind, KELAS_##pegawai, appraisers, superiors},
#include "law/appraiser.def"
#undef APPRAISER
};

static const struct str keys[KELAS_COUNT] = {
	[KELAS_KEPALA_DAERAH] = STR("kepala_daerah"), [KELAS_JPT_MADYA] = STR("jpt_madya"),
	[KELAS_JPT_PRATAMA] = STR("jpt_pratama"),     [KELAS_ADMINISTRATOR] = STR("administrator"),
	[KELAS_PENGAWAS] = STR("pengawas"),	      [KELAS_PELAKSANA] = STR("pelaksana"),
	[KELAS_AHLI_UTAMA] = STR("ahli_utama"),	      [KELAS_AHLI_MADYA] = STR("ahli_madya"),
	[KELAS_AHLI_MUDA] = STR("ahli_muda"),	      [KELAS_AHLI_PERTAMA] = STR("ahli_pertama"),
	[KELAS_KETERAMPILAN] = STR("keterampilan"),
};

struct str kelas_jabatan_key(enum kelas_jabatan kelas)
{
	return keys[kelas];
}

bool kelas_jabatan_parse(struct str key, enum kelas_jabatan *out)
{
	for (int i = 0; i < KELAS_COUNT; i++)
		if (str_equal(keys[i], key)) {
			*out = (enum kelas_jabatan)i;
			return true;
		}
	return false;
}

static const struct rule *rule_of(enum pemerintahan kind, enum kelas_jabatan pegawai)
{
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		if (rules[i].pegawai == pegawai && rules[i].kind & 1 << kind)
			return &rules[i];
	return NULL;
}

bool appraiser_may(enum pemerintahan kind, enum kelas_jabatan pegawai, enum kelas_jabatan appraiser)
{
	const struct rule *rule = rule_of(kind, pegawai);
	return rule && rule->appraisers & 1 << appraiser;
}

bool appraiser_superior_may(enum pemerintahan kind, enum kelas_jabatan pegawai,
			    enum kelas_jabatan superior)
{
	const struct rule *rule = rule_of(kind, pegawai);
	return rule && rule->superiors & 1 << superior;
}
