/* SPDX-License-Identifier: Apache-2.0 */
/* Values taken in, one rule for all doors: what a value may be of, whether it can be, what it
   replaces. */
#include "indikator/nilai.h"

#include "audit/audit.h"
#include "base/say.h"
#include "form/form.h"
#include "generated/indikator_sql.h"
#include "indikator/nilai_bulan.h"
#include "indikator/wilayah.h"
#include "law/access.h"
#include "law/figure.h"
#include "org/org.h"

/* What values of one indicator are judged by, loaded once for many. */
struct judge {
	struct indikator *versi;
	int versi_count;
	struct law_values law;
	struct buf before, after; /* what changed, for the trail */
	int changed;
};

const struct indikator *indikator_of_month(const struct indikator *versi, int count, int bulan)
{
	const struct indikator *first = NULL;
	struct date last = bulan_last_day(bulan);

	for (int i = 0; i < count; i++) {
		if (!str_is(versi[i].status, "berlaku"))
			continue;
		if (date_compare(versi[i].sejak, last) <= 0)
			return &versi[i];
		first = &versi[i];
	}
	return first;
}

static enum err judge_make(struct job *job, const struct id *indikator_id, struct judge *out)
{
	enum err err;

	*out = (struct judge){.changed = 0};
	buf_init(&out->before, job->mem);
	buf_init(&out->after, job->mem);
	if ((err = sql_indikator_all(job, indikator_id, &out->versi, &out->versi_count)))
		return err;
	return out->versi_count == 0 ? ERR_NOT_FOUND
				     : setelan_values_load(job, job->today, &out->law);
}

static void fault(struct job *job, const struct nilai *n, const char *rule, struct str sentence)
{
	if (problem_for(job->faults, n->field).len > 0 && !str_is(n->field, "berkas"))
		return;
	problem_add(job->faults, n->field, rule, str_join(job->mem, n->kata, sentence));
}

/* --- may it be? --- */

static void check_month(struct job *job, const struct judge *judge, const struct nilai *n,
			const struct indikator *k)
{
	bool is_import = str_is(n->asal, "impor");

	if (!bulan_is_valid(n->bulan) || n->bulan > bulan_of_date(job->today)) {
		fault(job, n, "nilai.bulan",
		      SAY(job->mem, "Pilih bulan yang sudah berjalan, bukan yang akan datang."));
		return;
	}
	if (is_import)
		return;
	if (k->is_henti)
		fault(job, n, "nilai.henti",
		      SAY(job->mem, "Indikator ini sudah berhenti pada bulan itu."));
	if (date_compare(judge->versi[judge->versi_count - 1].sejak, bulan_last_day(n->bulan)) > 0)
		fault(job, n, "nilai.before",
		      SAY(job->mem, "Indikator ini belum berlaku pada bulan itu. Angka tahun "
				    "sebelumnya diimpor dengan sumbernya."));
}

/* What is divided into kelurahan is counted by them, so that nothing counts twice. */
static enum err check_whole(struct job *job, const struct nilai *n)
{
	int below = 0;
	enum err err = sql_wilayah_below(job, &n->wilayah_id, &below);

	if (!err && below > 0)
		fault(job, n, "nilai.wilayah_whole",
		      SAY(job->mem, "Sebut kelurahannya; angka kecamatan dijumlahkan dari "
				    "kelurahannya."));
	return err;
}

/* The area by the definition, on the month's last day. */
static enum err check_area(struct job *job, const struct nilai *n, const struct indikator *k)
{
	struct wilayah area = {.version = 0};
	struct date last;
	enum err err;

	if (k->is_wilayah == !id_is_none(&n->wilayah_id)) {
		if (id_is_none(&n->wilayah_id) || !bulan_is_valid(n->bulan))
			return ERR_OK;
		err = sql_wilayah_find(job, &n->wilayah_id, &area);
		last = bulan_last_day(n->bulan);
		if (err && err != ERR_NOT_FOUND)
			return err;
		if (err || date_compare(area.sejak, last) > 0 ||
		    (!date_is_none(area.sampai) &&
		     date_compare(area.sampai, DATE(last.year, last.month, 1)) < 0))
			fault(job, n, "nilai.wilayah_unknown",
			      SAY(job->mem, "Wilayah ini tidak berlaku pada bulan itu."));
		return err ? ERR_OK : check_whole(job, n);
	}
	fault(job, n, "nilai.wilayah",
	      k->is_wilayah
		      ? SAY(job->mem, "Sebut wilayahnya; indikator ini diisi per wilayah.")
		      : SAY(job->mem, "Kosongkan wilayah; indikator ini untuk seluruh unit."));
	return ERR_OK;
}

