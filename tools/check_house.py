#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the house to its own rules (docs: ARCHITECTURE.md). Prints every fault as file:line: reason; exit 1 when any.

Rooms by #include, one includer for each foreign library, own header first, banned functions, glossary words, sizes,
parameters, nesting, SQL outside .sql files, routes with their permission, SPDX lines.
tools/check_house_test.py shows that each of them can go red. What must break a rule says why on that line or the
one above: /* house: the library's callback */."""
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Which rooms there are, on which floor, with which faces: src/rooms.tsv.
ROOMS_TABLE = "src/rooms.tsv"
PICTURE = re.compile(r"(<!-- rooms: .* -->\n```\n)(.*?)(```\n<!-- /rooms -->\n)", re.S)


class Room:
    """A row of src/rooms.tsv."""

    def __init__(self, line):
        fields = (line.split("\t") + [""] * 6)[:6]
        self.floor, self.name, self.words = fields[:3]
        self.faces, self.roof_faces, self.sees = (set(field.split()) for field in fields[3:])

    def is_subject(self):
        return self.floor.isdigit()

    def shows(self, header, to):
        if self.floor == "roof" or to.name == self.name:
            return to.name == self.name
        if self.floor == "hall":
            return "-" + header not in self.faces
        return header in self.faces or (to.floor == "roof" and header in self.roof_faces)


def read_rooms(text):
    return {room.name: room for room in map(Room, (line for line in text.split("\n") if line and line[0] != "#"))}


ROOMS = read_rooms((ROOT / ROOMS_TABLE).read_text(encoding="utf-8"))


def draw_rooms(rooms):
    """The house from the roof down, a line a room; a floor is named once."""
    lines, above = [], None
    for room in rooms.values():
        if above and room.is_subject() != above.is_subject():
            lines.append("          │" + ("        each room: use cases · SQL · pages · templates · tests" if above.is_subject() else ""))
        floor = "" if above and room.floor == above.floor else room.floor
        lines.append(f" {floor:<8} {room.name:<11} {room.words}")
        above = room
    return "".join(line + "\n" for line in lines)


DOORS = ("_web.c", "_api.c", "_cli.c", "_web.h", "_cli.h", "_view.c", "_view.h", "_pdf.c", "_xlsx.c")
# Each foreign library and the only files that may include it.
FENCES = {
    "sqlite3.h": {"src/db/driver_sqlite.c"},
    "libpq-fe.h": {"src/db/postgres_link.c"},
    "dlfcn.h": {"tests/faults/failing_sync.c", "src/db/store_disk_test.c"},
    "microhttpd.h": {"src/http/server.c", "src/http/asset_answers.c"},
    "sodium.h": {"src/base/crypto.c"},
    "zip.h": {"src/render/zip.c"},
    "expat.h": {"src/render/xml.c"},
    "utf8proc.h": {"src/base/letters.c"},
    "xlsxwriter.h": {"src/render/xlsx_write.c"},
    "cairo-pdf.h": {"src/render/pdf_draw.c"},
    "pango/pangocairo.h": {"src/render/pdf_own.h"},
    "qrencode.h": {"src/render/qr.c"},
    "jpeglib.h": {"src/render/image_jpeg.c"},
    "jerror.h": {"src/render/image_jpeg.c"},
    "png.h": {"src/render/image_png.c"},
    "webp/decode.h": {"src/render/image_webp.c"},
    "qpdf/qpdf-c.h": {"src/render/pdf_lock.c", "src/render/pdf_finish.c"},
    "curl/curl.h": {"src/kabar/mail.c"},
    "zlib.h": {"src/http/gzip.c", "tests/support/render/zip_test_support.c"},
}
# What C and the operating system give; any other <header> is a foreign library and needs a fence above.
SYSTEM = re.compile(
    r"(assert|ctype|dirent|errno|fcntl|grp|inttypes|limits|locale|malloc|netdb|poll|pthread|pwd|sched|semaphore|setjmp|signal|"
    r"stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|stdnoreturn|string|strings|syslog|threads|time|unistd)"
    r"\.h|(arpa|linux|net|netinet|sys)/\w+\.h"
)
BANNED = re.compile(
    r"\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol|atof|strncpy|strncat|alloca|system|popen|mktemp|tmpnam|"
    r"rand|srand)\s*\("
)
# Waiting goes for an event, never for a span of time: in tests too.
SLEEPS = re.compile(r"\b(usleep|sleep|nanosleep|clock_nanosleep|thrd_sleep|waitForTimeout|setTimeout)\s*\(")
# Stray words: the glossary's word stands beside each.
STRAYS = {
    "employee": "pegawai", "civil_servant": "asn", "appraiser_id": "penilai_id", "grade": "predikat or golongan",
    "supervisor": "penilai", "tenant": "instansi", "agency_id": "instansi_id",
}
FLOAT = re.compile(r"\b(double|float)\b")
SQL_TEXT = re.compile(r'"\s*(SELECT\s|INSERT INTO\s|UPDATE \w+ SET\s|DELETE FROM\s)')
# A row is read and a value bound by names, in functions made from .sql files (docs/decisions/0015): by number in db alone.
BY_NUMBER = re.compile(r"\b(query_(?:open|column_\w+|text|int|id|date|bytes|null|is_null))\s*\(")
REMINDER = re.compile(r"\b(TODO|FIXME|XXX)\b")
# Time is a parameter: these alone ask what time it is (commands and the gate, identifiers, the log).
CLOCK = re.compile(r"\bclock_now\s*\(\)")
CLOCK_FILES = ("src/app/", "src/base/", "bench/", "tests/")
WAIVER = "house:"
# What a handler's name says it does: it shows a page, hands out a file, or takes what was sent.
SUFFIXES = {"GET": ("_page", "_file"), "POST": ("_send",)}
LANES = {"ALIVE", "READ", "WRITE", "FILES", "SLOW", "INTAKE", "PASSWORD"}
MAX_C, MAX_H, MAX_FUNCTION, MAX_COLUMNS, MAX_PARAMETERS, MAX_NESTING = 600, 120, 100, 100, 5, 3
# What stands over a limit and waits to be split; nothing is added here.
LONG_HEADERS = {"src/evaluation/evaluation_view.h": 136, "src/law/skp.h": 137, "src/org/org.h": 128, "src/report/report.h": 127}
WIDE = {"report_capaian", "parse_number"}


def room_of(path):
    parts = Path(path).parts
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


def is_test(path):
    return path.endswith("_test.c") or path.startswith("tests/")


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def check_made(path, name, owner):
    """A room runs its own blocks and templates; a template calls parts of the halls and of rooms below too."""
    mine, theirs = ROOMS.get(room_of(path)), ROOMS.get(owner)
    is_below = mine and theirs and (theirs.floor == "hall" or theirs.is_subject() and mine.is_subject()
                                    and int(theirs.floor) < int(mine.floor))
    if mine is theirs or owner == "render" or (is_below and path.endswith(".html") and name.endswith("_templates.h")):
        return None
    return f"{name} is made of what room {owner} keeps to itself"


def check_room(path, name):
    """The reason this include of ours is wrong, or None."""
    theirs, header = (name.removesuffix(".h").split("/") + [""])[:2]
    made_of = re.fullmatch(r"generated/(\w+)_(?:templates|sql)\.h", name)
    if made_of and not is_test(path):
        return check_made(path, name, made_of.group(1))
    if is_test(path) or room_of(path) is None or theirs not in ROOMS:
        return None
    if room_of(path) not in ROOMS:
        return f"room {room_of(path)} has no row in {ROOMS_TABLE}"
    mine, theirs = ROOMS[room_of(path)], ROOMS[theirs]
    if mine is theirs or mine.floor == "roof":
        return None if mine is theirs or name.endswith(".def") or theirs.shows(header, mine) else f"{name} is no face of {theirs.name} ({ROOMS_TABLE})"
    if theirs.floor == "roof":
        return f"{mine.name} may not see {theirs.name}"
    if mine.floor == "hall" and theirs.name not in mine.sees:
        return f"room {mine.name} may not see room {theirs.name}"
    if mine.is_subject() and theirs.is_subject() and int(theirs.floor) >= int(mine.floor):
        return f"{mine.name} may not see {theirs.name}: it stands on a higher floor"
    if not name.endswith(".def") and not theirs.shows(header, mine):
        return f"{name} is no face of {theirs.name} ({ROOMS_TABLE})"
    if mine.is_subject() and theirs.name == "http" and not path.endswith(DOORS):
        return f"{path} is no door: it may not see http"
    if mine.is_subject() and theirs.name == "db" and path.endswith(("_web.c", "_api.c")):
        return "a page gets data only through a use case: it may not see db"
    return None


def check_foreign(path, name):
    if path.startswith("bench/") or SYSTEM.fullmatch(name) or (name == "cmocka.h" and is_test(path)):
        return None
    if name not in FENCES:
        return f"{name} is a foreign library without a fence in tools/check_house.py"
    if path not in FENCES[name]:
        return f"{name} may be included by {', '.join(sorted(FENCES[name]))} only"
    return None


def check_includes(path, text, all_names):
    includes = [(line_of(text, m.start(1)), m.group(1), m.group(2))
                for m in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', text, re.M)]
    for number, mark, name in includes:
        reason = check_foreign(path, name) if mark == "<" else check_room(path, name)
        if reason:
            yield number, reason
    own = path[:-2].removeprefix("src/") + ".h"
    if path.endswith(".c") and path[:-2] + ".h" in all_names and path.startswith("src/"):
        if not includes or includes[0][2] != own:
            yield 1, f"its own header {own} comes first"


def check_included(path, text):
    """Templates and SQL name the headers of their records."""
    for match in re.finditer(r'^(?:@include "|-- :include )([\w/. ]+)', text, re.M):
        for name in match.group(1).split():
            reason = check_room(path, name)
            if reason:
                yield line_of(text, match.start()), reason


def blank(match):
    return re.sub(r"[^\n]", " ", match.group(0))


def strip_comments(text):
    """The same lines and columns without comments, strings and preprocessor lines."""
    text = re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', blank, text, flags=re.S)
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", blank, text, flags=re.M)


def count_parameters(text):
    """An array and its count are one parameter: rows, row_count or **out, *count."""
    parameters, depth = [""], 0
    for c in text:
        depth += (c == "(") - (c == ")")
        if c == "," and depth == 0:
            parameters.append("")
        else:
            parameters[-1] += c
    counts = sum(1 for before, it in zip(parameters, parameters[1:])
                 if re.search(r"\b(int|size_t)\b.*count$", it.strip()) and "*" in before)
    return len(parameters) - counts


def check_functions(path, code):
    head = re.compile(r"^[A-Za-z_][^;{}()#=]*?\b(\w+)\(((?:[^()]|\([^()]*\))*)\)\s*(?=[{;]|MUST|PRINTF|__attr)", re.M)
    for match in head.finditer(code):
        if count_parameters(match.group(2)) > MAX_PARAMETERS and not is_test(path) and match.group(1) not in WIDE:
            yield line_of(code, match.start()), f"{match.group(1)}: more than {MAX_PARAMETERS} parameters"
    for match in re.finditer(r"^\{\n(.*?)^\}", code, re.M | re.S):
        start = line_of(code, match.start())
        lines = match.group(1).split("\n")
        if len(lines) > MAX_FUNCTION and not is_test(path):
            yield start, f"function of {len(lines)} lines; at most {MAX_FUNCTION}"
        for number, line in enumerate(lines, start + 1):
            found = re.match(r"(\t+)(?:\} )?(?:else )?(?:if|for|while|do|switch)\b", line)
            if found and len(found.group(1)) > MAX_NESTING and not re.match(r"\t+\} while", line):
                yield number, f"nested more than {MAX_NESTING} deep"


def check_words(path, code):
    in_house = not is_test(path)
    for number, line in enumerate(code.split("\n"), 1):
        found = BANNED.search(line)
        if found and in_house:
            yield number, f"{found.group(1)} is banned"
        found = SLEEPS.search(line)
        if found and not path.startswith("bench/"):
            yield number, f"{found.group(1)}: wait for the event itself"
        found = BY_NUMBER.search(line)
        if found and path.startswith("src/") and room_of(path) != "db":
            yield number, f"{found.group(1)}: a column or value has a name, in a block of the room's .sql file"
        if room_of(path) in ("law", "db") and FLOAT.search(line) and in_house:
            yield number, "no binary floats in law and db"
        for stray, word in STRAYS.items():
            if re.search(rf"\b\w*{stray}\w*\b", line, re.I):
                yield number, f"'{stray}' is not a word of ours: use {word} (docs/glossary.md)"


def check_lines(path, text):
    lines = text.split("\n")
    limit = LONG_HEADERS.get(path, MAX_H) if path.endswith(".h") else MAX_C
    if len(lines) - 1 > limit and not is_test(path):
        yield len(lines), f"{len(lines) - 1} lines; at most {limit}: split it"
    for number, line in enumerate(lines, 1):
        if len(line.expandtabs(8)) > MAX_COLUMNS and '"' not in line:
            yield number, f"over {MAX_COLUMNS} columns"
        if room_of(path) not in (None, "db") and SQL_TEXT.search(line) and not is_test(path):
            yield number, "SQL stands in a .sql file"
        if CLOCK.search(line) and not path.startswith(CLOCK_FILES) and not is_test(path):
            yield number, "today comes from the job: only src/app/ asks the clock"
        if REMINDER.search(line):
            yield number, "no reminders in code: do it or write an issue"


def declared(lines):
    """Structs, enums and functions of a header, each with whether a sentence says what it is for: above it, behind it,
    or above the lines it stands in."""
    is_told = False
    for number, line in enumerate(lines, 1):
        is_told = bool(line) and (is_told or line.endswith("*/"))
        named = re.match(r"(?:struct|enum|union) (\w+) \{", line)
        if named:
            yield number, named.group(1), lines[number - 2].endswith("*/") or "/*" in line
            continue
        named = re.match(r"(?!typedef|extern|#|static inline)[A-Za-z_][\w *]*?\b(\w+)\(", line)
        if named:
            end = next((other for other in lines[number - 1:] if ";" in other), "")
            yield number, named.group(1), is_told or "/*" in end


def check_told(path, text):
    """A file says in a sentence what it is, a header also of each thing it shows."""
    lines = text.split("\n")
    if not (len(lines) > 1 and lines[1].startswith("/*")):
        yield 2, "the second line says in a sentence what this file is"
    if path.startswith("src/") and path.endswith(".h"):
        yield from ((n, f"{name}: a sentence says what it is for") for n, name, is_told in declared(lines) if not is_told)


def check_c(path, text, all_names=frozenset()):
    code = strip_comments(text)
    lines = text.split("\n")
    for check in (check_includes(path, text, all_names), check_functions(path, code), check_words(path, code),
                  check_lines(path, text), check_told(path, text), check_address(path, text), check_field_reads(path, code)):
        yield from ((n, reason) for n, reason in check if not any(WAIVER in line for line in lines[max(n - 2, 0):n]))


def check_routes(text, permissions):
    """Every row of routes.def: five fields, a permission that exists, a lane; what is read never writes; a name that tells."""
    for match in re.finditer(r"^ROUTE\((.*)\)\s*$", text, re.M):
        fields = [field.strip() for field in match.group(1).split(",")]
        number = line_of(text, match.start())
        if len(fields) != 5:
            yield number, "a route is method, path, permission, lane, handler"
        elif fields[2] not in permissions:
            yield number, f"{fields[2]} is no permission of src/law/rights.def (PUBLIC is one, and must be written)"
        elif fields[3] not in LANES:
            yield number, f"{fields[3]} is no lane"
        elif fields[0] == "GET" and fields[3] in ("WRITE", "FILES"):
            yield number, f"a GET changes nothing: it has no place on the {fields[3]} lane"
        elif not fields[4].endswith(SUFFIXES[fields[0]]):
            yield number, f"{fields[4]}: a handler of {fields[0]} ends in {' or '.join(SUFFIXES[fields[0]])}"


def check_forms(text):
    """A form that changes something begins with html_csrf: the token, and the key that makes its deed happen once."""
    for match in re.finditer(r"<form\b.*method=\"post\".*\n?(.*)", text):
        if match.group(1) != "@call html_csrf(out, shell)":
            yield line_of(text, match.start()), "a form that is posted begins with @call html_csrf(out, shell)"


# Words to look for, a code, a page to come back to, and a list of words that its own rule judges. All else has a form's table.
FREE = {"akhiri", "cari", "halaman", "kata", "ke", "kode"}


def check_address(path, text):
    """What a page is asked for in its address is a field of a table, so that what is none is refused and never guessed at."""
    if room_of(path) in ("form", "http") or is_test(path):
        return
    for match in re.finditer(r"request_query(?:_at)?\(\w+, \"?(\w+)\"?", text):
        if match.group(1) not in FREE:
            yield line_of(text, match.start()), f"{match.group(1)} in an address is read by form_read_address or list_read"


# Who reads a form's field without its table: the gate and the forms themselves, and where to go on (a field of every page).
BY_HAND = {"src/account/account_web.c": "ke", "src/account/confirm_web.c": "ke", "src/import/import_web.c": "which sheets hold everything",
           "src/report/report_form_web.c": "the draft as it was typed, and what is asked ahead", "src/report/report_api.c": "JSON beside files"}
FIELD_READ = re.compile(r"\brequest_(?:field|has_field|field_at)\s*\(")


def check_field_reads(path, code):
    if not path.startswith("src/") or is_test(path) or path.startswith(("src/form/", "src/http/", "src/app/")) or path in BY_HAND:
        return
    for match in FIELD_READ.finditer(code):
        yield line_of(code, match.start()), "a field is read by its form's table (form/form_web.h)"


def check_versions(path, text):
    for match in re.finditer(r'name="versi(?:on)?"', text):
        if path != "src/form/form_version.html":
            yield line_of(text, match.start()), "a version is a field: @field x.version in form, or html_form_version"


def check_letters(text):
    """A page that asks for the second letter of a word reads past the end of a shorter one: what it asks is a truth of its record."""
    for match in re.finditer(r"^@(?:el)?if\b.*\[[1-9]\d*\]\s*[=!]=\s*'", text, re.M):
        yield line_of(text, match.start()), "a page asks for a truth of its record, not for a letter of a word"


def check_story(text, rooms):
    """A story names the rooms it is run for (make test ROOM=…), or every."""
    named = re.search(r"^// Rooms: (.+)$", text, re.M)
    if not named:
        yield 2, 'a story says which rooms it concerns: "// Rooms: report home", or every'
        return
    for room in named.group(1).split():
        if room not in rooms | {"every"}:
            yield line_of(text, named.start()), f"there is no room {room}"


def check_file(path, text, all_names, permissions):
    if path.endswith((".html", ".sql")):
        yield from check_included(path, text)
    if path.endswith(".html"):
        yield from check_forms(text)
        yield from check_versions(path, text)
        yield from check_letters(text)
        return
    head = "\n".join(text.split("\n")[:2])
    if "SPDX-License-Identifier: Apache-2.0" not in head:
        yield 1, "the first line (the second after #!) carries the SPDX licence"
    if path.endswith((".c", ".h")):
        yield from check_c(path, text, all_names)
    elif path.endswith(".mjs"):
        yield from check_words(path, strip_comments(text))
        if path.endswith(".test.mjs"):
            yield from check_story(text, {room_of(name) for name in all_names})
    elif path == "src/app/routes.def":
        yield from check_routes(text, permissions)


def check_owned(migrations, owned):
    """Each table has a room that writes it; a table of a migration that is renamed away is none."""
    made = {}
    for name, text in sorted(migrations.items()):
        for match in re.finditer(r"^CREATE TABLE (\w+)|^ALTER TABLE (\w+) RENAME TO (\w+)|^DROP TABLE (\w+)", text, re.M):
            table, before, after, gone = match.groups()
            made.pop(before or gone, None)
            if table or after:
                made[table or after] = name, line_of(text, match.start())
    for table, (name, number) in made.items():
        if table not in owned:
            yield name, number, f"nobody owns {table}: write -- :owns {table} in the .sql file of the room that writes it"


def check_picture(text, rooms):
    found = PICTURE.search(text)
    if not found:
        yield 1, "the picture of the rooms stands between <!-- rooms: … --> and <!-- /rooms -->"
    elif found.group(2) != draw_rooms(rooms):
        yield line_of(text, found.start()), f"not what {ROOMS_TABLE} says: tools/check_house.py --draw"


SCOPES = re.compile(r"(<!-- scopes: .* -->\n)(.*?)(<!-- /scopes -->\n)", re.S)
HOLDERS = {"ORANG": "personal", "SISTEM": "of a system", "SEMUA": "both"}


def draw_scopes(rights, said):
    """What a key may be given, from law/rights.def, in the words the English pages use."""
    rows = re.findall(r'^SCOPE\(\w+,\s*"([^"]+)",\s*(\w+),\s*"([^"]+)"\)', rights, re.M)
    english = dict(line.split("\t")[:2] for line in said.split("\n") if "\t" in line)
    return "| scope | keys | may |\n|---|---|---|\n" + "".join(
        f"| `{key}` | {HOLDERS[holder]} | {english[label]} |\n" for key, holder, label in rows)


def check_scopes(text, rights, said):
    found = SCOPES.search(text)
    if not found:
        yield 1, "the scopes stand between <!-- scopes: … --> and <!-- /scopes -->"
    elif found.group(2) != draw_scopes(rights, said):
        yield line_of(text, found.start()), "not what src/law/rights.def says: tools/check_house.py --draw"


def draw():
    path = ROOT / "ARCHITECTURE.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(PICTURE.sub(lambda m: m.group(1) + draw_rooms(ROOMS) + m.group(3), text), encoding="utf-8")
    path = ROOT / "docs/api.md"
    scopes = draw_scopes(read("src/law/rights.def"), all_said())
    path.write_text(SCOPES.sub(lambda m: m.group(1) + scopes + m.group(3), path.read_text(encoding="utf-8")), encoding="utf-8")


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def all_said():
    return "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").glob("*/*.say.tsv")))


def main():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "*.c", "*.h", "*.def", "*.sql", "*.mjs",
                             "src/*.html", "*.js", "*.py", "*meson.build", "tools/*", "Makefile", ".ci/run"],
                            cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    # tools/new_room.d/ holds what becomes files of a room, and is looked at there.
    names = {n for n in listed if (ROOT / n).is_file() and not n.startswith("tools/new_room.d/")}
    permissions = set(re.findall(r"^PERMISSION\((\w+)", read("src/law/rights.def"), re.M))
    if sys.argv[1:] == ["--draw"]:
        draw()
    bad = 0
    for number, reason in check_picture(read("ARCHITECTURE.md"), ROOMS):
        bad += 1
        print(f"ARCHITECTURE.md:{number}: {reason}")
    for number, reason in check_scopes(read("docs/api.md"), read("src/law/rights.def"), all_said()):
        bad += 1
        print(f"docs/api.md:{number}: {reason}")
    for name in sorted(names):
        for number, reason in check_file(name, read(name), names, permissions):
            bad += 1
            print(f"{name}:{number}: {reason}")
    sql = {name: read(name) for name in names if name.startswith("src/") and name.endswith(".sql")}
    owned = {table for text in sql.values() for line in re.findall(r"^-- :owns (.*)", text, re.M) for table in line.split()}
    migrations = {name: text for name, text in sql.items() if "/migrations/" in name}
    for name, number, reason in check_owned(migrations, owned):
        bad += 1
        print(f"{name}:{number}: {reason}")
    print(f"check_house: {len(names)} files, {bad} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
