/* SPDX-License-Identifier: Apache-2.0 */
/* Writes the row a list would have, and has it applied. */
#include "import/import_one.h"

#include "account/role.h"
#include "import/import.h"
#include "law/access.h"
#include "org/org.h"

#define THE_ROW 1

struct one {
	struct import_file file;
	struct import_row row;
};

static void one_say(struct one *one, int column, struct str cell)
{
	one->file.sheets[IMPORT_PEGAWAI].has_column[column] = true;
	one->row.cells[column] = cell;
}

static struct one *one_make(struct job *job, const struct id *pegawai_id, enum err *err)
{
	struct one *one = arena_new(job->mem, struct one);
	struct import_sheet *sheet = &one->file.sheets[IMPORT_PEGAWAI];
	struct pegawai *pegawai;

	*err = access_reaches_all(job->actor, PERM_ORG_IMPORT)
		       ? pegawai_load(job, pegawai_id, &pegawai)
		       : ERR_FORBIDDEN;
	if (*err)
		return one;
	one->row.baris = THE_ROW;
	one->file.faults.mem = job->mem;
	sheet->is_present = sheet->has_head = true;
	sheet->lembar = import_lembar(IMPORT_PEGAWAI);
	sheet->rows = &one->row;
	sheet->count = 1;
	one_say(one, PEGAWAI_NIP, pegawai->nip);
	return one;
}

/* Faults of the row stand beside the field of their column; those of other records, such as whom an
   ended appraiser still appraises, beside the one that is at the root of it. */
static void faults_tell(struct job *job, const struct import_preview *preview, struct str field)
{
	for (int i = 0; preview && i < preview->fault_count; i++) {
		const struct import_fault *fault = &preview->faults[i];
		problem_add(job->faults, fault->baris == THE_ROW ? fault->column : field,
			    fault->rule, fault->alasan);
	}
}

/* Where on the page a ground and what has no row are told. */
struct one_fields {
	struct str alasan, others;
};

static enum err one_apply(struct job *job, struct one *one, const struct import_wish *wish,
			  struct one_fields fields)
{
	struct import_preview *preview = NULL;
	struct job own = *job;
	struct problems faults;

	problems_init(&faults, job->mem);
	own.faults = &faults;
	enum err err = role_check_reason(&own, wish->alasan);
	for (int i = 0; i < faults.count; i++)
		problem_add(job->faults, fields.alasan, str_cstr(job->mem, faults.at[i].rule),
			    faults.at[i].sentence);
	if (err || problems_any(job->faults))
		return err ? err : ERR_INVALID;
	err = import_apply(&own, &one->file, wish, &preview);
	if (err == ERR_INVALID)
		faults_tell(job, preview, fields.others);
	return err;
}

static enum err move_one(struct job *job, const struct id *pegawai_id,
			 const struct import_pindah *pindah)
{
	struct import_wish wish = {
		.alasan = pindah->alasan, .orang = pegawai_id, .perbuatan = "org.pegawai_pindah"};
	enum err err;
	struct one *one = one_make(job, pegawai_id, &err);

	if (err)
		return err;
	one_say(one, PEGAWAI_JABATAN, pindah->kode_jabatan);
	one_say(one, PEGAWAI_PENILAI, pindah->nip_penilai);
	one_say(one, PEGAWAI_TMT, date_iso(job->mem, pindah->tmt));
	return one_apply(job, one, &wish, (struct one_fields){STR("alasan"), STR("kode_jabatan")});
}

static enum err end_one(struct job *job, const struct id *pegawai_id,
			const struct import_akhir *akhir)
{
	struct import_wish wish = {
		.alasan = akhir->alasan, .orang = pegawai_id, .perbuatan = "org.pegawai_akhir"};
	enum err err;
	struct one *one = one_make(job, pegawai_id, &err);

	if (err)
		return err;
	one_say(one, PEGAWAI_BERAKHIR, date_iso(job->mem, akhir->berakhir));
	return one_apply(job, one, &wish, (struct one_fields){STR("dasar"), STR("berakhir")});
}

enum err import_one(struct job *job, const struct id *pegawai_id, const struct import_ask *ask)
{
	return ask->deed == IMPORT_END ? end_one(job, pegawai_id, &ask->akhir)
				       : move_one(job, pegawai_id, &ask->pindah);
}
