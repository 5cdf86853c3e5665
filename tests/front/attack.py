# SPDX-License-Identifier: Apache-2.0
"""Wapiti and sqlmap, which nobody here wrote, against a demonstration, signed in and not: python3 tests/front/attack.py PROGRAM [--seconds 240]
[--plant]

Wapiti walks for --seconds and tries what it knows, a fifth of that for each module; sqlmap tries what takes words in an address or a form,
at level 3 and risk 2. Needs Debian's wapiti and sqlmap. Prints what they found and ends with 1 when it is something.
--plant: a page with an open SQL statement and an echo stands there instead: the positive control."""
import argparse
import http.server
import json
import re
import socketserver
import sqlite3
import subprocess
import sys
import tempfile
import threading
import urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
from server import Server  # noqa: E402

# What takes words from outside: an address with what is looked for, and forms.
ASKED = {"": ["/w/kota-contoh/kantor?cari=air*", "/v?kode=ABCD*", "/kalkulator/nip?nip=198609262015051001*"],
         "pegawai": ["/laporan?dari=2026-01-01*&sampai=2026-12-31", "/penilaian?tahun=2026*", "/kabar?sesudah=a*"],
         "admin": ["/pegawai?cari=siti*&unit=", "/pegawai?sesudah=198609262015051001*", "/peran?cari=a*", "/unit?id=a*", "/pegawai/a*",
                   "/api/v1/pegawai?cari=a*"]}
SENT = {"": [("/masuk", "masuk=198609262015051001*&sandi=salah*")], "pegawai": [("/lapor", "uraian=kerja*&jumlah=1*&tanggal=2026-11-24*")]}