static void check_person(struct job *job, const struct nilai *n, const struct indikator *k)
{
	bool is_wanted = str_is(k->atribusi, "pegawai");

	if (is_wanted && id_is_none(&n->pegawai_id))
		fault(job, n, "nilai.pegawai",
		      SAY(job->mem, "Sebut pegawainya; indikator ini milik perorangan."));
	if (!is_wanted && !id_is_none(&n->pegawai_id))
		fault(job, n, "nilai.pegawai_extra",
		      SAY(job->mem, "Kosongkan pegawai; indikator ini bukan milik perorangan."));
}

/* Zero or more, whole where the thing is counted whole, within what is kept. */
static void check_amount(struct job *job, const struct judge *judge, const struct nilai *n,
			 int64_t amount, struct str satuan)
{
	struct figure figure = {.amount = amount, .satuan = satuan};
	enum figure_sense sense = figure_judge(&judge->law, &figure);

	if (figure_is_impossible(sense))
		fault(job, n, "figure.impossible",
		      figure_asks(job->mem, &judge->law, sense, &figure));
	if (amount > INDIKATOR_MOST)
		fault(job, n, "nilai.large",
		      SAY(job->mem, "Tulis paling banyak 100.000.000; pakai satuan yang lebih "
				    "besar."));
}

static void check_parts(struct job *job, const struct judge *judge, const struct nilai *n,
			const struct indikator *k)
{
	bool is_part = str_is(k->rumus.gabung, "bagian");

	check_amount(job, judge, n, n->pembilang, is_part ? k->rumus.pembilang : k->rumus.satuan);
	if (n->cacah < 0 || n->cacah > INDIKATOR_CACAH_MOST)
		fault(job, n, "nilai.cacah",
		      SAY(job->mem, "Tulis banyaknya kasus dari 0 sampai 100.000."));
	if (!is_part && n->penyebut != 0)
		fault(job, n, "nilai.penyebut_extra",
		      SAY(job->mem, "Kosongkan penyebut; indikator ini tidak memakainya."));
	if (!is_part)
		return;
	if (n->penyebut == 0)
		fault(job, n, "nilai.penyebut",
		      say_format(job->mem, "Tulis penyebutnya: %.*s.", STR_ARG(k->rumus.penyebut)));
	else
		check_amount(job, judge, n, n->penyebut, k->rumus.penyebut);
}

static bool is_sure(struct arena *mem, const struct nilai *n)
{
	int64_t again;

	return (str_parse_hundredths(n->yakin, &again) && again == n->pembilang) ||
	       (say_parse_hundredths(mem, n->yakin, &again) && again == n->pembilang);
}

/* Possible but unlikely: asked once more. A file of earlier years was looked at before. */
static enum err check_likely(struct job *job, const struct judge *judge, const struct nilai *n,
			     const struct indikator *k)
{
	struct indikator_bulan usual = {.bulan = 0}, month = {.bulan = n->bulan, .bobot = 1};
	enum indikator_gabung gabung = rumus_gabung(&k->rumus);
	struct indikator_hasil hasil;
	enum figure_sense sense;
	enum err err;

	if (problem_for(job->faults, n->field).len > 0 || !str_is(n->asal, "manual") ||
	    is_sure(job->mem, n))
		return ERR_OK;
	if ((err = sql_nilai_usual(job, &n->indikator_id, n->bulan, &n->unit_id, &n->wilayah_id,
				   &n->pegawai_id, &usual)))
		return err;
	month.pembilang = month.timbang = n->pembilang;
	month.penyebut = n->penyebut;
	indikator_hitung(gabung, satuan_is_persen(k->rumus.satuan), &month, 1, &hasil);
	struct figure figure = {.amount = hasil.nilai,
				.satuan = k->rumus.satuan,
				.is_mean = gabung != GABUNG_JUMLAH,
				.usual_sum = gabung == GABUNG_BAGIAN ? 0 : usual.pembilang,
				.usual_count = usual.banyak};
	sense = figure_judge(&judge->law, &figure);
	if (sense != FIGURE_SOUND)
		fault(job, n, PROBLEM_UNSURE, figure_asks(job->mem, &judge->law, sense, &figure));
	return ERR_OK;
}

