# SPDX-License-Identifier: Apache-2.0
"""Who gets in while passwords are being tried out: python3 bench/stuffing.py PROGRAM [--crowded]

So many connections from so many addresses try one wrong password after the other, each for another name. Meanwhile a browser that
has signed in before and one that has not sign in with the right password, in turn, at addresses of their own. Addresses are told by
X-Forwarded-For, as a proxy on this machine would. --crowded: the positive control. The honest sit behind the attackers' addresses, where
nobody can tell them apart: whoever is not known must be seen to wait."""
import argparse
import collections
import http.client
import random
import re
import threading
import time
import urllib.parse

from server import Server, database


class Browser:
    """Keeps its cookies and the token of the form it saw last."""

    def __init__(self, server, address, cookies=()):
        self.server, self.address, self.cookies, self.token = server, address, dict(cookies), ""
        self.line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)

    def ask(self, method, path, body=None):
        headers = {"X-Forwarded-For": self.address, "Origin": self.server.origin(),
                   "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request(method, path, body, headers)
        answer = self.line.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        found = re.search(r'name="csrf"[^>]*value="([^"]+)"', text)
        self.token = found.group(1) if found else self.token
        return answer.status

    def sign_in(self, name, password):
        return self.ask("POST", "/masuk", urllib.parse.urlencode({"csrf": self.token, "masuk": name, "sandi": password}))


def attack(server, address, is_over, seen):
    chance, browser = random.Random(address), None
    while not is_over.is_set():
        try:
            if not browser:
                browser = Browser(server, address)
                browser.ask("GET", "/masuk")
            seen[browser.sign_in("".join(chance.choices("0123456789", k=18)), "bukan kata sandinya")] += 1
        except (OSError, http.client.HTTPException):
            seen["cut"] += 1
            browser = None


def honest(server, address, cookies):
    """Seconds it took to get in, or None."""
    begun, login = time.monotonic(), server.logins["pegawai"]
    try:
        browser = Browser(server, address, cookies)
        browser.ask("GET", "/masuk")
        status = browser.sign_in(login["nip"], login["sandi"])
    except (OSError, http.client.HTTPException):
        return None
    return time.monotonic() - begun if status == 303 else None


def told(name, times):
    got = [t for t in times if t is not None]
    slowest = f", the slowest in {max(got):.2f} s" if got else ""
    print(f"{name}: {len(got)} of {len(times)} got in{slowest}")
    return len(got) == len(times)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--connections", type=int, default=80)
    parser.add_argument("--addresses", type=int, default=8)
    parser.add_argument("--tries", type=int, default=20, help="honest sign-ins of each kind")
    parser.add_argument("--crowded", action="store_true")
    args = parser.parse_args()
    server, is_over, seen = Server(args.program, database(), 30), threading.Event(), collections.Counter()
    attackers = [f"198.51.100.{i}" for i in range(args.addresses)]
    known = Browser(server, "203.0.113.1")
    known.ask("GET", "/masuk")
    known.sign_in(server.logins["pegawai"]["nip"], server.logins["pegawai"]["sandi"])
    kept = {name: value for name, value in known.cookies.items() if name.endswith("abdi-kenal")}
    threads = [threading.Thread(target=attack, args=(server, attackers[i % args.addresses], is_over, seen)) for i in range(args.connections)]
    for thread in threads:
        thread.start()
    time.sleep(2)  # the line is full by then
    times = {"known": [], "not known": []}
    for i in range(args.tries):
        crowd = attackers[i % args.addresses]
        times["known"].append(honest(server, crowd if args.crowded else "203.0.113.1", kept))
        times["not known"].append(honest(server, crowd if args.crowded else f"203.0.113.{i + 2}", {}))
    is_over.set()
    for thread in threads:
        thread.join()
    print(f"{args.connections} connections from {args.addresses} addresses tried {sum(seen.values())} passwords: "
          + ", ".join(f"{count} x {status}" for status, count in seen.most_common()))
    all_in = [told(f"a browser that is {kind}", got) for kind, got in times.items()]
    server.close()
    return 0 if all(all_in) else 1


if __name__ == "__main__":
    raise SystemExit(main())
