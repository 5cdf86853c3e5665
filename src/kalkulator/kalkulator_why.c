/* SPDX-License-Identifier: Apache-2.0 */
/* Tells sentence by sentence where an answer comes from. */
#include "kalkulator/kalkulator_why.h"
#include "base/say.h"
#include "law/predikat.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define SENTENCE_MAX 1000
#define WALK_SHOWN_MAX 15
#define WALK_OPEN_MAX 7
#define VALUES_SHOWN_MAX 24

struct str kalk_basis_label(enum kalk_basis basis)
{
	switch (basis) {
	case BASIS_TERTULIS: return STR("tertulis dalam peraturan");
	case BASIS_KESEPAKATAN: return STR("kesepakatan pelaksanaan");
	case BASIS_BAWAAN: return STR("setelan bawaan");
	}
	__builtin_unreachable();
}

const char *kalk_basis_class(enum kalk_basis basis)
{
	switch (basis) {
	case BASIS_TERTULIS: return "tag ok";
	case BASIS_KESEPAKATAN: return "tag info";
	case BASIS_BAWAAN: return "tag wait";
	}
	__builtin_unreachable();
}

void why_say(struct kalk_why *why, enum kalk_basis basis, const char *source, const char *fmt, ...)
{
	char text[SENTENCE_MAX];
	va_list args;

	if (why->reason_count == WHY_REASONS_MAX)
		return;
	va_start(args, fmt);
	int len = vsnprintf(text, sizeof text, say(why->mem, fmt).at, args);
	va_end(args);
	if (len >= (int)sizeof text)
		len = (int)sizeof text - 1;
	struct str sentence = {text, (size_t)(len < 0 ? 0 : len)};
	why->reasons[why->reason_count++] =
		(struct kalk_reason){.sentence = str_copy(why->mem, sentence),
				     .source = say(why->mem, source),
				     .basis = basis};
}

struct kalk_why_table *why_table(struct kalk_why *why, const char *caption, const char *heads)
{
	struct kalk_why_table *table = &why->tables[why->table_count++];
	struct str rest = say(why->mem, heads);

	*table = (struct kalk_why_table){.caption = say(why->mem, caption), .mem = why->mem};
	while (rest.len && table->column_count < WHY_COLUMNS_MAX)
		table->heads[table->column_count++] = str_cut(rest, '|', &rest);
	return table;
}

struct kalk_line *why_line(struct kalk_why_table *table, struct str name)
{
	if (table->line_count == table->line_cap) {
		int cap = table->line_cap ? table->line_cap * 2 : 16;
		struct kalk_line *grown = arena_array(table->mem, struct kalk_line, cap);
		if (table->line_count)
			memcpy(grown, table->lines, sizeof *grown * (size_t)table->line_count);
		table->lines = grown;
		table->line_cap = cap;
	}
	struct kalk_line *line = &table->lines[table->line_count++];
	line->cells[0] = say(table->mem, name);
	return line;
}

const char *kalk_tone_of_predikat(struct str predikat)
{
	if (str_is(predikat, "sangat_baik") || str_is(predikat, "baik"))
		return "ok";
	return str_is(predikat, "butuh_perbaikan") ? "wait" : "bad";
}

void why_grid(struct kalk_why *why, struct str hasil, struct str perilaku)
{
	static const char *const tones[PREDIKAT_COUNT] = {"r1", "r2", "r3", "r4", "r5"};
	struct kalk_why_table *table =
		why_table(why, "Sembilan kotak: baris hasil kerja, kolom perilaku kerja",
			  "Hasil kerja|Perilaku di bawah|Perilaku sesuai|Perilaku di atas");

	table->is_grid = true;
	for (int row = RATING_COUNT - 1; row >= 0; row--) {
		struct kalk_line *line =
			why_line(table, say(why->mem, rating_label((enum rating)row)));
		for (int column = 0; column < RATING_COUNT; column++) {
			enum predikat predikat =
				predikat_decide((enum rating)row, (enum rating)column);
			line->cells[column + 1] = say(why->mem, predikat_label(predikat));
			line->tones[column + 1] = tones[predikat];
			if (str_equal(rating_key((enum rating)row), hasil) &&
			    str_equal(rating_key((enum rating)column), perilaku))
				line->marked = column + 1;
		}
	}
}

