# SPDX-License-Identifier: Apache-2.0
"""What becomes of changes when something breaks: tools/faults BUILD [fault …].

Many people report at once, each report with a key of its own, while one thing is broken and mended. Afterwards the database is
asked, past the program, for every key: acknowledged and not there is lost; refused ("surely not stored") and there is a lie.
A fault that takes longer than ABDI_FAULT_SECONDS (300) is ended, says where it stood, and counts as failed.
Prints a row a fault: acknowledged, lost, refused, lies, unknown, the longest answer, and the longest of the pages that need no
database. Exits 1 when something was lost, a lie was told, an answer was waited for longer than LONGEST, or a page that needs no database
longer than LONGEST_PAGE."""
import contextlib
import faulthandler
import http.client
import os
import re
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import uuid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
from people import reporters  # noqa: E402
from server import Server  # noqa: E402

PEOPLE, WRITERS, LONGEST, LONGEST_PAGE = 60, 24, 15.0, 2.0  # measured beside other work: 0.06 s
BOUND = int(os.environ.get("ABDI_FAULT_SECONDS", "300"))  # a whole fault, with its houses built
POSTGRES = os.environ.get("ABDI_TEST_DB", "")
houses = []  # all there were, so that none outlives us, stopped or not


class House(Server):
    """A server that can be started again, and whose database is looked into from beside it."""

    def __init__(self, program, db, preload=""):
        self.program, self.preload = program, preload
        houses.append(self)
        super().__init__(program, db, PEOPLE)
        self.is_sqlite = self.env["ABDI_DB"].startswith("sqlite:")

    def start(self):
        env = dict(self.env, LD_PRELOAD=self.preload) if self.preload else self.env
        self.process = subprocess.Popen([self.program, "serve"], env=env, stdout=self.log, stderr=self.log)

    def until(self, state, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if f'"state":"{state}"'.encode() in self.get("/healthz")[2]:
                    return time.monotonic()
            time.sleep(0.05)
        raise SystemExit(f"never {state}: {Path(self.dir, 'log').read_text()[-3000:]}")

    def stored(self):
        """Every key the database holds, read past the program."""
        if self.is_sqlite:
            with contextlib.closing(sqlite3.connect(f"file:{self.dir}/abdi.db?mode=ro", uri=True)) as db:
                return {row[0] for row in db.execute("SELECT kunci FROM kunci_sekali")}
        return set(psql("SELECT kunci FROM kunci_sekali", "postgres", self.name).split())


def psql(text, user="abdi", name="abdi_test"):
    url = re.sub(r"//[^@]*@/[^?]*", f"//{user}@/{name}", POSTGRES)
    return subprocess.run(["psql", url, "-qAt", "-c", text], capture_output=True, text=True, check=True).stdout


def hold(seconds):
    """How long something stays broken is what is measured; everything else waits for what happens, not for the clock."""
    time.sleep(seconds)


class Load:
    """People who report until they are told to end."""

    def __init__(self, house, path="/lapor"):
        self.house, self.path, self.is_over = house, path, threading.Event()
        self.kept, self.refused, self.unknown, self.silent, self.odd = set(), set(), set(), set(), []
        self.longest, self.longest_page, self.times = 0.0, 0.0, []
        self.changed, self.in_flight = threading.Condition(), 0
        self.people = reporters(house, WRITERS)
        self.threads = [threading.Thread(target=self.report, args=who, daemon=True) for who in self.people]
        self.threads += [threading.Thread(target=self.look, args=(path,), daemon=True) for path in ("/healthz", "/kalkulator", "/masuk")]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.is_over.set()
        for thread in self.threads:
            thread.join()

    def count(self, asked):
        with self.changed:
            self.in_flight += asked
            self.changed.notify_all()

    def wait_until(self, what, is_so, seconds=60):
        """Woken by each question asked and answered, not by the clock."""
        with self.changed:
            if not self.changed.wait_for(is_so, seconds):
                raise SystemExit(f"never {what}: {len(self.kept)} acknowledged {self.odd[:3]} {Path(self.house.dir, 'log').read_text()[-3000:]}")

    def ask(self, method, path, body=None, headers=None):
        begun = time.monotonic()
        c = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=120)
        try:
            c.request(method, path, body, headers or {})
            answer = c.getresponse()
            answer.read()
            return answer.status, time.monotonic() - begun, answer.headers
        except (OSError, http.client.HTTPException):
            return 0, time.monotonic() - begun, {}
        finally:
            c.close()

    def report(self, cookie, form):
        while not self.is_over.is_set():
            key = str(uuid.uuid4())
            self.count(1)
            status, took, headers = self.ask("POST", self.path, f"{form}&kunci={key}", {
                "Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded", "Origin": self.house.origin()})
            self.longest = max(self.longest, took)
            self.times.append(took)
            (self.kept if status == 303 else self.refused if status == 503 else self.unknown if status == 504 else self.silent).add(key)
            if status not in (0, 303, 503, 504) or (status == 503) != (headers.get("Abdi-Outcome") == "refused"):
                self.odd.append((status, headers.get("Abdi-Outcome")))
            self.count(-1)
            if status != 303:
                self.is_over.wait(0.02)  # as somebody who presses again, not as a flood

    def look(self, path):
        while not self.is_over.is_set():
            status, took, _ = self.ask("GET", path)
            self.longest_page = max(self.longest_page, took if status else 0)
            self.is_over.wait(0.05)

    def go_on(self):
        count = len(self.kept) + 200
        self.wait_until("200 more acknowledged", lambda: len(self.kept) >= count)

    def go_on_refused(self):
        count = len(self.refused) + 200
        self.wait_until("200 more refused", lambda: len(self.refused) >= count)

    def all_ask(self):
        self.wait_until("everybody asking at once", lambda: self.in_flight >= WRITERS)

    def tell(self, name, note=""):
        if "--plant" in sys.argv:  # the positive control: one acknowledged report is not there
            self.kept.add(str(uuid.uuid4()))
        there = self.house.stored()
        lost, lies = len(self.kept - there), len(self.refused & there)
        engine = "SQLite" if self.house.is_sqlite else "PostgreSQL"
        print(f"{name:14} {engine:10} acked {len(self.kept):6} lost {lost} refused {len(self.refused):6} lies {lies} "
              f"unknown {len(self.unknown):3} (there {len(self.unknown & there)}) no answer {len(self.silent):3} "
              f"longest {self.longest:5.2f} s, without database {self.longest_page:5.2f} s  {note}", flush=True)
        if self.odd:
            print(f"  answers of another kind: {sorted(set(self.odd), key=str)[:5]}")
        return not lost and not lies and not self.odd and self.longest < LONGEST and self.longest_page < LONGEST_PAGE


