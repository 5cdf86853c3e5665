/* SPDX-License-Identifier: Apache-2.0 */
/* Calculators of rulebook 2: angka kredit of one line, of a career, and from the conventional
   amount. */
#include "law/angka_kredit.h"
#include "law/calculator_input.h"

#define CREDIT_MAX INT64_C(100000000)
#define JENJANG_CHOICES                                                                            \
	"pemula, terampil, mahir, penyelia, ahli_pertama, ahli_muda, ahli_madya, ahli_utama"

static void put_credit(struct calc *calc, const char *key, int64_t hundredths)
{
	calc_put_decimal(calc, key, ratio_make(hundredths, 100), 2);
}

void calc_angka_kredit(struct calc *calc)
{
	enum jenjang jenjang = JENJANG_AHLI_PERTAMA;
	enum predikat predikat = calc_choice_predikat(calc, "predikat");
	int months = (int)calc_int(calc, "bulan", 1, 12);

	if (!jenjang_parse(calc_text(calc, "jenjang"), &jenjang))
		calc_wrong_choice(calc, "jenjang", JENJANG_CHOICES);
	put_credit(calc, "angka_kredit", angka_kredit_line(&calc->law, jenjang, predikat, months));
}

/* "ahli_pertama:baik:12" */
static struct credit_line line_of(struct calc *calc, struct str text)
{
	struct credit_line line = {JENJANG_AHLI_PERTAMA, PREDIKAT_BAIK, 0};
	struct str rest, predikat, jenjang = str_cut(text, ':', &rest);
	int64_t months = 0;

	predikat = str_cut(rest, ':', &rest);
	if (!jenjang_parse(jenjang, &line.jenjang) || !predikat_parse(predikat, &line.predikat) ||
	    !str_parse_int(rest, &months) || months < 1 || months > 12)
		calc_fault(calc, "baris", STR("tulis tiap baris sebagai jenjang:predikat:bulan."));
	line.months = (int)months;
	return line;
}

void calc_pak(struct calc *calc)
{
	struct str parts[CALC_LIST_MAX];
	struct credit_line lines[CALC_LIST_MAX];
	int count = calc_list(calc, "baris", parts);

	for (int i = 0; i < count; i++)
		lines[i] = line_of(calc, parts[i]);
	if (calc_has(calc, "baris") && count == 0)
		calc_fault(calc, "baris", STR("isi sedikitnya satu baris."));
	struct credit_total sum = angka_kredit_total(&calc->law, lines, count);
	int64_t education =
		calc_flag(calc, "ijazah") ? angka_kredit_education(&calc->law, sum.jenjang) : 0;
	struct angka_kredit_standing standing =
		angka_kredit_stand(&calc->law, sum.jenjang, sum.total + education);
	calc_put_str(calc, "jenjang", jenjang_key(sum.jenjang));
	put_credit(calc, "pendidikan", education);
	put_credit(calc, "angka_kredit", sum.total + education);
	calc_put_bool(calc, "pangkat", standing.may_pangkat);
	put_credit(calc, "selisih_pangkat", standing.pangkat_surplus);
	calc_put_bool(calc, "kenaikan_jenjang", standing.may_jenjang);
	put_credit(calc, "selisih_jenjang", standing.jenjang_surplus);
}

void calc_integrasi(struct calc *calc)
{
	int64_t conventional = calc_hundredths(calc, "konvensional", CREDIT_MAX), integrated = 0;

	if (!angka_kredit_integration(&calc->law, calc_text(calc, "golongan"), conventional,
				      &integrated))
		calc_wrong_choice(calc, "golongan", "III/a sampai IV/e");
	put_credit(calc, "angka_kredit", integrated);
}
