/* SPDX-License-Identifier: Apache-2.0 */
/* Reads what was typed into the record, and lists all that is wrong with it at once. */
#include "form/form_own.h"
#include "form/table.h"

#include "base/email.h"
#include "base/letters.h"
#include "base/ratio.h"
#include "base/say.h"

#define TEXT_MOST 200
#define LONG_MOST 4000
#define NUMBER_MOST 40
#define NIP_LEN 18
#define NIK_LEN 16

int form_input_most(const struct field *field)
{
	switch (field->kind) {
	case FIELD_LONG: return field->most ? (int)field->most : LONG_MOST;
	case FIELD_TEXT:
	case FIELD_EMAIL:
	case FIELD_URL:
	case FIELD_PASSWORD:
	case FIELD_SEARCH:
	case FIELD_PICK:
	case FIELD_HIDDEN:
	case FIELD_ID:
	case FIELD_VERSION: return field->most ? (int)field->most : TEXT_MOST;
	case FIELD_WHOLE:
	case FIELD_HUNDREDTHS:
	case FIELD_NIP:
	case FIELD_NIK:
	case FIELD_CLOCK:
	case FIELD_MOMENT:
	case FIELD_NUMBER:
	case FIELD_DATE: return NUMBER_MOST;
	case FIELD_CHOICE:
	case FIELD_RADIO:
	case FIELD_YES:
	case FIELD_FILE:
	case FIELD_ROWS: return 0;
	}
	__builtin_unreachable();
}

/* --- what is said --- */

/* "Tulis target." in the second row of indicators: "Indikator 2: tulis target." */
static struct str in_row(struct arena *mem, struct str row, struct str sentence)
{
	if (row.len == 0 || sentence.len == 0)
		return sentence;
	return str_format(mem, "%.*s: %.*s%.*s", STR_ARG(row),
			  STR_ARG(str_lower(mem, str_slice(sentence, 0, 1))),
			  STR_ARG(str_slice(sentence, 1, sentence.len)));
}

/* say: form_complain 3 4 */
void form_complain(const struct asked *asked, const char *rule, struct str own, struct str made)
{
	struct arena *mem = asked->faults->mem;

	if (problem_for(asked->faults, asked->id).len > 0)
		return;
	problem_add(asked->faults, asked->id, rule,
		    own.len > 0 ? in_row(mem, asked->row, say(mem, own))
				: str_format(mem, "%.*s: %.*s", STR_ARG(asked->says),
					     STR_ARG(say(mem, made))));
}

static void complain_missing(const struct asked *asked)
{
	form_complain(asked, "form.missing", asked->field->missing, STR("belum diisi."));
}

static struct str malformed(const struct field *field)
{
	switch (field->kind) {
	case FIELD_WHOLE: return STR(SAID("isi dengan bilangan bulat."));
	case FIELD_HUNDREDTHS:
		return STR(SAID(
			"tulis angka dengan paling banyak dua desimal, misalnya 90 atau 12,5."));
	case FIELD_DATE:
		return STR(SAID("isi dengan tanggal yang ada di kalender, misalnya 18/08/2025."));
	case FIELD_CHOICE:
	case FIELD_RADIO:
	case FIELD_PICK: return STR(SAID("pilih salah satu dari daftar."));
	case FIELD_NIP: return STR(SAID("isi dengan 18 angka."));
	case FIELD_NIK: return STR(SAID("isi dengan 16 angka."));
	case FIELD_EMAIL: return STR(SAID("isi dengan alamat surel, misalnya nama@contoh.go.id."));
	case FIELD_URL: return STR(SAID("isi dengan alamat yang diawali https://."));
	case FIELD_ID:
		return STR(SAID("halaman ini tidak sampai dengan utuh; buka lagi dari daftarnya."));
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_YES:
	case FIELD_PASSWORD:
	case FIELD_SEARCH:
	case FIELD_HIDDEN:
	case FIELD_VERSION:
	case FIELD_CLOCK:
	case FIELD_MOMENT:
	case FIELD_NUMBER:
	case FIELD_FILE:
	case FIELD_ROWS: return STR(SAID("isiannya tidak terbaca; isi lagi."));
	}
	__builtin_unreachable();
}

static void complain_malformed(const struct asked *asked)
{
	form_complain(asked, "form.malformed", asked->field->wrong, malformed(asked->field));
}

/* --- limits --- */

