/* SPDX-License-Identifier: Apache-2.0 */
/* Nothing a person types becomes markup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "generated/render_templates.h"
#include "render/chart.h"
#include "render/html.h"
#include "base/json.h"

#include <stdio.h>
#include <string.h>

static struct arena *mem;
static struct buf out;

static int begin(void **state)
{
	(void)state;
	mem = arena_make();
	buf_init(&out, mem);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

static void assert_written(const char *wanted)
{
	assert_string_equal(str_cstr(mem, buf_str(&out)), wanted);
}

static void text_cannot_become_markup_or_leave_an_attribute(void **state)
{
	(void)state;
	html_value(&out, STR("<b title=\"x\" id='y'>&amp;"));
	assert_written("&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;");
}

static void every_escaped_byte_is_escaped_and_no_other(void **state)
{
	(void)state;
	for (int c = 1; c < 256; c++) {
		char byte = (char)c;
		buf_init(&out, mem);
		html_text(&out, (struct str){&byte, 1});
		assert_int_equal(buf_str(&out).len > 1, strchr("&<>\"'", c) != NULL);
	}
}

static void addresses_lead_to_us_or_to_the_web_and_nowhere_else(void **state)
{
	static const char *const bad[] = {"javascript:alert(1)",
					  "//evil.example",
					  "/\\evil.example",
					  "data:text/html,x",
					  "JaVaScRiPt:x",
					  " javascript:x",
					  "",
					  "lapor"};
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		buf_init(&out, mem);
		html_url(&out, str_from(bad[i]));
		assert_written("#");
	}
	buf_init(&out, mem);
	html_url(&out, STR("/lapor?a=1&b=2"));
	assert_written("/lapor?a=1&amp;b=2");
}

static void a_part_of_an_address_cannot_change_its_shape(void **state)
{
	(void)state;
	html_url_part(&out, STR("../a?b=1&c#d/é"));
	assert_written("..%2Fa%3Fb%3D1%26c%23d%2F%C3%A9");
}

static void a_fault_stands_beside_its_field_only(void **state)
{
	struct problems faults;
	(void)state;
	problems_init(&faults, mem);
	problem_add(&faults, STR("uraian"), "x.y", STR("Tulis <sesuatu>."));
	html_fault(&out, &faults, STR("jumlah"));
	assert_int_equal(buf_str(&out).len, 0);
	html_fault(&out, &faults, STR("uraian"));
	assert_true(str_has(buf_str(&out), "Tulis &lt;sesuatu&gt;."));
	html_errsum(&out, &faults);
	assert_true(str_has(buf_str(&out), "href=\"#uraian\""));
}

static void json_puts_commas_and_escapes(void **state)
{
	struct json json;
	(void)state;
	json_init(&json, &out);
	json_open_object(&json);
	json_key(&json, "nama");
	json_text(&json, STR("a\"b\\c\n\x01\xC3\xA9\xFF"));
	json_key(&json, "daftar");
	json_open_array(&json);
	json_int(&json, -5);
	json_bool(&json, true);
	json_null(&json);
	json_hundredths(&json, -1205);
	json_close_array(&json);
	json_key(&json, "tanggal");
	json_date(&json, DATE(2026, 11, 24));
	json_close_object(&json);
	assert_written(
		"{\"nama\":\"a\\\"b\\\\c\\n\\u0001\xC3\xA9\xEF\xBF\xBD\",\"daftar\":[-5,true,null,-12.05],"
		"\"tanggal\":\"2026-11-24\"}");
}

static void a_bar_never_draws_past_its_box(void **state)
{
	(void)state;
	chart_bar(&out, 340, 120);
	assert_true(str_has(buf_str(&out), "width=\"100%\""));
	assert_true(str_has(buf_str(&out), "x1=\"100%\""));
	assert_false(str_has(buf_str(&out), "style"));
}

static void told(enum bahasa bahasa, const char *text, const char *expected)
{
	arena_set_bahasa(out.mem, bahasa);
	out.len = 0;
	html_told(&out, text);
	assert_true(str_is(buf_str(&out), expected));
}

static void a_regulation_named_in_english_is_read_as_indonesian(void **state)
{
	(void)state;
	told(BAHASA_ID, "Menurut PP 94/2021 pasal 3", "Menurut PP 94/2021 pasal 3");
	told(BAHASA_EN, "Under PP 94/2021, article 3 & 4",
	     "Under <span lang=\"id\">PP 94/2021</span>, article 3 &amp; 4");
	told(BAHASA_EN, "SE MenPANRB 3/2023", "<span lang=\"id\">SE MenPANRB 3/2023</span>");
	told(BAHASA_EN, "PP 30/2019 UU 20", "<span lang=\"id\">PP 30/2019 UU 20</span>");
	told(BAHASA_EN, "APP 94 PP x PPP 4 UU/3 predikat", "APP 94 PP x PPP 4 UU/3 predikat");
	told(BAHASA_EN, "PP 94/", "<span lang=\"id\">PP 94</span>/");
	out.len = 0;
	html_label(&out, STR("The predikat, Jabatan and sepredikat"));
	assert_true(str_is(buf_str(&out), "The <span lang=\"id\">predikat</span>, <span "
					  "lang=\"id\">Jabatan</span> and sepredikat"));
	out.len = 0;
	html_value(&out, "PP 94/2021"); /* in an attribute no tag may stand */
	assert_true(str_is(buf_str(&out), "PP 94/2021"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(text_cannot_become_markup_or_leave_an_attribute,
						begin, end),
		cmocka_unit_test_setup_teardown(every_escaped_byte_is_escaped_and_no_other, begin,
						end),
		cmocka_unit_test_setup_teardown(addresses_lead_to_us_or_to_the_web_and_nowhere_else,
						begin, end),
		cmocka_unit_test_setup_teardown(a_part_of_an_address_cannot_change_its_shape, begin,
						end),
		cmocka_unit_test_setup_teardown(a_fault_stands_beside_its_field_only, begin, end),
		cmocka_unit_test_setup_teardown(json_puts_commas_and_escapes, begin, end),
		cmocka_unit_test_setup_teardown(a_bar_never_draws_past_its_box, begin, end),
		cmocka_unit_test_setup_teardown(a_regulation_named_in_english_is_read_as_indonesian,
						begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
