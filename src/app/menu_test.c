/* SPDX-License-Identifier: Apache-2.0 */
/* The menu by itself: whom it shows what, that each place opens to whom it is shown, and what a
   word leads to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/gate.h"
#include "http/router.h"
#include "http/shell_web.h"

static const struct route *route_of(const char *path)
{
	for (int i = 0; i < app_routes.count; i++)
		if (str_is(STR("GET"), app_routes.at[i].method) &&
		    str_is(str_from(path), app_routes.at[i].path))
			return &app_routes.at[i];
	return NULL;
}

static void opens(const struct menu_row *row)
{
	const struct route *route = route_of(row->link.path);

	assert_non_null(route);
	assert_int_equal(route->permission, row->permission);
}

static void every_place_and_tab_is_a_page_of_its_own_permission(void **state)
{
	(void)state;
	for (int i = 0; i < app_menu.row_count; i++)
		opens(&app_menu.rows[i]);
	for (int i = 0; i < app_menu.tab_count; i++)
		opens(&app_menu.tabs[i]);
}

/* The frame is filled in one walk over the table: a row out of its turn would stand nowhere. */
static void rows_stand_in_the_order_of_their_groups_and_tabs_of_their_places(void **state)
{
	(void)state;
	for (int i = 1; i < app_menu.row_count; i++)
		assert_true(app_menu.rows[i].at >= app_menu.rows[i - 1].at);
	for (int i = 1; i < app_menu.tab_count; i++)
		assert_true(app_menu.tabs[i].at >= app_menu.tabs[i - 1].at);
	assert_true(app_menu.tabs[app_menu.tab_count - 1].at < SHELL_TABS);
}

static int frame_make(void **state)
{
	*state = arena_make();
	return 0;
}

static int frame_end(void **state)
{
	arena_free(*state);
	return 0;
}

static struct shell *frame_of(void **state, const struct actor *actor, const char *active)
{
	struct shell *shell = arena_new(*state, struct shell);

	*shell = (struct shell){.mem = *state, .actor = actor, .active = str_from(active)};
	shell_add_menu(&app_menu, shell);
	return shell;
}

static int places_of(const struct shell *shell)
{
	int count = 0;

	for (int g = 0; g < SHELL_GROUPS; g++)
		count += shell->groups[g].link_count;
	return count;
}

static void who_may_do_everything_is_shown_every_place(void **state)
{
	struct actor actor = {.is_signed_in = true, .pegawai_id = id_make(), .has_bawahan = true};

	for (int peran = PERAN_PEGAWAI; peran < PERAN_COUNT; peran++)
		actor.scopes[actor.scope_count++] =
			(struct actor_scope){.peran = (enum peran)peran};
	const struct shell *shell = frame_of(state, &actor, "/rekap");
	assert_int_equal(places_of(shell), app_menu.row_count);
	assert_int_equal(shell->tab_count, SHELL_TABS);
}

static void a_person_without_a_team_has_no_group_for_it(void **state)
{
	struct actor actor = {.is_signed_in = true,
			      .pegawai_id = id_make(),
			      .scope_count = 1,
			      .scopes = {{.peran = PERAN_PEGAWAI}}};
	const struct shell *shell = frame_of(state, &actor, "/skp");

	assert_string_equal(shell->groups[1].label, "Tim");
	assert_int_equal(shell->groups[1].link_count, 0);
	assert_true(shell->groups[0].is_open && shell->groups[0].link_count > 0);
	assert_int_equal(shell->tab_count, SHELL_TABS);
}

static void the_group_one_is_in_is_open_and_no_other(void **state)
{
	struct actor actor = {.is_signed_in = true,
			      .scope_count = 1,
			      .scopes = {{.peran = PERAN_ADMIN_KEPEGAWAIAN}}};
	const struct shell *shell = frame_of(state, &actor, "/peran");
	int open = 0;

	for (int g = 0; g < SHELL_GROUPS; g++)
		open += shell->groups[g].is_open;
	assert_int_equal(open, 1);
	assert_true(shell->groups[4].is_open);
	assert_true(frame_of(state, &actor, "")->groups[0].is_open); /* outside of the menu */
}

static void a_place_is_found_by_its_word_its_group_or_another_word(void **state)
{
	struct actor actor = {.is_signed_in = true,
			      .scope_count = 1,
			      .scopes = {{.peran = PERAN_ADMIN_KEPEGAWAIAN}}};
	const struct shell *shell = frame_of(state, &actor, "");
	const struct shell_group *kelola = &shell->groups[4];

	assert_true(shell_group_fits(shell, kelola, STR("IMPOR")));
	assert_true(shell_group_fits(shell, kelola, STR("kelola impor")));
	assert_true(shell_group_fits(shell, kelola, STR(" libur ")));
	assert_false(shell_group_fits(shell, kelola, STR("impor libur")));
	assert_true(shell_fits(shell, STR("")));
	assert_false(shell_fits(shell, STR("tidak ada ini")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_place_and_tab_is_a_page_of_its_own_permission),
		cmocka_unit_test(rows_stand_in_the_order_of_their_groups_and_tabs_of_their_places),
		cmocka_unit_test_setup_teardown(who_may_do_everything_is_shown_every_place,
						frame_make, frame_end),
		cmocka_unit_test_setup_teardown(a_person_without_a_team_has_no_group_for_it,
						frame_make, frame_end),
		cmocka_unit_test_setup_teardown(the_group_one_is_in_is_open_and_no_other,
						frame_make, frame_end),
		cmocka_unit_test_setup_teardown(
			a_place_is_found_by_its_word_its_group_or_another_word, frame_make,
			frame_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
