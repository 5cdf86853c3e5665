/* SPDX-License-Identifier: Apache-2.0 */
/* Figures, and which of them may be told. */
#include "base/say.h"
#include "berkas/berkas.h"
#include "generated/suara_sql.h"
#include "law/access.h"
#include "law/sample.h"
#include "org/org.h"
#include "suara/suara_papan.h"
#include "suara/suara_staff.h"

#define MONTHS SENSOR_MONTHS
#define HUNDRED 100

/* --- a year --- */

static int find(const struct papan *papan, const struct id *id)
{
	for (int i = 1; i < papan->count; i++)
		if (id_equal(&papan->node[i].id, id))
			return i;
	return -1;
}

int papan_find(const struct papan *papan, const struct id *id)
{
	return id_is_none(id) ? 0 : find(papan, id);
}

void suara_sum_add(struct suara_sum *sum, const struct suara_sum *more)
{
#define ADD(name) sum->n_##name += more->n_##name, sum->s_##name += more->s_##name
	sum->n += more->n;
	ADD(percaya);
	ADD(persyaratan);
	ADD(prosedur);
	ADD(waktu);
	ADD(biaya);
	ADD(produk);
	ADD(kompetensi);
	ADD(perilaku);
	ADD(pengaduan);
	ADD(sarpras);
#undef ADD
}

static const struct suara_unit *unit_of(const struct suara_unit *units, int count,
					const struct id *id)
{
	for (int i = 0; i < count; i++)
		if (id_equal(&units[i].unit_id, id))
			return &units[i];
	return NULL;
}

static int add_node(struct papan *papan, const struct id *id, int above)
{
	papan->node[papan->count] = (struct papan_node){.id = *id};
	papan->scope[papan->count] = (struct sensor_scope){.above = above};
	return papan->count++;
}

/* A unit's node, made with those above it where it is the first to speak. */
static int unit_node(struct papan *papan, const struct suara_unit *units, int count,
		     const struct id *id)
{
	const struct suara_unit *unit = unit_of(units, count, id);
	int at = find(papan, id);

	if (at >= 0 || !unit)
		return at >= 0 ? at : 0;
	int above =
		id_is_none(&unit->induk_id) ? 0 : unit_node(papan, units, count, &unit->induk_id);
	return add_node(papan, id, above);
}

static void add_row(struct papan *papan, const struct suara_unit *units, int count,
		    const struct suara_sum *row)
{
	int month = row->bulan % HUNDRED - 1;
	int at = unit_node(papan, units, count, &row->unit_id);

	if (!id_equal(&row->lingkup_id, &row->unit_id)) {
		int service = find(papan, &row->lingkup_id);
		at = service >= 0 ? service : add_node(papan, &row->lingkup_id, at);
	}
	for (; at >= 0; at = papan->scope[at].above) {
		suara_sum_add(&papan->node[at].month[month], row);
		papan->scope[at].of[month] += row->n;
	}
}

struct date suara_month_closed(struct date today)
{
	struct date yesterday = date_add_days(today, -1);

	return DATE(yesterday.year, yesterday.month, 1);
}

/* Months of the year that are over, and moved. */
static int months_over(const struct job *job, int tahun)
{
	struct date closed = suara_month_closed(job->today);

	if (closed.year != tahun)
		return closed.year > tahun ? MONTHS : 0;
	return closed.month - 1;
}

/* The values of a year's end, but the weight of its first day: it never changes inside a year
   (4.3). */
static enum err law_of(struct job *job, int tahun, struct law_values *out)
{
	struct law_values first;
	enum err err = setelan_values_load(job, DATE((int16_t)tahun, 1, 1), &first);

	if (!err)
		err = setelan_values_load(job, DATE((int16_t)tahun, MONTHS, 31), out);
	if (!err)
		out->of[LAW_skm_weight_exact] = first.of[LAW_skm_weight_exact];
	return err;
}

enum err papan_load(struct job *job, int tahun, struct papan *out)
{
	static const struct id agency;
	struct suara_sum *rows;
	struct suara_unit *units;
	int count = 0, unit_count = 0;
	enum err err;

	*out = (struct papan){.tahun = tahun};
	if ((err = law_of(job, tahun, &out->law)) ||
	    (err = sql_suara_sums(job, tahun * HUNDRED + 1, tahun * HUNDRED + MONTHS, &rows,
				  &count)) ||
	    (err = sql_suara_units(job, &units, &unit_count)))
		return err;
	out->node = arena_array(job->mem, struct papan_node, count + unit_count + 1);
	out->scope = arena_array(job->mem, struct sensor_scope, count + unit_count + 1);
	add_node(out, &agency, -1);
	for (int i = 0; i < count; i++)
		add_row(out, units, unit_count, &rows[i]);
	sensor_decide(out->scope, out->count, out->law.of[LAW_suara_min], months_over(job, tahun));
	return ERR_OK;
}

/* --- one figure --- */

static void mean(struct skm_means *means, enum unsur unsur, int64_t sum, int64_t n)
{
	means->applies[unsur] = n > 0;
	if (n > 0)
		means->mean[unsur] = ratio_make(sum, n);
}