# ---- What is broken ----

def family(pid):
    """A process and all it has begun."""
    found = [pid]
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(stat.read_text().rsplit(")", 1)[1].split()[1]) == pid:
                found.append(int(stat.parent.name))
    return found


def postmaster():
    where = urllib.parse.parse_qs(urllib.parse.urlsplit(POSTGRES).query)["host"][0]
    return Path(where), int(Path(where, "data", "postmaster.pid").read_text().split()[0])


def signal_all(pids, number):
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


class Relay:
    """Between the program and PostgreSQL: can be cut (both sides closed) or go silent (nothing passes, nothing is closed)."""

    def __init__(self):
        self.to, self.is_open, self.pairs = str(postmaster()[0] / ".s.PGSQL.5432"), threading.Event(), []
        self.is_open.set()
        self.is_refusing = False
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            near, _ = self.server.accept()
            if self.is_refusing:
                near.close()
                continue
            far = socket.socket(socket.AF_UNIX)
            far.connect(self.to)
            self.pairs.append((near, far))
            for a, b in ((near, far), (far, near)):
                threading.Thread(target=self.carry, args=(a, b), daemon=True).start()

    def carry(self, a, b):
        with contextlib.suppress(OSError):
            while data := a.recv(65536):
                self.is_open.wait()
                b.sendall(data)
        for end in (a, b):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def cut(self):
        for pair in self.pairs:
            for end in pair:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
        self.pairs = []


