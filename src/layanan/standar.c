/* SPDX-License-Identifier: Apache-2.0 */
/* A standard from its draft to the decision (STD-02): drafted, submitted whole, decided by another,
   never changed after. */
#include "audit/audit.h"
#include "base/say.h"
#include "form/form.h"
#include "generated/layanan_sql.h"
#include "layanan/layanan_change.h"
#include "layanan/layanan_form.h"
#include "layanan/layanan_own.h"

bool standar_janji(const struct standar *standar, struct janji *out)
{
	out->jumlah = standar->janji_jumlah;
	return standar->janji_jumlah > 0 && janji_satuan_parse(standar->janji_satuan, &out->satuan);
}

struct str janji_text(struct arena *mem, int jumlah, struct str satuan)
{
	enum janji_satuan parsed;
	struct str words[JANJI_SATUAN_COUNT] = {SAY(mem, "menit"), SAY(mem, "jam kerja"),
						SAY(mem, "hari kerja")};

	if (jumlah == 0 || !janji_satuan_parse(satuan, &parsed))
		return STR_NONE;
	return str_format(mem, "%d %.*s", jumlah, STR_ARG(words[parsed]));
}

static enum err load_lists(struct job *job, struct standar *s)
{
	enum err err = sql_syarat_rows(job, &s->layanan_id, s->nomor, &s->syarat, &s->syarat_count);

	return err ? err
		   : sql_langkah_rows(job, &s->layanan_id, s->nomor, &s->langkah,
				      &s->langkah_count);
}

enum err standar_on(struct job *job, const struct id *layanan_id, struct date day,
		    struct standar *out)
{
	enum err err = sql_standar_in_force(job, layanan_id, day, out);

	if (err == ERR_NOT_FOUND) {
		*out = (struct standar){.layanan_id = *layanan_id};
		return ERR_OK;
	}
	return err ? err : load_lists(job, out);
}

enum err standar_load(struct job *job, const struct id *layanan_id, int nomor, struct standar *out)
{
	struct layanan l;
	enum err err = sql_standar_by_nomor(job, layanan_id, nomor, out);

	if (err)
		return err;
	if (!str_is(out->status, "ditetapkan") &&
	    (err = layanan_open(job, layanan_id, PERM_LAYANAN_READ, &l)))
		return err == ERR_FORBIDDEN ? ERR_NOT_FOUND : err;
	return load_lists(job, out);
}

enum err standar_list(struct job *job, const struct id *layanan_id, struct standar **out,
		      int *count)
{
	struct layanan l;
	enum err err = layanan_open(job, layanan_id, PERM_LAYANAN_READ, &l);

	return err ? err : sql_standar_all(job, layanan_id, out, count);
}

static struct str canonical(struct arena *mem, const struct standar *s)
{
	struct buf out;

	buf_init(&out, mem);
	buf_add(&out, form_canonical(mem, &standar_teks_form, s));
	for (int i = 0; i < s->syarat_count; i++)
		buf_add(&out,
			str_format(mem, "syarat %zu:%.*s %zu:%.*s %d\n", s->syarat[i].nama.len,
				   STR_ARG(s->syarat[i].nama), s->syarat[i].keterangan.len,
				   STR_ARG(s->syarat[i].keterangan), s->syarat[i].is_wajib));
	for (int i = 0; i < s->langkah_count; i++)
		buf_add(&out, str_format(mem, "langkah %zu:%.*s\n", s->langkah[i].nama.len,
					 STR_ARG(s->langkah[i].nama)));
	return buf_str(&out);
}

static enum err write_lists(struct job *job, const struct standar *s)
{
	enum err err = sql_syarat_clear(job, &s->layanan_id, s->nomor);

	if (!err)
		err = sql_langkah_clear(job, &s->layanan_id, s->nomor);
	for (int i = 0; i < s->syarat_count && !err; i++)
		err = sql_syarat_insert(job, &s->syarat[i], &s->layanan_id, s->nomor, i + 1);
	for (int i = 0; i < s->langkah_count && !err; i++)
		err = sql_langkah_insert(job, &s->langkah[i], &s->layanan_id, s->nomor, i + 1);
	return err;
}

