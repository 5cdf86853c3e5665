/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of people laid over what the store holds. */
#include "import/import_people.h"

#include "import/import_cell.h"
#include "import/import_code.h"
#include "base/email.h"
#include "base/letters.h"
#include "base/say.h"
#include "law/access.h"
#include "import/import_kontrak.h"
#include "law/golongan.h"
#include "law/jenis_asn.h"
#include "law/nip.h"

#include <string.h>

#define NAME_CHARS_MAX 200

static const char *const jenis_words[] = {"pns",
					  "cpns",
					  "pppk",
					  "p3k",
					  "pppk_penuh_waktu",
					  "p3k_penuh_waktu",
					  "pppk_paruh_waktu",
					  "p3k_paruh_waktu",
					  "paruh_waktu",
					  "pppk_pw",
					  "p3k_pw",
					  NULL};
static const char *const jenis_keys[] = {"pns",
					 "cpns",
					 "pppk",
					 "pppk",
					 "pppk",
					 "pppk",
					 "pppk_paruh_waktu",
					 "pppk_paruh_waktu",
					 "pppk_paruh_waktu",
					 "pppk_paruh_waktu",
					 "pppk_paruh_waktu"};
static const struct cell_list jenis_list = {
	.words = jenis_words,
	.keys = jenis_keys,
	.rule = "pegawai.jenis",
	.sentence = STR(SAID("Isi pns, cpns, pppk, atau pppk_paruh_waktu."))};

/* "1,98204E+17", "198204172008042003.0": a number's writing in a cell of text. */
static bool is_number_text(struct str cell)
{
	size_t digits = 0;

	while (digits < cell.len && cell.at[digits] >= '0' && cell.at[digits] <= '9')
		digits++;
	struct str rest = str_slice(cell, digits, cell.len);
	if (digits == 18 && (str_is(rest, ".0") || str_is(rest, ",0") || str_is(rest, ".00")))
		return true;
	for (size_t i = digits; digits > 0 && i + 1 < cell.len; i++)
		if ((cell.at[i] | 0x20) == 'e' && strchr("+0123456789", cell.at[i + 1]))
			return true;
	return false;
}

/* Excel keeps 15 digits of a number: the rest of an 18-digit one is gone for good. */
static bool is_number_lost(struct import_cells *c, int column, struct str cell)
{
	bool is_rounded =
		cell.len == 18 && str_ends(cell, "000"); /* no number in the register is 000 */

	if (!is_rounded && !is_number_text(cell))
		return false;
	cell_fault(c, column, "pegawai.nip_angka",
		   STR("NIP tersimpan sebagai angka sehingga digitnya hilang. Ubah format kolom "
		       "menjadi Teks lalu tulis ulang."));
	return true;
}

static bool is_pppk(const struct plan_pegawai *pegawai)
{
	return jenis_asn_is_pppk(pegawai->jenis);
}

static void tmt_check(struct import_cells *c, const struct plan_pegawai *pegawai,
		      const struct nip *nip)
{
	struct str sebab;

	if (cell_is_given(c, PEGAWAI_TMT) && pegawai->tmt.year &&
	    !nip_allows_tmt(nip, pegawai->tmt, &sebab))
		cell_fault(c, PEGAWAI_TMT, "pegawai.tmt_awal", sebab);
}

static void nip_check(struct import_cells *c, struct plan_pegawai *pegawai)
{
	struct str sebab = STR_NONE;
	struct nip nip;

	if (c->row->cells[PEGAWAI_NIP].len == 0 ||
	    is_number_lost(c, PEGAWAI_NIP, c->row->cells[PEGAWAI_NIP]))
		return;
	if (!nip_parse(&c->plan->law, pegawai->nip, c->plan->job->today, &nip, &sebab)) {
		cell_fault(c, PEGAWAI_NIP, "pegawai.nip", sebab);
		return;
	}
	if (pegawai->jenis.len && is_pppk(pegawai) != (nip.jenis == NIP_PPPK))
		cell_fault(
			c, PEGAWAI_JENIS, "pegawai.jenis_nip",
			nip.jenis == NIP_PPPK
				? STR("Nomor ini NI PPPK, jenisnya harus pppk atau pppk_paruh_waktu.")
				: STR("Nomor ini NIP PNS, jenisnya harus pns atau cpns."));
	tmt_check(c, pegawai, &nip);
}

/* "III/C", "iii c" and "IIIc" are III/c; "ix" is IX. Anything else stays, to be told. */
static struct str golongan_write(struct arena *mem, struct str cell)
{
	struct buf roman;

	buf_init(&roman, mem);
	for (size_t i = 0; i < cell.len; i++) {
		char c = cell.at[i];
		if (c && strchr(" /.-", c))
			continue;
		bool is_ruang = roman.len > 0 && (c | 0x20) >= 'a' && (c | 0x20) <= 'e' &&
				i + 1 == cell.len;
		if (is_ruang) {
			buf_add_char(&roman, '/');
			buf_add_char(&roman, (char)(c | 0x20));
		} else if (memchr("iIvVxX", c, 6)) {
			buf_add_char(&roman, (char)(c & ~0x20));
		} else {
			return cell;
		}
	}
	return buf_str(&roman);
}