struct calendar why_calendar(struct kalk_why *why)
{
	struct date libur[CALC_LIST_MAX];
	int count = calc_date_list(&why->calc, "libur", libur);
	return calendar_make(why->mem, &why->calc.law, libur, count);
}

/* "Sabtu, Minggu" of the value's sum of codes. */
static struct str weekend_words(const struct kalk_why *why)
{
	static const char *const names[] = {"Senin", "Selasa", "Rabu",	"Kamis",
					    "Jumat", "Sabtu",  "Minggu"};
	int weekend = why_value(why, "calendar_weekend");
	struct buf words;

	buf_init(&words, why->mem);
	for (int i = 0; i < 7; i++)
		if (weekend >> i & 1) {
			buf_add(&words, say(why->mem, names[i]));
			buf_add_cstr(&words, ", ");
		}
	return buf_str(&words);
}

void why_counting(struct kalk_why *why)
{
	struct str weekend = weekend_words(why);

	why_say(why, BASIS_BAWAAN, "Cara hitung Abdi",
		"Hari kejadian sendiri %s. %.*s%cari libur nasional, dan cuti bersama dilewati.",
		why_value(why, "calendar_day_zero")
			? SAY(why->mem, "dihitung sebagai hari pertama").at
			: SAY(why->mem, "tidak dihitung").at,
		STR_ARG(weekend), weekend.len ? 'h' : 'H');
}

const char *why_rounding(const struct kalk_why *why, const char *key)
{
	static const char *const words[] = {SAID("ke bilangan terdekat"), SAID("ke atas"),
					    SAID("ke bawah")};
	return say(why->mem, words[why_value(why, key)]).at;
}

struct str why_day(const struct kalk_why *why, const char *key)
{
	struct date day;

	if (!date_parse(kalk_answer_text(&why->answer, key), &day))
		return STR_NONE;
	return kalk_number_day(why->mem, day);
}

struct str why_given_day(struct kalk_why *why, const char *key)
{
	return kalk_number_day(why->mem, calc_date(&why->calc, key));
}

int why_value(const struct kalk_why *why, const char *key)
{
	return why_value_of(why, key, STR_NONE);
}

int why_value_of(const struct kalk_why *why, const char *start, struct str rest)
{
	enum law_value which;
	struct str key = str_join(why->mem, str_from(start), rest);
	return law_value_find(key, &which) ? why->calc.law.of[which] : 0;
}

struct kalk_answer why_ask(const struct kalk_why *why, const struct calculator_input *changed,
			   int count)
{
	struct calculator_input *inputs =
		arena_array(why->mem, struct calculator_input, why->question.count + 1);
	struct calculator_question question = why->question;
	struct problems faults;
	struct buf json;

	problems_init(&faults, why->mem);
	buf_init(&json, why->mem);
	for (int i = 0; i < question.count; i++) {
		inputs[i] = question.inputs[i];
		for (int j = 0; j < count; j++)
			if (str_equal(inputs[i].key, changed[j].key))
				inputs[i].value = changed[j].value;
	}
	question.inputs = inputs;
	if (calculator_run(why->kalkulator->law, &question, &json, &faults))
		return (struct kalk_answer){0};
	return kalk_answer_read(why->mem, buf_str(&json));
}

/* A walk from day to day: what it looks at, and what it has skipped so far. */
struct walk {
	struct arena *mem;
	const struct calendar *calendar;
	struct kalk_why_table *table; /* NULL when the walk is too long to show */
	int weekend, libur;
	struct buf names; /* free days that fell on a weekday */
};

