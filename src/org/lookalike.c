/* SPDX-License-Identifier: Apache-2.0 */
/* Holds each stored text against what entry would make of it, and each key against the others. */
#include "org/lookalike.h"

#include "base/email.h"
#include "base/fold.h"
#include "base/letters.h"
#include "base/table.h"
#include "generated/org_sql.h"

static const struct {
	const char *told, *todo;
} faults[] = {
	[LOOKALIKE_WRITING] = {"nama tertulis dengan huruf yang kini ditulis lain",
			       "unduh daftar lengkap di halaman Impor dan muat lagi berkas itu: "
			       "namanya menjadi satu tulisan"},
	[LOOKALIKE_UNSHOWABLE] = {"nama memuat tanda yang tidak dapat ditampilkan",
				  "ketik ulang nama itu dalam daftar lengkap, lalu muat lagi"},
	[LOOKALIKE_ADDRESS] = {"surel memuat huruf yang hanya mirip huruf biasa",
			       "tanyakan surel yang benar kepada orangnya, ketik ulang dalam "
			       "daftar lengkap, lalu muat lagi"},
	[LOOKALIKE_TWIN] = {"kembar, hanya beda tulisan, dengan",
			    "periksa apakah keduanya memang berbeda; akhiri yang keliru atau beri "
			    "kode atau surel lain"},
};
_Static_assert(sizeof faults / sizeof faults[0] == LOOKALIKE_FAULTS, "a row a fault");

struct looking {
	struct arena *mem;
	const char *kind;
	const struct lookalike_row *rows;
	struct table keys; /* folded code or address -> the row that had it first */
	struct lookalike *at;
	int count;
};

static void add(struct looking *looking, enum lookalike_fault fault, struct str kode,
		struct str other)
{
	looking->at = arena_grow(looking->mem, looking->at, looking->count, sizeof(*looking->at));
	looking->at[looking->count++] = (struct lookalike){fault, looking->kind, kode, other};
}

/* Who has such a key already? Two that differ in nothing but their writing are twins. */
static void key_look(struct looking *looking, struct str key, const struct lookalike_row *row)
{
	int64_t other = 0;

	if (table_get(&looking->keys, key, &other))
		add(looking, LOOKALIKE_TWIN, row->kode, looking->rows[other].kode);
	else
		table_put(&looking->keys, key, row - looking->rows);
}

static void row_look(struct looking *looking, const struct lookalike_row *row)
{
	struct arena *mem = looking->mem;
	int point;

	if (letters_unshowable(row->nama, &point))
		add(looking, LOOKALIKE_UNSHOWABLE, row->kode, STR_NONE);
	else if (!str_equal(letters_clean(mem, row->nama, false), row->nama))
		add(looking, LOOKALIKE_WRITING, row->kode, STR_NONE);
	if (row->email.len > 0 && !email_is_right(row->email))
		add(looking, LOOKALIKE_ADDRESS, row->kode, STR_NONE);
	key_look(looking,
		 str_join(mem, STR("kode "), fold_code(mem, letters_plain(mem, row->kode))), row);
	if (row->email.len > 0)
		key_look(looking,
			 str_join(mem, STR("surel "),
				  letters_plain(mem, letters_clean(mem, row->email, false))),
			 row);
}

typedef enum err lookalike_rows(const struct job *job, struct lookalike_row **rows, int *count);

enum err lookalike_list(struct job *job, struct lookalike **out, int *count)
{
	static const struct {
		const char *kind;
		lookalike_rows *rows;
	} kinds[] = {{"unit", sql_lookalike_units},
		     {"jabatan", sql_lookalike_posts},
		     {"pegawai", sql_lookalike_people}};
	struct looking looking = {.mem = job->mem};
	enum err err = ERR_OK;

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0] && !err; i++) {
		struct lookalike_row *rows = NULL;
		int found = 0;
		looking.kind = kinds[i].kind;
		err = kinds[i].rows(job, &rows, &found);
		looking.rows = rows;
		table_init(&looking.keys, job->mem, (size_t)found);
		for (int n = 0; n < found && !err; n++)
			row_look(&looking, &rows[n]);
	}
	*out = looking.at;
	*count = looking.count;
	return err;
}

/* --- the command --- */

struct printing {
	struct arena *mem;
	FILE *out;
	struct lookalike_agency *agencies;
	const struct lookalike_agency *at;
	int agency_count, found;
};

static enum err agencies_work(struct db *db, void *arg)
{
	struct printing *p = arg;

	return sql_lookalike_agencies(JOB_OF(db, p->mem), &p->agencies, &p->agency_count);
}

static void todo_print(struct printing *p, const struct lookalike *found, int count)
{
	for (enum lookalike_fault fault = 0; fault < LOOKALIKE_FAULTS; fault++)
		for (int i = 0; i < count; i++)
			if (found[i].fault == fault) {
				(void)fprintf(p->out, "  %s: %s\n", faults[fault].told,
					      faults[fault].todo);
				break;
			}
}

static enum err print_work(struct db *db, void *arg)
{
	struct printing *p = arg;
	struct job job = {.db = db, .mem = p->mem};
	struct lookalike *found;
	int count = 0;
	enum err err = lookalike_list(&job, &found, &count);

	if (err)
		return err;
	for (int i = 0; i < count; i++)
		(void)fprintf(p->out, "%.*s: %s %.*s: %s%s%.*s\n", STR_ARG(p->at->kode),
			      found[i].kind, STR_ARG(found[i].kode), faults[found[i].fault].told,
			      found[i].other.len ? " " : "", STR_ARG(found[i].other));
	todo_print(p, found, count);
	if (count == 0)
		(void)fprintf(p->out, "%.*s: tidak ada nama, kode atau surel yang kembar\n",
			      STR_ARG(p->at->kode));
	p->found += count;
	return ERR_OK;
}

enum err lookalike_print(struct store *store, FILE *out)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct printing p = {.mem = mem, .out = out};
	enum err err = store_read(store, NULL, agencies_work, &p);

	for (int i = 0; i < p.agency_count && !err; i++) {
		p.at = &p.agencies[i];
		err = store_read(store, &p.at->id, print_work, &p);
	}
	return err ? err : p.found > 0 ? ERR_CONFLICT : ERR_OK;
}
