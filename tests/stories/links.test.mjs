// SPDX-License-Identifier: Apache-2.0
// Where links lead, and what a page is asked for behind the question mark. Every page each role comes to is walked once:
// what it offers opens, and what nobody offered is refused in a sentence.
// Rooms: every
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { plain } from './forms.mjs';
import { open, Visitor } from './harness.mjs';
import { crawl, ROUTES, routeOf, SLUG } from './walk.mjs';

const EYES = ['publik', 'penyusun', 'pegawai', 'pejabat_penilai', 'pimpinan_unit', 'admin_kepegawaian', 'pengelola_kinerja', 'auditor'];
// Words to look for, a code, a page to come back to: whatever is written there is right.
const FREE = new Set(['cari', 'unit.cari', 'kata', 'kode', 'halaman', 'ke', 'pelaku', 'tentang']);

let house;
const visitors = {}, links = {}; // role -> link -> the page that offers it
const asked = new Map(); // "route name" -> { role, url }: an address in which that name stands
before(async () => {
  house = await open({ people: 60 });
  for (const role of EYES) {
    const visitor = visitors[role] = new Visitor(house), offered = links[role] = new Map();
    if (role !== 'publik') await visitor.signIn(house.logins[role]);
    const look = (_, answer, page) => {
      for (const [, href] of answer.text.matchAll(/<a\b[^>]*\shref="(\/[^"]*)"/g)) offered.set(plain(href).split('#')[0], page);
      for (const [, tag, inner] of answer.text.matchAll(/<form\b([^>]*method="get"[^>]*)>([^]*?)<\/form>/g)) {
        const action = plain(/\saction="([^"]*)"/.exec(tag)[1]);
        for (const [, name] of inner.matchAll(/<(?:input|select)\b[^>]*\sname="([^"]+)"/g)) note(role, action, name);
      }
    };
    const found = { paths: new Map(), forms: new Map(), nips: new Set(), opened: new Map(), look };
    await crawl(visitor, found, 3);
    if (role === 'publik') await crawl(visitor, found, 1, [`/w/${SLUG}`, `/w/${SLUG}/kantor`]);
    for (const link of offered.keys())
      for (const name of new URL(link, house.base).searchParams.keys()) note(role, link, name);
  }
  // The demonstration is too small for a second page of these, and has no draft whose result is opened by an address.
  for (const route of ['/kabar', '/kontak', '/masukan', '/tim', '/unit', '/jejak', '/kunci-sistem', '/capaian', '/rekap', '/laporan']) note('admin_kepegawaian', route, 'sesudah');
});
after(async () => { await house?.close(); });

function note(role, link, name) {
  const route = routeOf('GET', link.split(/[?#]/)[0]);
  if (route && !asked.has(`${route.path} ${name}`)) asked.set(`${route.path} ${name}`, { role, link });
}

for (const role of EYES)
  test(`every link on every page ${role} comes to opens`, async () => {
    const closed = [];
    for (const [link, page] of links[role]) {
      const answer = await visitors[role].get(link);
      if (answer.status >= 400) closed.push(`${page} offers ${link}: ${answer.status}`);
    }
    assert.ok(links[role].size > 5, `${links[role].size} links`);
    assert.deepEqual(closed, []);
  });

/** Names that tables read from addresses take, by the sources: a table of the file itself, else one of its room's. */
function declared() {
  const root = new URL('../../src/', import.meta.url), names = new Set();
  const texts = readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.c')).map((name) => readFileSync(new URL(name, root), 'utf8'));
  const fieldsOf = (text, table) => {
    const rows = new RegExp(`\\b${table}\\s*=\\s*FORM_TABLE\\("\\w+",\\s*(\\w+)`).exec(text)?.[1];
    return rows && new RegExp(`struct field ${rows}\\[\\] = \\{([^]*?)\\};\n`).exec(text)?.[1];
  };
  for (const text of texts)
    for (const [, table] of text.matchAll(/\b(?:list_read|list_make|form_read_address)\([^;{]*?&(\w+),/g)) {
      const fields = fieldsOf(text, table) ?? texts.map((other) => fieldsOf(other, table)).find(Boolean);
      for (const [, as, own] of (fields ?? '').matchAll(/\bFIELD(?:_AS\(\s*\w+,\s*"([^"]+)"|\(\s*\w+,\s*(\w+))/g)) names.add(as ?? own);
    }
  return names;
}

/** The address with one name said in another way. */
function saying(link, name, values) {
  const url = new URL(link, house.base);
  url.searchParams.delete(name);
  for (const value of values) url.searchParams.append(name, value);
  return url.pathname + url.search;
}

test('what an address asks for is one of what there is: all else is refused in a sentence', async () => {
  const wrong = [];
  for (const [kind, { role, link }] of asked) {
    const name = kind.split(' ')[1], isFree = FREE.has(name);
    if (/^\/(rekap\.xlsx|impor\/)/.test(kind) || kind.startsWith('/kalkulator/:nama ') && name !== 'contoh') continue; // a calculator's own story asks its fields
    for (const values of [['bukan-pilihan'], ['99999999999999999999'], ['2026', '2027'], ['%00'], ['x'.repeat(3000)]]) {
      const answer = await visitors[role].get(saying(link, name, values));
      const isRefused = [422, 404].includes(answer.status) && /<p[ >]|<li>/.test(answer.text);
      if (answer.status >= 500 || (!isFree && !isRefused)) wrong.push(`${kind} ${String(values).slice(0, 30)}: ${answer.status}`);
    }
  }
  assert.deepEqual(wrong, []);
  const tried = new Set([...asked.keys()].map((kind) => kind.split(' ')[1].replace(/\.cari$/, '')));
  assert.deepEqual([...declared()].filter((name) => !tried.has(name)), [], 'names no page was asked by');
  assert.ok(declared().size > 12, [...declared()].join(' '));
});

test('a setting nobody has is not found, and no other is shown in its place', async () => {
  const officer = visitors.admin_kepegawaian;
  assert.equal((await officer.get('/tahun/setelan?ubah=tidak_ada')).status, 404);
  assert.equal((await officer.get('/tahun/setelan?ubah=predikat_min_months')).status, 404);
});
