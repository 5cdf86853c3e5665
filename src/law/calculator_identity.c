/* SPDX-License-Identifier: Apache-2.0 */
/* Calculators of rulebook 7 and 8: talent, competence, identifiers, ranks. */
#include "law/calculator_input.h"
#include "base/say.h"
#include "law/golongan.h"
#include "law/nik.h"
#include "law/nip.h"
#include "law/promotion.h"
#include "law/retirement.h"
#include "law/talent.h"

#define YEAR_JP 10000

/* A word, or the score of an assessment. */
static enum potensi potensi_of(struct calc *calc)
{
	enum potensi potensi = POTENSI_MENENGAH;
	struct str text = calc_text(calc, "potensi");
	int64_t score;

	if (potensi_parse(text, &potensi))
		return potensi;
	if (str_parse_hundredths(text, &score) && score >= 0 && score <= 10000)
		return potensi_of_score(&calc->law, score);
	calc_wrong_choice(calc, "potensi", "rendah, menengah, tinggi, atau nilai 0 sampai 100");
	return potensi;
}

void calc_talenta(struct calc *calc)
{
	enum predikat predikat = calc_choice_predikat(calc, "predikat");

	calc_put_int(calc, "kotak", talent_box(&calc->law, predikat, potensi_of(calc)));
}

void calc_kelompok_talenta(struct calc *calc)
{
	int box = (int)calc_int(calc, "kotak", 1, 9);
	struct date assessed = calc_date(calc, "dinilai"), today = calc_date(calc, "hari_ini");
	bool is_valid = talent_is_valid(&calc->law, assessed, today);

	calc_put_bool(calc, "berlaku", is_valid);
	calc_put_bool(calc, "kelompok", is_valid && talent_is_pool(&calc->law, box));
}

void calc_jp(struct calc *calc)
{
	struct str jenis = calc_text(calc, "jenis");
	bool is_pns = str_is(jenis, "pns");
	bool is_pppk = str_is(jenis, "pppk") || str_is(jenis, "pppk_paruh_waktu");
	int jp = (int)calc_int_or(calc, "jp", YEAR_JP, 0) +
		 training_jp(&calc->law, (int)calc_int_or(calc, "menit", 527040, 0));

	if (!is_pns && !is_pppk)
		calc_wrong_choice(calc, "jenis", "pns, pppk, pppk_paruh_waktu");
	calc_put_int(calc, "jp", jp);
	if (is_pns) /* for PPPK the number is a ceiling, which nobody falls short of */
		calc_put_int(calc, "kurang", training_shortfall(&calc->law, jp));
	else
		calc_put_int(calc, "lebih", training_excess(&calc->law, jp));
}

/* A golongan of PNS. */
static int rank_of(struct calc *calc, const char *key)
{
	int rank = golongan_rank(calc_text(calc, key));

	if (calc_has(calc, key) && rank < 0)
		calc_fault(calc, key, STR("isi dengan golongan PNS, misalnya III/a."));
	return rank;
}

static enum pendidikan pendidikan_of(struct calc *calc)
{
	enum pendidikan pendidikan = PENDIDIKAN_s1;

	if (!pendidikan_parse(calc_text(calc, "pendidikan"), &pendidikan))
		calc_wrong_choice(calc, "pendidikan", "sd, sltp, slta, d3, s1, s2, s3");
	return pendidikan;
}

static void put_blocks(struct calc *calc, unsigned blocks)
{
	struct str reasons[BLOCK_COUNT];
	int count = 0;

	for (int i = 0; i < BLOCK_COUNT; i++)
		if (blocks >> i & 1)
			reasons[count++] = promotion_block_key((enum promotion_block)i);
	calc_put_bool(calc, "boleh", blocks == 0);
	calc_put_list(calc, "sebab", reasons, count);
}

void calc_naik_pangkat(struct calc *calc)
{
	struct promotion promotion = {
		.rank = rank_of(calc, "golongan"),
		.superior_rank = rank_of(calc, "golongan_atasan"),
		.since = calc_date(calc, "sejak"),
		.pendidikan = pendidikan_of(calc),
		.predikat = {calc_choice_predikat(calc, "predikat"),
			     calc_choice_predikat(calc, "predikat_sebelumnya")},
		.has_penalty = calc_flag(calc, "hukuman"),
		.proposed = calc_date(calc, "diusulkan")};

	if (calc_has(calc, "diusulkan") && date_compare(promotion.proposed, promotion.since) < 0)
		calc_fault(calc, "diusulkan", STR("tidak boleh sebelum pangkat terakhir."));
	put_blocks(calc, promotion_blocks(&calc->law, &promotion));
	calc_put_date(calc, "berlaku", promotion_begins(&calc->law, &promotion));
	calc_put_bool(calc, "atasan_membatasi", calc->law.of[LAW_pangkat_batas_atasan] == 1);
	calc_put_int(calc, "periode", calc->law.of[LAW_pangkat_periode]);
}