def database():
    """A database of its own in the cluster, and its address; through: a port of ours before it."""
    name = f"faults_{uuid.uuid4().hex[:8]}"
    psql(f"CREATE DATABASE {name}")
    return name


def house_on_postgres(program, through=None, query=""):
    name = database()
    direct = re.sub(r"//[^@]*@/[^?]*", f"//abdi@/{name}", POSTGRES)
    url = f"postgres://abdi@127.0.0.1:{through}/{name}{query}" if through else direct
    house = House(program, url)
    house.name = name
    return house


def house_on_sqlite(program, where=None, preload=""):
    house = House(program, f"sqlite:{where or '{dir}'}/abdi.db", preload)
    return house


def fault_kill(program):
    for make in (house_on_sqlite, house_on_postgres):
        house = make(program)
        with Load(house) as load:
            starts = []
            for _ in range(10):
                load.go_on()
                house.process.kill()
                house.process.wait()
                begun = time.monotonic()
                house.start()
                starts.append(house.until("writable") - begun)
            load.go_on()
        yield load.tell("kill -9 x 10", f"ready again after {max(starts):.2f} s at most")
        house.close()


def fault_full(program):
    """A disk of 24 MiB of our own, filled by another's file and freed again."""
    folder = tempfile.mkdtemp(prefix="abdi-full-")
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m,mode=777", "tmpfs", folder], check=True)
    try:
        house = house_on_sqlite(program, folder)
        house.stored = lambda: {row[0] for row in sqlite3.connect(f"file:{folder}/abdi.db?mode=ro", uri=True).execute("SELECT kunci FROM kunci_sekali")}
        with Load(house) as load:
            load.go_on()
            filler = Path(folder, "isi")
            with contextlib.suppress(OSError), open(filler, "wb") as file:
                while True:
                    file.write(b"x" * 65536)
            house.until("full")
            pages = house.get("/masuk")[0]
            load.go_on_refused()
            filler.unlink()
            begun = time.monotonic()
            healed = house.until("writable") - begun
            load.go_on()
        yield load.tell("disk full", f"a page meanwhile {pages}; writes again {healed:.2f} s after there was room, same process {house.process.poll() is None}")
        house.close()
    finally:
        subprocess.run(["umount", "-l", folder], check=False)


def fault_eio(program):
    """The sync of the journal fails: answered, nothing more written, the process ends with 1."""
    source = Path(__file__).with_name("failing_sync.c")
    folder = tempfile.mkdtemp(prefix="abdi-eio-")
    os.chmod(folder, 0o755)
    shim, trigger = Path(folder, "failing_sync.so"), Path(folder, "fail")
    subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", shim, source, "-ldl"], check=True)
    os.environ["ABDI_FAIL_SYNC"] = str(trigger)
    house = house_on_sqlite(program)
    house.close_quietly = None
    house.process.terminate()
    house.process.wait()
    house.preload = str(shim)
    house.env["ABDI_FAIL_SYNC"] = str(trigger)
    house.start()
    house.until("writable")
    with Load(house) as load:
        load.go_on()
        trigger.touch()
        code = house.process.wait(30)
        trigger.unlink()
        house.start()
        house.until("writable")
        load.go_on()
    yield load.tell("failed fsync", f"the process ended with {code}, and was started again") and code == 1
    house.close()


