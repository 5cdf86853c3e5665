# SPDX-License-Identifier: Apache-2.0
"""People of the demonstration agency, signed in, with what each of them would ask or send."""
import re
import sys
import urllib.parse

NIP = r"\b(\d{8} \d{6} \d \d{3})\b"


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


def pages_of_people(server, cookie):
    """Addresses of people's pages, in the list's order."""
    url = "/pegawai"
    while url:
        page = server.get(url, cookie)[2].decode()
        yield from re.findall(r'href="(/pegawai/[0-9a-f-]{36})"', page)
        following = re.search(r'href="(/pegawai\?[^"]*)"[^>]*>Berikutnya', page)
        url = following and following.group(1).replace("&amp;", "&")


def appraisers(server):
    """Signed in, each once: who appraises the people of the list."""
    cookie, seen = server.sign_in("admin"), set()
    for path in pages_of_people(server, cookie):
        for nip in re.findall(NIP, server.get(path, cookie)[2].decode())[1:]:
            if nip not in seen:
                seen.add(nip)
                yield server.sign_in_with({"nip": nip, "sandi": server.logins["admin"]["sandi"]})


def decision_form(page):
    """The form as it stands, with both ratings as expected and a reason; None where nothing is left to decide."""
    version = re.search(r'name="version" value="(\d+)"', page)
    token = re.search(r'name="csrf"[^>]*value="([^"]+)"', page)
    if not version or not token:
        return None
    form = {name: value for name, value in re.findall(r'<input class="in"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page)}
    form.update(version=version.group(1), csrf=token.group(1), hk="sesuai", pk="sesuai", aksi="lanjut",
                alasan="Pekerjaan selesai menurut rencana dan bukti yang dilampirkan.")
    return form


def say_achievements(server, units):
    """Says what the first units of the open period achieved, so that their people can be decided on."""
    cookie, url = server.sign_in("admin"), "/capaian"
    while url and units > 0:
        page = server.get(url, cookie)[2].decode()
        for path in re.findall(r'href="(/capaian/[0-9a-f-]{36}/\d+/\d+)"', page):
            form = server.get(path, cookie)[2].decode()
            units -= 1
            server.post(path, cookie, {"csrf": re.search(r'name="csrf"[^>]*value="([^"]+)"', form).group(1),
                                       "version": re.search(r'name="version" value="(\d+)"', form).group(1), "predikat": "baik",
                                       "dasar": "Surat Wali Kota nomor 100/4/2026 tentang capaian."})
        following = re.search(r'href="(/capaian\?[^"]*)"[^>]*>Berikutnya', page)
        url = following and following.group(1).replace("&amp;", "&")


def deciders(server, count):
    """As many evaluations waiting for a decision: (path, cookie, form)."""
    found = []
    say_achievements(server, 100)
    for cookie in appraisers(server):
        for path in re.findall(r'href="(/nilai/[0-9a-f-]{36}/\d+/\d+)"', server.get("/tim/nilai", cookie)[2].decode())[:4]:
            form = decision_form(server.get(path, cookie)[2].decode())
            if form and path not in {f[0] for f in found}:
                found.append((path, cookie, form))
            if len(found) == count:
                return found
    return found


def papers(server, people):
    """(path, cookie) of the papers of decided evaluations."""
    found = []
    for cookie in people:
        page = server.get("/penilaian", cookie)[2].decode()
        for result in re.findall(r'href="(/nilai/[0-9a-f-]{36}/\d+/\d+)"', page)[:1]:
            paper = re.search(r'href="(/evaluasi/[0-9a-f-]{36}/pdf)"', server.get(result, cookie)[2].decode())
            if paper:
                found.append((paper.group(1), cookie))
    return found