static enum err audit(struct job *job, const char *deed, const struct standar *s, struct str before)
{
	return audit_add(job, &(struct audit_entry){.deed = deed,
						    .object = s->layanan_id,
						    .reason = s->catatan,
						    .before = before,
						    .after = canonical(job->mem, s)});
}

/* A first draft promises nothing yet and has the steps every document takes. */
static void begin_empty(struct arena *mem, struct standar *s)
{
	static const char *const usual[] = {"Data diperiksa", "Ditandatangani", "Siap diambil"};

	s->langkah = arena_array(mem, struct langkah, 3);
	s->langkah_count = 3;
	for (int i = 0; i < 3; i++)
		s->langkah[i].nama = str_from(usual[i]);
}

enum err standar_begin(struct job *job, const struct id *layanan_id, int *nomor)
{
	struct standar s;
	struct layanan l;
	enum err err;

	if ((err = layanan_open(job, layanan_id, PERM_LAYANAN_EDIT, &l)))
		return err;
	err = sql_standar_open(job, layanan_id, &s);
	*nomor = s.nomor;
	if (err != ERR_NOT_FOUND)
		return err;
	if ((err = standar_on(job, layanan_id, job->today, &s)) ||
	    (err = sql_standar_newest(job, layanan_id, nomor)))
		return err;
	if (s.nomor == 0)
		begin_empty(job->mem, &s);
	s.nomor = ++*nomor;
	s.disusun_oleh = job->actor->akun_id;
	/* the discussion was about the version before */
	s.forum_tanggal = (struct date){0};
	s.forum_hadir = s.forum_pokok = s.forum_jawaban = s.catatan = STR_NONE;
	if ((err = sql_standar_insert(job, &s)) || (err = write_lists(job, &s)))
		return err;
	return audit(job, "standar.begin", &s, STR_NONE);
}

enum err standar_save(struct job *job, struct standar *typed)
{
	struct standar before;
	struct layanan l;
	enum err err;

	if ((err = layanan_open(job, &typed->layanan_id, PERM_LAYANAN_EDIT, &l)) ||
	    (err = standar_load(job, &typed->layanan_id, typed->nomor, &before)))
		return err;
	if (!str_is(before.status, "draf") || typed->version != before.version)
		return ERR_CONFLICT;
	form_check(&standar_form, typed, job->faults);
	if (!date_is_none(typed->forum_tanggal) &&
	    date_compare(typed->forum_tanggal, job->today) > 0)
		problem_add(job->faults, STR("forum_tanggal"), "standar.forum_ahead",
			    STR("Isi setelah forumnya berlangsung."));
	if (problems_any(job->faults))
		return ERR_INVALID;
	typed->disusun_oleh = job->actor->akun_id;
	if ((err = sql_standar_update(job, typed)) || (err = write_lists(job, typed)))
		return err;
	return audit(job, "standar.save", typed, canonical(job->mem, &before));
}

/* Everything that is still missing, each at its field. */
static void check_whole(struct job *job, const struct standar *s)
{
	struct janji janji;

	form_check(&standar_whole_form, s, job->faults);
	if (!standar_janji(s, &janji))
		problem_add(job->faults, STR("janji_jumlah"), "standar.janji",
			    STR("Isi waktu yang dijanjikan dan satuannya."));
	if (s->syarat_count == 0)
		problem_add(job->faults, STR("syarat_nama.1"), "standar.syarat",
			    STR("Tulis sedikitnya satu syarat, atau “Tidak ada”."));
	if (s->langkah_count == 0)
		problem_add(job->faults, STR("langkah_nama.1"), "standar.langkah",
			    STR("Tulis sedikitnya satu langkah berkas."));
}

