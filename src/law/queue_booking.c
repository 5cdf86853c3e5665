/* SPDX-License-Identifier: Apache-2.0 */
/* Booking, arriving and going ahead. */
#include "law/queue_booking.h"
#include "law/names.h"

static const struct law_name names[LAYANAN_COUNT] = {
#define LAYANAN(key, label) [LAYANAN_##key] = {STR(#key), STR(label)},
#include "law/layanan.def"
#undef LAYANAN
};

LAW_NAMES(layanan, layanan, names)
LAW_LABELS(layanan, layanan, names)

char layanan_prefix(const struct law_values *law, enum layanan layanan)
{
	static const enum law_value prefixes[LAYANAN_COUNT] = {
#define LAYANAN(key, label) [LAYANAN_##key] = LAW_layanan_##key##_prefix,
#include "law/layanan.def"
#undef LAYANAN
	};
	return (char)('A' + law->of[prefixes[layanan]] - 1);
}

int layanan_minutes(const struct law_values *law, enum layanan layanan)
{
	static const enum law_value minutes[LAYANAN_COUNT] = {
#define LAYANAN(key, label) [LAYANAN_##key] = LAW_layanan_##key##_min,
#include "law/layanan.def"
#undef LAYANAN
	};
	return law->of[minutes[layanan]];
}

/* The last no-show that, with those shortly before it, closed online booking for some days from
   then. */
static bool is_blocked(const struct law_values *law, const struct booking *booking)
{
	int most = law->of[LAW_queue_no_show_max], count = booking->no_show_count;

	for (int i = most - 1; i < count; i++) {
		struct date first = booking->no_shows[i - most + 1], last = booking->no_shows[i];
		struct date opens = date_add_days(last, law->of[LAW_queue_no_show_block_days]);
		if (date_days(last) - date_days(first) <= law->of[LAW_queue_no_show_days] &&
		    date_compare(booking->today, opens) <= 0)
			return true;
	}
	return false;
}

void booking_check(const struct law_values *law, const struct booking *booking,
		   struct problems *faults)
{
	int ahead = date_days(booking->service_day) - date_days(booking->today);

	if (ahead > law->of[LAW_queue_book_from_days])
		problem_add(faults, STR("hari"), "pesan.terlalu_awal",
			    STR("Pesanan untuk hari ini belum dibuka."));
	if (ahead < law->of[LAW_queue_book_until_days])
		problem_add(faults, STR("hari"), "pesan.terlambat",
			    STR("Pesanan untuk hari ini sudah ditutup; datang langsung."));
	if (booking->active >= law->of[LAW_queue_active_max])
		problem_add(faults, STR("nik"), "pesan.terlalu_banyak",
			    STR("NIK ini sudah mempunyai pesanan sebanyak yang boleh."));
	if (booking->active_same >= law->of[LAW_queue_active_service_max])
		problem_add(faults, STR("nik"), "pesan.sudah_ada",
			    STR("NIK ini sudah memesan layanan ini untuk hari itu."));
	if (is_blocked(law, booking))
		problem_add(faults, STR("nik"), "pesan.ditutup",
			    STR("Pesanan daring ditutup sementara karena beberapa kali tidak "
				"hadir."));
}

bool booking_may_cancel(const struct law_values *law, int minutes_before)
{
	return minutes_before >= law->of[LAW_queue_cancel_min];
}

enum checkin checkin_decide(const struct law_values *law, int minutes)
{
	if (minutes < -law->of[LAW_queue_checkin_before_min])
		return CHECKIN_EARLY;
	return minutes <= law->of[LAW_queue_checkin_after_min] ? CHECKIN_BOOKED : CHECKIN_WALK_IN;
}

bool visitor_is_elderly(const struct law_values *law, struct date lahir, struct date today)
{
	struct date birthday = date_add_months(lahir, 12 * law->of[LAW_queue_elderly_age]);
	return date_compare(birthday, today) <= 0;
}