class Weak(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        word, said = asked.get("cari", ["x"])[0], asked.get("kata", ["x"])[0]
        base = sqlite3.connect(":memory:")
        base.execute("CREATE TABLE orang (nama TEXT)")
        base.execute("INSERT INTO orang VALUES ('Siti')")
        try:
            rows = str(base.execute(f"SELECT nama FROM orang WHERE nama = '{word}'").fetchall())
        except sqlite3.Error as fault:
            rows = f"sqlite3.OperationalError: {fault}"
        body = f"<html><a href='/?cari=Siti'>cari</a><a href='/?kata=a'>kata</a><p>{said}</p><p>{rows}</p></html>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said):
        pass


# Debian's wapiti 3.0.4 puts the flags of its one expression where Python 3.11 no longer takes them; signing out must stay out of its walk.
WAPITI = ["/usr/bin/python3", "-c", "import re, sys, wapitiCore.net.crawler as crawler; from wapitiCore.main.wapiti import wapiti_main; "
          "crawler.wildcard_translate = lambda pattern: re.compile('(?ms)' + re.escape(pattern).replace(r'\\*', '.*') + r'\\Z'); "
          "sys.argv[0] = 'wapiti'; wapiti_main()"]
# Not those that ask a host outside (ssrf, xxe, wapp, nikto) or only guess names (buster, brute_login_form).
MODULES = "backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss"


# What it says of every page here, and why it is no fault.
KNOWN = {"Strict-Transport-Security is not set": "asked over plain HTTP; behind TLS: src/http/front.test.mjs",
         "Secure flag is not set in the cookie": "the same",
         "X-Frame-Options is not set": "frame-ancestors of the CSP says it, and browsers go by that",
         "X-XSS-Protection is not set": "browsers dropped it; it opened holes",
         "Lack of anti CSRF token": "/bahasa alone for strangers: no cookie to take a token from; judged by Origin (foreign_language)"}


def foreign_language(server):
    """The one form without a token is refused when another site sends it."""
    status = server.ask("POST", "/bahasa", "bahasa=en&ke=/", {"Content-Type": "application/x-www-form-urlencoded", "Origin": "https://evil.example"})[0]
    print(f"/bahasa from another site: {status}")
    return status < 400


def wapiti(origin, cookie, seconds):
    with tempfile.TemporaryDirectory() as folder:
        out = f"{folder}/out.json"
        told = subprocess.run([*WAPITI, "-u", f"{origin}/", "-m", MODULES, "-f", "json", "-o", out, "--max-scan-time", str(seconds), "--max-attack-time", str(max(seconds // 5, 10)),
                               "--max-links-per-page", "60", "--max-files-per-dir", "20", "--max-parameters", "12", "--flush-session",
                               "--store-session", folder, "--no-bugreport", "-d", "6", "-x", f"{origin}/keluar*", "-S", "normal", "-v", "1",
                               *(["-H", f"Cookie: {cookie}"] if cookie else []), "-H", f"Origin: {origin}"],
                              capture_output=True, text=True, timeout=seconds * 8 + 300)
        if not Path(out).exists():
            sys.exit(f"wapiti: {told.stdout[-2000:]}{told.stderr[-2000:]}")
        said = json.loads(Path(out).read_text())
    found = {name: rows for kind in ("vulnerabilities", "anomalies") for name, rows in said[kind].items() if rows}
    pages = re.findall(r"found (\d+) URLs", told.stdout)
    known = [row for rows in found.values() for row in rows if any(row["info"].startswith(words) for words in KNOWN)]
    told = [(name, row) for name, rows in found.items() for row in rows if row not in known]
    print(f"wapiti, {'signed in' if cookie else 'a stranger'}: {pages[0] if pages else '?'} addresses and forms, {len(told)} found, "
          f"{len(known)} known with their reasons", flush=True)
    for name, row in told:
        print(f"  {name}: {row['method']} {row['path']} {row['info']}")
    return len(told)


def sqlmap(origin, cookie, path, body):
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(["sqlmap", "-u", origin + path, "--batch", "--level=3", "--risk=2", "--flush-session", f"--output-dir={folder}", "--threads=4",
                               "--technique=BEU", "--ignore-code=*", "--disable-coloring", *(["--data", body] if body else []),
                               *(["--cookie", cookie, "--skip=cookie,user-agent,referer,host"] if cookie else ["--skip=cookie,user-agent,referer,host"]),
                               "-H", f"Origin: {origin}"], capture_output=True, text=True, timeout=1800)
    if "identified the following injection point" in told.stdout:
        print(f"sqlmap {path} {body}: {re.findall(r'Title: .*', told.stdout)[:3]}")
        return 1
    judged = len(re.findall(r"does not seem to be injectable|not injectable", told.stdout))
    print(f"sqlmap {path} {body}: nothing ({judged} places judged)", flush=True)
    if not judged:
        print(told.stdout[-1500:])
    return 0


def main():
    args = argparse.ArgumentParser()
    args.add_argument("program")
    args.add_argument("--seconds", type=int, default=240)
    args.add_argument("--plant", action="store_true")
    args.add_argument("--only", choices=["wapiti", "sqlmap"])
    args = args.parse_args()
    if args.plant:
        weak = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Weak)
        threading.Thread(target=weak.serve_forever, daemon=True).start()
        origin = f"http://127.0.0.1:{weak.server_address[1]}"
        found = wapiti(origin, "", args.seconds) + sqlmap(origin, "", "/?cari=Siti", "")
        sys.exit(1 if found else 0)
    server = Server(args.program, "sqlite:{dir}/abdi.db", 120)
    found = foreign_language(server)
    for role in ("", "pegawai", "admin"):
        cookie = server.sign_in(role) if role else ""
        if args.only != "sqlmap":
            found += wapiti(server.origin(), cookie, args.seconds)
        if args.only == "wapiti":
            continue
        for path in ASKED.get(role, []):
            found += sqlmap(server.origin(), cookie, path, "")
        for path, body in SENT.get(role, []):
            token = re.search(r'name="csrf"[^>]*value="([^"]+)"', server.get(path, cookie)[2].decode())
            found += sqlmap(server.origin(), cookie, path, body + (f"&csrf={token.group(1)}" if token else ""))
    alive = server.process.poll() is None and server.get("/healthz")[0] == 200
    print(f"afterwards: {'whole' if alive else 'gone'}")
    server.close()
    sys.exit(1 if found or not alive else 0)


main()
