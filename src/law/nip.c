/* SPDX-License-Identifier: Apache-2.0 */
/* Takes a NIP or NI PPPK apart. */
#include "law/nip.h"
#include "law/digits.h"

#define NIP_DIGITS 18

/* say: refuse 2 */
static bool refuse(struct str *sebab, struct str sentence)
{
	*sebab = sentence;
	return false;
}

/* The day this person turns the given age; 29 February turns on 28 February. */
static struct date birthday(struct date lahir, int age)
{
	return date_add_months(lahir, age * 12);
}

/* A month counts as a whole: whoever turns 18 within it may be appointed in it. */
static bool check_tmt(const struct law_values *law, struct nip *nip, struct date today,
		      struct str *sebab)
{
	bool is_pppk = nip->jenis == NIP_PPPK;
	int month = is_pppk ? 12 : nip->tmt_month;
	struct date first = {(int16_t)nip->tmt_year, (int8_t)(is_pppk ? 1 : month), 1};
	struct date last = {(int16_t)nip->tmt_year, (int8_t)month,
			    (int8_t)date_month_days(nip->tmt_year, month)};

	if (date_compare(first, today) > 0)
		return refuse(sebab, STR("Waktu pengangkatan berada di masa depan."));
	if (date_compare(birthday(nip->lahir, law->of[LAW_nip_least_age]), last) > 0)
		return refuse(
			sebab,
			STR("Menurut NIP ini ia diangkat sebelum mencapai usia paling muda."));
	/* the usual age is that of a PNS; a PPPK may be older */
	nip->is_late = !is_pppk &&
		       date_compare(birthday(nip->lahir, law->of[LAW_nip_usual_age]), first) < 0;
	return true;
}

bool nip_parse(const struct law_values *law, struct str text, struct date today, struct nip *out,
	       struct str *sebab)
{
	struct nip nip = {0};

	if (!digits_only(text, NIP_DIGITS))
		return refuse(sebab, STR("NIP harus 18 angka."));
	nip.lahir = DATE((int16_t)digits_at(text, 0, 4), (int8_t)digits_at(text, 4, 2),
			 (int8_t)digits_at(text, 6, 2));
	nip.tmt_year = digits_at(text, 8, 4);
	int code = digits_at(text, 12, 2), kelamin = digits_at(text, 14, 1);
	nip.urut = digits_at(text, 15, 3);

	if (!date_is_valid(nip.lahir))
		return refuse(sebab, STR("Tanggal lahir pada angka 1–8 tidak ada di kalender."));
	if (nip.tmt_year == 0)
		return refuse(sebab, STR("Tahun pengangkatan pada angka 9–12 tidak sah."));
	/* digits 13 and 14: the month of a PNS, from 21 on the contract of a PPPK (8.1 [V], start
	   at 21 [K]) */
	if (code >= law->of[LAW_nip_first_contract_code]) {
		nip.jenis = NIP_PPPK;
		nip.kontrak = code - law->of[LAW_nip_first_contract_code] + 1;
	} else if (code >= 1 && code <= 12) {
		nip.jenis = NIP_PNS;
		nip.tmt_month = code;
	} else {
		return refuse(sebab,
			      STR("Angka 13–14 harus bulan 01–12 (PNS) atau mulai 21 (PPPK)."));
	}
	if (kelamin != 1 && kelamin != 2)
		return refuse(sebab, STR("Angka ke-15 harus 1 (pria) atau 2 (wanita)."));
	nip.kelamin = kelamin == 1 ? 'l' : 'p';
	if (nip.urut == 0)
		return refuse(sebab, STR("Nomor urut pada angka 16–18 dimulai dari 001."));
	if (!check_tmt(law, &nip, today, sebab))
		return false;
	*out = nip;
	*sebab = STR_NONE;
	return true;
}

bool nip_allows_tmt(const struct nip *nip, struct date tmt, struct str *sebab)
{
	struct date appointed =
		DATE((int16_t)nip->tmt_year, (int8_t)(nip->tmt_month ? nip->tmt_month : 1), 1);

	if (date_compare(tmt, nip->lahir) <= 0)
		return refuse(sebab, STR("TMT ini sebelum tanggal lahir menurut NIP."));
	if (date_compare(tmt, appointed) < 0)
		return refuse(sebab, STR("TMT ini sebelum pengangkatan pertama menurut NIP."));
	return true;
}

struct str nip_display(struct arena *mem, struct str nip)
{
	if (nip.len != NIP_DIGITS)
		return nip;
	return str_format(mem, "%.8s %.6s %.1s %.3s", nip.at, nip.at + 8, nip.at + 14, nip.at + 15);
}
