/* SPDX-License-Identifier: Apache-2.0 */
/* Appraisers by class of post, from table or values. */
#include "law/appraiser.h"
#include "base/say.h"
#include "law/names.h"

enum mask {
	KEPALA_DAERAH = 1 << KELAS_KEPALA_DAERAH,
	JPT_MADYA = 1 << KELAS_JPT_MADYA,
	JPT_PRATAMA = 1 << KELAS_JPT_PRATAMA,
	ADMINISTRATOR = 1 << KELAS_ADMINISTRATOR,
	PENGAWAS = 1 << KELAS_PENGAWAS,
};

static const struct rule {
	int appraisers, superiors;
} provinces[KELAS_COUNT] = {
#define APPRAISER(pegawai, appraisers, superiors) [KELAS_##pegawai] = {appraisers, superiors},
#include "law/appraiser.def"
#undef APPRAISER
};

static const struct law_name names[KELAS_COUNT] = {
	[KELAS_KEPALA_DAERAH] = {STR("kepala_daerah"), STR(SAID("Kepala daerah"))},
	[KELAS_JPT_MADYA] = {STR("jpt_madya"), STR(SAID("JPT madya"))},
	[KELAS_JPT_PRATAMA] = {STR("jpt_pratama"), STR(SAID("JPT pratama"))},
	[KELAS_ADMINISTRATOR] = {STR("administrator"), STR(SAID("Administrator"))},
	[KELAS_PENGAWAS] = {STR("pengawas"), STR(SAID("Pengawas"))},
	[KELAS_PELAKSANA] = {STR("pelaksana"), STR(SAID("Pelaksana"))},
	[KELAS_AHLI_UTAMA] = {STR("ahli_utama"), STR(SAID("Ahli utama"))},
	[KELAS_AHLI_MADYA] = {STR("ahli_madya"), STR(SAID("Ahli madya"))},
	[KELAS_AHLI_MUDA] = {STR("ahli_muda"), STR(SAID("Ahli muda"))},
	[KELAS_AHLI_PERTAMA] = {STR("ahli_pertama"), STR(SAID("Ahli pertama"))},
	[KELAS_KETERAMPILAN] = {STR("keterampilan"), STR(SAID("Keterampilan"))},
};

LAW_NAMES(kelas_jabatan, kelas_jabatan, names)

/* A pair of values for each post below the regent, in the order of the posts. */
_Static_assert(LAW_atasan_keterampilan - LAW_penilai_jpt_pratama ==
		       2 * (KELAS_KETERAMPILAN - KELAS_JPT_PRATAMA) + 1,
	       "appraisers and superiors for each post");

static struct rule rule_of(const struct law_values *law, enum pemerintahan kind,
			   enum kelas_jabatan pegawai)
{
	if (kind == PEMERINTAHAN_PROVINSI)
		return provinces[pegawai];
	if (pegawai < KELAS_JPT_PRATAMA)
		return (struct rule){0}; /* a regency has no such post below its regent */
	int first = LAW_penilai_jpt_pratama + 2 * (int)(pegawai - KELAS_JPT_PRATAMA);
	return (struct rule){law->of[first], law->of[first + 1]};
}

bool appraiser_may(const struct law_values *law, enum pemerintahan kind, enum kelas_jabatan pegawai,
		   enum kelas_jabatan appraiser)
{
	return rule_of(law, kind, pegawai).appraisers >> appraiser & 1;
}

bool appraiser_superior_may(const struct law_values *law, enum pemerintahan kind,
			    enum kelas_jabatan pegawai, enum kelas_jabatan superior)
{
	return rule_of(law, kind, pegawai).superiors >> superior & 1;
}
