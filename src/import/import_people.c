/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of people laid over what the store holds. */
#include "import/import_people.h"

#include "import/import_cell.h"
#include "law/golongan.h"
#include "base/say.h"
#include "law/nip.h"
#include "law/access.h"

static const char *const jenis_keys[] = {"pns", "cpns", "pppk", NULL};

/* Excel keeps 15 digits of a number: the rest of an 18-digit one is gone for good. */
static bool is_number_lost(struct import_cells *c, int column, struct str cell)
{
	bool is_rounded =
		cell.len == 18 && str_ends(cell, "000"); /* no number in the register is 000 */

	if (!is_rounded && !str_has(cell, "E+") && !str_has(cell, "e+"))
		return false;
	cell_fault(c, column, "pegawai.nip_angka",
		   STR("NIP tersimpan sebagai angka sehingga digitnya hilang. Ubah format kolom "
		       "menjadi Teks lalu tulis ulang."));
	return true;
}

static void nip_check(struct import_cells *c, struct plan_pegawai *pegawai)
{
	struct str sebab = STR_NONE;
	struct str cell = c->row->cells[PEGAWAI_NIP];
	struct nip nip;

	if (is_number_lost(c, PEGAWAI_NIP, cell)) {
		return;
	}
	if (!nip_parse(&c->plan->law, pegawai->nip, c->plan->job->today, &nip, &sebab)) {
		cell_fault(c, PEGAWAI_NIP, "pegawai.nip", sebab);
		return;
	}
	bool is_pppk = str_is(pegawai->jenis, "pppk");
	if (cell_is_one_of(pegawai->jenis, jenis_keys) && is_pppk != (nip.jenis == NIP_PPPK))
		cell_fault(c, PEGAWAI_JENIS, "pegawai.jenis_nip",
			   nip.jenis == NIP_PPPK
				   ? STR("Nomor ini NI PPPK, jenisnya harus pppk.")
				   : STR("Nomor ini NIP PNS, jenisnya harus pns atau cpns."));
}

static void golongan_check(struct import_cells *c, const struct plan_pegawai *pegawai)
{
	bool is_pppk = str_is(pegawai->jenis, "pppk");

	if (pegawai->golongan.len == 0)
		return;
	if (is_pppk && !golongan_is_pppk(&c->plan->law, pegawai->golongan))
		cell_fault(c, PEGAWAI_GOLONGAN, "pegawai.golongan",
			   STR("Golongan PPPK ini tidak ada; tulis angka Romawi, misalnya IX."));
	if (!is_pppk && !golongan_is_pns(pegawai->golongan, c->plan->job->today))
		cell_fault(c, PEGAWAI_GOLONGAN, "pegawai.golongan",
			   STR("Golongan PNS adalah I/a sampai IV/e."));
}

/* One @, something before it, a dot after it, no spaces. */
static bool email_is_fit(struct str email)
{
	struct str domain;
	struct str local = str_cut(email, '@', &domain);

	for (size_t i = 0; i < email.len; i++)
		if ((unsigned char)email.at[i] <= ' ')
			return false;
	return local.len > 0 && domain.len > 3 && str_has(domain, ".") && !str_has(domain, "@") &&
	       email.len <= 254;
}

static struct str peran_text(struct import_cells *c, uint32_t perans)
{
	struct buf out;

	buf_init(&out, c->plan->job->mem);
	for (enum peran peran = 0; peran < PERAN_COUNT; peran++) {
		if (!(perans >> peran & 1U))
			continue;
		if (out.len)
			buf_add_cstr(&out, ", ");
		buf_add(&out, peran_label(peran));
	}
	return buf_str(&out);
}

/* Roles are added, never taken away by a file: that is done with the account, by name. */
static bool peran_take(struct import_cells *c, struct plan_pegawai *pegawai)
{
	struct arena *mem = c->plan->job->mem;
	struct str rest = str_lower(mem, c->row->cells[PEGAWAI_PERAN]);
	enum peran peran;

	pegawai->peran = pegawai->peran_before;
	while (rest.len) {
		char mark = str_has(rest, ";") ? ';' : ',';
		struct str word = str_trim(str_cut(rest, mark, &rest));
		if (word.len == 0 || str_is(word, "pegawai"))
			continue;
		if (peran_parse(word, &peran) && peran_is_given(peran))
			pegawai->peran |= 1u << peran;
		else
			cell_fault(c, PEGAWAI_PERAN, "pegawai.peran",
				   STR("Isi pimpinan_unit, pengelola_kinerja, admin_kepegawaian, "
				       "atau auditor."));
	}
	bool is_different = pegawai->peran != pegawai->peran_before;
	if (is_different)
		cell_note(c, PEGAWAI_PERAN, peran_text(c, pegawai->peran_before),
			  peran_text(c, pegawai->peran));
	if (is_different && !access_may(c->plan->job->actor, PERM_ACCOUNT_MANAGE))
		cell_fault(c, PEGAWAI_PERAN, "pegawai.peran_wewenang",
			   STR("Anda tidak berwenang memberi peran. Kosongkan kolom ini."));
	return is_different;
}

