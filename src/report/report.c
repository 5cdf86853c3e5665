/* SPDX-License-Identifier: Apache-2.0 */
/* Sending, correcting and taking back work reports. A receipt is given only for what one
   transaction holds whole: the report, its evidence, the roll-up and the audit entry. */
#include "report/report.h"

#include "audit/audit.h"
#include "audit/event.h"
#include "audit/once.h"
#include "base/crypto.h"
#include "base/say.h"
#include "form/form.h"
#include "law/access.h"
#include "law/figure.h"
#include "report/report_file.h"
#include "report/report_form.h"
#include "report/report_right.h"
#include "report/report_seal.h"
#include "generated/report_sql.h"
#include "report/report_store.h"
#include "report/report_sweep.h"

#include <stdlib.h>
#include <string.h>

struct str report_text(struct arena *mem, const struct laporan *l)
{
	struct str part[] = {id_str(mem, &l->laporan_id),
			     id_str(mem, &l->pegawai_id),
			     id_str(mem, &l->rhk_id),
			     id_str(mem, &l->iki_id),
			     date_iso(mem, l->tanggal),
			     l->uraian,
			     l->satuan};
	struct buf out;

	buf_init(&out, mem);
	for (size_t i = 0; i < sizeof part / sizeof part[0]; i++) {
		buf_add_format(&out, "%zu:", part[i].len);
		buf_add(&out, part[i]);
	}
	buf_add_format(&out, "%d:%lld;%lld;%lld", l->has_jumlah, (long long)l->jumlah,
		       (long long)l->captured_at, (long long)l->created_at);
	for (int i = 0; i < l->bukti_count; i++)
		buf_add_format(&out, ";%.*s%zu:%.*s", STR_ARG(l->bukti[i].sha256),
			       l->bukti[i].tautan.len, STR_ARG(l->bukti[i].tautan));
	return buf_str(&out);
}

void report_seal(struct arena *mem, struct date received, struct laporan *laporan)
{
	/* Crockford's letters: none can be misread on paper or on the phone. */
	static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	uint8_t digest[CRYPTO_HASH_LEN];
	char code[8];
	struct str text = report_text(mem, laporan);

	crypto_hash256(STR("laporan1"), text, digest);
	for (size_t i = 0; i < sizeof code; i++)
		code[i] = letters[digest[i] & 31];
	laporan->hash = crypto_sha256_hex(mem, text);
	laporan->nomor = str_format(mem, "LAP-%04d%02d%02d-%.8s", received.year, received.month,
				    received.day, code);
}

bool report_counts_before(const struct laporan_hitung *a, const struct laporan_hitung *b)
{
	bool a_counts = str_is(a->aspek, "kuantitas"), b_counts = str_is(b->aspek, "kuantitas");

	if (b->aspek.len == 0 && b->urut == 0)
		return true;
	return a_counts == b_counts ? a->urut < b->urut : a_counts;
}

/* A correction may leave the day as it was. */
static void check_day(struct job *job, const struct laporan *l, const struct laporan *old,
		      const struct report_ground *ground)
{
	int days = ground->law.of[LAW_report_late_days];
	struct date earliest = date_add_days(job->today, -days);

	if (date_is_none(l->tanggal))
		return; /* the form asks for one */
	if (old && date_compare(old->tanggal, l->tanggal) == 0)
		earliest = old->tanggal;
	if (!date_is_valid(l->tanggal) || date_compare(l->tanggal, job->today) > 0)
		problem_add(job->faults, STR("tanggal"), "report.tanggal_future",
			    say_format(job->mem,
				       "Pilih hari ini atau salah satu dari %d hari terakhir",
				       days));
	else if (date_compare(l->tanggal, earliest) < 0)
		problem_add(job->faults, STR("tanggal"), "report.tanggal_old",
			    old ? say_format(job->mem,
					     "Pilih salah satu dari %d hari terakhir, atau "
					     "tanggal semula",
					     days)
				: say_format(job->mem, "Laporan dapat menyusul paling lama %d hari",
					     days));
	else if (ground->closed.len)
		problem_add(job->faults, STR("tanggal"), "report.periode_closed",
			    say_format(job->mem, "%.*s sudah ditutup; pilih tanggal sesudahnya",
				       STR_ARG(ground->closed)));
}

