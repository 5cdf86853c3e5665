#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the house to its own rules (docs: ARCHITECTURE.md). Prints every fault as file:line: reason; exit 1 when any.

Rooms by #include, one includer for each foreign library, banned functions, glossary words, sizes, SPDX lines.
`check_house.py --self-test` shows that each check can go red."""
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Floors of the subjects: a room may see faces of rooms on lower floors (same floor: only those named in PEERS).
FLOORS = {"audit": 0, "org": 1, "account": 2, "skp": 3, "report": 4, "evaluation": 5, "document": 6, "home": 7, "demo": 8}
MACHINERY = {
    "base": {"base"},
    "law": {"law", "base"},
    "db": {"db", "base"},
    "http": {"http", "base", "law", "db", "render"},
    "render": {"render", "base", "law"},
    "app": None,  # the roof sees all
}
DOORS = ("_web.c", "_api.c", "_cli.c", "_web.h", "_cli.h", "_view.c", "_view.h", "_pdf.c", "_xlsx.c")
# Each foreign library and the only files that may include it.
FENCES = {
    "sqlite3.h": {"src/db/driver_sqlite.c"},
    "libpq-fe.h": {"src/db/postgres_link.c"},
    "microhttpd.h": {"src/http/server.c", "src/http/mhd.h"},
    "sodium.h": {"src/base/crypto.c"},
    "jansson.h": {"src/render/json_read.c"},
    "zip.h": {"src/render/zip.c"},
    "expat.h": {"src/render/xml.c"},
    "xlsxwriter.h": {"src/render/xlsx_write.c"},
    "cairo.h": {"src/render/pdf.c"},
    "cairo-pdf.h": {"src/render/pdf.c"},
    "pango/pangocairo.h": {"src/render/pdf.c"},
    "qrencode.h": {"src/render/qr.c"},
    "zlib.h": {"src/http/gzip.c", "src/render/xlsx_test.c"},
}
BANNED = re.compile(
    r"\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol|atof|strncpy|strncat|alloca|system|popen|mktemp|tmpnam|"
    r"rand|srand|usleep|sleep)\s*\("
)
# Stray words: the glossary's word stands beside each.
STRAYS = {
    "employee": "pegawai", "civil_servant": "asn", "appraiser_id": "penilai_id", "grade": "predikat or golongan",
    "supervisor": "penilai", "tenant": "instansi", "agency_id": "instansi_id",
}
FLOAT = re.compile(r"\b(double|float)\b")
MAX_C, MAX_H, MAX_FUNCTION, MAX_COLUMNS = 620, 160, 100, 120


def room_of(path):
    parts = Path(path).parts
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


def is_test(path):
    return path.endswith("_test.c") or path.startswith("tests/")


def check_include(path, name):
    """The reason this include is wrong, or None."""
    if name in FENCES and path not in FENCES[name] and not path.startswith("bench/"):
        return f"{name} may be included by {', '.join(sorted(FENCES[name]))} only"
    mine, theirs = room_of(path), name.split("/")[0]
    if is_test(path) or mine is None or theirs == "generated" or "/" not in name:
        return None
    if theirs not in MACHINERY and theirs not in FLOORS:
        return None
    if mine in MACHINERY:
        allowed = MACHINERY[mine]
        if allowed is not None and theirs not in allowed:
            return f"room {mine} may not see room {theirs}"
        return None
    if mine not in FLOORS:
        return f"room {mine} has no floor in tools/check_house.py"
    if theirs == mine:
        return None
    is_door = path.endswith(DOORS)
    if theirs in FLOORS:
        return None if FLOORS[theirs] < FLOORS[mine] else f"{mine} may not see {theirs}: it stands on a higher floor"
    if theirs == "app":
        return f"{mine} may not see app"
    if theirs == "http" and not is_door:
        return f"{path} is no door: it may not see http"
    if theirs == "db" and is_door and path.endswith(("_web.c", "_api.c")):
        return "a page gets data only through a use case: it may not see db"
    return None


def strip_comments(text):
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', blank, text, flags=re.S)


def check_c(path, text):
    faults = []
    lines = text.split("\n")
    if "SPDX-License-Identifier: Apache-2.0" not in lines[0]:
        faults.append((1, "first line must carry the SPDX licence"))
    limit = MAX_H if path.endswith(".h") else MAX_C
    if len(lines) - 1 > limit and not is_test(path):
        faults.append((len(lines), f"{len(lines) - 1} lines; at most {limit}: split it"))
    for match in re.finditer(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', text, re.M):
        reason = check_include(path, match.group(1))
        if reason:
            faults.append((text.count("\n", 0, match.start()) + 1, reason))
    code = strip_comments(text)
    start = 0
    for number, line in enumerate(code.split("\n"), 1):
        found = BANNED.search(line)
        if found and not is_test(path):
            faults.append((number, f"{found.group(1)} is banned"))
        if room_of(path) in ("law", "db") and FLOAT.search(line) and not is_test(path):
            faults.append((number, "no binary floats in law and db"))
        for stray, word in STRAYS.items():
            if re.search(rf"\b\w*{stray}\w*\b", line, re.I):
                faults.append((number, f"'{stray}' is not a word of ours: use {word} (docs/glossary.md)"))
        if line.startswith("{"):
            start = number
        if line.startswith("}") and start:
            if number - start > MAX_FUNCTION and not is_test(path):
                faults.append((start, f"function of {number - start} lines; at most {MAX_FUNCTION}"))
            start = 0
    for number, line in enumerate(lines, 1):
        if len(line.expandtabs(8)) > MAX_COLUMNS and '"' not in line and not path.endswith(".def"):
            faults.append((number, f"over {MAX_COLUMNS} columns"))
    return faults


def self_test():
    bad = {
        "src/law/x.c": '/* SPDX-License-Identifier: Apache-2.0 */\n#include "db/store.h"\ndouble d;\n',
        "src/skp/x_web.c": '/* SPDX-License-Identifier: Apache-2.0 */\n#include "db/query.h"\n',
        "src/skp/x.c": '/* SPDX-License-Identifier: Apache-2.0 */\n#include "evaluation/evaluation.h"\nvoid f(void)\n{\n\tstrcpy(a, b);\n\tint employee;\n}\n',
        "src/org/y.c": '#include <sqlite3.h>\n',
        "src/org/z.c": '/* SPDX-License-Identifier: Apache-2.0 */\nvoid f(void)\n{\n' + "\tg();\n" * 101 + "}\n",
    }
    expected = {"src/law/x.c": 2, "src/skp/x_web.c": 1, "src/skp/x.c": 3, "src/org/y.c": 2, "src/org/z.c": 1}
    for path, text in bad.items():
        found = len(check_c(path, text))
        assert found == expected[path], (path, found, check_c(path, text))
    print("check_house: each check goes red where it must")


def main():
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        return 0
    names = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "*.c", "*.h", "*.def", "*.sql", "*.html", "tools/*", "Makefile"],
                           cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    bad = 0
    for name in sorted(set(names)):
        if not (ROOT / name).exists():
            continue
        text = (ROOT / name).read_text(encoding="utf-8")
        if name.endswith((".c", ".h")):
            faults = check_c(name, text)
        elif name.endswith((".sql", ".def", ".sh")) and "SPDX-License-Identifier" not in "\n".join(text.split("\n")[:2]):
            faults = [(1, "first lines must carry the SPDX licence")]
        else:
            faults = []
        for number, reason in faults:
            bad += 1
            print(f"{name}:{number}: {reason}")
    print(f"check_house: {len(names)} files, {bad} faults")
    return 1 if bad else 0


sys.exit(main())