static enum err check(struct job *job, const struct judge *judge, const struct nilai *n)
{
	const struct indikator *k =
		indikator_of_month(judge->versi, judge->versi_count,
				   bulan_is_valid(n->bulan) ? n->bulan : bulan_of_date(job->today));
	enum err err;

	if (!k) {
		fault(job, n, "nilai.undecided",
		      SAY(job->mem, "Indikator ini belum diputuskan, jadi belum dapat diisi."));
		return ERR_OK;
	}
	if (str_is(n->asal, "manual") && !str_is(k->rumus.sumber, "manual"))
		fault(job, n, "nilai.self",
		      SAY(job->mem, "Indikator ini terisi sendiri, jadi tidak diisi tangan."));
	check_month(job, judge, n, k);
	check_person(job, n, k);
	check_parts(job, judge, n, k);
	if ((err = check_area(job, n, k)))
		return err;
	return check_likely(job, judge, n, k);
}

/* --- kept --- */

static void write_line(struct buf *out, const struct nilai *n)
{
	const struct id *of = !id_is_none(&n->wilayah_id)   ? &n->wilayah_id
			      : !id_is_none(&n->pegawai_id) ? &n->pegawai_id
							    : &n->unit_id;

	buf_add_format(out, "%d %.*s %lld/%lld %d %.*s%s\n", n->bulan,
		       STR_ARG(id_str(out->mem, of)), (long long)n->pembilang,
		       (long long)n->penyebut, n->cacah, STR_ARG(n->asal),
		       n->is_batal ? " batal" : "");
}

static bool is_same(const struct nilai *a, const struct nilai *b)
{
	return a->pembilang == b->pembilang && a->penyebut == b->penyebut && a->cacah == b->cacah &&
	       a->is_batal == b->is_batal && str_equal(a->asal, b->asal) &&
	       (a->sumber_data.len == 0 || str_equal(a->sumber_data, b->sumber_data));
}

static enum err find_old(struct job *job, const struct nilai *n, struct nilai *old)
{
	enum err err = sql_nilai_of_subject(job, &n->indikator_id, n->bulan, &n->unit_id,
					    &n->wilayah_id, &n->pegawai_id, old);

	if (err == ERR_NOT_FOUND) {
		*old = (struct nilai){.version = 0};
		return ERR_OK;
	}
	return err;
}

/* What the house counted is its own; each night replaces the night before without a line. */
static enum err put(struct job *job, struct judge *judge, const struct nilai *old, struct nilai *n)
{
	enum err err = ERR_OK;

	if (old->version > 0 && is_same(n, old))
		return ERR_OK;
	judge->changed++;
	write_line(&judge->after, n);
	if (old->version == 0) {
		n->nilai_id = id_make();
		n->version = 1;
		n->diisi_at = job->now;
		return sql_nilai_insert(job, n, job->now);
	}
	write_line(&judge->before, old);
	n->nilai_id = old->nilai_id;
	n->version = old->version;
	if (!str_is(n->asal, "sendiri"))
		err = sql_nilai_keep_old(job, old);
	if (err || (err = sql_nilai_update(job, n, job->now)))
		return err;
	n->version++;
	n->diisi_at = job->now;
	return ERR_OK;
}

static enum err tell(struct job *job, const char *deed, const struct id *indikator_id,
		     const struct judge *judge)
{
	if (judge->changed == 0)
		return ERR_OK;
	return audit_add(job, &(struct audit_entry){.deed = deed,
						    .object = *indikator_id,
						    .before = buf_str(&judge->before),
						    .after = buf_str(&judge->after)});
}

/* The unit of a value belongs to the indicator's, and the actor may fill there. */
static enum err may_fill(struct job *job, const struct judge *judge, const struct id *unit_id)
{
	struct unit *unit;
	enum err err = unit_load(job, unit_id, &unit);

	if (err)
		return err;
	if (!indikator_reaches(&judge->versi[0], unit->jalur))
		return ERR_NOT_FOUND;
	return indikator_may_fill(job, unit->jalur) ? ERR_OK : ERR_FORBIDDEN;
}

enum err nilai_put(struct job *job, struct nilai *n)
{
	struct judge judge;
	struct nilai old;
	enum err err = judge_make(job, &n->indikator_id, &judge);

	if (err || (err = may_fill(job, &judge, &n->unit_id)))
		return err;
	n->asal = STR("manual");
	n->oleh = job->actor->akun_id;
	if ((err = check(job, &judge, n)))
		return err;
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = find_old(job, n, &old)) || (err = put(job, &judge, &old, n)))
		return err;
	return tell(job, "indikator.nilai", &n->indikator_id, &judge);
}

