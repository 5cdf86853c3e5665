/* SPDX-License-Identifier: Apache-2.0 */
/* The use cases of problems with pages. The trail says that something was told, seen to and
   deleted, never what. */
#include "masalah/masalah.h"

#include "audit/audit.h"
#include "generated/masalah_sql.h"
#include "law/access.h"

static const struct id newest = {.bytes = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
					   0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}};

static struct str label_of(struct str jenis)
{
#define MASALAH_JENIS(key, label)                                                                  \
	if (str_is(jenis, key))                                                                    \
		return STR(label);
#include "masalah/masalah_jenis.def"
#undef MASALAH_JENIS
	return STR("Hal lain");
}

enum err masalah_tell(struct job *job, const struct masalah *told)
{
	struct masalah m = *told;
	enum err err;

	m.masalah_id = id_make();
	m.created_at = job->now;
	if (str_chars(m.uraian) < MASALAH_URAIAN_MIN)
		problem_add(job->faults, STR("uraian"), "masalah.short",
			    STR("Ceritakan sedikit lebih banyak: apa yang Anda coba, dan apa yang "
				"terjadi."));
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = sql_masalah_insert(job, &m)))
		return err;
	return audit_add(job,
			 &(struct audit_entry){.deed = "masalah.tell", .object = m.masalah_id});
}

enum err masalah_list(struct job *job, bool is_open, const struct id *before, int most,
		      struct masalah **out, int *count)
{
	enum err err;

	if (!access_may(job->actor, PERM_MASALAH_MANAGE))
		return ERR_FORBIDDEN;
	if ((err = sql_masalah_page(job, is_open, id_is_none(before) ? &newest : before, most, out,
				    count)))
		return err;
	for (int i = 0; i < *count; i++)
		(*out)[i].jenis_label = label_of((*out)[i].jenis);
	return ERR_OK;
}

enum err masalah_handle(struct job *job, const struct id *masalah_id)
{
	int64_t changed = 0;
	bool is_there = false;
	enum err err;

	if (!access_may(job->actor, PERM_MASALAH_MANAGE))
		return ERR_FORBIDDEN;
	if ((err = sql_masalah_find(job, masalah_id, &is_there)) || !is_there)
		return err ? err : ERR_NOT_FOUND;
	if ((err = sql_masalah_handle(job, masalah_id, job->now, &job->actor->akun_id, &changed)) ||
	    changed == 0)
		return err;
	return audit_add(job,
			 &(struct audit_entry){.deed = "masalah.handle", .object = *masalah_id});
}

enum err masalah_count_open(struct job *job, int64_t *count)
{
	*count = 0;
	if (!access_may(job->actor, PERM_MASALAH_MANAGE))
		return ERR_OK;
	return sql_masalah_open_count(job, count);
}

enum err masalah_waits(struct job *job, struct waiting *out)
{
	enum err err = masalah_count_open(job, &out->count);

	if (out->count > WAITING_MOST)
		out->count = WAITING_MOST;
	return err;
}

enum err masalah_forget(struct job *job, int most, int64_t *count)
{
	enum err err = sql_masalah_forget(job, job->today, most, count);

	if (err || *count == 0)
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "masalah.forget",
						    .reason = str_format(job->mem, "%lld masukan",
									 (long long)*count)});
}