/* One day; returns whether it counts. */
static bool walk_day(struct walk *walk, struct date day, int number)
{
	bool is_working = calendar_is_working(walk->calendar, day);
	bool is_weekend = walk->calendar->weekend >> (date_weekday(day) - 1) & 1;

	if (!is_working && is_weekend)
		walk->weekend++;
	if (!is_working && !is_weekend) {
		buf_add_cstr(&walk->names, walk->libur++ ? "; " : "");
		buf_add(&walk->names, kalk_number_day(walk->mem, day));
	}
	if (walk->table)
		why_line(walk->table, kalk_number_day(walk->mem, day))->cells[1] =
			is_working   ? say_format(walk->mem, "hari ke-%d", number)
			: is_weekend ? SAY(walk->mem, "akhir pekan, dilewati")
				     : SAY(walk->mem, "hari libur, dilewati");
	return is_working;
}

void why_walk(struct kalk_why *why, const char *what, const struct calendar *calendar,
	      struct date event, int n)
{
	struct walk walk = {.mem = why->mem, .calendar = calendar};
	struct date day = calendar_before(calendar, event, n);

	buf_init(&walk.names, why->mem);
	if (n <= WALK_SHOWN_MAX && why->table_count < WHY_TABLES_MAX) {
		walk.table = why_table(why, what, "Tanggal|Dihitung");
		walk.table->is_folded = n > WALK_OPEN_MAX;
		if (date_compare(day, event) == 0)
			why_line(walk.table, kalk_number_day(why->mem, event))->cells[1] =
				SAY(why->mem, "hari kejadian");
	}
	for (int counted = 0; counted < n;) {
		day = date_add_days(day, 1);
		counted += walk_day(&walk, day, counted + 1);
	}
	if (walk.table)
		walk.table->lines[walk.table->line_count - 1].is_marked = true;
	why_say(why, BASIS_BAWAAN, "Cara hitung Abdi",
		"%s: %d hari kerja %s %.*s jatuh pada %.*s. Dilewati: %d hari akhir pekan dan %d hari libur%s%.*s%s.",
		what, n,
		calendar->has_day_zero ? SAY(why->mem, "mulai").at : SAY(why->mem, "sesudah").at,
		STR_ARG(kalk_number_day(why->mem, event)), STR_ARG(kalk_number_day(why->mem, day)),
		walk.weekend, walk.libur, walk.libur ? " (" : "", STR_ARG(buf_str(&walk.names)),
		walk.libur ? ")" : "");
}

/* The first mark counts: "[V]", "[K]", "[D]"; of a mixed one, "[V/K]", its least sure part. */
static enum kalk_basis basis_in(struct str text)
{
	struct str mark;

	(void)str_cut(text, '[', &mark);
	mark = str_cut(mark, ']', &text);
	if (str_has(mark, "D"))
		return BASIS_BAWAAN;
	return str_has(mark, "K") ? BASIS_KESEPAKATAN : BASIS_TERTULIS;
}

/* The law a rule's sentence ends with, after its last comma; STR_NONE when it names none. */
static struct str law_at_end(struct str sentence)
{
	static const char *const kinds[] = {"PermenPANRB ", "SE ",     "PP ",	    "UU ",
					    "Perpres ",	    "PerBKN ", "Peraturan "};
	struct str tail = sentence;

	while (str_has(tail, ", "))
		(void)str_cut(tail, ',', &tail);
	tail = str_trim(tail);
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (tail.len < sentence.len && str_starts(tail, kinds[i]))
			return tail;
	return STR_NONE;
}

/* "1 ya" of the unit "0 tidak, 1 ya", "baik" of "1 istimewa, 2 baik"; STR_NONE when the unit names
   no choices. */
static struct str choice_words(struct arena *mem, struct str unit, int value)
{
	struct str number = str_format(mem, "%d ", value);

