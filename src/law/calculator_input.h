/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a calculator's inputs and writing its answer. Every reader notes a fault and goes on with a harmless value,
   so that all faults show at once; calculator_run drops the answer when there is any. */
#ifndef ABDI_LAW_CALCULATOR_INPUT_H
#define ABDI_LAW_CALCULATOR_INPUT_H
#include "base/ratio.h"
#include "law/calculator.h"

#define CALC_LIST_MAX 366

struct calc {
	struct arena *mem;
	const struct calculator_input *inputs;
	int count;
	struct date today;
	struct problems *faults;
	struct buf json;
	struct law_values law; /* in force on the question's day */
};

bool calc_has(const struct calc *calc, const char *key);
struct str calc_text(const struct calc *calc, const char *key);
void calc_fault(struct calc *calc, const char *key, struct str sentence);
int64_t calc_int(struct calc *calc, const char *key, int64_t least, int64_t most);
/* A value that is missing counts as fallback. */
int64_t calc_int_or(struct calc *calc, const char *key, int64_t most, int64_t fallback);
struct date calc_date(struct calc *calc, const char *key);
/* Comma-separated; an empty value is an empty list. */
int calc_list(struct calc *calc, const char *key, struct str parts[CALC_LIST_MAX]);
int calc_int_list(struct calc *calc, const char *key, int64_t most, int numbers[CALC_LIST_MAX]);
int calc_date_list(struct calc *calc, const char *key, struct date dates[CALC_LIST_MAX]);
/* A closed list: parse is for example rating_parse; choices are named in the fault. */
void calc_wrong_choice(struct calc *calc, const char *key, const char *choices);

void calc_put_str(struct calc *calc, const char *key, struct str value);
void calc_put_int(struct calc *calc, const char *key, int64_t value);
void calc_put_bool(struct calc *calc, const char *key, bool value);
void calc_put_decimal(struct calc *calc, const char *key, struct ratio value, int decimals);
void calc_put_date(struct calc *calc, const char *key, struct date value);
void calc_put_list(struct calc *calc, const char *key, const struct str *values, int count);

/* The calculators themselves, one function each. */
void calc_predikat(struct calc *calc);
void calc_tahunan(struct calc *calc);
void calc_pimpinan(struct calc *calc);
void calc_distribusi(struct calc *calc);
void calc_gulung(struct calc *calc);
void calc_perilaku(struct calc *calc);
void calc_capaian(struct calc *calc);
void calc_keberatan(struct calc *calc);
void calc_penyerahan(struct calc *calc);
void calc_angka_kredit(struct calc *calc);
void calc_disiplin(struct calc *calc);
void calc_tpp(struct calc *calc);
void calc_tpp_bulanan(struct calc *calc);
void calc_skm(struct calc *calc);
void calc_sampel(struct calc *calc);
void calc_aduan(struct calc *calc);
void calc_antrean(struct calc *calc);
void calc_estimasi(struct calc *calc);
void calc_kuota(struct calc *calc);
void calc_talenta(struct calc *calc);
void calc_nip(struct calc *calc);
void calc_nik(struct calc *calc);
void calc_golongan(struct calc *calc);
void calc_hari_kerja(struct calc *calc);
void calc_penilai(struct calc *calc);

#endif
