/* SPDX-License-Identifier: Apache-2.0 */
/* Walks back through the trail until a page is full. */
#include "trail/trail.h"

#include "audit/audit.h"
#include "trail/trail_deed.h"
#include "generated/trail_sql.h"
#include "trail/trail_store.h"
#include "law/access.h"

#include <string.h>

#define STRETCH 50000 /* entries looked at for one page: some 50 ms */
#define DAY_US ((int64_t)86400 * 1000000)

struct search {
	struct job *job;
	const struct trail_filter *filter;
	struct table accounts, objects;
	struct trail_page *page;
};

static bool holds(const struct table *table, const struct id *id)
{
	char text[ID_TEXT_LEN];
	int64_t value = 0;

	id_write(id, text);
	return table_get(table, (struct str){text, sizeof(text)}, &value);
}

static bool is_wanted(const struct search *search, const struct trail_entry *entry)
{
	const struct trail_filter *filter = search->filter;

	return (filter->bagian.len == 0 || trail_is_in(entry->deed, filter->bagian)) &&
	       (filter->pelaku.len == 0 || holds(&search->accounts, &entry->akun_id)) &&
	       (filter->tentang.len == 0 || holds(&search->objects, &entry->object));
}

static bool take(void *arg, const struct trail_entry *entry)
{
	struct search *search = arg;
	struct arena *mem = search->job->mem;

	if (!is_wanted(search, entry))
		return true;
	struct trail_entry *kept = &search->page->at[search->page->count++];
	*kept = *entry;
	kept->peran = str_copy(mem, entry->peran);
	kept->deed = str_copy(mem, entry->deed);
	kept->reason = str_copy(mem, entry->reason);
	return search->page->count < TRAIL_PAGE;
}

/* The first entry at or after this moment, or the one after the last: time never goes back along
   the chain. */
static enum err first_at(struct job *job, int64_t newest, int64_t moment, int64_t *out)
{
	int64_t low = 1, high = newest + 1, at = 0;
	enum err err;

	while (low < high) {
		int64_t middle = low + (high - low) / 2;
		if ((err = sql_trail_at(job, middle, &at)))
			return err;
		if (at < moment)
			low = middle + 1;
		else
			high = middle;
	}
	*out = low;
	return ERR_OK;
}

/* The entries of the day asked for, else all; from the cursor on. */
static enum err span_find(struct job *job, const struct trail_filter *filter,
			  struct trail_span *out)
{
	struct audit_head head;
	enum err err = audit_head(job, &head);

	if (err)
		return err;
	*out = (struct trail_span){head.number + 1, 1};
	if (date_is_valid(filter->hari)) {
		int64_t begin = time_of_date(filter->hari, 0, job->actor->zona);
		if ((err = first_at(job, head.number, begin, &out->least)) ||
		    (err = first_at(job, head.number, begin + DAY_US, &out->before)))
			return err;
	}
	if (filter->before > 0 && filter->before < out->before)
		out->before = filter->before;
	return ERR_OK;
}

static enum err name_entries(struct job *job, struct trail_page *page)
{
	struct id owner;
	enum err err = ERR_OK;

	for (int i = 0; i < page->count && !err; i++) {
		struct trail_entry *entry = &page->at[i];
		err = trail_account_load(job, &entry->akun_id, &entry->actor);
		if (!err && !(err = trail_owner_load(job, &entry->object, &owner)))
			err = trail_person_load(job, &owner, &entry->owner);
	}
	return err;
}

enum err trail_list(struct job *job, const struct trail_filter *filter, struct trail_page *out)
{
	struct search search = {.job = job, .filter = filter, .page = out};
	struct trail_span span;
	enum err err;

	*out = (struct trail_page){.at = arena_array(job->mem, struct trail_entry, TRAIL_PAGE)};
	if (!access_may(job->actor, PERM_AUDIT_READ))
		return ERR_FORBIDDEN;
	if ((filter->pelaku.len &&
	     (err = trail_accounts_named(job, filter->pelaku, &search.accounts))) ||
	    (filter->tentang.len &&
	     (err = trail_objects_named(job, filter->tentang, &search.objects))) ||
	    (err = span_find(job, filter, &span)))
		return err;
	int64_t end = span.least;
	if (span.before - span.least > STRETCH)
		span.least = span.before - STRETCH;
	if ((err = trail_each(job, span, take, &search)))
		return err;
	int64_t last = out->count == TRAIL_PAGE ? out->at[TRAIL_PAGE - 1].number : span.least;
	out->next = last > end ? last : 0;
	return access_may(job->actor, PERM_ORG_READ) ? name_entries(job, out) : ERR_OK;
}
