# SPDX-License-Identifier: Apache-2.0
"""What each deed costs the server, at several sizes of the agency, asked as many people in turn; and in how many statements."""
import os
import re
import statistics
import urllib.parse
from pathlib import Path

from people import deciders, pages_of_people, papers, reporters
from server import Server, page_round, wrk

PEOPLE = 64
AIMS_US = {"report": 150, "people list": 250, "search": 500, "rating decision": 1000, "PDF": 10000}
WORDS = ["siti", "yohana", "budi", "maria", "kepala bidang", "analis", "hendrik", "penata", "perawat", "guru", "ad", "ri"]
TURNS_LUA = """
local turns = { %(turns)s }
local counter = 0
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Origin"] = "%(origin)s"
function request()
  counter = counter + 1
  local turn = turns[counter %% #turns + 1]
  wrk.headers["Cookie"] = turn[2]
  if not turn[3] then return wrk.format("GET", turn[1]) end
  return wrk.format("POST", turn[1], nil, turn[3] .. string.format("&kunci=%%08x-0000-7000-8000-%%012x", %(salt)d, counter))
end
"""


def statements(answer):
    told = re.search(r"(\d+) statements", answer.headers.get("Server-Timing") or "")
    return int(told.group(1)) if told else None


def turns_round(server, turns, seconds, salt):
    """CPU µs a request, when everybody's turn comes again and again."""
    script = os.path.join(server.dir, "turns.lua")
    rows = ", ".join('{"%s", "%s"%s}' % (path, cookie, f', "{form}"' if form else "") for path, cookie, form in turns)
    Path(script).write_text(TURNS_LUA % {"turns": rows, "origin": server.origin(), "salt": salt})
    before = server.cpu_us()
    out = wrk(["-t1", "-c16", f"-d{seconds}s", "-s", script, server.origin()])
    return (server.cpu_us() - before) / int(re.search(r"(\d+) requests in", out).group(1))


def decisions(server, waiting):
    """Each evaluation is decided once: CPU µs of every decision, statements of the last."""
    costs, count = [], None
    for path, cookie, form in waiting:
        before = server.cpu_us()
        status, answer, page = server.post(path, cookie, form)
        cost = server.cpu_us() - before
        if status == 303:
            costs.append(cost)
            count = statements(answer)
    if not costs:
        raise SystemExit(f"no decision was taken: {re.findall(r'class=.errmsg[^>]*>(.*?)</p>', page.decode())[:3]}")
    return costs, count


def tell(people, name, costs, count, size, stored):
    cost = statistics.median(costs)
    print(f"5 {people:6} people, {name:16} {cost:7.0f} µs CPU ({min(costs):.0f} to {max(costs):.0f}) · "
          f"{cost / stored:.2f} x the stored page of {stored:.0f} µs · {count} statements · {size} bytes"
          + (f" (aim ≤ {AIMS_US[name]} µs)" if name in AIMS_US else " (aim ≤ 2.5 x)" if name == "home" else ""), flush=True)


def turns_of(server):
    """Who asks what: name of the deed -> turns of (path, cookie, form)."""
    admin = server.sign_in("admin")
    people = reporters(server, PEOPLE)
    pages = [path for path, _ in zip(pages_of_people(server, admin), range(400))]
    lists, url = [], "/pegawai"
    while url and len(lists) < PEOPLE:
        lists.append(url)
        following = re.search(r'href="(/pegawai\?[^"]*)"[^>]*>Berikutnya', server.get(url, admin)[2].decode())
        url = following and following.group(1).replace("&amp;", "&")
    return {
        "home": [("/beranda", cookie, None) for cookie, _ in people],
        "people list": [(path, admin, None) for path in lists],
        "search": [("/pegawai?unit=&cari=" + urllib.parse.quote(word), admin, None) for word in WORDS],
        "one person": [(path, admin, None) for path in pages[:PEOPLE]],
        "PDF": [(path, cookie, None) for path, cookie in papers(server, [cookie for cookie, _ in people])],
        "report": [("/lapor", cookie, form) for cookie, form in people],  # last: what is sent makes their pages longer
    }


def ask_once(server, turn):
    path, cookie, form = turn
    return server.post(path, cookie, dict(urllib.parse.parse_qsl(form))) if form else server.get(path, cookie)


def deeds_figure(program, people, rounds, seconds, keep):
    server = Server(program, "sqlite:{dir}/abdi.db", people, keep)
    turns = turns_of(server)
    stored_path = re.search(rb'"(/a/inti\.[0-9a-f]+\.css)"', server.get("/masuk")[2]).group(1).decode()
    for name in turns:
        if not turns[name]:
            continue
        status, answer, data = ask_once(server, turns[name][0])
        stored, costs = [], []
        for round_number in range(rounds):
            stored.append(page_round(server, stored_path, "", seconds)[0])
            costs.append(turns_round(server, turns[name], seconds, 1000 * round_number + len(name)))
        tell(people, name, costs, statements(answer), len(data), statistics.median(stored))
    decided, count = decisions(server, deciders(server, PEOPLE if people > 300 else 8))
    tell(people, "rating decision", decided, count, 0, statistics.median(stored))
    server.close()