static bool golongan_take(struct import_cells *c, struct plan_pegawai *pegawai)
{
	struct str cell = c->row->cells[PEGAWAI_GOLONGAN];

	if (!cell_is_dash(cell))
		cell = golongan_write(c->plan->job->mem, cell);
	return cell_take_text(c, PEGAWAI_GOLONGAN, cell, &pegawai->golongan);
}

static void golongan_check(struct import_cells *c, const struct plan_pegawai *pegawai)
{
	if (pegawai->golongan.len == 0)
		return;
	if (is_pppk(pegawai) && !golongan_is_pppk(&c->plan->law, pegawai->golongan))
		cell_fault(c, PEGAWAI_GOLONGAN, "pegawai.golongan",
			   STR("Golongan PPPK ini tidak ada; tulis angka Romawi, misalnya IX."));
	if (!is_pppk(pegawai) && !golongan_is_pns(pegawai->golongan, c->plan->job->today))
		cell_fault(c, PEGAWAI_GOLONGAN, "pegawai.golongan",
			   STR("Golongan PNS adalah I/a sampai IV/e."));
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

/* A role by its key or its name, whatever their case and blanks. */
static bool peran_read(struct str word, enum peran *out)
{
	for (enum peran peran = 0; peran < PERAN_COUNT; peran++) {
		const char *names[] = {peran_key(peran).at, peran_label(peran).at, NULL};
		*out = peran;
		if (cell_word(word, names) >= 0)
			return true;
	}
	return false;
}

/* Roles are added, never taken away by a file: that is done with the account, by name. */
static bool peran_take(struct import_cells *c, struct plan_pegawai *pegawai)
{
	struct str rest = c->row->cells[PEGAWAI_PERAN];
	enum peran peran;

	pegawai->peran = pegawai->peran_before;
	while (rest.len && !cell_is_dash(rest)) {
		char mark = str_has(rest, ";") ? ';' : ',';
		struct str word = str_trim(str_cut(rest, mark, &rest));
		if (word.len == 0 || (peran_read(word, &peran) && peran == PERAN_PEGAWAI))
			continue;
		if (peran_read(word, &peran) && peran_is_given(peran))
			pegawai->peran |= 1u << peran;
		else
			cell_fault(c, PEGAWAI_PERAN, "pegawai.peran",
				   STR("Isi pimpinan_unit, pengelola_kinerja, admin_kepegawaian, "
				       "auditor, atau auditor_eksternal."));
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
	struct str cell = c->row->cells[PEGAWAI_PENILAI];
	struct str nip = cell_is_dash(cell) ? cell : str_digits(c->plan->job->mem, cell);

	pegawai->is_penilai_lost = is_number_lost(c, PEGAWAI_PENILAI, cell);
	return cell_take_text(c, PEGAWAI_PENILAI, nip, &pegawai->nip_penilai);
}

static struct str date_text(struct import_cells *c, struct date d)
{
	return d.year ? say_date(c->plan->job->mem, d) : STR_NONE;
}

static bool tmt_take(struct import_cells *c, struct plan_pegawai *pegawai)
{
	struct date tmt = pegawai->tmt;

	if (!cell_is_given(c, PEGAWAI_TMT)) {
		(void)cell_needed(c, PEGAWAI_TMT, date_text(c, tmt));
		return false;
	}
	if (!cell_take_date(c, PEGAWAI_TMT, &tmt))
		return false;
	bool is_different = date_compare(tmt, pegawai->tmt) != 0;
	if (is_different)
		cell_note(c, PEGAWAI_TMT, date_text(c, pegawai->tmt), date_text(c, tmt));
	pegawai->tmt = tmt;
	return is_different;
}

static bool email_take(struct import_cells *c, struct plan_pegawai *pegawai)
{
	struct str cell = str_lower(c->plan->job->mem, c->row->cells[PEGAWAI_EMAIL]);

	if (cell_is_given(c, PEGAWAI_EMAIL) && !cell_is_dash(cell) && !email_is_right(cell)) {
		cell_fault(c, PEGAWAI_EMAIL, "pegawai.email",
			   STR("Bukan alamat surel yang benar."));
		return false;
	}
	return cell_take_text(c, PEGAWAI_EMAIL, cell, &pegawai->email);
}

static bool fields_take(struct import_cells *c, struct plan_pegawai *pegawai)
{
	struct str jabatan = import_jabatan_code(c->plan, c->row->cells[PEGAWAI_JABATAN]);
	bool is_different = cell_take_long(c, PEGAWAI_NAMA, NAME_CHARS_MAX, &pegawai->nama);

	is_different |= email_take(c, pegawai);
	is_different |= cell_choose(c, PEGAWAI_JENIS, &jenis_list, &pegawai->jenis);
	is_different |= golongan_take(c, pegawai);
	is_different |= cell_take_text(c, PEGAWAI_JABATAN, jabatan, &pegawai->kode_jabatan);
	is_different |= nip_penilai_take(c, pegawai);
	is_different |= tmt_take(c, pegawai);
	is_different |= kontrak_take(c, pegawai);
	is_different |= peran_take(c, pegawai);
	return is_different;
}

static void fields_check(struct import_cells *c, struct plan_pegawai *pegawai)
{
	struct arena *mem = c->plan->job->mem;

	if (cell_needed(c, PEGAWAI_NAMA, pegawai->nama) && cell_is_given(c, PEGAWAI_NAMA) &&
	    letters_first(mem, pegawai->nama).len == 0)
		cell_fault(c, PEGAWAI_NAMA, "pegawai.nama", STR("Ini bukan nama orang."));
	(void)cell_needed(c, PEGAWAI_JABATAN, pegawai->kode_jabatan);
	if (!cell_is_given(c, PEGAWAI_JENIS) || cell_is_dash(c->row->cells[PEGAWAI_JENIS]))
		(void)cell_needed(c, PEGAWAI_JENIS, pegawai->jenis);
	nip_check(c, pegawai);
	golongan_check(c, pegawai);
	kontrak_check(c, pegawai);
	if (str_equal(pegawai->nip_penilai, pegawai->nip) && pegawai->nip.len) /* PK-20 */
		cell_fault(c, PEGAWAI_PENILAI, "pegawai.menilai_diri",
			   STR("Pegawai tidak boleh menjadi penilai dirinya sendiri."));
}

/* The person of the row's NIP, a new one, or one that is only checked: all faults of a row are told
   at once. */
static struct plan_pegawai *pegawai_of_row(struct import_cells *c, bool *is_new)
{
	struct import_plan *plan = c->plan;
	struct str nip = str_digits(plan->job->mem, c->row->cells[PEGAWAI_NIP]);
	int64_t at = -1;
	bool is_given = cell_needed(c, PEGAWAI_NIP, nip);
	bool is_known = is_given && table_get(&plan->pegawai_of, nip, &at);
	bool is_twice = is_known && plan->pegawais[at].baris != BARIS_NONE;

	if (is_twice)
		cell_fault(c, PEGAWAI_NIP, "import.ganda",
			   say_format(plan->job->mem, "NIP ini sudah ada di baris %d.",
				      plan->pegawais[at].baris));
	*is_new = !is_known || is_twice;
	plan->taken[IMPORT_PEGAWAI] += is_given && !is_twice;
	if (!*is_new)
		return &plan->pegawais[at];
	struct plan_pegawai *pegawai = import_pegawai_add(plan);
	*pegawai = (struct plan_pegawai){.id = id_make(),
					 .nip = nip,
					 .jabatan = -1,
					 .jabatan_before = -1,
					 .penilai = -1,
					 .is_void = !is_given || is_twice};
	if (!pegawai->is_void)
		table_put(&plan->pegawai_of, nip, plan->pegawai_count - 1);
	return pegawai;
}

/* The last day of somebody who stands here: it came, and not before the post began. */
static bool berakhir_take(struct import_cells *c, struct plan_pegawai *pegawai, bool is_new)
{
	struct date last = {0};

	if (!cell_is_given(c, PEGAWAI_BERAKHIR) || cell_is_dash(c->row->cells[PEGAWAI_BERAKHIR]) ||
	    !cell_take_date(c, PEGAWAI_BERAKHIR, &last))
		return false;
	if (is_new)
		cell_fault(c, PEGAWAI_BERAKHIR, "pegawai.belum_ada",
			   STR("NIP ini belum terdaftar, jadi tidak ada yang diakhiri."));
	else if (date_compare(last, c->plan->job->today) > 0)
		cell_fault(c, PEGAWAI_BERAKHIR, "pegawai.berakhir_nanti",
			   STR("Hari ini belum tiba. Akhiri pada harinya."));
	else if (date_compare(last, pegawai->tmt) < 0)
		cell_fault(c, PEGAWAI_BERAKHIR, "pegawai.berakhir_dini",
			   STR("Hari ini sebelum TMT jabatannya."));
	pegawai->berakhir = last;
	cell_note(c, PEGAWAI_BERAKHIR, STR_NONE, date_text(c, last));
	return true;
}

static void pegawai_row(struct import_cells *c)
{
	bool is_new;
	struct plan_pegawai *pegawai = pegawai_of_row(c, &is_new);

	pegawai->baris = c->row->baris;
	bool ends = berakhir_take(c, pegawai, is_new), was_ended = pegawai->is_ended;
	bool is_different = !ends && cell_revive(c, was_ended);
	is_different |= fields_take(c, pegawai);
	fields_check(c, pegawai);
	pegawai->is_ended = ends;
	pegawai->change = is_new	      ? IMPORT_ADDED
			  : ends && was_ended ? IMPORT_SAME
			  : ends	      ? IMPORT_ENDED
			  : is_different      ? IMPORT_CHANGED
					      : IMPORT_SAME;
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
