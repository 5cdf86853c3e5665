/* SPDX-License-Identifier: Apache-2.0 */
/* Reading work reports and their evidence, the appraiser's mark that they were read, and the draft
   of the next one. */
#include "audit/audit.h"
#include "base/say.h"
#include "law/access.h"
#include "generated/report_sql.h"
#include "org/org.h"
#include "report/report_draft.h"
#include "report/report_file.h"
#include "report/report_right.h"
#include "report/report_store.h"

enum err report_mark_read(struct job *job, const struct id *pegawai_id)
{
	struct laporan_pemilik owner;
	struct audit_entry entry = {.deed = "report.read", .object = *pegawai_id};
	int64_t changed = 0;
	enum err err;

	if ((err = report_may_read(job, pegawai_id, &owner)))
		return err;
	if (!owner.is_penilai) /* an auditor reads without leaving the appraiser's mark */
		return ERR_FORBIDDEN;
	if ((err = sql_report_mark_read(job, pegawai_id, job->now, &changed)))
		return err;
	return changed ? audit_add(job, &entry) : ERR_OK;
}

enum err report_late_days(struct job *job, int *out)
{
	struct law_values law;
	enum err err = setelan_values_load(job, job->today, &law);

	*out = err ? 0 : law.of[LAW_report_late_days];
	return err;
}

enum err report_choices(struct job *job, struct date day, struct laporan_pilihan_hari *out)
{
	enum err err = report_may_write(job);

	return err ? err : report_row_choices(job, day, out);
}

enum err report_last(struct job *job, struct laporan **out)
{
	enum err err = report_may_write(job);

	return err ? err : report_row_last(job, &job->actor->pegawai_id, out);
}

enum err report_owner(struct job *job, const struct id *pegawai_id, struct laporan_pemilik *out)
{
	return report_may_read(job, pegawai_id, out);
}

enum err report_load(struct job *job, const struct id *laporan_id, struct laporan **out)
{
	struct laporan_pemilik owner;
	enum err err = report_row_load(job, laporan_id, out);

	return err ? err : report_may_read(job, &(*out)->pegawai_id, &owner);
}

enum err report_receipt(struct job *job, const struct id *laporan_id, struct laporan **out)
{
	struct laporan_pemilik owner;
	enum err err = report_load(job, laporan_id, out);

	if (err != ERR_NOT_FOUND)
		return err;
	err = report_row_load_old(job, laporan_id, out);
	return err ? err : report_may_read(job, &(*out)->pegawai_id, &owner);
}

static enum err span_check(struct job *job, const struct date span[2])
{
	int32_t days = date_days(span[1]) - date_days(span[0]) + 1;

	if (days >= 1 && days <= LAPORAN_SPAN_MAX)
		return ERR_OK;
	problem_add(job->faults, STR("dari"), "report.span",
		    say_format(job->mem,
			       "Minta paling banyak %d hari sekaligus, dari yang lebih "
			       "awal",
			       LAPORAN_SPAN_MAX));
	return ERR_INVALID;
}

enum err report_page_list(struct job *job, const struct id *pegawai_id, const struct date span[2],
			  const struct laporan *after, struct laporan **out, int *count)
{
	struct laporan_pemilik owner;
	enum err err = report_may_read(job, pegawai_id, &owner);

	if (!err)
		err = span_check(job, span);
	return err ? err : report_row_page(job, pegawai_id, span, after, out, count);
}

enum err report_evidence(struct job *job, const struct id *bukti_id, struct bukti_berkas *out)
{
	struct laporan_pemilik owner;
	struct bukti_milik found;
	enum err err;

	if ((err = sql_report_evidence_load(job, bukti_id, &found)) ||
	    (err = report_may_read(job, &found.pegawai_id, &owner)))
		return err;
	out->bukti = found.bukti;
	out->path = STR_NONE;
	if (out->bukti.sha256.len == 64)
		out->path = bukti_path(job->mem, job->data_dir, &job->actor->instansi_id,
				       out->bukti.sha256);
	return ERR_OK;
}

/* Four lines of fields, then the text as it is: no escaping needed, for only the last may hold line
   ends. */
enum err report_draft_save(struct job *job, const struct laporan_draf *draf)
{
	struct str field[] = {draf->sasaran, draf->jumlah, draf->tanggal, draf->tautan};
	struct buf isi;
	enum err err = report_may_write(job);

	if (err)
		return err;
	buf_init(&isi, job->mem);
	for (size_t i = 0; i < sizeof field / sizeof field[0]; i++) {
		struct str rest;
		buf_add(&isi, str_slice(str_cut(field[i], '\n', &rest), 0, LAPORAN_TAUTAN_MAX));
		buf_add_char(&isi, '\n');
	}
	buf_add(&isi, str_slice(draf->uraian, 0, LAPORAN_URAIAN_MAX * 4));
	struct str text = buf_str(&isi);
	return str_is_utf8(text)
		       ? sql_report_draft_save(job, &job->actor->pegawai_id, text, job->now)
		       : ERR_INVALID;
}

enum err report_draft_load(struct job *job, struct laporan_draf *out)
{
	struct laporan_draf_isi kept;
	struct str rest;
	enum err err = report_may_write(job);

	*out = (struct laporan_draf){.saved_at = 0};
	if (!err)
		err = sql_report_draft_load(job, &job->actor->pegawai_id, &kept);
	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	out->saved_at = kept.saved_at;
	rest = kept.isi;
	out->sasaran = str_cut(rest, '\n', &rest);
	out->jumlah = str_cut(rest, '\n', &rest);
	out->tanggal = str_cut(rest, '\n', &rest);
	out->tautan = str_cut(rest, '\n', &rest);
	out->uraian = rest;
	return ERR_OK;
}
