#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make bench: home page, durable reports, memory, law; each beside its limit in the same run.

CPU is the server's own (utime + stime of /proc/PID/stat over the requests answered); wall time stands beside it because
machines are shared. Fixed seed (the demonstration agency), rounds, medians."""
import argparse
import http.client
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TICK = os.sysconf("SC_CLK_TCK")
REPORT_LUA = """
local thread_number = 0
function setup(thread) thread:set("id", thread_number); thread_number = thread_number + 1 end
function init(args) counter = 0; math.randomseed(20261124 + id) end
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Origin"] = "%(origin)s"
local people = { %(people)s }
function request()
  counter = counter + 1
  local person = people[counter %% #people + 1]
  local key = string.format("%%08x-0000-7000-8000-%%04x%%08x", %(salt)d, id, counter)
  wrk.headers["Cookie"] = person[1]
  return wrk.format(nil, "/lapor", nil, person[2] .. "&kunci=" .. key)
end
function done(summary, latency, requests)
  io.write(string.format("ABDI %%d %%d %%d %%d\\n", summary.requests, summary.errors.status + summary.errors.read + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
"""


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    def __init__(self, program, db, people):
        self.dir = tempfile.mkdtemp(prefix="abdi-bench-")
        os.chmod(self.dir, 0o755)
        self.port = free_port()
        self.env = dict(os.environ, ABDI_DB=db.format(dir=self.dir), ABDI_DATA=self.dir, ABDI_LISTEN=f"127.0.0.1:{self.port}")
        made = self.demo(program, "--pegawai", str(people))
        password = re.search(r"Kata sandi: (\S+)", made.stdout).group(1)
        nip = {role: re.search(rf"(\d{{18}})  {role}\b", made.stdout).group(1) for role in ("Pegawai", "Admin kepegawaian")}
        self.logins = {"pegawai": {"nip": nip["Pegawai"], "sandi": password}, "admin": {"nip": nip["Admin kepegawaian"], "sandi": password}}
        self.log = open(os.path.join(self.dir, "log"), "w+")
        self.process = subprocess.Popen([program, "serve"], env=self.env, stdout=self.log, stderr=self.log)
        while self.process.poll() is None:
            try:
                if self.get("/healthz")[0] == 200:
                    break
            except OSError:
                pass
        self.cookie = ""

    def demo(self, program, *options):
        made = subprocess.run([program, "demo", *options], env=self.env, capture_output=True, text=True)
        if made.returncode:
            sys.exit(f"demo: {made.stderr}{made.stdout}")
        return made

    def ask(self, method, path, body=None, headers=None):
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        c.request(method, path, body, headers or {})
        r = c.getresponse()
        data = r.read()
        return r.status, r, data

    def get(self, path, cookie=""):
        return self.ask("GET", path, headers={"Cookie": cookie} if cookie else {})

    def sign_in(self, role):
        return self.sign_in_with(self.logins[role])

    def sign_in_with(self, login):
        status, r, data = self.get("/masuk")
        jar = {}

        def keep(answer):
            for line in answer.headers.get_all("Set-Cookie") or []:
                k, v = line.split(";")[0].split("=", 1)
                jar[k] = v
        keep(r)
        token = re.search(rb'name="csrf"[^>]*value="([^"]+)"', data)
        form = {"masuk": login["nip"], "sandi": login["sandi"], "csrf": token.group(1).decode() if token else ""}
        status, r, data = self.ask("POST", "/masuk", urllib.parse.urlencode(form), {
            "Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin(),
            "Cookie": "; ".join(f"{k}={v}" for k, v in jar.items())})
        keep(r)
        if status != 303:
            sys.exit(f"sign-in: {status} {data[:300]}")
        return "; ".join(f"{k}={v}" for k, v in jar.items())

    def origin(self):
        return f"http://127.0.0.1:{self.port}"

    def cpu_us(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1_000_000 // TICK

    def rss_mib(self):
        return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.process.pid}/status").read_text()).group(1)) / 1024

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        shutil.rmtree(self.dir, ignore_errors=True)


def wrk(args):
    return subprocess.run(["wrk", *args], capture_output=True, text=True, check=True).stdout


def page_round(server, path, cookie, seconds):
    """CPU µs a request, requests a second."""
    before = server.cpu_us()
    out = wrk(["-t1", "-c16", f"-d{seconds}s", "-H", f"Cookie: {cookie}", server.origin() + path])
    done = int(re.search(r"(\d+) requests in", out).group(1))
    if "Non-2xx" in out:
        sys.exit(f"{path}: answers other than 2xx\n{out}")
    return (server.cpu_us() - before) / done, done / seconds


def home_figure(program, people, rounds, seconds):
    server = Server(program, "sqlite:{dir}/abdi.db", people)
    cookie = server.sign_in("pegawai")
    size = len(server.get("/beranda", cookie)[2])
    stored_path = re.search(rb'"(/a/inti\.[0-9a-f]+\.css)"', server.get("/masuk")[2]).group(1).decode()
    stored_size = len(server.get(stored_path)[2])
    rows = []
    for _ in range(rounds):
        stored = page_round(server, stored_path, "", seconds)
        home = page_round(server, "/beranda", cookie, seconds)
        rows.append((home[0] / stored[0], home, stored))
    rows.sort()
    ratio, home, stored = rows[len(rows) // 2]
    print(f"1 home page, {people} people, {size} bytes: {home[0]:.0f} µs CPU, {home[1]:.0f}/s · stored file of {stored_size} bytes: "
          f"{stored[0]:.0f} µs CPU, {stored[1]:.0f}/s · ratio {ratio:.2f} (aim ≤ 3)")
    server.close()


def report_form(page):
    """What a person with a plan in force would send; None without one."""
    choice = re.search(r'type="radio" name="sasaran" value="([0-9a-f-]{36})"', page)
    if not choice:
        return None
    form = {"uraian": "Memeriksa dan menerbitkan akta kelahiran dari loket 2 dan kiriman distrik Muara.", "jumlah": "9", "sasaran": choice.group(1)}
    for field in ("csrf", "tanggal"):
        form[field] = re.search(rf'name="{field}"[^>]*value="([^"]*)"', page).group(1)
    return urllib.parse.urlencode(form)


def reporters(server, count):
    """Signs in as many people as clients: an office's reports come from many, each with rows of their own."""
    cookie, found, url = server.sign_in("admin"), [], "/pegawai"
    while url and len(found) < count:
        page = server.get(url, cookie)[2].decode()
        for nip in re.findall(r"\b(\d{8} \d{6} \d \d{3})\b", page):
            mine = server.sign_in_with({"nip": nip, "sandi": server.logins["admin"]["sandi"]})
            form = report_form(server.get("/lapor", mine)[2].decode())
            if form:
                found.append((mine, form))
            if len(found) == count:
                break
        following = re.search(r'href="(/pegawai\?[^"]*)"[^>]*>Berikutnya', page)
        url = following and following.group(1).replace("&amp;", "&")
    if len(found) < count:
        sys.exit(f"only {len(found)} people can report")
    return found


def reports_figure(program, build, db, name, rounds, seconds):
    server = Server(program, db, 300)
    server.demo(program, "--pegawai", "120", "--kode", "BARE", "--nama", "Kota Pembanding")
    people = reporters(server, 64)
    salt = 0
    for clients in (1, 8, 64):
        got, bare = [], []
        for _ in range(rounds):
            salt += 1
            script = os.path.join(server.dir, "report.lua")
            Path(script).write_text(REPORT_LUA % {"origin": server.origin(), "salt": salt, "people": ", ".join(
                f'{{"{cookie}", "{form}"}}' for cookie, form in people[:clients])})
            before = server.cpu_us()
            out = wrk(["-t1", f"-c{clients}", f"-d{seconds}s", "-s", script, server.origin() + "/lapor"])
            done, errors, p50, p99 = map(int, re.search(r"ABDI (\d+) (\d+) (\d+) (\d+)", out).groups())
            got.append((done / seconds, p50 / 1000, p99 / 1000, (server.cpu_us() - before) / max(done, 1), errors))
            line = subprocess.run([f"{build}/bench_bare_commit", db.format(dir=server.dir), "BARE", str(clients), str(seconds)],
                                  capture_output=True, text=True, check=True).stdout.split()
            bare.append(tuple(map(float, line)))
        mine = sorted(got)[len(got) // 2]
        limit = sorted(bare)[len(bare) // 2]
        print(f"2 reports, {name}, {clients:2} clients: {mine[0]:.0f}/s p50 {mine[1]:.1f} ms p99 {mine[2]:.1f} ms, {mine[3]:.0f} µs CPU, "
              f"{mine[4]} refused · bare program: {limit[0]:.0f}/s p99 {limit[2]:.1f} ms · ratio {mine[0] / limit[0]:.2f}"
              + (" (aim ≥ 0.5, p99 < 50 ms)" if clients == 64 else ""))
    server.close()


def memory_figure(program, requests):
    server = Server(program, "sqlite:{dir}/abdi.db", 300)
    cookie = server.sign_in("pegawai")
    idle = server.rss_mib()
    done = 0
    while done < requests:
        out = wrk(["-t1", "-c64", "-d10s", "-H", f"Cookie: {cookie}", server.origin() + "/beranda"])
        done += int(re.search(r"(\d+) requests in", out).group(1))
    print(f"3 resident memory: {idle:.1f} MiB after sign-in · {server.rss_mib():.1f} MiB after {done} requests of the home page (aim ≤ 48)")
    server.close()


def law_figure(build):
    for line in subprocess.run([f"{build}/bench_law"], capture_output=True, text=True).stdout.splitlines():
        print(f"4 {line}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--short", action="store_true", help="one round, one second, fewer requests: shows that the benchmark runs")
    parser.add_argument("--only", type=int, default=0)
    args = parser.parse_args()
    program = f"{args.build}/abdi"
    rounds, seconds = (1, 1) if args.short else (5, 3)
    if args.only in (0, 1):
        home_figure(program, 2000 if args.short else 20000, rounds, seconds)
    if args.only in (0, 2):
        reports_figure(program, args.build, "sqlite:{dir}/abdi.db", "SQLite", min(rounds, 3), seconds)
        if os.environ.get("ABDI_TEST_DB"):
            reports_figure(program, args.build, os.environ["ABDI_TEST_DB"], "PostgreSQL", min(rounds, 3), seconds)
    if args.only in (0, 3):
        memory_figure(program, 20_000 if args.short else 1_000_000)
    if args.only in (0, 4):
        law_figure(args.build)


main()
