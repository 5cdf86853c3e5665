/* SPDX-License-Identifier: Apache-2.0 */
/* The public calculators as pages: what each asks, how its answer is written, and why the rule gave
   it. The answer always comes from law/calculator.h; a new calculator is a row in each table here
   and one function that says why. */
#ifndef ABDI_KALKULATOR_KALKULATOR_H
#define ABDI_KALKULATOR_KALKULATOR_H
#include "base/date.h"
#include "form/field.h"
#include "law/calculator.h"

/* What calculators are grouped by. */
enum kalk_subject {
	SUBJECT_KINERJA,
	SUBJECT_ANGKA_KREDIT,
	SUBJECT_DISIPLIN,
	SUBJECT_LAYANAN,
	SUBJECT_TALENTA,
	SUBJECT_NOMOR
};
#define SUBJECT_COUNT 6
/* As people read it. */
struct str kalk_subject_label(enum kalk_subject subject);

struct kalk_why;

/* A calculator as its page shows it. */
struct kalkulator {
	struct str name;
	enum kalk_subject subject;
	bool is_private; /* asks a person's number: by POST, never in an address */
	void (*why)(struct kalk_why *why);
	struct str example, purpose;
	const struct calculator *law;
};

/* Those the law has, in the order of the list. */
struct kalkulator *kalkulator_list(struct arena *mem, int *count);
/* NULL when there is none of that name. */
struct kalkulator *kalkulator_find(struct arena *mem, struct str name);

/* The closed lists. */
enum kalk_list {
	KALK_LIST_NONE,
	KALK_LIST_RATING,
	KALK_LIST_TINGKAT, /* the same in short, for narrow rows */
	KALK_LIST_NILAI,
	KALK_LIST_CAPAIAN,
	KALK_LIST_PREDIKAT,
	KALK_LIST_JENIS_HASIL,
	KALK_LIST_ARAH,
	KALK_LIST_TANDA, /* of a figure that may make no sense */
	KALK_LIST_KEBERATAN,
	KALK_LIST_SEJAK, /* the day a complaint's limit counts from */
	KALK_LIST_ATURAN_ADUAN,
	KALK_LIST_IPP,
	KALK_LIST_SEBAB_PANGKAT,
	KALK_LIST_LEMBAGA_PDP,
	KALK_LIST_KELOMPOK, /* served first */
	KALK_LIST_PENDIDIKAN,
	KALK_LIST_YA,
	KALK_LIST_PEMERINTAHAN,
	KALK_LIST_KELAS,
	KALK_LIST_JABATAN_ASN, /* the same without the head of the region */
	KALK_LIST_JENJANG,
	KALK_LIST_GOLONGAN,
	KALK_LIST_PROFIL,
	KALK_LIST_BOBOT,
	KALK_LIST_ADUAN,
	KALK_LIST_POTENSI,
	KALK_LIST_UNSUR,
	KALK_LIST_BERAKHLAK,
	KALK_LIST_HUKUMAN,
	KALK_LIST_MUTU,
	KALK_LIST_KELAMIN,
	KALK_LIST_JENIS_ASN,
	KALK_LIST_JENIS_PPPK,
	KALK_LIST_LAYANAN,
	KALK_LIST_TENGGAT,
	KALK_LIST_ZONA,
	KALK_LIST_LAPOR_DIRI,
	KALK_LIST_PANGGILAN,
	KALK_LIST_KEMBALI,
	KALK_LIST_KESESUAIAN
};

/* All choices of a list. */
const struct choice *kalk_choices_of(enum kalk_list list, int *count);
/* The label, or the key itself when the list does not know it. */
struct str kalk_choice_label(enum kalk_list list, struct str key);

#endif