static struct str limit_text(struct arena *mem, const struct field *field, int64_t limit)
{
	return say_hundredths(mem, field->kind == FIELD_WHOLE ? limit * 100 : limit);
}

static void complain_range(const struct asked *asked)
{
	const struct field *field = asked->field;
	struct arena *mem = asked->faults->mem;
	const char *what = field->kind == FIELD_WHOLE ? "bilangan bulat" : "angka";
	struct str least = limit_text(mem, field, field->least);

	form_complain(
		asked, "form.range", field->wrong,
		field->most
			? say_format(mem, "isi dengan %s %.*s sampai %.*s.", what, STR_ARG(least),
				     STR_ARG(limit_text(mem, field, field->most)))
			: say_format(mem, "isi dengan %s %.*s atau lebih.", what, STR_ARG(least)));
}

static void check_number(const struct asked *asked, int64_t number)
{
	const struct field *field = asked->field;

	if (number < field->least || (field->most && number > field->most))
		complain_range(asked);
}

/* A number kept as text: without limits of its own only its rule judges it. */
static void check_written(const struct asked *asked, struct str text)
{
	const struct field *field = asked->field;
	int unit = field->kind == FIELD_WHOLE ? 1 : 100;
	struct ratio number;
	int64_t whole;

	if (!field->most || (field->may_dash && str_is(text, "-")))
		return;
	bool is_number = field->kind == FIELD_WHOLE ? str_parse_int(text, &whole)
						    : ratio_parse(text, &number);
	if (is_number && field->kind == FIELD_WHOLE)
		number = ratio_make(whole, 1);
	if (!is_number || ratio_compare(number, ratio_make(field->least, unit)) < 0 ||
	    ratio_compare(number, ratio_make(field->most, unit)) > 0)
		complain_range(asked);
}

static bool is_digits(struct str text, size_t count)
{
	if (text.len != count)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
	return true;
}

static bool is_form_right(const struct asked *asked, struct str text)
{
	struct arena *mem = asked->faults->mem;
	struct date day;

	switch (asked->field->kind) {
	case FIELD_DATE: return date_parse(text, &day);
	case FIELD_NIP: return is_digits(str_digits(mem, text), NIP_LEN);
	case FIELD_NIK: return is_digits(str_digits(mem, text), NIK_LEN);
	case FIELD_EMAIL: return email_is_right(text);
	case FIELD_URL: return str_starts(text, "https://") || str_starts(text, "http://");
	case FIELD_CHOICE:
	case FIELD_RADIO: return !asked->choices || choice_index(asked->choices, text) >= 0;
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_WHOLE:
	case FIELD_HUNDREDTHS:
	case FIELD_YES:
	case FIELD_PASSWORD:
	case FIELD_SEARCH:
	case FIELD_PICK:
	case FIELD_HIDDEN:
	case FIELD_ID:
	case FIELD_VERSION:
	case FIELD_CLOCK:
	case FIELD_MOMENT:
	case FIELD_NUMBER:
	case FIELD_FILE:
	case FIELD_ROWS: return true;
	}
	__builtin_unreachable();
}

static void check_text(const struct asked *asked, struct str text)
{
	const struct field *field = asked->field;
	int most = form_input_most(field), point = 0;

	if (text.len == 0)
		return;
	if (!str_is_utf8(text) || !is_form_right(asked, text))
		complain_malformed(asked);
	else if (letters_unshowable(text, &point))
		form_complain(asked, "form.sign", STR_NONE,
			      say_format(asked->faults->mem,
					 "memuat tanda yang tidak dapat ditampilkan (U+%04X). "
					 "Hapus tanda itu.",
					 point));
	else if (most && str_chars(text) > (size_t)most)
		form_complain(asked, "form.long",
			      say_format(asked->faults->mem,
					 "Ringkas isian ini menjadi paling banyak %d huruf.", most),
			      STR_NONE);
	else if (field->kind == FIELD_WHOLE || field->kind == FIELD_NUMBER)
		check_written(asked, text);
	else if (str_chars(text) < (size_t)field->least)
		form_complain(asked, "form.short", field->missing,
			      say_format(asked->faults->mem, "tulis paling sedikit %lld huruf.",
					 (long long)field->least));
}