/* NIP as people write it, "19860926 201505 1 001", becomes 18 digits. */
static bool nip_penilai_take(struct import_cells *c, struct plan_pegawai *pegawai)
{
	struct str nip = str_digits(c->plan->job->mem, c->row->cells[PEGAWAI_PENILAI]);

	if (!c->sheet->has_column[PEGAWAI_PENILAI] || str_equal(nip, pegawai->nip_penilai))
		return false;
	pegawai->is_penilai_lost =
		is_number_lost(c, PEGAWAI_PENILAI, c->row->cells[PEGAWAI_PENILAI]);
	cell_note(c, PEGAWAI_PENILAI, pegawai->nip_penilai, nip);
	pegawai->nip_penilai = nip;
	return true;
}

static struct str date_text(struct import_cells *c, struct date d)
{
	return d.year ? say_date(c->plan->job->mem, d) : STR_NONE;
}

static bool tmt_take(struct import_cells *c, struct plan_pegawai *pegawai)
{
	struct date tmt = pegawai->tmt;

	if (!c->sheet->has_column[PEGAWAI_TMT] || !cell_take_date(c, PEGAWAI_TMT, &tmt))
		return false;
	bool is_different = date_compare(tmt, pegawai->tmt) != 0;
	if (is_different)
		cell_note(c, PEGAWAI_TMT, date_text(c, pegawai->tmt), date_text(c, tmt));
	pegawai->tmt = tmt;
	return is_different;
}

static bool fields_take(struct import_cells *c, struct plan_pegawai *pegawai)
{
	bool is_different = cell_take(c, PEGAWAI_NAMA, &pegawai->nama);

	is_different |= cell_take_lower(c, PEGAWAI_EMAIL, &pegawai->email);
	is_different |= cell_take_lower(c, PEGAWAI_JENIS, &pegawai->jenis);
	is_different |= cell_take(c, PEGAWAI_GOLONGAN, &pegawai->golongan);
	is_different |= cell_take(c, PEGAWAI_JABATAN, &pegawai->kode_jabatan);
	is_different |= nip_penilai_take(c, pegawai);
	is_different |= tmt_take(c, pegawai);
	is_different |= peran_take(c, pegawai);
	return is_different;
}

static void fields_check(struct import_cells *c, struct plan_pegawai *pegawai)
{
	(void)cell_required(c, PEGAWAI_NAMA);
	(void)cell_required(c, PEGAWAI_JABATAN);
	if (!cell_is_one_of(pegawai->jenis, jenis_keys))
		cell_fault(c, PEGAWAI_JENIS, "pegawai.jenis", STR("Isi pns, cpns, atau pppk."));
	nip_check(c, pegawai);
	golongan_check(c, pegawai);
	if (pegawai->email.len && !email_is_fit(pegawai->email))
		cell_fault(c, PEGAWAI_EMAIL, "pegawai.email",
			   STR("Bukan alamat surel yang benar."));
	if (str_equal(pegawai->nip_penilai, pegawai->nip) && pegawai->nip.len) /* PK-20 */
		cell_fault(c, PEGAWAI_PENILAI, "pegawai.menilai_diri",
			   STR("Pegawai tidak boleh menjadi penilai dirinya sendiri."));
}

static void pegawai_row(struct import_cells *c)
{
	struct import_plan *plan = c->plan;
	int64_t at = -1;

	if (!cell_required(c, PEGAWAI_NIP))
		return;
	struct str nip = str_digits(plan->job->mem, c->row->cells[PEGAWAI_NIP]);
	bool is_new = !table_get(&plan->pegawai_of, nip, &at);
	if (!is_new && plan->pegawais[at].baris != BARIS_NONE) {
		cell_fault(c, PEGAWAI_NIP, "import.ganda",
			   say_format(plan->job->mem, "NIP ini sudah ada di baris %d.",
				      plan->pegawais[at].baris));
		return;
	}
	struct plan_pegawai *pegawai = is_new ? import_pegawai_add(plan) : &plan->pegawais[at];
	if (is_new) {
		*pegawai = (struct plan_pegawai){.id = id_make(),
						 .nip = nip,
						 .jabatan = -1,
						 .jabatan_before = -1,
						 .penilai = -1};
		table_put(&plan->pegawai_of, nip, plan->pegawai_count - 1);
	}
	pegawai->baris = c->row->baris;
	plan->taken[IMPORT_PEGAWAI]++;
	bool is_different = cell_revive(c, pegawai->is_ended);
	is_different |= fields_take(c, pegawai);
	fields_check(c, pegawai);
	pegawai->is_ended = false;
	pegawai->change = is_new ? IMPORT_ADDED : is_different ? IMPORT_CHANGED : IMPORT_SAME;
	pegawai->changes = cells_changes(c, is_new);
}

void import_plan_pegawais(struct import_plan *plan)
{
	struct import_cells c = {.plan = plan, .jenis = IMPORT_PEGAWAI};

	c.sheet = &plan->file->sheets[IMPORT_PEGAWAI];
	for (int i = 0; i < c.sheet->count; i++) {
		cells_row(&c, i);
		pegawai_row(&c);
	}
	if (!import_plan_may_end(plan, IMPORT_PEGAWAI))
		return;
	for (int i = 0; i < plan->pegawai_count; i++) {
		struct plan_pegawai *pegawai = &plan->pegawais[i];
		if (pegawai->baris != BARIS_NONE || pegawai->is_ended)
			continue;
		pegawai->is_ended = true;
		pegawai->change = IMPORT_ENDED;
	}
}