void calc_kesesuaian(struct calc *calc)
{
	int required[CALC_LIST_MAX], assessed[CALC_LIST_MAX], gaps[CALC_LIST_MAX];
	int most = calc->law.of[LAW_match_level_most];
	int count = calc_int_list(calc, "butuh", most, required);
	int given = calc_int_list(calc, "dinilai", most, assessed);

	if (given != count) {
		calc_fault(calc, "dinilai", STR("sebanyak tingkat yang dibutuhkan."));
		return;
	}
	for (int i = 0; i < count; i++)
		gaps[i] = competence_gap(required[i], assessed[i]);
	struct ratio match = job_match(required, assessed, count);
	calc_put_decimal(calc, "persen", match, 2);
	calc_put_str(calc, "kesesuaian", job_match_key(&calc->law, match));
	calc_put_int_list(calc, "gap", gaps, count);
}

static struct date today_of(struct calc *calc)
{
	return calc_has(calc, "hari_ini") ? calc_date(calc, "hari_ini") : calc->today;
}

static void put_kelamin(struct calc *calc, char kelamin)
{
	calc_put_str(calc, "kelamin", kelamin == 'l' ? STR("l") : STR("p"));
}

static void put_refusal(struct calc *calc, struct str sebab)
{
	calc_put_bool(calc, "sah", false);
	calc_put_str(calc, "sebab", sebab);
}

void calc_nip(struct calc *calc)
{
	struct nip nip;
	struct str sebab;

	if (!nip_parse(&calc->law, str_digits(calc->mem, calc_text(calc, "nomor")), today_of(calc),
		       &nip, &sebab)) {
		put_refusal(calc, sebab);
		return;
	}
	calc_put_bool(calc, "sah", true);
	calc_put_str(calc, "jenis", nip.jenis == NIP_PNS ? STR("pns") : STR("pppk"));
	calc_put_date(calc, "lahir", nip.lahir);
	if (nip.jenis == NIP_PNS) {
		calc_put_str(calc, "tmt",
			     str_format(calc->mem, "%04d-%02d", nip.tmt_year, nip.tmt_month));
	} else {
		calc_put_int(calc, "tahun", nip.tmt_year);
		calc_put_int(calc, "kontrak", nip.kontrak);
	}
	put_kelamin(calc, nip.kelamin);
	calc_put_int(calc, "urut", nip.urut);
	if (nip.is_late) {
		struct str late = say_format(calc->mem, "Diangkat sesudah usia %d tahun.",
					     calc->law.of[LAW_nip_usual_age]);
		calc_put_list(calc, "peringatan", &late, 1);
	}
}

void calc_nik(struct calc *calc)
{
	struct nik nik;
	struct str sebab;

	if (!nik_parse(&calc->law, str_digits(calc->mem, calc_text(calc, "nomor")), today_of(calc),
		       &nik, &sebab)) {
		put_refusal(calc, sebab);
		return;
	}
	calc_put_bool(calc, "sah", true);
	calc_put_date(calc, "lahir", nik.lahir);
	put_kelamin(calc, nik.kelamin);
}

void calc_pensiun(struct calc *calc)
{
	enum kelas_jabatan kelas = KELAS_PELAKSANA;
	struct date lahir = calc_date(calc, "lahir"), today = today_of(calc);
	bool is_known = kelas_jabatan_parse(calc_text(calc, "jabatan"), &kelas);
	int age = retirement_age(&calc->law, kelas);

	if (!is_known || age == 0)
		calc_wrong_choice(calc, "jabatan",
				  "jpt_madya, jpt_pratama, administrator, pengawas, pelaksana, "
				  "ahli_utama, ahli_madya, ahli_muda, ahli_pertama, keterampilan");
	if (date_compare(lahir, today) > 0)
		calc_fault(calc, "lahir", STR("tidak boleh sesudah hari pemeriksaan."));
	struct date reached = retirement_reached(lahir, age);
	calc_put_int(calc, "usia", age);
	calc_put_date(calc, "tercapai", reached);
	calc_put_bool(calc, "sudah", date_compare(reached, today) <= 0);
}

void calc_golongan(struct calc *calc)
{
	struct str golongan = calc_text(calc, "golongan");
	struct date day = calc_has(calc, "tanggal") ? calc_date(calc, "tanggal") : calc->today;

	if (!golongan_is_pns(golongan, day) && !golongan_is_pppk(&calc->law, golongan))
		calc_wrong_choice(calc, "golongan",
				  "golongan PNS, misalnya III/c, atau golongan PPPK, misalnya IX");
	calc_put_str(calc, "pangkat", pangkat_of_golongan(golongan, day));
}