/* Whether the record says by itself that the field has a value; a bare number always has one. */
static bool is_given(const struct field *field, const void *record)
{
	const char *at = (const char *)record + field->at;

	if (field->has_at)
		return *(const bool *)((const char *)record + field->has_at);
	switch (field->holds) {
	case HOLDS_TEXT: return ((const struct str *)(const void *)at)->len > 0;
	case HOLDS_DATE: return !date_is_none(*(const struct date *)(const void *)at);
	case HOLDS_ID: return !id_is_none((const struct id *)(const void *)at);
	case HOLDS_BOOL: return *(const bool *)at;
	case HOLDS_FILE: return *(const void *const *)(const void *)at != NULL;
	case HOLDS_INT:
	case HOLDS_INT64:
	case HOLDS_ENUM:
	case HOLDS_ROWS: return true;
	}
	__builtin_unreachable();
}

static void check_field(const struct asked *asked, const void *record)
{
	const struct field *field = asked->field;
	const void *at = (const char *)record + field->at;

	if (!is_given(field, record)) {
		if (field->is_needed)
			complain_missing(asked);
		return;
	}
	switch (field->holds) {
	case HOLDS_TEXT: check_text(asked, *(const struct str *)at); return;
	case HOLDS_INT: check_number(asked, *(const int *)at); return;
	case HOLDS_INT64: check_number(asked, *(const int64_t *)at); return;
	case HOLDS_DATE:
	case HOLDS_BOOL:
	case HOLDS_ID:
	case HOLDS_ENUM:
	case HOLDS_FILE:
	case HOLDS_ROWS: return;
	}
}

static void check_record(const struct form_row *row, const void *record, struct problems *faults)
{
	for (int i = 0; i < row->table->count; i++) {
		const struct field *field = &row->table->fields[i];
		struct asked asked = form_asked(faults, row, i);
		if (field->kind == FIELD_VERSION) /* another than the stored one is a conflict */
			continue;
		if (field->kind != FIELD_ROWS) {
			check_field(&asked, record);
			continue;
		}
		const char *list = *(const char *const *)((const char *)record + field->at);
		int count = *(const int *)((const char *)record + field->count_at);
		for (int n = 0; n < count; n++)
			check_record(&(struct form_row){field->rows, field->row_names, n, 0},
				     list + (size_t)n * field->rows->record_size, faults);
	}
}

void form_check(const struct form_table *table, const void *record, struct problems *faults)
{
	check_record(&(struct form_row){.table = table, .number = -1}, record, faults);
}

/* --- reading --- */

static struct str typed_text(struct arena *mem, const struct field *field, struct str typed)
{
	if (field->kind == FIELD_PASSWORD)
		return typed;
	if (field->kind != FIELD_HIDDEN) /* our own, and it may be long */
		typed = letters_clean(mem, typed, field->kind == FIELD_LONG);
	typed = str_trim(typed);
	return field->kind == FIELD_DATE ? plain_date(mem, typed) : typed;
}

/* What was sent under a name; sent twice it is a fault. */
static struct str sent_text(const struct asked *asked, const struct form_source *source,
			    struct str name)
{
	const char *cname = str_cstr(asked->faults->mem, name);
	struct str typed = STR_NONE, again;

	if (source->at(source->from, cname, 0, &typed) &&
	    source->at(source->from, cname, 1, &again))
		form_complain(asked, "form.doubled", STR_NONE,
			      STR("terkirim dua kali; isi sekali."));
	return typed;
}

/* A page that names what it is about names nothing by an empty value, never by none. */
static bool is_carried_along(const struct asked *asked, const struct form_source *source)
{
	struct str sent;

	return asked->field->kind != FIELD_ID ||
	       source->at(source->from, str_cstr(asked->faults->mem, asked->id), 0, &sent);
}

/* Its own name carries what was chosen, FORM_PICK_TYPED behind it what was typed. */
static void read_pick(struct form *form, const struct asked *asked,
		      const struct form_source *source, struct str name)
{
	struct form_cell *cell = &form->cells[asked->at];
	struct str chosen = str_trim(sent_text(asked, source, name));

	name = str_join(form->mem, name, STR(FORM_PICK_TYPED));
	cell->text = letters_clean(form->mem, sent_text(asked, source, name), false);
	if (!field_parse(form->mem, asked->field, NULL, chosen, form->record))
		complain_malformed(asked);
	else if (chosen.len == 0 && cell->text.len == 0 && asked->field->is_needed)
		complain_missing(asked);
	else
		check_text(asked, cell->text);
}

/* Nobody typed it: a page that brings none is one somebody else overtook, and is told so by what it
   would change. */