enum err standar_submit(struct job *job, const struct id *layanan_id, int64_t version)
{
	struct standar s;
	struct layanan l;
	enum err err;

	if ((err = layanan_open(job, layanan_id, PERM_LAYANAN_EDIT, &l)) ||
	    (err = sql_standar_open(job, layanan_id, &s)) || (err = load_lists(job, &s)))
		return err;
	if (!str_is(s.status, "draf") || s.version != version)
		return ERR_CONFLICT;
	check_whole(job, &s);
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = sql_standar_submit(job, &s, &job->actor->akun_id, job->now)))
		return err;
	return audit(job, "standar.submit", &s, STR_NONE);
}

static enum err send_back(struct job *job, struct standar *s, const struct penetapan *said)
{
	int64_t changed = 0;
	enum err err;

	if (str_trim(said->catatan).len == 0)
		problem_add(job->faults, STR("catatan"), "standar.note",
			    STR("Tulis apa yang perlu diperbaiki."));
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = sql_standar_return(job, &s->layanan_id, s->nomor, s->version, said->catatan,
				      &changed)))
		return err;
	s->catatan = said->catatan;
	return changed ? audit(job, "standar.return", s, STR_NONE) : ERR_CONFLICT;
}

static void check_decision(struct job *job, const struct standar *s, const struct penetapan *said)
{
	if (said->sk_nomor.len == 0)
		problem_add(job->faults, STR("sk_nomor"), "standar.sk",
			    STR("Tulis nomor keputusannya."));
	if (date_is_none(said->sk_tanggal) || date_compare(said->sk_tanggal, job->today) > 0)
		problem_add(job->faults, STR("sk_tanggal"), "standar.sk_day",
			    STR("Isi tanggal keputusan, paling lambat hari ini."));
	if (date_is_none(said->berlaku_sejak) || date_compare(said->berlaku_sejak, job->today) < 0)
		problem_add(job->faults, STR("berlaku_sejak"), "standar.past",
			    STR("Standar berlaku hari ini atau sesudahnya; janji yang sudah "
				"diberikan tidak berubah."));
	/* who was there is the evidence, and the unit answers what they said (STD-02, STD-03) */
	if (date_is_none(s->forum_tanggal) || s->forum_hadir.len == 0 || s->forum_pokok.len == 0 ||
	    s->forum_jawaban.len == 0)
		problem_add(job->faults, STR("aksi"), "standar.forum",
			    STR("Catatan forum konsultasinya belum lengkap: tanggal, yang hadir, "
				"yang dibahas, dan jawaban unit. Kembalikan agar dilengkapi."));
}

enum err standar_decide(struct job *job, const struct penetapan *said)
{
	struct standar s;
	struct layanan l;
	enum err err;

	if ((err = layanan_open(job, &said->layanan_id, PERM_LAYANAN_DECIDE, &l)) ||
	    (err = sql_standar_open(job, &said->layanan_id, &s)) || (err = load_lists(job, &s)))
		return err;
	if (!str_is(s.status, "diajukan") || s.version != said->version)
		return ERR_CONFLICT;
	if (said->is_kembali)
		return send_back(job, &s, said);
	if (id_equal(&s.diajukan_oleh, &job->actor->akun_id))
		problem_add(job->faults, STR("aksi"), "standar.own",
			    STR("Yang mengajukan tidak menetapkan. Minta pimpinan unit lain."));
	check_decision(job, &s, said);
	if (problems_any(job->faults))
		return ERR_INVALID;
	s.berlaku_sejak = said->berlaku_sejak;
	s.sk_nomor = said->sk_nomor;
	s.sk_tanggal = said->sk_tanggal;
	s.ditetapkan_at = job->now;
	s.ditetapkan_nama = job->actor->nama;
	s.ditetapkan_jabatan = job->actor->jabatan;
	if ((err = sql_standar_set(job, &s, &job->actor->akun_id)))
		return err;
	return audit(job, "standar.decide", &s, STR_NONE);
}
