#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each check of check_house.py goes red where it must, with that reason and no other, and stays quiet where it may."""
import sys

sys.dont_write_bytecode = True
import check_house

SPDX = "/* SPDX-License-Identifier: Apache-2.0 */\n"
NAMES = {"src/skp/skp.h"}
PERMISSIONS = {"PUBLIC", "SKP_OWN"}

# file, text behind the licence line, what the one fault says
BAD = [
    ("src/skp/x.c", "int64_t now = clock_now();\n", "today comes from the job"),
    ("src/skp/y.h", "\nstruct a {\n\tint b;\n};\n", "a: a sentence says what it is for"),
    ("src/skp/y.h", "/* One. */\nint a(void);\n\nint b(void);\n", "b: a sentence says what it is for"),
    ("src/skp/x.c", '#include "org/org_view.h"\n', "org/org_view.h is no face of org"),
    ("src/skp/x.c", '#include "account/session.h"\n', "account/session.h is no face of account"),
    ("src/app/x.c", '#include "org/org_view.h"\n', "org/org_view.h is no face of org"),
    ("src/skp/x.c", '#include "db/driver.h"\n', "db/driver.h is no face of db"),
    ("src/skp/x.html", '@include "evaluation/evaluation.h"\n', "skp may not see evaluation"),
    ("src/skp/x.sql", '-- :include org/org_view.h\n', "org/org_view.h is no face of org"),
    ("src/law/x.c", '#include "db/store.h"\n', "room law may not see room db"),
    ("src/org/x.c", '#include "skp/skp.h"\n', "org may not see skp: it stands on a higher floor"),
    ("src/skp/x.c", '#include "app/app.h"\n', "skp may not see app"),
    ("src/skp/x_web.c", '#include "generated/org_templates.h"\n', "made of what room org keeps to itself"),
    ("src/skp/x.c", '#include "http/request.h"\n', "is no door: it may not see http"),
    ("src/skp/x_web.c", '#include "db/query.h"\n', "a page gets data only through a use case"),
    ("src/novel/x.c", '#include "base/str.h"\n', "room novel has no row in src/rooms.tsv"),
    ("src/org/x.c", "#include <sqlite3.h>\n", "sqlite3.h may be included by src/db/driver_sqlite.c only"),
    ("src/org/x.c", "#include <lua/lua.h>\n", "lua/lua.h is a foreign library without a fence"),
    ("src/skp/skp.c", '#include "base/str.h"\n#include "skp/skp.h"\n', "its own header skp/skp.h comes first"),
    ("src/skp/x.c", "void f(void)\n{\n\tstrcpy(a, b);\n}\n", "strcpy is banned"),
    ("src/skp/x_test.c", "void f(void)\n{\n\tusleep(1000);\n}\n", "usleep: wait for the event itself"),
    ("src/skp/x.c", "void f(void)\n{\n\tnanosleep(&t, 0);\n}\n", "nanosleep: wait for the event itself"),
    ("src/skp/x.c", "void f(void)\n{\n\tsleep (1);\n}\n", "sleep: wait for the event itself"),
    ("tests/stories/x.mjs", "await page.waitForTimeout(500);\n", "waitForTimeout: wait for the event itself"),
    ("src/law/x.c", "static double d;\n", "no binary floats"),
    ("src/skp/x.c", "static int employee_count;\n", "'employee' is not a word of ours: use pegawai"),
    ("src/skp/x.c", 'static const char S[] = "SELECT nama FROM pegawai";\n', "SQL stands in a .sql file"),
    ("src/skp/x.c", "struct query *q = query_open(db, &SQL_A);\n", "query_open: a column or value has a name"),
    ("src/skp/x.c", "a = query_column_int(q, 0);\n", "query_column_int: a column or value has a name"),
    ("src/skp/x_test.c", "query_text(q, 2, nama);\n", "query_text: a column or value has a name"),
    ("src/skp/x_web.c", 'void f(void)\n{\n\tg(request_field(req, "version"));\n}\n', "a field is read by its form's table"),
    ("src/skp/x.c", "/* TO" "DO later */\n", "no reminders in code"),
    ("src/skp/x.c", "/* " + "long " * 20 + "*/\n", "over 100 columns"),
    ("src/skp/x.c", "\n" * 599, "601 lines; at most 600"),
    ("src/skp/y.h", "\n" * 119, "121 lines; at most 120"),
    ("src/skp/x.c", "void f(void)\n{\n" + "\tg();\n" * 101 + "}\n", "function of 102 lines; at most 100"),
    ("src/skp/y.h", "enum err f(int a, int b, int c, int d,\n\t   int (*e)(int, int), int g) MUST;\n",
     "f: more than 5 parameters"),
    ("src/skp/x.c", "static void f(int a, int b, int c, int d, int e, int g)\n{\n}\n", "f: more than 5 parameters"),
    ("src/skp/x.c", "void f(void)\n{\n\tif (a)\n\t\tif (b)\n\t\t\tfor (;;)\n\t\t\t\tif (c)\n\t\t\t\t\tg();\n}\n",
     "nested more than 3 deep"),
    ("src/skp/x_web.c", 'tahun = request_query(req, "tahun");\n', "tahun in an address is read by form_read_address"),
    ("src/app/routes.def", 'ROUTE(GET, "/skp", READ, skp_page)\n', "a route is method, path, permission, lane, handler"),
    ("src/app/routes.def", 'ROUTE(GET, "/skp", SKP_ALL, READ, skp_page)\n', "SKP_ALL is no permission"),
    ("src/app/routes.def", 'ROUTE(GET, "/skp", SKP_OWN, FAST, skp_page)\n', "FAST is no lane"),
    ("src/app/routes.def", 'ROUTE(GET, "/skp", SKP_OWN, WRITE, skp_page)\n', "a GET changes nothing"),
    ("tests/stories/x.test.mjs", "import a from 'b';\n", "a story says which rooms it concerns"),
    ("tests/stories/x.test.mjs", "// Rooms: every attic\n", "there is no room attic"),
    ("src/app/routes.def", 'ROUTE(GET, "/skp", SKP_OWN, READ, skp_send)\n', "skp_send: a handler of GET ends in _page or _file"),
    ("src/app/routes.def", 'ROUTE(POST, "/skp", SKP_OWN, WRITE, skp_page)\n', "skp_page: a handler of POST ends in _send"),
]
GOOD = [
    ("src/skp/skp.c", '#include "skp/skp.h"\n\n#include "org/org.h"\n#include <string.h>\n'),
    ("src/skp/skp_web.c", '#include "http/request.h"\n#include "generated/skp_templates.h"\n'),
    ("src/skp/x_web.c", 'kata = request_query(req, "kata");\n'),
    ("src/db/driver_sqlite.c", "#include <sqlite3.h>\n"),
    ("src/skp/x_test.c", '#include <cmocka.h>\n#include "db/store.h"\n'),
    ("src/skp/x.c", '/* Never strcpy( here. */ static const char S[] = "usleep(1)";\n'),
    ("src/skp/x.c", "/* house: a callback */\nstatic void on(int a, int b, int c, int d, int e, int g)\n{\n}\n"),
    ("src/db/query.c", "query_null(q, 2);\nquery_text(q, 3, a);\n"),
    ("bench/x.c", "void f(void)\n{\n\tnanosleep(&seconds, 0);\n}\n"),
    ("src/skp/y.h", "enum err f(struct job *job, int a, int b, int c, struct row **out, int *count);\n"),
    ("src/skp/x.c", "void f(void)\n{\n\tif (a)\n\t\tif (b)\n\t\t\tfor (;;)\n\t\t\t\tg();\n}\n"),
    ("src/app/routes.def", 'ROUTE(GET, "/", PUBLIC, READ, front_page)\nROUTE(POST, "/skp", SKP_OWN, WRITE, skp_send)\n'),
]


