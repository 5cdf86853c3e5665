/* SPDX-License-Identifier: Apache-2.0 */
/* The names of papers come from what was signed, so that a copy bears the same one. */
#include "document/document_name.h"

#include "base/file.h"

/* "SKP", "Evaluasi kinerja", "Dokumen evaluasi kinerja". */
static struct str kind_of(const struct pack *pack)
{
	struct str jenis = pack_get(pack, "jenis");

	if (str_is(jenis, "skp"))
		return STR("SKP");
	return str_is(jenis, "evaluasi") ? STR("Evaluasi kinerja")
					 : STR("Dokumen evaluasi kinerja");
}

static struct str name_of(const struct pack *pack)
{
	struct str cell[6];

	for (int i = 0; i < pack->count; i++)
		if (str_is(pack->at[i].name, "orang") && pack_cells(pack->at[i].value, cell, 6) &&
		    str_is(cell[0], "pegawai"))
			return cell[1];
	return STR_NONE;
}

struct str document_title(struct arena *mem, const struct pack *pack)
{
	return str_format(mem, "%.*s, %.*s, %.*s", STR_ARG(kind_of(pack)),
			  STR_ARG(pack_get(pack, "periode_nama")), STR_ARG(name_of(pack)));
}

struct str document_file_name(struct arena *mem, struct str isi)
{
	struct str year, period;
	struct pack pack;

	if (!pack_parse(mem, isi, &pack))
		return STR("dokumen.pdf");
	year = pack_get(&pack, "tahun");
	period = pack_get(&pack, "periode_nama");
	if (str_ends(period, str_cstr(mem, year))) /* "Triwulan III 2026": the year stands first */
		period = str_slice(period, 0, period.len - year.len);
	return str_format(
		mem, "%.*s.pdf",
		STR_ARG(file_name_of(mem, str_format(mem, "%.*s %.*s %.*s %.*s",
						     STR_ARG(kind_of(&pack)), STR_ARG(year),
						     STR_ARG(period), STR_ARG(name_of(&pack))))));
}