def fault_freeze(program):
    house = house_on_postgres(program)
    seconds = int(os.environ.get("ABDI_FREEZE", "45"))
    with Load(house) as load:
        load.go_on()
        _, pid = postmaster()
        stopped = family(pid)
        signal_all(stopped, signal.SIGSTOP)
        begun = time.monotonic()
        down = house.until("down") - begun
        hold(seconds)
        signal_all(stopped, signal.SIGCONT)
        begun = time.monotonic()
        up = house.until("writable") - begun
        load.go_on()
    yield load.tell("freeze", f"{seconds} s; known after {down:.1f} s, writes again after {up:.1f} s")
    house.close()


def fault_stop(program):
    """The stop signal while the database stands still."""
    house = house_on_postgres(program)
    with Load(house) as load:
        load.go_on()
        stopped = family(postmaster()[1])
        signal_all(stopped, signal.SIGSTOP)
        load.all_ask()
        begun = time.monotonic()
        house.process.terminate()
        house.process.wait()
        took = time.monotonic() - begun
        signal_all(stopped, signal.SIGCONT)
        house.start()
        house.until("writable")
        load.go_on()
    yield load.tell("stop, frozen", f"stopped after {took:.1f} s") and took < 10
    house.close()


def fault_cut(program):
    for kind in ("cut", "silent"):
        relay = Relay()
        house = house_on_postgres(program, relay.port)
        with Load(house) as load:
            for _ in range(5 if kind == "cut" else 2):
                load.go_on()
                if kind == "cut":
                    relay.is_refusing = True
                    relay.cut()
                    hold(1)
                    relay.is_refusing = False
                else:
                    relay.is_open.clear()
                    hold(15)
                    relay.cut()
                    relay.is_open.set()
            load.go_on()
        yield load.tell("network " + kind, "5 x 1 s" if kind == "cut" else "2 x 15 s")
        house.close()


def fault_restart(program):
    house = house_on_postgres(program)
    where, _ = postmaster()
    binary = os.readlink(f"/proc/{postmaster()[1]}/exe")
    control = str(Path(binary).with_name("pg_ctl"))
    user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] if os.getuid() == 0 else []
    with Load(house) as load:
        for mode in ("fast", "immediate"):
            load.go_on()
            subprocess.run([*user, control, "-D", where / "data", "-m", mode, "-w", "-l", where / "data" / "server.log", "restart"],
                           cwd=where, check=True, stdout=subprocess.DEVNULL)
            house.until("writable")
        load.go_on()
    yield load.tell("restart", "of PostgreSQL, fast and immediate")
    house.close()


def fault_second(program):
    """A second node on the database stands still in the middle of a change."""
    house = house_on_postgres(program)
    other = House.__new__(House)
    houses.append(other)
    other.program, other.preload, other.is_sqlite, other.name = program, "", False, house.name
    other.dir = tempfile.mkdtemp(prefix="abdi-second-")
    os.chmod(other.dir, 0o777)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        other.port = s.getsockname()[1]
    other.env = dict(house.env, ABDI_DATA=other.dir, ABDI_LISTEN=f"127.0.0.1:{other.port}")
    other.logins, other.log = house.logins, open(os.path.join(other.dir, "log"), "w+")
    other.start()
    other.until("writable")
    with Load(house) as load, Load(other) as beside:
        load.go_on()
        for _ in range(3):
            beside.go_on()
            other.process.send_signal(signal.SIGSTOP)
            load.longest = 0.0
            hold(15)
            load.go_on()
            other.process.send_signal(signal.SIGCONT)
            load.go_on()
    yield load.tell("second frozen", "3 x 15 s; the node that went on")
    beside.house.stored = house.stored
    beside.longest = beside.longest_page = 0.0  # it stood still itself
    yield beside.tell("second frozen", "the node that stood still")
    other.close()
    house.close()


