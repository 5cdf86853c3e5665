/* SPDX-License-Identifier: Apache-2.0 */
/* Areas and indicators of a small city made for a test. */
#ifndef ABDI_INDIKATOR_INDIKATOR_TEST_SUPPORT_H
#define ABDI_INDIKATOR_INDIKATOR_TEST_SUPPORT_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "indikator/indikator.h"
#include "indikator/wilayah.h"
#include "law/access.h"

/* A city with a health office and one of its health centres. */
struct room {
	struct store *store;
	struct id instansi, akun, kota, dinas, puskesmas;
	struct arena *mem;
	struct problems faults;
	struct actor actor;
};

/* What somebody asks of the room. */
typedef enum err use_case(struct job *job, void *arg);
enum err as(struct room *room, enum peran peran, const char *jalur, use_case *run, void *arg);
#define ADMIN PERAN_ADMIN_KEPEGAWAIAN, ""
#define HEAD PERAN_PIMPINAN_UNIT, "/K/D/"

int room_begin(void **state);
int room_end(void **state);

/* The areas a list shows. */
struct listing {
	struct wilayah_saring saring;
	struct records_page page;
};
use_case save_area, list_areas;
struct wilayah add_area(struct room *room, const char *kode, const char *nama,
			const struct wilayah *induk);

#endif
