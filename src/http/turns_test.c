/* SPDX-License-Identifier: Apache-2.0 */
/* Who waits for a turn gets it, however many works of others came before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "http/turns.h"

#include <pthread.h>
#include <string.h>

#define LINE 8
#define KEPT 64

/* One thread that stands in its first work until it is let go: what waits meanwhile is in the line.
 */
struct scene {
	struct turns *turns;
	pthread_mutex_t gate;
	pthread_mutex_t lock;
	char done[KEPT]; /* a letter a work, in their order; small: dropped */
	int count;
	struct step {
		struct scene *scene;
		char letter;
	} steps[KEPT];
	int step_count;
	bool is_in_gate;
	pthread_cond_t entered;
};

static void note(struct scene *scene, char letter)
{
	pthread_mutex_lock(&scene->lock);
	scene->done[scene->count++] = letter;
	pthread_mutex_unlock(&scene->lock);
}

static void work(void *arg)
{
	struct step *step = arg;
	note(step->scene, step->letter);
}

static void drop(void *arg)
{
	struct step *step = arg;
	note(step->scene, (char)(step->letter | 0x20));
}

static void stand(void *arg)
{
	struct scene *scene = arg;

	pthread_mutex_lock(&scene->lock);
	scene->is_in_gate = true;
	pthread_cond_signal(&scene->entered);
	pthread_mutex_unlock(&scene->lock);
	pthread_mutex_lock(&scene->gate);
	pthread_mutex_unlock(&scene->gate);
}

static void scene_open(struct scene *scene)
{
	*scene = (struct scene){.turns = turns_start(1, LINE)};
	pthread_mutex_init(&scene->gate, NULL);
	pthread_mutex_init(&scene->lock, NULL);
	pthread_cond_init(&scene->entered, NULL);
	pthread_mutex_lock(&scene->gate);
	struct turn first = {.who = STR("tegak"), .work = stand, .drop = drop, .arg = scene};
	assert_int_equal(turns_submit(scene->turns, &first), ERR_OK);
	pthread_mutex_lock(&scene->lock);
	while (!scene->is_in_gate)
		pthread_cond_wait(&scene->entered, &scene->lock);
	pthread_mutex_unlock(&scene->lock);
}

/* Each letter is an asker; letters from K on are known; behind: stands back so many turns. */
static enum err come_behind(struct scene *scene, char letter, int behind)
{
	struct step *step = &scene->steps[scene->step_count++];

	*step = (struct step){scene, letter};
	return turns_submit(scene->turns, &(struct turn){.who = {&step->letter, 1},
							 .is_known = letter >= 'K',
							 .behind = behind,
							 .work = work,
							 .drop = drop,
							 .arg = step});
}

static enum err come(struct scene *scene, char letter)
{
	return come_behind(scene, letter, 0);
}

static void all_come(struct scene *scene, const char *letters)
{
	for (; *letters; letters++)
		assert_int_equal(come(scene, *letters), ERR_OK);
}

static void scene_ends(struct scene *scene, const char *order)
{
	pthread_mutex_unlock(&scene->gate);
	turns_stop(scene->turns);
	scene->done[scene->count] = '\0';
	assert_string_equal(scene->done, order);
}

static void one_asker_with_many_works_waits_behind_each_other_one(void **state)
{
	struct scene scene;

	(void)state;
	scene_open(&scene);
	all_come(&scene, "AAAAAB");
	scene_ends(&scene, "ABAAAA");
}

static void who_is_known_has_every_second_turn(void **state)
{
	struct scene scene;

	(void)state;
	scene_open(&scene);
	all_come(&scene, "ABCDEFKL");
	scene_ends(&scene, "KALBCDEF");
}

static void a_full_line_drops_the_last_of_who_has_most_of_it(void **state)
{
	struct scene scene;

	(void)state;
	scene_open(&scene);
	all_come(&scene, "AAAAABBB");
	all_come(&scene, "C");
	assert_int_equal(come(&scene, 'A'), ERR_BUSY);
	all_come(&scene, "K");
	scene_ends(&scene, "aaKABCABAB");
}

static void who_was_wrong_before_goes_after_who_was_not(void **state)
{
	struct scene scene;

	(void)state;
	scene_open(&scene);
	assert_int_equal(come_behind(&scene, 'A', 3), ERR_OK);
	assert_int_equal(come_behind(&scene, 'B', 1), ERR_OK);
	all_come(&scene, "CCC");
	scene_ends(&scene, "CBCCA");
}

static void half_of_a_full_line_is_for_those_that_are_known(void **state)
{
	struct scene scene;

	(void)state;
	scene_open(&scene);
	all_come(&scene, "ABCDEFGH");
	assert_int_equal(come(&scene, 'I'), ERR_BUSY);
	all_come(&scene, "KLMN");
	assert_int_equal(come(&scene, 'O'), ERR_BUSY);
	scene_ends(&scene, "hgfeKALBMCND");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_asker_with_many_works_waits_behind_each_other_one),
		cmocka_unit_test(who_is_known_has_every_second_turn),
		cmocka_unit_test(a_full_line_drops_the_last_of_who_has_most_of_it),
		cmocka_unit_test(who_was_wrong_before_goes_after_who_was_not),
		cmocka_unit_test(half_of_a_full_line_is_for_those_that_are_known),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