	while (unit.len) {
		struct str choice = str_trim(str_cut(unit, ',', &unit));
		if (str_starts(choice, str_cstr(mem, number)))
			return str_slice(choice, number.len, choice.len);
	}
	return STR_NONE;
}

/* A value as people say it: its choice, its day, its hour, its decimals, or the number with its
   unit. */
static struct str value_words(const struct kalk_why *why, const struct law_value_about *about,
			      int value)
{
	struct str choice = choice_words(why->mem, say(why->mem, about->unit), value);

	if (choice.len)
		return choice;
	if (str_starts(about->unit, "huruf"))
		return str_format(why->mem, "%c", 'A' + value - 1);
	if (str_is(about->unit, "BBHH")) {
		struct str day = say_date(why->mem,
					  DATE(2000, (int8_t)(value / 100), (int8_t)(value % 100)));
		return str_slice(day, 0, day.len - 5);
	}
	if (str_is(about->unit, "perseratus"))
		return kalk_number_ratio(why->mem, ratio_make(value, 100), 2);
	if (str_is(about->unit, "menit sejak 00.00"))
		return say_format(why->mem, "pukul %02d.%02d", value / 60, value % 60);
	return str_format(why->mem, "%.*s %.*s", STR_ARG(kalk_number_group(why->mem, value)),
			  STR_ARG(say(why->mem, about->unit)));
}

static void values_table(struct kalk_why *why)
{
	struct kalk_why_table *table = NULL;

	for (int i = 0; i < LAW_VALUE_COUNT; i++) {
		const struct law_value_about *about = law_value_about((enum law_value)i);
		struct str help;
		if (!calculator_asks(why->kalkulator->law, (enum law_value)i) ||
		    (table && table->line_count == VALUES_SHOWN_MAX))
			continue;
		if (!table)
			table = why_table(why, "Angka yang dipakai", "Untuk|Nilai|Dasar");
		(void)str_cut(about->help, ']', &help);
		struct kalk_line *line = why_line(table, str_trim(help));
		line->cells[1] = value_words(why, about, why->calc.law.of[i]);
		line->cells[2] = say(why->mem, kalk_basis_label(basis_in(about->help)));
	}
	if (table)
		table->is_folded = table->line_count > WALK_OPEN_MAX;
}

/* The rule's sentence without the rulebook's own numbers and marks in brackets. */
static struct str rule_words(struct arena *mem, struct str rule)
{
	struct buf out;
	struct str rest = rule;

	buf_init(&out, mem);
	while (rest.len) {
		struct str note, head = str_cut(rest, '(', &note);
		bool has_note = head.len < rest.len;
		struct str inside = str_cut(note, ')', &rest);
		bool is_ours = has_note && (str_has(inside, "[") || str_has(inside, "."));
		buf_add(&out,
			is_ours && str_ends(head, " ") ? str_slice(head, 0, head.len - 1) : head);
		if (has_note && !is_ours)
			buf_add_format(&out, "(%.*s)", STR_ARG(inside));
		if (!has_note)
			break;
	}
	return buf_str(&out);
}

void why_rule(struct kalk_why *why)
{
	struct str rule = why->kalkulator->law->rule;
	struct str words = rule_words(why->mem, rule);
	struct str law = law_at_end(str_slice(words, 0, words.len - 1)); /* without the full stop */

	why->is_labelled = true;
	if (law.len)
		why_say(why, basis_in(rule), str_cstr(why->mem, law), "%.*s.",
			STR_ARG(str_slice(words, 0, words.len - law.len - 3)));
	else
		why_say(why, basis_in(rule), "Cara hitung Abdi; instansi dapat mengubahnya", "%.*s",
			STR_ARG(words));
	if (why->kalkulator->law->values.len)
		why_say(why, BASIS_BAWAAN, "Cara kerja Abdi",
			"Angka yang dipakai tertulis di bawah. Instansi dapat mengubahnya sejak suatu tanggal.");
	values_table(why);
}