/* The result must be one of the actor's own plan in force on that day; from it come indicator and
   unit, never from the form. */
static void check_result(struct job *job, struct laporan *l, const struct report_ground *ground)
{
	l->iki_id = (struct id){{0}};
	l->satuan = STR("jam");
	if (id_is_none(&l->rhk_id))
		return;
	if (!ground->has_choice) {
		problem_add(job->faults, STR("sasaran"), "report.rhk_foreign",
			    STR("Pilih sasaran dari SKP Anda yang berlaku pada tanggal itu"));
		return;
	}
	l->iki_id = ground->choice.iki_id;
	l->satuan = ground->choice.satuan;
	l->is_menyusul = ground->choice.is_ditutup;
	l->rhk_uraian = ground->choice.uraian;
}

/* Held against the year's target and against what is usual for the indicator. */
static void check_amount(struct job *job, const struct laporan *l,
			 const struct report_ground *ground)
{
	const struct laporan_pilihan *choice = &ground->choice;
	struct figure figure = {.amount = l->jumlah, .satuan = l->satuan, .is_of_a_day = true};

	if (!l->has_jumlah)
		return;
	if (ground->has_choice && !id_is_none(&l->rhk_id)) {
		figure.target = choice->target;
		figure.has_target = choice->has_target;
		figure.usual_sum = choice->biasa_jumlah;
		figure.usual_count = choice->biasa_banyak;
	}
	figure_check(&ground->law, &figure, l->yakin,
		     &(struct figure_place){.field = STR("jumlah")}, job->faults);
}

static void check_links(struct job *job, const struct laporan *l)
{
	if (l->bukti_count > LAPORAN_BUKTI_MAX)
		problem_add(job->faults,
			    str_is(l->bukti[LAPORAN_BUKTI_MAX].jenis, "foto") ? STR("foto")
									      : STR("berkas"),
			    "report.bukti_many", STR("Pilih paling banyak sepuluh bukti"));
	for (int i = 0; i < l->bukti_count; i++) {
		const struct bukti *b = &l->bukti[i];
		if (!str_is(b->jenis, "tautan") || problem_for(job->faults, STR("tautan")).len > 0)
			continue;
		bool web = str_starts(b->tautan, "https://") || str_starts(b->tautan, "http://");
		if (!web || b->tautan.len > LAPORAN_TAUTAN_MAX || str_has(b->tautan, " ") ||
		    !str_is_utf8(b->tautan))
			problem_add(job->faults, STR("tautan"), "report.tautan_form",
				    STR("Tulis alamat lengkap yang dimulai dengan https://"));
	}
}

/* old: the report it corrects, or NULL. */
static enum err check_report(struct job *job, struct laporan *l, const struct laporan *old,
			     struct report_ground *ground)
{
	enum err err;

	l->uraian = str_trim(l->uraian);
	struct laporan_isian isian = report_isian(job->mem, l);
	if ((err = report_row_ground(job, l, ground)))
		return err;
	form_check(&laporan_form, &isian, job->faults);
	check_links(job, l);
	check_day(job, l, old, ground);
	check_result(job, l, ground);
	check_amount(job, l, ground);
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

/* entry names the deed, and for a correction what stood there before. */
static enum err save_report(struct job *job, struct laporan *l, struct audit_entry *entry)
{
	enum err err;