/* --- the form of a month --- */

/* A kecamatan is the sum of its kelurahan, which stand behind it. */
static bool is_divided(const struct wilayah *areas, int count, int at)
{
	return at + 1 < count && id_equal(&areas[at + 1].induk_id, &areas[at].wilayah_id);
}

static enum err list_subjects(struct job *job, const struct indikator *k,
			      const struct nilai_isian *which, struct nilai_subjek **out,
			      int *count)
{
	struct wilayah *areas;
	enum err err;

	if (str_is(k->atribusi, "pegawai"))
		return sql_nilai_people(job, &which->unit_id, NILAI_BULAN_ROWS, out, count);
	if (!k->is_wilayah) {
		*out = arena_new(job->mem, struct nilai_subjek);
		(*out)[0] = (struct nilai_subjek){.nama = k->unit_nama};
		*count = 1;
		return ERR_OK;
	}
	if ((err = sql_wilayah_valid(job, &which->induk_id, bulan_last_day(which->bulan), &areas,
				     count)))
		return err;
	if (*count > NILAI_BULAN_ROWS)
		*count = NILAI_BULAN_ROWS;
	*out = arena_array(job->mem, struct nilai_subjek, *count + 1);
	int kept = 0;
	for (int i = 0; i < *count; i++)
		if (!is_divided(areas, *count, i))
			(*out)[kept++] = (struct nilai_subjek){.wilayah_id = areas[i].wilayah_id,
							       .nama = areas[i].nama,
							       .kode = areas[i].kode};
	*count = kept;
	return ERR_OK;
}

static bool is_of(const struct nilai *n, const struct nilai_subjek *s)
{
	return id_equal(&n->wilayah_id, &s->wilayah_id) && id_equal(&n->pegawai_id, &s->pegawai_id);
}

static enum err subjects_with_values(struct job *job, const struct indikator *k,
				     const struct nilai_isian *which, struct nilai_subjek **subjek,
				     struct nilai **stored, int *count)
{
	struct nilai *rows;
	int found = 0;
	enum err err;

	if ((err = list_subjects(job, k, which, subjek, count)) ||
	    (err = sql_nilai_of_month(job, &k->indikator_id, which->bulan, &which->unit_id, &rows,
				      &found)))
		return err;
	*stored = arena_array(job->mem, struct nilai, *count + 1);
	for (int i = 0; i < *count; i++)
		for (int j = 0; j < found; j++)
			if (is_of(&rows[j], &(*subjek)[i]))
				(*stored)[i] = rows[j];
	return ERR_OK;
}

enum err nilai_open(struct job *job, const struct indikator *indikator,
		    const struct nilai_isian *which, struct nilai_subjek **subjek,
		    struct nilai **stored, int *count)
{
	struct judge judge = {.versi = arena_new(job->mem, struct indikator), .versi_count = 1};
	enum err err;

	judge.versi[0] = *indikator;
	if ((err = may_fill(job, &judge, &which->unit_id)))
		return err;
	return subjects_with_values(job, indikator, which, subjek, stored, count);
}

/* What was typed of one subject, over what is stored. A row emptied again is taken back. */
static struct nilai typed_value(struct job *job, const struct nilai_isian *isian,
				const struct nilai_baris *row, const struct nilai_subjek *subjek,
				const struct nilai *old)
{
	bool is_empty = !row->has_pembilang && !row->has_penyebut;
	struct str key = id_str(job->mem, !id_is_none(&subjek->wilayah_id)   ? &subjek->wilayah_id
					  : !id_is_none(&subjek->pegawai_id) ? &subjek->pegawai_id
									     : &isian->unit_id);

	return (struct nilai){.unit_id = isian->unit_id,
			      .wilayah_id = subjek->wilayah_id,
			      .pegawai_id = subjek->pegawai_id,
			      .oleh = job->actor->akun_id,
			      .bulan = isian->bulan,
			      .pembilang = is_empty ? old->pembilang : row->pembilang,
			      .penyebut = is_empty ? old->penyebut : row->penyebut,
			      .asal = STR("manual"),
			      .sumber_data = isian->sumber_data,
			      .is_batal = is_empty,
			      .yakin = row->yakin,
			      .version = row->version,
			      .field = str_format(job->mem, "pembilang.%.*s", STR_ARG(key)),
			      .kata = STR_NONE};
}

