# SPDX-License-Identifier: Apache-2.0
"""A server of ours with a demonstration agency of so many people, asked from outside; shared by the figures of run.py."""
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import uuid
from pathlib import Path


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def database():
    """Where a figure is taken: SQLite, or below tools/with_postgres its private PostgreSQL."""
    return os.environ.get("ABDI_TEST_DB") or "sqlite:{dir}/abdi.db"


class Server:
    def __init__(self, program, db, people, keep=None):
        self.dir = tempfile.mkdtemp(prefix="abdi-bench-")
        os.chmod(self.dir, 0o755)
        self.port = free_port()
        self.env = dict(os.environ, ABDI_TELL_STATEMENTS="on", ABDI_DB=db.format(dir=self.dir), ABDI_DATA=self.dir, ABDI_LISTEN=f"127.0.0.1:{self.port}")
        said = self.take_kept(program, people, keep) if keep else self.demo(program, "--pegawai", str(people)).stdout
        self.demo_said = said
        password = re.search(r"Kata sandi: (\S+)", said).group(1)
        nip = {role: re.search(rf"(\d{{18}})  {role}\b", said).group(1) for role in ("Pegawai", "Admin kepegawaian", "Admin layanan")}
        self.logins = {"pegawai": {"nip": nip["Pegawai"], "sandi": password}, "admin": {"nip": nip["Admin kepegawaian"], "sandi": password},
                       "layanan": {"nip": nip["Admin layanan"], "sandi": password}}
        self.log = open(os.path.join(self.dir, "log"), "w+")
        self.process = subprocess.Popen([program, "serve"], env=self.env, stdout=self.log, stderr=self.log)
        while self.process.poll() is None:
            try:
                if self.get("/healthz")[0] == 200:
                    break
            except OSError:
                pass
        self.cookie = ""

    def take_kept(self, program, people, keep):
        """An agency of this size from the folder, made there first when it is not."""
        kept = Path(keep) / str(people)
        if not (kept / "said").exists():
            said = self.demo(program, "--pegawai", str(people)).stdout
            shutil.copytree(self.dir, kept)
            (kept / "said").write_text(said)
        else:
            shutil.copytree(kept, self.dir, dirs_exist_ok=True)
        return (kept / "said").read_text()

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

    def post(self, path, cookie, form):
        key = {"kunci": str(uuid.uuid4())}
        return self.ask("POST", path, urllib.parse.urlencode({**key, **form}), {
            "Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin()})

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
        """The kernel's CPU clock of the whole process, exact to the nanosecond (clock_getcpuclockid)."""
        return time.clock_gettime_ns((~self.process.pid << 3) | 2) / 1000

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