	if ((err = report_row_insert(job, l)))
		return err;
	if ((err = report_sum_move(job, l, 1)))
		return err;
	entry->object = l->laporan_id;
	entry->after = report_text(job->mem, l);
	if ((err = audit_add(job, entry)) || !l->is_menyusul)
		return err;
	/* above, somebody may have rated the closed plan already: then it is refused there */
	return event_tell(job, STR("laporan.menyusul"), &l->laporan_id);
}

/* A device whose clock tells a time to come, or one before the day of the work itself, is not
   believed. */
static void captured_bound(struct job *job, struct laporan *l)
{
	struct date day = date_of_time(l->captured_at, job->actor->zona);

	l->is_clock_off = l->captured_at != 0 &&
			  (l->captured_at > job->now || date_compare(day, l->tanggal) < 0);
	if (l->captured_at == 0 || l->is_clock_off)
		l->captured_at = job->now;
}

void report_ask(struct job *job, const struct laporan *laporan)
{
	if (!report_may_write(job))
		report_row_ask(job, laporan);
}

static int evidence_order(const void *a, const void *b)
{
	const struct bukti *left = a, *right = b;

	return memcmp(left->bukti_id.bytes, right->bukti_id.bytes, sizeof left->bukti_id.bytes);
}

/* What the server adds to a report that stood every check. Its seal holds for the evidence in the
   order it is read back in. */
static enum err receive(struct job *job, struct laporan *laporan)
{
	if (laporan->bukti_count > 1)
		qsort(laporan->bukti, (size_t)laporan->bukti_count, sizeof *laporan->bukti,
		      evidence_order);
	laporan->laporan_id = id_make();
	laporan->pegawai_id = job->actor->pegawai_id;
	laporan->created_at = job->now;
	captured_bound(job, laporan);
	report_seal(job->mem, job->today, laporan);
	return bukti_hold(job, laporan);
}

enum err report_send(struct job *job, struct laporan *laporan)
{
	struct report_ground ground;
	struct audit_entry entry = {.deed = "report.send"};
	enum err err;

	if ((err = report_may_write(job)))
		return err;
	if ((err = check_report(job, laporan, NULL, &ground)))
		return err;
	if ((err = receive(job, laporan)))
		return err;
	if ((err = save_report(job, laporan, &entry)))
		return err;
	return ground.has_draft ? sql_report_draft_delete(job, &job->actor->pegawai_id) : ERR_OK;
}

static struct str receipt_path(struct job *job, const struct id *laporan_id)
{
	return str_join(job->mem, STR("/lapor/"), id_str(job->mem, laporan_id));
}

/* What the rooms above, which may have counted with the report, have against it. */
static enum err hindrance_above(struct job *job, const struct laporan *laporan, struct str *out)
{
	struct job asking = *job;
	struct problems said;

	problems_init(&said, job->mem);
	asking.faults = &said;
	enum err err = event_ask(&asking, STR("laporan.ditarik"), &laporan->laporan_id);
	*out = problem_for(&said, STR("lapor"));
	return out->len > 0 ? ERR_OK : err;
}

enum err report_hindrance(struct job *job, const struct laporan *laporan, struct str *out)
{
	struct report_ground ground;
	enum err err = report_row_ground(job, laporan, &ground);

	*out = STR_NONE;
	if (err)
		return err;
	if (laporan->read_at)
		*out = SAY(job->mem,
			   "Laporan ini sudah dibaca atasan, jadi tidak dapat diubah lagi.");
	else if (ground.closed.len)
		*out = say_format(job->mem,
				  "%.*s sudah ditutup, jadi laporan ini tidak dapat diubah lagi.",
				  STR_ARG(ground.closed));
	else
		err = hindrance_above(job, laporan, out);
	return err;
}

/* ERR_NOT_FOUND unless it is an own one. */
static enum err load_own(struct job *job, const struct id *laporan_id, struct laporan **out)
{
	enum err err = report_row_load(job, laporan_id, out);

