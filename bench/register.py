#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The register after five years of 300 documents a day: what its list, its search and its overdue ones cost the server.
    bench/register.py BUILD_DIR       SQLite; below tools/with_postgres its PostgreSQL"""
import os
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import time

from server import Server, database

DAYS, A_DAY, OPEN_DAYS, AIM_MS = 5 * 250, 300, 3, 20
READY = 4000  # never fetched
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
COLUMNS = ("instansi_id, berkas_id, kode, layanan_id, unit_id, nomor, langkah, keadaan, is_buka, urut, kurang, sebab, rak, "
           "is_lengkap_pertama, diterima_at, lengkap_at, janji_at, akan_at, tahu_at, sejak_at, selesai_at, serah_at, "
           "janji_jumlah, janji_satuan, lama, tunggu_lama")
# The document that a page took in lends what none of these need be: each is its copy with a code, an age and a state of its own.
COPY = """
INSERT INTO berkas ({columns})
SELECT b.instansi_id, {id}, {code}, b.layanan_id, b.unit_id, b.nomor, 1,
       CASE WHEN n.i < {closed} - {ready} THEN 'selesai' WHEN n.i < {closed} THEN 'siap' ELSE 'jalan' END,
       CASE WHEN n.i < {closed} - {ready} THEN 0 ELSE 1 END,
       CASE WHEN n.i < {closed} THEN 20000000000000000 + n.i ELSE b.janji_at + (n.i - {middle}) * 60000000 END,
       '', '', '', 1, b.diterima_at, b.lengkap_at, b.janji_at, 0, 0, 0,
       CASE WHEN n.i < {closed} THEN b.janji_at ELSE 0 END, 0, 1, 'hari_kerja', 78, 0
FROM berkas b, n"""
HARI = """
INSERT INTO berkas_hari (instansi_id, layanan_id, tanggal, pelaku_id, ukuran, lama, selesai, tepat, diterima, lengkap_pertama)
SELECT b.instansi_id, b.layanan_id, {day}, b.unit_id, 'hari', n.i % 150, 2, 1, 0, 0 FROM berkas b, n"""


def fill(server):
    all_, closed = DAYS * A_DAY, (DAYS - OPEN_DAYS) * A_DAY
    values = {"columns": COLUMNS, "closed": closed, "ready": READY, "middle": (closed + all_) // 2}
    numbers = f"WITH RECURSIVE n(i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < {all_ - 1}) "
    if server.env["ABDI_DB"].startswith("sqlite:"):
        chance = random.Random(7)
        db = sqlite3.connect(server.env["ABDI_DB"][7:])
        db.create_function("chance_code", 1, lambda i: "".join(chance.choice(ALPHABET) for _ in range(8)))
        db.create_function("chance_id", 1, lambda i: bytes([1, *chance.randbytes(15)]))
        db.execute(numbers + HARI.format(day="date('2026-12-01', '-' || (n.i / 150) || ' days')"))
        db.execute(numbers + COPY.format(id="chance_id(n.i)", code="chance_code(n.i)", **values))
        db.execute("ANALYZE")
        db.commit()
        db.close()
    else:
        code = "translate(upper(substr(md5(n.i::text), 1, 8)), '01', 'XY')"
        agency = subprocess.run(["psql", server.env["ABDI_DB"], "-Atqc", "SELECT replace(instansi_id::text, '-', '') FROM instansi"],
                                capture_output=True, text=True, check=True).stdout.split()[0]
        values["columns"] = COLUMNS
        text = (f"SET abdi.instansi = '{agency}'; " + numbers + HARI.format(day="(date '2026-12-01' - (n.i / 150)::int)::text") + "; " +
                numbers + COPY.format(id="md5('b' || n.i)::uuid", code=code, **values) + " ON CONFLICT DO NOTHING; ANALYZE;")
        subprocess.run(["psql", server.env["ABDI_DB"], "-v", "ON_ERROR_STOP=1", "-qc", text], check=True)


def take_in(server, cookie):
    page = server.get("/berkas", cookie)[2].decode()
    layanan = re.search(r'<option value="([^"]+)"\s*selected', page).group(1)
    token = re.search(r'name="csrf"[^>]*value="([^"]+)"', page).group(1)
    ticks = {name: "ya" for name in re.findall(r'name="(ada_\d+)"', page)}
    form = {"csrf": token, "layanan": layanan, "untuk": layanan, "nama": "Marice Yoku", "nik": "9171044506940003", "kontak": "", **ticks}
    status, answer, text = server.post("/berkas", cookie, form)
    if status != 303:
        sys.exit(f"taking in: {status} {text[:2000]}")
    url = answer.headers["Location"].split("/tanda")[0]
    return re.search(r"([2-9A-Z]{4}-[2-9A-Z]{4})</h1>", server.get(url, cookie)[2].decode()).group(1), url


def cost(server, path, cookie):
    costs, waits = [], []
    for _ in range(40):
        before, begun = server.cpu_us(), time.perf_counter()
        status = server.get(path, cookie)[0]
        waits.append((time.perf_counter() - begun) * 1000)
        costs.append((server.cpu_us() - before) / 1000)
        if status != 200:
            sys.exit(f"{path}: {status}")
    return statistics.median(costs), statistics.median(waits)


def main():
    program = os.path.join(sys.argv[1], "abdi")
    server = Server(program, database(), 60)
    try:
        said = server.demo_said
        login = {"nip": re.search(r"(\d{18})  Petugas layanan\b", said).group(1), "sandi": re.search(r"Kata sandi: (\S+)", said).group(1)}
        cookie = server.sign_in_with(login)
        code, url = take_in(server, cookie)
        fill(server)
        late = 0
        for name, path in (("list", "/berkas"), ("overdue", "/berkas?tampil=lewat"), ("ready", "/berkas?tampil=siap"),
                           ("search by code", f"/berkas?cari={code[:4]}"), ("search by NIK", "/berkas?cari=9171044506940003"),
                           ("one document", url), ("public page", f"/w/kota-contoh/cek/{code}")):
            ms, wait = cost(server, path, cookie if path.startswith("/berkas") else "")
            late += ms > AIM_MS
            print(f"{name:16} {ms:6.2f} ms CPU, {wait:6.2f} ms until answered, of {DAYS * A_DAY} documents, {A_DAY * OPEN_DAYS + READY} open (aim {AIM_MS})")
        sys.exit(bool(late))
    finally:
        server.close()


main()