static void read_version(struct form *form, const struct form_source *source, int at)
{
	const struct field *field = &form->table->fields[at];
	struct form_cell *cell = &form->cells[at];
	int64_t *version = (int64_t *)(void *)((char *)form->record + field->at);
	const char *name = str_cstr(form->mem, cell->id);
	struct str sent = STR_NONE, again;

	if (!source->at(source->from, name, 0, &sent) ||
	    source->at(source->from, name, 1, &again) || !str_parse_int(sent, version) ||
	    *version < 0)
		*version = VERSION_NONE;
	cell->text = field_text(form->mem, field, form->record);
}

/* sent: the row whose names the values came under; what is empty between rows closes up. */
static void read_field(struct form *form, const struct form *sent, const struct form_source *source,
		       int at)
{
	const struct field *field = &form->table->fields[at];
	struct form_cell *cell = &form->cells[at];
	struct asked asked = form_asked_at(form, at);

	if (field->kind == FIELD_PICK) {
		read_pick(form, &asked, source, sent->cells[at].id);
		return;
	}
	cell->text = typed_text(form->mem, field, sent_text(&asked, source, sent->cells[at].id));
	bool is_right = field_parse(form->mem, field, asked.choices, cell->text, form->record);
	if (!is_right || !is_carried_along(&asked, source))
		complain_malformed(&asked);
	else if (cell->text.len == 0 && field->is_needed)
		complain_missing(&asked);
	else if (cell->text.len > 0)
		check_field(&asked, form->record);
}

/* A row counts as soon as one of its fields has a value; a select in which something is always
   chosen says nothing, and neither does what is carried along unseen. */
static bool is_row_sent(const struct form *row, const struct form_source *source)
{
	struct str typed;

	for (int i = 0; i < row->table->count; i++) {
		const struct field *field = &row->table->fields[i];
		if ((field->kind != FIELD_CHOICE || field->none.len > 0) &&
		    field->kind != FIELD_HIDDEN && !row->cells[i].is_out &&
		    source->at(source->from, str_cstr(row->mem, row->cells[i].id), 0, &typed) &&
		    str_trim(typed).len > 0)
			return true;
	}
	return false;
}

static void read_fields(struct form *form, const struct form *sent,
			const struct form_source *source);

static bool is_any_needed(const struct form_table *table)
{
	for (int i = 0; i < table->count; i++)
		if (table->fields[i].is_needed)
			return true;
	return false;
}

/* Rows with names of their own stay in their places; where they must be filled, nothing at all may
   be said instead. */
static bool are_all_read(const struct form_cell *cell, const struct form_table *table,
			 const struct form_source *source)
{
	if (!cell->row_names)
		return false;
	for (int i = 0; is_any_needed(table) && i < cell->row_names->count; i++)
		if (is_row_sent(&cell->rows[i], source))
			return true;
	return !is_any_needed(table);
}

static void read_rows(struct form *form, const struct form_source *source, int at)
{
	const struct field *field = &form->table->fields[at];
	struct form_cell *cell = &form->cells[at];
	size_t size = field->rows->record_size;
	int most = cell->row_names ? cell->row_names->count : (int)field->most, kept = 0;
	char *list = arena_alloc(form->mem, size * (size_t)most);

	form_rows_until(form, at, most);
	bool are_all = are_all_read(cell, field->rows, source);
	for (int i = 0; i < most; i++) {
		if (!are_all && !is_row_sent(&cell->rows[i], source))
			continue;
		cell->rows[kept].record = list + size * (size_t)kept;
		read_fields(&cell->rows[kept++], &cell->rows[i], source);
	}
	cell->row_count = kept;
	*(char **)(void *)((char *)form->record + field->at) = list;
	*(int *)(void *)((char *)form->record + field->count_at) = kept;
}

static void read_fields(struct form *form, const struct form *sent,
			const struct form_source *source)
{
	for (int i = 0; i < form->table->count; i++) {
		const struct field *field = &form->table->fields[i];
		if (form->cells[i].is_out)
			field_clear(field, form->record);
		else if (field->kind == FIELD_ROWS)
			read_rows(form, source, i);
		else if (field->kind == FIELD_VERSION)
			read_version(form, source, i);
		else if (field->kind != FIELD_FILE) /* form_read_files */
			read_field(form, sent, source, i);
	}
}

void form_read(struct form *form, const struct form_source *source)
{
	read_fields(form, form, source);
}