static struct skm_means means_of(const struct suara_sum *s)
{
	struct skm_means means = {0};

	mean(&means, UNSUR_PERSYARATAN, s->s_persyaratan, s->n_persyaratan);
	mean(&means, UNSUR_PROSEDUR, s->s_prosedur, s->n_prosedur);
	mean(&means, UNSUR_WAKTU, s->s_waktu, s->n_waktu);
	mean(&means, UNSUR_BIAYA, s->s_biaya, s->n_biaya);
	mean(&means, UNSUR_PRODUK, s->s_produk, s->n_produk);
	mean(&means, UNSUR_KOMPETENSI, s->s_kompetensi, s->n_kompetensi);
	mean(&means, UNSUR_PERILAKU, s->s_perilaku, s->n_perilaku);
	mean(&means, UNSUR_PENGADUAN, s->s_pengaduan, s->n_pengaduan);
	mean(&means, UNSUR_SARPRAS, s->s_sarpras, s->n_sarpras);
	return means;
}

void suara_reckon(const struct law_values *law, const struct suara_sum *sum,
		  struct suara_figures *out)
{
	enum unsur ranked[UNSUR_COUNT];
	enum skm_weight weight = skm_weight_of(law);
	enum skm_weight other =
		weight == SKM_WEIGHT_EXACT_1_9 ? SKM_WEIGHT_ROUNDED_0_111 : SKM_WEIGHT_EXACT_1_9;

	*out = (struct suara_figures){.is_shown = true, .n = sum->n, .weight = weight};
	out->means = means_of(sum);
	int count = skm_rank(&out->means, ranked);
	if (count > 0) {
		out->index = skm_converted(skm_index(weight, &out->means));
		out->mutu = skm_mutu(law, out->index);
		out->other_index = skm_converted(skm_index(other, &out->means));
		out->other_mutu = skm_mutu(law, out->other_index);
		out->has_other = out->mutu != out->other_mutu;
	}
	for (int i = 0; i < count && i < law->of[LAW_skm_lowest_count]; i++)
		out->lowest[out->lowest_count++] = ranked[i];
	if (sum->n_percaya > 0)
		out->percaya = ratio_round_half_up(ratio_make(sum->s_percaya, sum->n_percaya), 2);
}

/* Is it one of the periods that are decided together? */
static int period_of(int from, int to)
{
	int first = from % HUNDRED - 1, last = to % HUNDRED - 1;

	for (int period = 0; from / HUNDRED == to / HUNDRED && period < SENSOR_PERIODS; period++)
		if (sensor_first(period) == first && sensor_last(period) == last)
			return period;
	return -1;
}

/* Other spans are told where they are nothing but a sum of months that are. */
static bool is_told(const struct sensor_scope *scope, int period, int first, int last)
{
	if (period >= 0)
		return scope->is_shown[period];
	for (int month = first; month <= last; month++)
		if (scope->of[month] > 0 && !scope->is_shown[month])
			return false;
	return true;
}

static enum err add_year(struct job *job, const struct suara_which *which, int tahun,
			 struct suara_sum *sum, bool *is_shown)
{
	const struct id *id = id_is_none(&which->lingkup_id) ? &which->unit_id : &which->lingkup_id;
	int first = which->from / HUNDRED == tahun ? which->from % HUNDRED - 1 : 0;
	int last = which->to / HUNDRED == tahun ? which->to % HUNDRED - 1 : MONTHS - 1;
	struct papan papan;
	enum err err = papan_load(job, tahun, &papan);
	int at = err ? -1 : papan_find(&papan, id);

	if (err || at < 0)
		return err;
	*is_shown &= is_told(&papan.scope[at], period_of(which->from, which->to), first, last);
	for (int month = first; month <= last; month++)
		suara_sum_add(sum, &papan.node[at].month[month]);
	return ERR_OK;
}

/* One officer's: enough of them, of months that are over, and nobody else's few beside them. */
static enum err officer_figures(struct job *job, const struct suara_which *which,
				const struct law_values *law, struct suara_figures *out)
{
	struct suara_sum *own, *all, sum = {0};
	int own_count = 0, all_count = 0;
	bool is_shown = which->to < BULAN(suara_month_closed(job->today));
	enum err err;

	if ((err = sql_suara_sums_of_officer(job, &which->pegawai_id, which->from, which->to, &own,
					     &own_count)) ||
	    (err = sql_suara_sums(job, which->from, which->to, &all, &all_count)))
		return err;
	for (int i = 0; i < own_count; i++) {
		suara_sum_add(&sum, &own[i]);
		for (int k = 0; k < all_count; k++) {
			int64_t rest = all[k].n - own[i].n;
			if (id_equal(&all[k].lingkup_id, &own[i].lingkup_id) &&
			    all[k].bulan == own[i].bulan && rest > 0 &&
			    rest < law->of[LAW_suara_min])
				is_shown = false;
		}
	}
	if (is_shown && skm_officer_is_shown(law, (int)sum.n))
		suara_reckon(law, &sum, out);
	return ERR_OK;
}

