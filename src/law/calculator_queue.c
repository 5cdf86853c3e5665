/* SPDX-License-Identifier: Apache-2.0 */
/* Calculators of rulebook 6: the queue and its bookings. */
#include "law/calculator_input.h"
#include "law/digits.h"
#include "law/kelompok_rentan.h"
#include "law/queue_booking.h"
#include "law/queue_order.h"

#define DAY_MINUTES 1440

/* "R7" or "P12" */
static bool is_ticket(struct str text)
{
	return (str_starts(text, "R") || str_starts(text, "P")) && text.len >= 2 && text.len <= 6 &&
	       digits_only(str_slice(text, 1, text.len), text.len - 1);
}

void calc_antrean(struct calc *calc)
{
	struct str tickets[CALC_LIST_MAX], called[CALC_LIST_MAX];
	struct waiting list[CALC_LIST_MAX];
	int count = calc_list(calc, "datang", tickets), run = 0, made = 0;

	for (int i = 0; i < count; i++) {
		list[i] = (struct waiting){.is_priority = str_starts(tickets[i], "P"),
					   .checkin_at = i};
		if (!is_ticket(tickets[i]))
			calc_fault(calc, "datang",
				   STR("tulis tiap tiket sebagai R1 (biasa) atau P1 (prioritas)."));
		for (int j = 0; j < i; j++)
			if (str_equal(tickets[j], tickets[i]))
				calc_fault(calc, "datang", STR("tiap tiket hanya sekali."));
	}
	while (count > 0) {
		int next = queue_next(&calc->law, list, count, run);
		run = list[next].is_priority ? run + 1 : 0;
		called[made++] = tickets[next];
		count--;
		for (int i = next; i < count; i++) {
			list[i] = list[i + 1];
			tickets[i] = tickets[i + 1];
		}
	}
	calc_put_list(calc, "panggil", called, made);
}

void calc_prioritas(struct calc *calc)
{
	enum kelompok_rentan kelompok = KELOMPOK_lansia;

	if (!kelompok_rentan_parse(calc_text(calc, "kelompok"), &kelompok))
		calc_wrong_choice(calc, "kelompok",
				  "lansia, disabilitas, ibu_hamil, menyusui, anak, "
				  "korban_bencana, sakit");
	calc_date(calc, "hari_ini");
	calc_put_bool(calc, "didahulukan", kelompok_is_first(&calc->law, kelompok));
}

void calc_estimasi(struct calc *calc)
{
	int64_t ahead = calc_int(calc, "di_depan", 0, 100000);
	int64_t counters = calc_int(calc, "loket", 1, 1000);
	struct ratio minutes = ratio_make(1, 1);

	if (calc_has(calc, "rata_menit"))
		minutes = calc_ratio(calc, "rata_menit", calc_text(calc, "rata_menit"), 0,
				     DAY_MINUTES);
	if (minutes.num == 0)
		calc_fault(calc, "rata_menit", STR("isi dengan menit di atas 0."));
	calc_put_int(calc, "menit", queue_estimate_minutes(&calc->law, ahead, minutes, counters));
}

void calc_kuota(struct calc *calc)
{
	int counters = (int)calc_int(calc, "loket", 1, 1000);
	int minutes = (int)calc_int(calc, "menit", 1, DAY_MINUTES);
	struct queue_quota quota = queue_slot_quota(&calc->law, counters, minutes);

	calc_put_int(calc, "kuota", quota.total);
	calc_put_int(calc, "daring", quota.online);
	calc_put_int(calc, "langsung", quota.walk_in);
}

void calc_rata_layanan(struct calc *calc)
{
	enum layanan layanan = LAYANAN_kk;
	int minutes[CALC_LIST_MAX];
	int count = calc_int_list(calc, "selesai", DAY_MINUTES, minutes);

	if (!layanan_parse(calc_text(calc, "layanan"), &layanan))
		calc_wrong_choice(calc, "layanan",
				  "ktp_el_rekam, ktp_el_cetak, kk, akta_kelahiran, akta_kematian, "
				  "akta_perkawinan, akta_perceraian, kia, pindah, datang, ikd, "
				  "konsultasi");
	char prefix = layanan_prefix(&calc->law, layanan);
	calc_put_str(calc, "awalan", (struct str){&prefix, 1});
	calc_put_decimal(calc, "menit",
			 queue_average_minutes(&calc->law, calc->mem, minutes, count,
					       layanan_minutes(&calc->law, layanan)),
			 1);
}

void calc_panggil_ulang(struct calc *calc)
{
	static const struct str words[] = {
		[RECALL_WAIT] = STR("tunggu"),
		[RECALL_AGAIN] = STR("panggil_ulang"),
		[RECALL_SKIPPED] = STR("terlewat"),
	};
	int calls = (int)calc_int(calc, "panggilan", 1, 100);
	int seconds = (int)calc_int(calc, "detik", 0, 86400);

	calc_put_str(calc, "tindakan", words[queue_recall(&calc->law, calls, seconds)]);
}

void calc_lapor_kembali(struct calc *calc)
{
	int minutes = (int)calc_int(calc, "menit", 0, DAY_MINUTES);
	int before = (int)calc_int_or(calc, "sebelumnya", 100, 0);
	int places = queue_return_places(&calc->law, minutes, before);

	calc_put_str(calc, "status", places < 0 ? STR("tidak_hadir") : STR("menunggu"));
	calc_put_int(calc, "tempat", places < 0 ? 0 : places);
}

void calc_lapor_diri(struct calc *calc)
{
	static const struct str words[] = {
		[CHECKIN_EARLY] = STR("terlalu_awal"),
		[CHECKIN_BOOKED] = STR("pesanan"),
		[CHECKIN_WALK_IN] = STR("langsung"),
	};
	int slot = calc_clock(calc, "sesi") / 60, now = calc_clock(calc, "datang") / 60;

	calc_put_str(calc, "urutan", words[checkin_decide(&calc->law, now - slot)]);
	calc_put_bool(calc, "boleh_batal", booking_may_cancel(&calc->law, slot - now));
}

void calc_lansia(struct calc *calc)
{
	struct date lahir = calc_date(calc, "lahir");
	struct date today = calc_has(calc, "hari_ini") ? calc_date(calc, "hari_ini") : calc->today;

	calc_put_bool(calc, "lansia", visitor_is_elderly(&calc->law, lahir, today));
}

void calc_pesan(struct calc *calc)
{
	struct date no_shows[CALC_LIST_MAX];
	struct booking booking = {
		.today = calc_date(calc, "hari_ini"),
		.service_day = calc_date(calc, "hari"),
		.active = (int)calc_int_or(calc, "aktif", 100, 0),
		.active_same = (int)calc_int_or(calc, "aktif_sama", 100, 0),
		.no_shows = no_shows,
		.no_show_count = calc_date_list(calc, "tidak_hadir", no_shows),
	};
	struct problems faults;
	struct str reasons[CALC_LIST_MAX];

	for (int i = 1; i < booking.no_show_count; i++)
		if (date_compare(no_shows[i - 1], no_shows[i]) > 0)
			calc_fault(calc, "tidak_hadir", STR("urutkan dari yang terlama."));
	problems_init(&faults, calc->mem);
	booking_check(&calc->law, &booking, &faults);
	for (int i = 0; i < faults.count; i++)
		reasons[i] = faults.at[i].sentence;
	calc_put_bool(calc, "boleh", faults.count == 0);
	calc_put_list(calc, "sebab", reasons, faults.count);
}
