# SPDX-License-Identifier: Apache-2.0
"""slowhttptest, which nobody here wrote, against a demonstration: python3 tests/front/slow.py PROGRAM [--seconds 30] [--connections 1500] [--plant]

Slow heads (slowloris), slow bodies and slow reads come from one address; meanwhile an honest visitor at another one opens pages, signed in and
not. The server must live, answer each of them, and be whole afterwards. Needs Debian's slowhttptest. Prints a line a kind.
--plant: a server with one place stands there instead: the positive control."""
import argparse
import http.client
import http.server
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
from server import Server  # noqa: E402

HONEST = "127.0.0.2"
PATIENCE = 5  # seconds an honest visitor waits
HELD_LEAST = 200  # connections an attack holds before a visit counts
KINDS = {"slow heads": ["-H", "-i", "3"], "slow bodies": ["-B", "-i", "3", "-s", "65536"],
         "slow reads": ["-X", "-w", "1", "-y", "8", "-z", "1", "-n", "3", "-k", "3"]}


PAGE = b"o" * 20_000_000  # more than any socket holds


class OnePlace(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.send_response(200)
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    do_POST = do_GET

    def log_message(self, *said):
        pass


class Quiet(http.server.HTTPServer):
    def handle_error(self, *said):
        pass


def honest(port, path, cookie):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE, source_address=(HONEST, 0))
    try:
        line.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        return line.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        line.close()


def held(port):
    """Connections that somebody holds open to the port, as the kernel counts them."""
    with open("/proc/net/tcp", encoding="ascii") as table:
        return sum(line.split()[1].endswith(f":{port:04X}") and line.split()[3] == "01" for line in table.readlines()[1:])


def trial(port, kind, pages, cookie, seconds, connections, path):
    with tempfile.TemporaryDirectory() as folder:
        attack = subprocess.Popen(["slowhttptest", *KINDS[kind], "-c", str(connections), "-r", "300", "-l", str(seconds), "-p", "3",
                                   "-u", f"http://127.0.0.1:{port}{path}", "-v", "1"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=folder)
        begun = time.monotonic()
        while attack.poll() is None and held(port) < min(connections, HELD_LEAST) and time.monotonic() - begun < PATIENCE:
            time.sleep(0.05)
        took, lost = [], 0
        until = begun + seconds - 1
        while attack.poll() is None and time.monotonic() < until:
            for page in pages:
                began = time.monotonic()
                lost += honest(port, page, cookie if page.startswith("/b") else "") != 200
                took.append(time.monotonic() - began)
            time.sleep(0.1)  # the pace of an honest visitor
        attack.terminate()
        said, _ = attack.communicate()
    if not took:
        print(f"{kind}: the attack ended before anybody visited\n{said.decode(errors='replace')[-2000:]}", flush=True)
        return 1
    print(f"{kind}: {connections} connections for {seconds} s; honest visitors {len(took) - lost} of {len(took)}, "
          f"middle {statistics.median(took) * 1000:.0f} ms, longest {max(took):.2f} s", flush=True)
    return lost


def main():
    args = argparse.ArgumentParser()
    args.add_argument("program")
    args.add_argument("--seconds", type=int, default=30)
    args.add_argument("--connections", type=int, default=1500)
    args.add_argument("--plant", action="store_true")
    args = args.parse_args()
    if args.plant:
        one = Quiet(("127.0.0.1", 0), OnePlace)
        threading.Thread(target=one.serve_forever, daemon=True).start()
        sys.exit(1 if sum([trial(one.server_port, kind, ["/"], "", args.seconds, args.connections, "/") for kind in KINDS]) else 0)
    server = Server(args.program, "sqlite:{dir}/abdi.db", 120)
    cookie = server.sign_in("pegawai")
    lost = 0
    for kind in KINDS:
        lost += trial(server.port, kind, ["/", "/masuk", "/beranda", "/healthz"], cookie, args.seconds, args.connections, "/masuk")
    alive = server.process.poll() is None and server.get("/beranda", cookie)[0] == 200
    print(f"afterwards: {'whole' if alive else 'gone'}, {server.rss_mib():.0f} MiB")
    server.close()
    sys.exit(1 if lost or not alive else 0)


main()
