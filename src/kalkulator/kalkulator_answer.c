/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer's values are called and how they are written. */
#include "kalkulator/kalkulator_answer.h"
#include "base/say.h"
#include "kalkulator/kalkulator_number.h"
#include "render/json_read.h"

#define VALUES_MAX 16

enum writing {
	AS_CHOICE,
	AS_CHOICES,
	AS_TEXT,
	AS_TEXTS,
	AS_NUMBER,
	AS_YEAR,
	AS_DECIMAL,
	AS_PERCENT,
	AS_RUPIAH,
	AS_PEOPLE,
	AS_MINUTES,
	AS_DAYS,
	AS_MONTHS,
	AS_HOURS,
	AS_MOMENT,
	AS_DATE,
	AS_MONTH,
	AS_YES
};

static const struct row {
	struct str calculator, key;
	enum writing writing;
	enum kalk_list choices;
	struct str label;
} rows[] = {
#define ANSWER(calculator, key, writing, choices, label)                                           \
	{STR(calculator), STR(key), AS_##writing, KALK_LIST_##choices, STR(label)},
#include "kalkulator/kalkulator_answer.def"
#undef ANSWER
};

/* --- reading --- */

static struct str text_of(const struct json_value *value)
{
	return value->type == JSON_TRUE ? STR("true") : value->text;
}

struct kalk_answer kalk_answer_read(struct arena *mem, struct str json)
{
	struct json_value object;
	struct kalk_answer answer = {.count = 0};

	if (json_read(mem, json, &object))
		return answer;
	answer.values = arena_array(mem, struct kalk_answer_value, object.count + 1);
	for (; answer.count < object.count; answer.count++) {
		const struct json_value *from = &object.items[answer.count];
		struct kalk_answer_value *value = &answer.values[answer.count];
		*value = (struct kalk_answer_value){.key = from->key,
						    .text = text_of(from),
						    .is_list = from->type == JSON_ARRAY};
		value->items = arena_array(mem, struct str, from->count + 1);
		for (; value->item_count < from->count; value->item_count++)
			value->items[value->item_count] = text_of(&from->items[value->item_count]);
	}
	return answer;
}

const struct kalk_answer_value *kalk_answer_find(const struct kalk_answer *answer, struct str key)
{
	for (int i = 0; i < answer->count; i++)
		if (str_equal(answer->values[i].key, key))
			return &answer->values[i];
	return NULL;
}

struct str kalk_answer_text(const struct kalk_answer *answer, const char *key)
{
	const struct kalk_answer_value *value = kalk_answer_find(answer, str_from(key));
	return value ? value->text : STR_NONE;
}

int64_t kalk_answer_int(const struct kalk_answer *answer, const char *key)
{
	int64_t number;
	return str_parse_int(kalk_answer_text(answer, key), &number) ? number : 0;
}

bool kalk_answer_is(const struct kalk_answer *answer, const char *key)
{
	return str_is(kalk_answer_text(answer, key), "true");
}

/* --- writing --- */

static struct str month_words(struct arena *mem, struct str month)
{
	struct date first;
	struct str day;

	if (!date_parse(str_join(mem, month, STR("-01")), &first))
		return month;
	struct str words = say_date(mem, first);
	(void)str_cut(words, ' ', &day);
	return day;
}

static struct str date_words(struct arena *mem, struct str iso)
{
	struct date day;
	return date_parse(iso, &day) ? kalk_number_day(mem, day) : iso;
}

/* "2025-03-10T22:15+07:00" */
static struct str moment_words(struct arena *mem, struct str iso)
{
	struct str clock, day = str_cut(iso, 'T', &clock);

	return say_format(mem, "%.*s pukul %.*s", STR_ARG(date_words(mem, day)),
			  STR_ARG(str_slice(clock, 0, 5)));
}

static struct str words_of(struct arena *mem, const struct row *row, struct str text)
{
	int64_t number = 0;
	bool is_number = str_parse_int(text, &number);
	struct str grouped = is_number ? kalk_number_group(mem, number) : text;

	switch (row->writing) {
	case AS_CHOICE:
	case AS_CHOICES: return say(mem, kalk_choice_label(row->choices, text));
	case AS_TEXT:
	case AS_TEXTS:
	case AS_YEAR: return text.len ? say(mem, text) : SAY(mem, "Tidak ada");
	case AS_NUMBER: return grouped;
	case AS_DECIMAL: return kalk_number_comma(mem, text);
	case AS_PERCENT: return str_join(mem, kalk_number_comma(mem, text), STR("%"));
	case AS_RUPIAH: return str_join(mem, SAY(mem, "Rp"), grouped);
	case AS_PEOPLE: return str_join(mem, grouped, SAY(mem, " orang"));
	case AS_MINUTES: return str_join(mem, grouped, SAY(mem, " menit"));
	case AS_DAYS: return str_join(mem, grouped, SAY(mem, " hari"));
	case AS_MONTHS: return str_join(mem, grouped, SAY(mem, " bulan"));
	case AS_HOURS: return str_join(mem, grouped, SAY(mem, " JP"));
	case AS_MOMENT: return moment_words(mem, text);
	case AS_DATE: return date_words(mem, text);
	case AS_MONTH: return month_words(mem, text);
	case AS_YES: return str_is(text, "true") ? SAY(mem, "Ya") : SAY(mem, "Tidak");
	}
	__builtin_unreachable();
}

static struct kalk_figure figure_of(struct arena *mem, const struct row *row,
				    const struct kalk_answer_value *value)
{
	struct kalk_figure figure = {.label = row->label};

	if (!value->is_list) {
		figure.value = words_of(mem, row, value->text);
		return figure;
	}
	figure.items = arena_array(mem, struct str, value->item_count + 1);
	figure.item_count = value->item_count;
	for (int i = 0; i < value->item_count; i++)
		figure.items[i] = words_of(mem, row, value->items[i]);
	if (value->item_count == 0)
		figure.value = SAY(mem, "Tidak ada");
	return figure;
}

struct kalk_figure *kalk_figures_of(struct arena *mem, struct str calculator,
				    const struct kalk_answer *answer, int *count)
{
	struct kalk_figure *figures = arena_array(mem, struct kalk_figure, VALUES_MAX);

	*count = 0;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const struct kalk_answer_value *value = kalk_answer_find(answer, rows[i].key);
		if (str_equal(rows[i].calculator, calculator) && value && *count < VALUES_MAX)
			figures[(*count)++] = figure_of(mem, &rows[i], value);
	}
	return figures;
}
