/* SPDX-License-Identifier: Apache-2.0 */
/* Why: booking a place, checking in, being called again, coming back. The rule first, then the case
   in plain words. */
#include "kalkulator/kalkulator_why.h"

#include "base/say.h"

#define BY_US SAID("Cara hitung Abdi; instansi dapat mengubahnya")

static void say_no_shows(struct kalk_why *why)
{
	struct date days[CALC_LIST_MAX];
	int count = calc_date_list(&why->calc, "tidak_hadir", days);

	why_say(why, BASIS_BAWAAN, BY_US,
		"Tidak hadir %d kali dalam %d hari menutup pesanan daring selama %d hari sejak yang terakhir. Tercatat %d kali%s%.*s.",
		why_value(why, "queue_no_show_max"), why_value(why, "queue_no_show_days"),
		why_value(why, "queue_no_show_block_days"), count,
		count ? SAY(why->mem, ", terakhir ").at : "",
		STR_ARG(count ? kalk_number_day(why->mem, days[count - 1]) : STR_NONE));
}

void why_pesan(struct kalk_why *why)
{
	int ahead = date_days(calc_date(&why->calc, "hari")) -
		    date_days(calc_date(&why->calc, "hari_ini"));
	int from = why_value(why, "queue_book_from_days"),
	    until = why_value(why, "queue_book_until_days");

	why_rule(why);
	why_say(why, BASIS_BAWAAN, BY_US,
		"Pesanan untuk %.*s dibuka %d hari sebelumnya dan ditutup %d hari sebelumnya. %.*s adalah %d hari sebelumnya: %s.",
		STR_ARG(why_given_day(why, "hari")), from, until,
		STR_ARG(why_given_day(why, "hari_ini")), ahead,
		ahead > from	? SAY(why->mem, "terlalu awal").at
		: ahead < until ? SAY(why->mem, "sudah ditutup").at
				: SAY(why->mem, "dalam masa pemesanan").at);
	why_say(why, BASIS_BAWAAN, BY_US,
		"Satu NIK paling banyak mempunyai %d pesanan aktif, di antaranya %d untuk layanan dan hari yang sama. Sekarang ada %lld, di antaranya %lld.",
		why_value(why, "queue_active_max"), why_value(why, "queue_active_service_max"),
		(long long)calc_int_or(&why->calc, "aktif", 100, 0),
		(long long)calc_int_or(&why->calc, "aktif_sama", 100, 0));
	say_no_shows(why);
}

void why_lapor_diri(struct kalk_why *why)
{
	int slot = calc_clock(&why->calc, "sesi") / 60, now = calc_clock(&why->calc, "datang") / 60;
	int minutes = now > slot ? now - slot : slot - now;

	why_rule(why);
	why_say(why, BASIS_BAWAAN, BY_US,
		"Datang %d menit %s sesi dimulai. Lapor diri dibuka %d menit sebelum sampai %d menit sesudahnya: %.*s.",
		minutes, now > slot ? SAY(why->mem, "sesudah").at : SAY(why->mem, "sebelum").at,
		why_value(why, "queue_checkin_before_min"),
		why_value(why, "queue_checkin_after_min"),
		STR_ARG(say(why->mem,
			    kalk_choice_label(KALK_LIST_LAPOR_DIRI,
					      kalk_answer_text(&why->answer, "urutan")))));
	why_say(why, BASIS_BAWAAN, BY_US,
		"Pesanan boleh dibatalkan sampai %d menit sebelum sesi dimulai: %s.",
		why_value(why, "queue_cancel_min"),
		kalk_answer_is(&why->answer, "boleh_batal") ? SAY(why->mem, "masih boleh").at
							    : SAY(why->mem, "tidak boleh lagi").at);
}

void why_panggil_ulang(struct kalk_why *why)
{
	why_rule(why);
	why_say(why, BASIS_BAWAAN, BY_US,
		"Sudah dipanggil %lld kali, yang terakhir %lld detik lalu. Jeda paling sedikit %d detik, dan sesudah panggilan pertama ada paling banyak %d panggilan ulang. Yang dilakukan: %.*s.",
		(long long)calc_int(&why->calc, "panggilan", 1, 100),
		(long long)calc_int(&why->calc, "detik", 0, 86400),
		why_value(why, "queue_recall_seconds"), why_value(why, "queue_recalls"),
		STR_ARG(say(why->mem,
			    kalk_choice_label(KALK_LIST_PANGGILAN,
					      kalk_answer_text(&why->answer, "tindakan")))));
}

void why_lapor_kembali(struct kalk_why *why)
{
	why_rule(why);
	why_say(why, BASIS_BAWAAN, BY_US,
		"Kembali %lld menit sesudah terlewat, paling lama %d menit. Sudah pernah kembali %lld kali, boleh %d kali. Keadaannya: %.*s.",
		(long long)calc_int(&why->calc, "menit", 0, 1440),
		why_value(why, "queue_skip_return_min"),
		(long long)calc_int_or(&why->calc, "sebelumnya", 100, 0),
		why_value(why, "queue_skip_returns_max"),
		STR_ARG(say(why->mem,
			    kalk_choice_label(KALK_LIST_KEMBALI,
					      kalk_answer_text(&why->answer, "status")))));
	if (kalk_answer_int(&why->answer, "tempat") > 0)
		why_say(why, BASIS_BAWAAN, BY_US,
			"Nomornya dipanggil lagi sesudah %lld pengunjung lain.",
			(long long)kalk_answer_int(&why->answer, "tempat"));
}

void why_rata_layanan(struct kalk_why *why)
{
	struct str finished[CALC_LIST_MAX];
	int count = calc_list(&why->calc, "selesai", finished);
	int least = why_value(why, "queue_average_min"), of = why_value(why, "queue_average_of");
	struct str minutes = kalk_number_comma(why->mem, kalk_answer_text(&why->answer, "menit"));

	why_rule(why);
	if (count < least)
		why_say(why, BASIS_BAWAAN, BY_US,
			"Baru %d pelayanan selesai, kurang dari %d. Dipakai waktu bawaan layanan ini: %.*s menit.",
			count, least, STR_ARG(minutes));
	else
		why_say(why, BASIS_BAWAAN, BY_US,
			"%d pelayanan sudah selesai. Dipakai %s dari %d yang terakhir: %.*s menit.",
			count,
			why_value(why, "queue_average_median") ? SAY(why->mem, "nilai tengah").at
							       : SAY(why->mem, "rata-rata").at,
			count < of ? count : of, STR_ARG(minutes));
	why_say(why, BASIS_BAWAAN, BY_US, "Nomor tiket layanan ini diawali huruf %.*s.",
		STR_ARG(kalk_answer_text(&why->answer, "awalan")));
}
