/* SPDX-License-Identifier: Apache-2.0 */
/* Voices of a service in an agency made for a test. */
#ifndef ABDI_SUARA_SUARA_TEST_SUPPORT_H
#define ABDI_SUARA_SUARA_TEST_SUPPORT_H
#include "app/house_test_support.h"
#include "suara/suara_kode.h"
#include "suara/suara_staff.h"

/* A use case of this room, asked by somebody at a moment. */
struct asking {
	struct house *house;
	enum peran peran;
	const char *jalur; /* of the role */
	struct date today;
	int minute, places; /* of the day; how many places spoke */
	struct suara_lingkup lingkup;
	struct suara given;
	struct suara_which which;
	struct suara_figures figures;
	struct suara_words words;
	struct suara_tema tema;
	struct karantina held;
	struct karantina_detail detail;
	struct str slug;
	int64_t moved;
	int from, to;
	struct problems faults;
	enum err (*ask)(struct job *job, struct asking *asking);
};

typedef enum err suara_deed(struct job *job, struct asking *asking);
/* An agency with the service "akta", on 24 November 2026 at ten. */
struct asking suara_begun(void **state);
enum err suara_ask(struct asking *asking, suara_deed *deed);
suara_deed suara_do_give, suara_do_paper, suara_do_night, suara_do_figures, suara_do_words,
	suara_do_forget, suara_do_held, suara_do_detail, suara_do_judge, suara_do_theme,
	suara_do_open;
/* A place nobody spoke from yet. */
struct str suara_place(struct asking *asking);
/* So many voices with this tick everywhere, each from a place of its own. */
void suara_give_many(struct asking *asking, int count, int tick);
int64_t suara_count(struct asking *asking, const char *table);
/* Whose counter every known code was served at. */
struct id suara_officer(void);
/* Knows 8KTW9MPQ and every code that begins with K. */
suara_kode_ask suara_known_code;

#endif
