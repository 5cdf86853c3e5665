/* SPDX-License-Identifier: Apache-2.0 */
/* Headings that were matched by hand, as stored. */
#include "import/import_memory.h"

#include "audit/audit.h"
#include "db/store.h"
#include "generated/import_sql.h"
#include "law/access.h"

struct str import_jenis_key(enum import_jenis jenis)
{
	switch (jenis) {
	case IMPORT_UNIT: return STR("unit");
	case IMPORT_JABATAN: return STR("jabatan");
	case IMPORT_PEGAWAI: return STR("pegawai");
	case IMPORT_LIBUR: return STR("libur");
	case IMPORT_JENIS_COUNT: break;
	}
	__builtin_unreachable();
}

enum err import_memory_load(struct job *job, struct import_memory *out)
{
	return sql_impor_kolom_all(job, &out->at, &out->count);
}

bool import_memory_find(const struct import_memory *memory, enum import_jenis jenis,
			struct str judul, int *column)
{
	int count;
	const struct import_column *columns = import_column(jenis, &count);

	for (int i = 0; i < memory->count; i++) {
		const struct import_remembered *row = &memory->at[i];
		if (!str_equal(row->jenis, import_jenis_key(jenis)) ||
		    !str_equal(row->judul, judul))
			continue;
		*column = -1;
		for (int k = 0; k < count; k++)
			if (str_equal(columns[k].kunci, row->kolom))
				*column = k;
		return *column >= 0 || row->kolom.len == 0;
	}
	return false;
}

enum err import_memory_keep(struct job *job, const struct import_remembered *rows, int count)
{
	struct buf trail;
	enum err err = ERR_OK;

	if (!access_reaches_all(job->actor, PERM_ORG_IMPORT))
		return ERR_FORBIDDEN;
	buf_init(&trail, job->mem);
	for (int i = 0; i < count && !err; i++) {
		err = sql_impor_kolom_save(job, &rows[i]);
		buf_add_format(&trail, "%.*s|%.*s|%.*s\n", STR_ARG(rows[i].jenis),
			       STR_ARG(rows[i].judul), STR_ARG(rows[i].kolom));
	}
	if (err)
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "org.import_kolom",
						    .object = *db_instansi(job->db),
						    .after = buf_str(&trail)});
}
