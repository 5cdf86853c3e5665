#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The worst files somebody may hand to the import, each with the time and memory it takes:

    bench/import_worst.py build/abdi [FOLDER]

Makes them in FOLDER (a temporary one), sets up an empty agency beside them, looks at each with `abdi import` and prints
a line a file: bytes, seconds of a processor, most memory in MiB, what was answered. Nothing is stored. Each file is below ABDI_UPLOAD_MAX."""
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import zipfile

BOOK = ('<workbook xmlns:r="x"><sheets><sheet name="Pegawai" sheetId="1" r:id="r"/></sheets></workbook>')
RELS = '<Relationships><Relationship Id="r" Target="s.xml"/></Relationships>'
HEAD = ["nip", "nama", "jenis", "kode_jabatan", "nip_penilai", "tmt"]


def book(path, sheet, strings="<sst/>"):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as z:
        z.writestr("xl/workbook.xml", BOOK)
        z.writestr("xl/_rels/workbook.xml.rels", RELS)
        z.writestr("xl/sharedStrings.xml", strings)
        z.writestr("xl/s.xml", sheet)


def text_cell(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def row(cells):
    return "<row>" + "".join(cells) + "</row>"


def sheet(rows):
    return "<worksheet><sheetData>" + row(text_cell(h) for h in HEAD) + "".join(rows) + "</sheetData></worksheet>"


DICE = random.Random(1)


def noise(size, letters="abcdefghijklmnopqrstuvwxyz"):
    return "".join(DICE.choices(letters, k=size))


def people(count, spoil=""):
    for i in range(count):
        nip = f"19{60 + i % 40:02d}{1 + i % 12:02d}{1 + i % 28:02d}2010{1 + i % 12:02d}1{i % 999 + 1:03d}"
        yield nip, f"Orang Uji {i}", "pns", f"J-{i % 5000}{spoil}", "196801011990031001", "2024-01-02"


def files(folder):
    def path(name):
        return os.path.join(folder, name)

    with open(path("700000-baris-pendek.csv"), "w") as f:
        f.write("kode;nama;kode_induk\n" + "".join(f"{i};a;\n" for i in range(700000)))
    with open(path("99999-unit-baru.csv"), "w") as f:
        f.write("kode;nama;kode_induk\n" + "".join(f"{i};a;\n" for i in range(99999)))
    with open(path("99999-baris-salah-semua.csv"), "w") as f:
        f.write(";".join(HEAD) + "\n" + "x;;raja;-;1;0\n" * 99999)
    book(path("700000-baris-pendek.xlsx"), sheet(f"<row><c><v>{i}</v></c></row>" for i in range(700000)))
    book(path("99999-pegawai.xlsx"), sheet(row(map(text_cell, p)) for p in people(99999)))
    book(path("teks-panjang-diulang.xlsx"),
         sheet(f'<row r="{i + 2}"><c r="A{i + 2}" t="s"><v>{i * 7919 % 20}</v></c></row>' for i in range(90000)),
         "<sst>" + "".join(f"<si><t>{noise(32000)}</t></si>" for i in range(20)) + "</sst>")
    book(path("satu-atribut-panjang.xlsx"), f'<worksheet a="{noise(8 << 20)}"/>')
    book(path("atribut-banyak.xlsx"),
         "<worksheet" + "".join(f' a{noise(8)}{i}=""' for i in range(400000)) + "/>")
    book(path("dalam.xlsx"), "".join(f"<{noise(3)}>" for i in range(4000000)))
    book(path("nama-selalu-baru.xlsx"),
         "<worksheet>" + "".join(f"<x{noise(10)}{i}/>" for i in range(400000)) + "</worksheet>")


def agency(program, folder):
    env = dict(os.environ, ABDI_DATA=folder, ABDI_DB=f"sqlite:{folder}/abdi.db")
    env.pop("ABDI_TEST_DB", None)
    if os.geteuid() == 0:
        env["ABDI_USER"] = "nobody"
    os.chmod(folder, 0o777)
    if os.spawnve(os.P_WAIT, program, [program, "migrate"], env):
        sys.exit("migrate failed")
    with sqlite3.connect(f"{folder}/abdi.db") as db:
        db.execute("INSERT INTO instansi (instansi_id, nama, kota, zona, kode, created_at) VALUES (?, 'Uji', 'Uji', 'WIT', 'UJI', 0)",
                   (os.urandom(16),))
    for name in os.listdir(folder):
        os.chmod(os.path.join(folder, name), 0o666)
    return env


def look(program, env, path):
    out = path + ".out"
    pid = os.fork()
    if pid == 0:
        handle = os.open(out, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o644)
        os.dup2(handle, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.execve(program, [program, "import", path], env)
    _, status, usage = os.wait4(pid, 0)
    seconds = usage.ru_utime + usage.ru_stime
    with open(out, encoding="utf-8", errors="replace") as f:
        lines = f.read().strip().split("\n")
    print(f"{os.path.basename(path):32} {os.path.getsize(path):>9} B {seconds:6.1f} s {usage.ru_maxrss // 1024:5} MiB"
          f"  {os.waitstatus_to_exitcode(status)}  {lines[-1][:90]}", flush=True)


def main():
    program = os.path.abspath(sys.argv[1])
    folder = sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="abdi-worst-")
    os.makedirs(folder, exist_ok=True)
    files(folder)
    data = os.path.join(folder, "data")
    shutil.rmtree(data, ignore_errors=True)
    os.makedirs(data)
    env = agency(program, data)
    os.chmod(folder, 0o755)
    for name in sorted(os.listdir(folder)):
        if name.endswith((".csv", ".xlsx")):
            look(program, env, os.path.join(folder, name))


main()