FORM = '<form method="post" action="/skp">\n'
BAD_FORMS = [FORM + '<button>Kirim</button>\n', FORM + "@if view->a\n@call html_csrf(out, shell)\n@end\n"]


def head_of(path):
    return SPDX + ("/* What it is. */\n" if path.endswith((".c", ".h")) else "")


def faults_of(path, text):
    return [reason for _, reason in check_house.check_file(path, text, NAMES, PERMISSIONS)]


def main():
    for path, text, expected in BAD:
        found = faults_of(path, head_of(path) + text)
        assert len(found) == 1 and expected in found[0], (path, text[:80], expected, found)
    for text in BAD_FORMS:
        assert "html_csrf" in faults_of("src/skp/x.html", text)[0], text
    assert "a version is a field" in faults_of("src/skp/x.html", '<input type="hidden" name="version" value="1">\n')[0]
    assert faults_of("src/skp/x.html", FORM + "@call html_csrf(out, shell)\n") == []
    for text in ["@if step->state[1] == 'n'\n", "a\n@elif x[2] != '\\0'\n"]:
        assert "letter of a word" in faults_of("src/skp/x.html", text)[0], text
    assert faults_of("src/skp/x.html", "@if step->is_now && text[0] != '\\0'\n") == []
    for path, text in GOOD:
        found = faults_of(path, head_of(path) + text)
        assert found == [], (path, text, found)
    migrations = {"src/db/migrations/0001_a.sql": "CREATE TABLE a (\nCREATE TABLE b (\n",
                  "src/db/migrations/0002_b.sql": "CREATE TABLE b_baru (\nDROP TABLE b;\nALTER TABLE b_baru RENAME TO b;\n"}
    assert list(check_house.check_owned(migrations, {"a", "b"})) == []
    (found,) = check_house.check_owned(migrations, {"a"})
    assert found[0] == "src/db/migrations/0002_b.sql" and "nobody owns b" in found[2], found
    rights, said = 'SCOPE(A, "a.baca", SEMUA, "Membaca a")\n', "Membaca a\tRead a\n"
    page = "<!-- scopes: x -->\n" + check_house.draw_scopes(rights, said) + "<!-- /scopes -->\n"
    assert list(check_house.check_scopes(page, rights, said)) == []
    assert "not what src/law/rights.def says" in list(check_house.check_scopes(page.replace("both", "personal"), rights, said))[0][1]
    assert "what this file is" in faults_of("src/skp/x.c", SPDX + "static int x;\n")[0]
    for path in ("src/skp/x.sql", "tools/x", "tests/stories/x.mjs"):
        assert "SPDX" in faults_of(path, "\n\n" + SPDX)[0], path
    print(f"check_house: {len(BAD) + 7} faults planted, {len(BAD) + 7} found; {len(GOOD)} sound files let through")


main()
