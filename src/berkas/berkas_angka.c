/* SPDX-License-Identifier: Apache-2.0 */
/* What the days of the register add up to: nothing here reads a document. */
#include "berkas/berkas_own.h"
#include "generated/berkas_sql.h"
#include "law/lama.h"

/* The rows of one measure, which lie together, and how many documents they count. */
static int64_t of_measure(const struct berkas_lama *rows, int count, const char *ukuran,
			  struct lama_hitung *out, int *out_count)
{
	int64_t sum = 0;

	*out_count = 0;
	for (int i = 0; i < count; i++) {
		if (!str_is(rows[i].ukuran, ukuran))
			continue;
		out[(*out_count)++] = (struct lama_hitung){rows[i].lama, rows[i].jumlah};
		sum += rows[i].jumlah;
	}
	return sum;
}

enum err berkas_figures(struct job *job, const struct berkas_lingkup *which,
			struct berkas_angka *out)
{
	struct berkas_hari sums;
	struct berkas_lama *rows = NULL;
	int count = 0, minutes_count = 0, days_count = 0;
	enum err err;

	*out = (struct berkas_angka){.ukuran = STR_NONE};
	if ((err = sql_hari_sums(job, &which->layanan_id, &which->pelaku_id, which->jalur,
				 which->from, which->to, &sums)) ||
	    (err = sql_hari_lengths(job, &which->layanan_id, &which->pelaku_id, which->jalur,
				    which->from, which->to, &rows, &count)))
		return err;
	struct lama_hitung *minutes = arena_array(job->mem, struct lama_hitung, count + 1),
			   *days = arena_array(job->mem, struct lama_hitung, count + 1);
	int64_t in_minutes = of_measure(rows, count, "menit", minutes, &minutes_count),
		in_days = of_measure(rows, count, "hari", days, &days_count);
	bool is_minutes = in_minutes > in_days;
	const struct lama_hitung *most = is_minutes ? minutes : days;
	int most_count = is_minutes ? minutes_count : days_count;
	*out = (struct berkas_angka){.diterima = sums.diterima,
				     .lengkap_pertama = sums.lengkap_pertama,
				     .selesai = sums.selesai,
				     .tepat = sums.tepat,
				     .ukuran = is_minutes ? STR("menit") : STR("hari"),
				     .lama_jumlah = is_minutes ? in_minutes : in_days,
				     .median = lama_within(most, most_count, LAMA_MEDIAN),
				     .p90 = lama_within(most, most_count, LAMA_P90)};
	return ERR_OK;
}

enum err berkas_series(struct job *job, const struct berkas_lingkup *which,
		       struct berkas_bulan **out, int *count)
{
	struct berkas_bulan *months = arena_array(job->mem, struct berkas_bulan, BERKAS_BULAN_MAX);
	struct berkas_lingkup month = *which;
	enum err err = ERR_OK;

	*count = 0;
	*out = months;
	while (!err && *count < BERKAS_BULAN_MAX && date_compare(month.from, which->to) <= 0) {
		month.to = month.from;
		month.to.day = (int8_t)date_month_days(month.from.year, month.from.month);
		if (date_compare(month.to, which->to) > 0)
			month.to = which->to;
		months[*count].mulai = month.from;
		err = berkas_figures(job, &month, &months[(*count)++].angka);
		month.from = date_add_days(month.to, 1);
	}
	return err;
}