	if (err)
		return err;
	return id_equal(&(*out)->pegawai_id, &job->actor->pegawai_id) ? ERR_OK : ERR_NOT_FOUND;
}

/* Who sends it once more, by a late retry, is led to what became
   of it; its receipt says no more than what took its place (pengganti_id; NULL: nothing). */
static enum err take_back(struct job *job, const struct laporan *l, const struct id *pengganti_id,
			  const struct once_outcome *outcome)
{
	struct str hindrance;
	enum err err;

	if ((err = report_hindrance(job, l, &hindrance)))
		return err;
	if (hindrance.len) {
		problem_add(job->faults, STR("lapor"), "report.undo_late", hindrance);
		return ERR_INVALID;
	}
	if ((err = event_tell(job, STR("laporan.ditarik"), &l->laporan_id)))
		return err;
	report_sweep_doubt(l, &job->actor->instansi_id);
	if ((err = report_sum_move(job, l, -1)))
		return err;
	if ((err = report_row_delete(job, l, pengganti_id)))
		return err;
	return once_lead(job, receipt_path(job, &l->laporan_id), outcome);
}

enum err report_undo(struct job *job, const struct id *laporan_id)
{
	struct once_outcome undone = {
		.location = STR("/laporan"),
		.note = SAY(job->mem, "Laporan ini sudah terkirim, lalu dibatalkan.")};
	struct laporan *l = NULL;
	struct audit_entry entry = {.deed = "report.undo", .object = *laporan_id};
	enum err err;

	if ((err = report_may_write(job)))
		return err;
	if ((err = load_own(job, laporan_id, &l)))
		return err;
	entry.before = report_text(job->mem, l);
	if ((err = take_back(job, l, NULL, &undone)))
		return err;
	return audit_add(job, &entry);
}

bool report_keeps(const struct laporan_ganti *ganti, const struct id *bukti_id)
{
	for (int i = 0; i < ganti->bukti_count; i++)
		if (id_equal(&ganti->bukti[i], bukti_id))
			return true;
	return false;
}

/* What stays of the old one's evidence, before what is new; a row of its own, for the old ones
   go. */
static void evidence_join(struct job *job, const struct laporan *old,
			  const struct laporan_ganti *ganti, struct laporan *laporan)
{
	struct bukti *all =
		arena_array(job->mem, struct bukti, old->bukti_count + laporan->bukti_count + 1);
	int count = 0;

	for (int i = 0; i < old->bukti_count; i++) {
		if (!report_keeps(ganti, &old->bukti[i].bukti_id))
			continue;
		all[count] = old->bukti[i];
		all[count++].bukti_id = id_make();
	}
	for (int i = 0; i < laporan->bukti_count; i++)
		all[count++] = laporan->bukti[i];
	laporan->bukti = all;
	laporan->bukti_count = count;
}

/* The work was captured when the first words of it were, unless it is of a later day now. */
static void captured_keep(struct job *job, const struct laporan *old, struct laporan *laporan)
{
	struct date day = date_of_time(old->captured_at, job->actor->zona);

	laporan->captured_at = date_compare(day, laporan->tanggal) >= 0 ? old->captured_at : 0;
}

enum err report_replace(struct job *job, const struct laporan_ganti *ganti, struct laporan *laporan)
{
	struct report_ground ground;
	struct audit_entry entry = {.deed = "report.replace"};
	struct once_outcome outcome = {
		.note = SAY(job->mem,
			    "Laporan ini sudah diperbaiki. Ini tanda terimanya yang baru.")};
	struct laporan *old = NULL;
	enum err err;

	if ((err = report_may_write(job)))
		return err;
	if ((err = load_own(job, &ganti->laporan_id, &old)) == ERR_NOT_FOUND) {
		problem_add(job->faults, STR("lapor"), "report.ganti_gone",
			    STR("Laporan yang Anda perbaiki sudah tidak ada. Kirim lagi bila isi "
				"ini perlu tersimpan sebagai laporan baru"));
		return ERR_INVALID;
	}
	if (err)
		return err;
	evidence_join(job, old, ganti, laporan);
	if ((err = check_report(job, laporan, old, &ground)))
		return err;
	captured_keep(job, old, laporan);
	if ((err = receive(job, laporan)))
		return err;
	entry.before = report_text(job->mem, old);
	entry.reason = old->nomor; /* who reads the trail finds the old one by it */
	outcome.location = receipt_path(job, &laporan->laporan_id);
	/* The old one goes last: while anything can be refused, it is there for the form that says
	   so. */
	if ((err = save_report(job, laporan, &entry)))
		return err;
	return take_back(job, old, &laporan->laporan_id, &outcome);
}