/* Who was served in as many months before: of so many the sample is advised (4.4 [V]). */
static enum err advise(struct job *job, const struct suara_which *which,
		       const struct law_values *law, struct suara_figures *out)
{
	struct date first =
		DATE((int16_t)(which->from / HUNDRED), (int8_t)(which->from % HUNDRED), 1);
	int months = (which->to / HUNDRED - which->from / HUNDRED) * MONTHS + which->to % HUNDRED -
		     which->from % HUNDRED + 1;
	struct berkas_lingkup whose = {.layanan_id = which->lingkup_id,
				       .from = date_add_months(first, -months),
				       .to = date_add_days(first, -1)};
	struct suara_lingkup unit = {.unit_jalur = STR_NONE};
	struct berkas_angka angka;
	enum err err = id_is_none(&which->unit_id)
			       ? ERR_OK
			       : sql_suara_unit_find(job, &which->unit_id, &unit);

	whose.jalur = unit.unit_jalur;
	if (err || (err = berkas_figures(job, &whose, &angka)))
		return err;
	out->served = angka.selesai;
	out->advised = sample_size(law, angka.selesai);
	return ERR_OK;
}

void suara_which_is(struct suara_which *which, const struct suara_lingkup *lingkup)
{
	if (lingkup->is_unit)
		which->unit_id = lingkup->unit_id;
	else
		which->lingkup_id = lingkup->lingkup_id;
}

enum err suara_figures(struct job *job, const struct suara_which *which, struct suara_figures *out)
{
	struct suara_sum sum = {0};
	struct law_values law;
	bool is_shown = true;
	enum err err = law_of(job, which->to / HUNDRED, &law);

	*out = (struct suara_figures){.is_shown = false};
	if (err || which->from > which->to)
		return err;
	if (!id_is_none(&which->pegawai_id))
		return officer_figures(job, which, &law, out);
	for (int tahun = which->from / HUNDRED; tahun <= which->to / HUNDRED && !err; tahun++)
		err = add_year(job, which, tahun, &sum, &is_shown);
	if (err || !is_shown || sum.n < law.of[LAW_suara_min])
		return err;
	suara_reckon(&law, &sum, out);
	return advise(job, which, &law, out);
}

/* --- periods --- */

bool suara_period(struct str name, int *from, int *to)
{
	int64_t tahun, part;

	if (!str_parse_int(str_slice(name, 0, 4), &tahun) || tahun < 2000 || tahun > 2200)
		return false;
	*from = (int)tahun * HUNDRED + 1;
	*to = (int)tahun * HUNDRED + MONTHS;
	if (name.len == 4)
		return true;
	if (name.len != 6)
		return false;
	if (name.at[4] == 'T') {
		part = name.at[5] - '0';
		*from = (int)(tahun * HUNDRED + part * 3 - 2);
		*to = *from + 2;
		return part >= 1 && part <= 4;
	}
	if (!str_parse_int(str_slice(name, 4, 6), &part) || part < 1 || part > MONTHS)
		return false;
	*from = *to = (int)(tahun * HUNDRED + part);
	return true;
}

struct str suara_period_name(struct arena *mem, int from, int to)
{
	static const char *const roman[] = {"I", "II", "III", "IV"};
	int tahun = from / HUNDRED, period = period_of(from, to);

	if (period == SENSOR_YEAR)
		return str_format(mem, "%d", tahun);
	if (period >= MONTHS)
		return say_format(mem, SAID("Triwulan %s %d"), roman[period - MONTHS], tahun);
	struct str first = say(mem, date_month_name(from % HUNDRED));
	if (from == to)
		return str_format(mem, "%.*s %d", STR_ARG(first), tahun);
	return str_format(mem, "%.*s %d – %.*s %d", STR_ARG(first), tahun,
			  STR_ARG(say(mem, date_month_name(to % HUNDRED))), to / HUNDRED);
}

/* --- the staff's list --- */

static void take_figures(const struct papan *papan, int from, int to, struct suara_baris *row)
{
	int at = papan_find(papan, &row->lingkup_id), period = period_of(from, to);
	struct suara_sum sum = {0};

	row->figures = (struct suara_figures){.is_shown = false};
	if (at < 0 || period < 0 || !papan->scope[at].is_shown[period])
		return;
	for (int month = sensor_first(period); month <= sensor_last(period); month++)
		suara_sum_add(&sum, &papan->node[at].month[month]);
	suara_reckon(&papan->law, &sum, &row->figures);
}

enum err suara_list(struct job *job, int from, int to, struct suara_baris **out, int *count)
{
	struct papan papan;
	enum err err;

	if (!access_may(job->actor, PERM_SUARA_READ))
		return ERR_FORBIDDEN;
	if ((err = papan_load(job, from / HUNDRED, &papan)) ||
	    (err = sql_suara_lingkup_rows(job, access_scope_jalur(job->actor, PERM_SUARA_READ), out,
					  count)))
		return err;
	for (int i = 0; i < *count; i++)
		take_figures(&papan, from, to, &(*out)[i]);
	return ERR_OK;
}