static bool is_touched(const struct nilai *n, const struct nilai *old)
{
	if (n->is_batal)
		return old->version > 0 && !old->is_batal;
	return old->version == 0 || old->is_batal || n->pembilang != old->pembilang ||
	       n->penyebut != old->penyebut;
}

static enum err save_rows(struct job *job, struct judge *judge, struct nilai *rows,
			  const struct nilai *stored, int count)
{
	enum err err;

	for (int i = 0; i < count; i++)
		if (is_touched(&rows[i], &stored[i]) && rows[i].version != stored[i].version)
			return ERR_CONFLICT;
	for (int i = 0; i < count; i++)
		if (is_touched(&rows[i], &stored[i]) && !rows[i].is_batal &&
		    (err = check(job, judge, &rows[i])))
			return err;
	if (problems_any(job->faults))
		return ERR_INVALID;
	for (int i = 0; i < count; i++)
		if (is_touched(&rows[i], &stored[i]) &&
		    (err = put(job, judge, &stored[i], &rows[i])))
			return err;
	return ERR_OK;
}

enum err nilai_save(struct job *job, const struct indikator *k, const struct nilai_isian *isian)
{
	struct nilai_subjek *subjek;
	struct nilai *stored;
	struct judge judge;
	int count = 0;
	enum err err = judge_make(job, &k->indikator_id, &judge);

	if (err || (err = may_fill(job, &judge, &isian->unit_id)))
		return err;
	if (!bulan_is_valid(isian->bulan) || problems_any(job->faults))
		return ERR_INVALID;
	if ((err = subjects_with_values(job, k, isian, &subjek, &stored, &count)))
		return err;
	if (isian->count != count)
		return ERR_CONFLICT; /* areas came or went since the page was made */
	struct nilai *rows = arena_array(job->mem, struct nilai, count + 1);
	for (int i = 0; i < count; i++) {
		rows[i] = typed_value(job, isian, &isian->baris[i], &subjek[i], &stored[i]);
		rows[i].indikator_id = k->indikator_id;
	}
	if ((err = save_rows(job, &judge, rows, stored, count)))
		return err;
	return tell(job, "indikator.nilai", &k->indikator_id, &judge);
}

/* --- many at once --- */

static enum err import_one(struct job *job, struct judge *judge, struct nilai *n)
{
	struct nilai old;
	enum err err;

	n->asal = STR("impor");
	n->oleh = job->actor->akun_id;
	n->field = STR("berkas");
	if ((err = check(job, judge, n)) || problems_any(job->faults))
		return err;
	if ((err = find_old(job, n, &old)))
		return err;
	if (str_is(old.asal, "sendiri") && !old.is_batal) {
		fault(job, n, "nilai.counted",
		      SAY(job->mem, "Bulan ini sudah terhitung sendiri, jadi tidak diimpor."));
		return ERR_OK;
	}
	return put(job, judge, &old, n);
}

enum err nilai_import(struct job *job, const struct id *indikator_id, struct nilai *rows, int count,
		      int *changed)
{
	struct judge judge;
	enum err err = judge_make(job, indikator_id, &judge);

	*changed = 0;
	if (err)
		return err;
	for (int i = 0; i < count; i++) {
		if ((err = may_fill(job, &judge, &rows[i].unit_id)))
			return err;
		rows[i].indikator_id = *indikator_id;
		if ((err = import_one(job, &judge, &rows[i])))
			return err;
	}
	if (problems_any(job->faults))
		return ERR_INVALID;
	*changed = judge.changed;
	return tell(job, "indikator.impor", indikator_id, &judge);
}

static bool fills_itself(const struct indikator *k)
{
	return k && !str_is(k->rumus.sumber, "manual");
}

enum err indikator_put_values(struct job *job, struct nilai *rows, int count, int *changed)
{
	struct judge judge = {.versi_count = 0};
	struct id last = {{0}};
	struct nilai old;
	enum err err;

	*changed = 0;
	for (int i = 0; i < count; i++) {
		struct nilai *n = &rows[i];

		if (!id_equal(&last, &n->indikator_id)) {
			if ((err = judge_make(job, &n->indikator_id, &judge)))
				return err;
			last = n->indikator_id;
		}
		if (!bulan_is_valid(n->bulan) ||
		    !fills_itself(indikator_of_month(judge.versi, judge.versi_count, n->bulan)))
			return ERR_INVALID;
		n->asal = STR("sendiri");
		judge.changed = 0;
		if ((err = find_old(job, n, &old)) || (err = put(job, &judge, &old, n)))
			return err;
		*changed += judge.changed;
	}
	return ERR_OK;
}
