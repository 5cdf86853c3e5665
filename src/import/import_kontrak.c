/* SPDX-License-Identifier: Apache-2.0 */
/* First and last day of a contract, held against what law/kontrak.c says of the kind. */
#include "import/import_kontrak.h"

#include "base/say.h"
#include "law/kontrak.h"

static struct str day_text(struct import_cells *c, struct date day)
{
	return date_is_none(day) ? STR_NONE : say_date(c->plan->job->mem, day);
}

static bool day_take(struct import_cells *c, int column, struct date *day)
{
	struct date taken = {0};

	if (!cell_is_given(c, column))
		return false;
	if (!cell_is_dash(c->row->cells[column]) && !cell_take_date(c, column, &taken))
		return false;
	bool is_different = date_compare(taken, *day) != 0;
	if (is_different)
		cell_note(c, column, day_text(c, *day), day_text(c, taken));
	*day = taken;
	return is_different;
}

bool kontrak_take(struct import_cells *c, struct plan_pegawai *pegawai)
{
	bool is_different = day_take(c, PEGAWAI_KONTRAK_MULAI, &pegawai->kontrak_mulai);

	is_different |= day_take(c, PEGAWAI_KONTRAK_SELESAI, &pegawai->kontrak_selesai);
	return is_different;
}

void kontrak_check(struct import_cells *c, const struct plan_pegawai *pegawai)
{
	const struct law_values *law = &c->plan->law;
	struct kontrak kontrak = {pegawai->kontrak_mulai, pegawai->kontrak_selesai};
	int column =
		date_is_none(kontrak.selesai) ? PEGAWAI_KONTRAK_MULAI : PEGAWAI_KONTRAK_SELESAI;
	enum jenis_asn jenis;

	if (!jenis_asn_parse(pegawai->jenis, &jenis))
		return; /* its own fault was told */
	switch (kontrak_judge(law, jenis, &kontrak)) {
	case KONTRAK_SOUND: return;
	case KONTRAK_NONE_OF_PNS:
		cell_fault(c, column, "pegawai.kontrak_pns",
			   STR("PNS dan CPNS tidak mempunyai kontrak. Kosongkan kolom ini, atau "
			       "tulis - bila sudah tersimpan."));
		return;
	case KONTRAK_NO_END:
		cell_fault(c, PEGAWAI_KONTRAK_SELESAI, "pegawai.kontrak_kosong",
			   STR("Isi hari terakhir kontraknya: PPPK paruh waktu dievaluasi "
			       "sebelum kontraknya berakhir."));
		return;
	case KONTRAK_TURNED:
		cell_fault(c, PEGAWAI_KONTRAK_SELESAI, "pegawai.kontrak_terbalik",
			   STR("Kontrak ini berakhir sebelum dimulai."));
		return;
	case KONTRAK_TOO_LONG:
		cell_fault(c, PEGAWAI_KONTRAK_SELESAI, "pegawai.kontrak_lama",
			   say_format(c->plan->job->mem,
				      "Kontrak PPPK paruh waktu paling lama %d bulan.",
				      law->of[LAW_paruh_waktu_kontrak_bulan]));
		return;
	}
}
