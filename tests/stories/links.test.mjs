// SPDX-License-Identifier: Apache-2.0
// Where links lead, and what a page is asked for behind the question mark. Every page each role comes to is walked once:
// what it offers opens, and what nobody offered is refused in a sentence.
// Rooms: every
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { plain } from './forms.mjs';
import { open, Visitor } from './harness.mjs';
import { documentTaken } from './office.mjs';
import { crawl, ROUTES, routeOf, SLUG } from './walk.mjs';

const EYES = ['publik', 'penyusun', 'pegawai', 'pejabat_penilai', 'admin_layanan', 'petugas_layanan', 'pimpinan_unit', 'admin_kepegawaian', 'pengelola_kinerja', 'auditor'];
// Words to look for, a code, a page to come back to: whatever is written there is right.
const FREE = new Set(['cari', 'unit.cari', 'kata', 'kode', 'halaman', 'ke', 'pelaku', 'tentang']);

// A choice among more is looked for by its name.
const SELECT_MOST = 16;
// Beyond what the standard's own set asks.
const MORE = { 'input-attributes': 'error', 'valid-autocomplete': 'error', 'no-missing-references': 'error' };

let house;
const visitors = {}, links = {}; // role -> link -> the page that offers it
const marked = new Map(), long = new Map(); // what is wrong with the HTML of a page; selects that are searched by hand
const asked = new Map(); // "route name" -> { role, url }: an address in which that name stands
before(async () => {
  house = await open({ people: 60 });
  const { url } = await documentTaken(house);
  for (const role of EYES) {
    const visitor = visitors[role] = new Visitor(house), offered = links[role] = new Map();
    if (role !== 'publik') await visitor.signIn(house.logins[role]);
    const look = (route, answer, page) => {
      judge(route, answer.text);
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
  // Where taking in a document leads, and back.
  note('petugas_layanan', `${url}/tanda?baru=ya`, 'baru');
  note('petugas_layanan', `/berkas?layanan=${/<option value="([^"]+)"/.exec((await visitors.petugas_layanan.get('/berkas')).text)[1]}`, 'layanan');
});
after(async () => { await house?.close(); });

const standard = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'], rules: MORE }));
/** What the standard says against a page, and selects with more choices than the eye finds one among. */
function judge(route, html) {
  for (const { messages } of standard.validateStringSync(html).results)
    for (const { ruleId, message } of messages) marked.set(`${route} ${ruleId}: ${message}`, true);
  for (const [select] of html.matchAll(/<select\b[^>]*>[^]*?<\/select>/g)) {
    const count = select.split('<option').length - 1;
    if (count > SELECT_MOST) long.set(`${route} ${/ name="([^"]+)"/.exec(select)?.[1]}: ${count}`, true);
  }
}

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

/** What the page that did not open leads to. */
const waysOf = (text) => [...(/<nav aria-labelledby="h-lanjut">([^]*?)<\/nav>/.exec(text)?.[1] ?? '').matchAll(/href="([^"]+)">([^<]+)/g)].map(([, url, label]) => [plain(url), label]);

test('a page that does not open says what happened and where to go on, in both languages, to visitors too', async () => {
  const from = (page) => ({ Referer: `${house.base}${page}` });
  const cases = [
    ['pegawai', '/jejak', 403, ['/beranda', '/lainnya'], /Peran Anda sekarang: [^<]*Pegawai/],
    ['pegawai', '/jejak', 403, ['/tim', '/beranda'], null, from('/tim')],
    ['admin_kepegawaian', '/pegawai/01890000-0000-7000-8000-000000000001', 404, ['/pegawai', '/beranda', '/lainnya'], /di luar wewenang/],
    ['admin_kepegawaian', '/tidak-ada', 404, ['/beranda', '/kalkulator']],
    ['admin_kepegawaian', '/tidak-ada', 404, ['/beranda'], null, { Referer: 'https://evil.example/x' }],
    ['admin_kepegawaian', '/tahun?tahun=x', 422, ['/tahun', '/beranda'], /Tahun: isi dengan bilangan bulat/],
    ['publik', '/tidak-ada', 404, ['/', '/masuk']],
    ['publik', `/w/${SLUG}/tidak-ada`, 404, ['/masuk']],
    ['publik', `/w/${SLUG}/kantor/x`, 404, [`/w/${SLUG}`, `/w/${SLUG}/kantor`]],
    ['publik', '/w/tidak-ada', 404, ['/masuk']],
  ];
  for (const [role, url, status, leads, says, headers] of cases) {
    const answer = await visitors[role].get(url, headers), ways = waysOf(answer.text), what = `${role} ${url}`;
    assert.equal(answer.status, status, what);
    for (const lead of leads) assert.ok(ways.some(([way]) => way === lead), `${what} leads to ${lead}, not only to ${ways}`);
    assert.ok(!ways.some(([way]) => way.includes('evil')), what);
    assert.match(answer.text, says ?? /<h1>/, what);
    for (const [way] of ways) assert.ok((await visitors[role].get(way)).status < 400, `${what} leads to ${way}`);
  }
  const guest = new Visitor(house);
  const english = await guest.get('/tidak-ada', { 'Accept-Language': 'en' });
  assert.match(english.text, /There is nothing at this address/);
  assert.deepEqual(waysOf(english.text).map(([, label]) => label).includes('Sign in'), true, english.text);
});

test('what is too large is told with the way back to its form', async () => {
  const said = await new Promise((resolve, reject) => {
    const socket = connect(house.port, '127.0.0.1'), parts = [];
    socket.on('data', (part) => parts.push(part)).on('error', reject).on('close', () => resolve(Buffer.concat(parts).toString()));
    socket.write(`POST /skp/mulai HTTP/1.1\r\nHost: 127.0.0.1:${house.port}\r\nReferer: ${house.base}/skp\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3145728\r\n\r\n`);
  });
  assert.match(said, /^HTTP\/1\.1 413 /);
  assert.match(said, /Tidak ada yang tersimpan/);
  assert.ok(waysOf(said).some(([way, label]) => way === '/skp' && /formulir/.test(label)), said);
});

test('every page is HTML as the standard has it', () => { assert.deepEqual([...marked.keys()].sort(), []); });

test('no select is longer than the eye finds one in it', () => { assert.deepEqual([...long.keys()].sort(), []); });
