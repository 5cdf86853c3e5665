# SPDX-License-Identifier: Apache-2.0
"""Requests bent at random, by a seed: python3 tests/front/mutate.py PROGRAM [--count 140000] [--seed 1]

Begins with the requests of src/http/cases/heads.tsv and with forms of a person who is signed in; each one sent has some bytes changed,
dropped, doubled or exchanged. The server must live to its end, answer each connection or close it, never say 500, and still answer a
plain question afterwards. Prints what it answered. --kill ends the server halfway: the positive control, seen as a fault."""
import argparse
import collections
import random
import re
import socket
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
from server import Server, database  # noqa: E402

CASES = Path(__file__).resolve().parents[2] / "src/http/cases/heads.tsv"
SPICE = [b"\r\n", b"\n", b"\r", b"\0", b" ", b"\t", b":", b"%", b"%00", b"&", b"=", b";", b"..", b"/", b"\xff", b"\xc3\x28", b"'", b"\"", b"<",
         b"{", b"Content-Length: 5\r\n", b"Transfer-Encoding: chunked\r\n", b"Host: b\r\n", b"0\r\n\r\n", b"9" * 20, b"A" * 300, b"--", b"-1"]


def bytes_of(text):
    text = re.sub(r"\{(\d+)\*(.*?)\}", lambda m: m.group(2) * min(int(m.group(1)), 300), text)
    return text.encode("latin1").decode("unicode_escape").encode("latin1")


def seeds(server):
    cookie = server.sign_in("pegawai")
    page = server.get("/lapor", cookie)[2].decode()
    token = re.search(r'name="csrf"[^>]*value="([^"]+)"', page).group(1)
    found = [bytes_of(row.split("\t")[2]).replace(b"/now", b"/masuk").replace(b"/later", b"/masuk")
             for row in CASES.read_text().splitlines() if row and row[0] != "#" and not row.startswith("verdict")]
    for path in ("/beranda", "/lapor", "/laporan?kursor=abc", "/skp", "/kalkulator", "/pegawai?q=a&limit=3", "/api/v1/openapi.json", "/v/ABCD"):
        found.append(f"GET {path} HTTP/1.1\r\nHost: a\r\nCookie: {cookie}\r\nIf-None-Match: \"a\"\r\nAccept-Encoding: gzip\r\n\r\n".encode())
    for path, fields in (("/lapor", "uraian=kerja&jumlah=1&tanggal=2026-11-24"), ("/tema", "tema=dark"), ("/bahasa", "bahasa=en&ke=/skp")):
        body = f"csrf={token}&{fields}".encode()
        found.append(f"POST {path} HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nCookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                     f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
    return found


def bend(chance, text):
    text = bytearray(text)
    for _ in range(chance.randint(1, 6)):
        at, how = chance.randrange(len(text) + 1), chance.randrange(5)
        if how == 0 and at < len(text):
            text[at] = chance.randrange(256)
        elif how == 1:
            del text[at:at + chance.randint(1, 8)]
        elif how == 2:
            text[at:at] = chance.choice(SPICE)
        elif how == 3:
            text[at:at] = text[at:at + chance.randint(1, 40)]
        elif at < len(text):
            text[at:at + 1] = chance.choice(SPICE)
    return bytes(text)


def ask(port, text):
    """The first status, or how it ended; what is only half a request ends when we do."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        try:
            line.sendall(text)
            line.shutdown(socket.SHUT_WR)
            got = line.recv(65536)
        except ConnectionError:
            return "reset"
        except TimeoutError:
            return "silent"
    return got[9:12].decode("latin1") if got.startswith(b"HTTP/1.") else "closed"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=140000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kill", action="store_true")
    args = parser.parse_args()
    server = Server(args.program, database(), 30)
    chance, answers, begun, sent = random.Random(args.seed), collections.Counter(), time.monotonic(), 0
    first = seeds(server)
    try:
        for sent in range(1, args.count + 1):
            if args.kill and sent == args.count // 2:
                server.process.kill()
            bent = bend(chance, chance.choice(first))
            answer = ask(server.port, bent)
            answers[answer] += 1
            if answer in ("500", "silent"):
                print(f"request {sent}: {answer}: {bent!r}")
        lives = server.process.poll() is None and server.get("/healthz")[0] == 200
    except OSError as wrong:
        print(f"request {sent} of seed {args.seed}: {wrong}")
        lives = False
    print(f"{sent} requests bent by seed {args.seed} in {time.monotonic() - begun:.0f} s: "
          + ", ".join(f"{count} x {what}" for what, count in answers.most_common()))
    faults = answers["500"] + answers["silent"] + (not lives)
    print(f"{faults} faults")
    server.close()
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