def fault_keys(program):
    """286,000 keys of ten days ago go while people report: how long half of the reports take, before and meanwhile."""
    many, old = 286_000, int((time.time() - 10 * 86400) * 1e6)
    for make in (house_on_sqlite, house_on_postgres):
        house = make(program)
        count = f"SELECT count(*) FROM kunci_sekali WHERE created_at <= {old}"
        numbers = (f"(WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < {many}) SELECT n FROM g) g"
                   if house.is_sqlite else f"generate_series(1, {many}) g(n)")
        fill = (f"INSERT INTO kunci_sekali (instansi_id, akun_id, kunci, perbuatan, hasil, created_at) SELECT a.instansi_id, a.akun_id, "
                f"'lama-' || g.n, 'report.send', '', {old} FROM (SELECT instansi_id, akun_id FROM akun LIMIT 1) a, {numbers}")

        def ask(text, house=house):
            if not house.is_sqlite:
                return psql(text, "postgres", house.name).strip()
            with contextlib.closing(sqlite3.connect(f"{house.dir}/abdi.db", timeout=60)) as db, db:
                return (db.execute(text).fetchone() or [""])[0]
        with Load(house) as load:
            load.go_on()
            load.go_on()
            before = statistics.median(load.times)
            ask(fill)
            house.process.terminate()  # at its start the caretaker looks for old keys
            house.process.wait()
            house.start()
            house.until("writable")
            load.longest, first, begun = 0.0, len(load.times), time.monotonic()
            while int(ask(count)):
                load.go_on()
            gone, meanwhile = time.monotonic() - begun, statistics.median(load.times[first:])
        yield load.tell("old keys", f"{many} gone in {gone:.0f} s; p50 {1000 * before:.1f} ms before, {1000 * meanwhile:.1f} ms meanwhile")
        house.close()


def answers(port):
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def fault_pgbouncer(program):
    for mode in ("session", "transaction"):
        folder = tempfile.mkdtemp(prefix="abdi-bouncer-")
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            port = s.getsockname()[1]
        Path(folder, "ini").write_text(f"[databases]\n* = host={postmaster()[0]} port=5432\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\n"
                                       f"auth_type = trust\nauth_file = {folder}/users\npool_mode = {mode}\ndefault_pool_size = 40\n"
                                       f"logfile = {folder}/log\npidfile = {folder}/pid\nunix_socket_dir =\n")
        Path(folder, "users").write_text('"abdi" ""\n')
        subprocess.run(["chown", "-R", "postgres", folder], check=True)
        bouncer = subprocess.Popen(["pgbouncer", "-q", "-u", "postgres", f"{folder}/ini"])
        try:
            while not answers(port):
                assert bouncer.poll() is None, "pgbouncer ended before it answered"
                time.sleep(0.05)
            house = house_on_postgres(program, port)
            with Load(house) as load:
                for _ in range(3):
                    load.go_on()
                    signal_all(family(bouncer.pid), signal.SIGSTOP)
                    hold(8)
                    signal_all(family(bouncer.pid), signal.SIGCONT)
                load.go_on()
            yield load.tell("pgbouncer", f"{mode} pooling, it stood still 3 x 8 s")
            house.close()
        finally:
            bouncer.terminate()
            bouncer.wait()
            shutil.rmtree(folder, ignore_errors=True)


def too_long(*_):
    faulthandler.dump_traceback(all_threads=False)
    raise SystemExit(f"not over after {BOUND} s")


def main():
    program = str(Path(sys.argv[1], "abdi").resolve())
    faults = {name[6:]: made for name, made in globals().items() if name.startswith("fault_")}
    wanted = [arg for arg in sys.argv[2:] if not arg.startswith("--")] or list(faults)
    good = True
    signal.signal(signal.SIGALRM, too_long)
    try:
        for name in wanted:
            signal.alarm(BOUND)
            for one in faults[name](program):
                good &= one
                signal.alarm(BOUND)  # for what follows: the next engine, or kind
        signal.alarm(0)
    finally:
        signal_all(family(postmaster()[1]), signal.SIGCONT)  # else nobody could end it
        for house in houses:
            with contextlib.suppress(AttributeError):  # it was never begun
                house.process.kill()
    if "--plant" in sys.argv:
        print("the planted loss was " + ("NOT seen" if good else "seen"))
        return 1 if good else 0
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
