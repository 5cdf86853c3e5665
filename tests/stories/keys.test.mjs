// SPDX-License-Identifier: Apache-2.0
// Every form a page shows carries the key that makes its deed happen once; what is sent twice happens once, also when it
// was undone meanwhile. A choice takes what its form offers.
// Rooms: every
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { carried, choices, controls, plain } from './forms.mjs';
import { Visitor, makeApiKey, open } from './harness.mjs';
import { documentTaken, indicatorsBegun, standardsBegun } from './office.mjs';
import { ROUTES, crawl } from './walk.mjs';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HARMLESS = new Set([...readFileSync(new URL('../../src/app/repeat.def', import.meta.url), 'utf8')
  .matchAll(/^HARMLESS\((\w+),/gm)].map(([, handler]) => handler));
// The demonstration shows no such form just now; that each begins with html_csrf is what tools/check_house.py reads.
const UNSHOWN = ['/realisasi/:tahun/:nomor', '/skp/:skp_id/persetujuan',
  '/nilai/:pegawai_id/:tahun/:nomor/penetapan', '/kabar/ringkasan', '/masukan/:masalah_id', '/kirim/titip', '/kirim/titip/ambil', '/suara/tema', '/suara/tahan/:karantina_id'];
// An open period without counts; a plan and an evaluation that wait for a letter; a mail server; a word of the public; what a
// script hands over before it signs out, and takes back.
let house;
before(async () => { house = await open({ people: 60 }); });
after(async () => { await house?.close(); });
const as = (role) => new Visitor(house).signIn(house.logins[role]);

test('every form of every page carries a key, and every changing route has such a form', async () => {
  const found = { paths: new Map(), forms: new Map(), keys: new Map(), nips: new Set(), opened: new Map() };
  await as('pegawai'); // a second device, which the list of devices can sign out
  await makeApiKey(await as('pegawai'), '/kunci', ['laporan.baca']);
  await makeApiKey(await as('admin_kepegawaian'), '/kunci-sistem', ['pegawai.baca']);
  await documentTaken(house);
  await standardsBegun(house);
  await indicatorsBegun(house);
  for (const role of Object.keys(house.logins)) await crawl(await as(role), found, 4);
  const officer = await as('admin_kepegawaian');
  const [, change] = /href="(\/tahun\/setelan\?[^"]*ubah=[^"]*)"/.exec((await officer.get('/tahun/setelan')).text);
  await crawl(officer, found, 1, [change.replaceAll('&amp;', '&')]);
  for (const action of found.forms.keys())
    assert.match(found.keys.get(action) ?? '', UUID, `the form for ${action}`);
  const unseen = ROUTES.filter((r) => r.method === 'POST' && !HARMLESS.has(r.handler) && !UNSHOWN.includes(r.path) && !found.paths.get(`POST ${r.path}`)?.size);
  assert.deepEqual(unseen.map((r) => r.path), [], 'routes for which no page shows a form');
});

/** The form with one of its fields sent so, and everything else as the page has it: the answer, and the fields it faults. */
async function sendSo(visitor, html, action, name, values) {
  const buttons = [...choices(html, action)].filter(([other, choice]) => choice.isButton && other !== name).map(([other, choice]) => [other, [...choice.offered].at(-1)]);
  const others = controls(html, action).filter(([other]) => other !== name && other !== 'kunci').concat(buttons);
  const answer = await visitor.post(action, new URLSearchParams(others.concat(values.map((value) => [name, value]))));
  return { ...answer, faults: [...answer.text.matchAll(/<li><a href="#([^"]+)">/g)].map(([, field]) => field) };
}

/** A choice of a form sent wrong in every way there is: what came of each. */
async function sendWrong(visitor, html, action, name) {
  const { offered } = choices(html, action).get(name), [one] = [...offered].filter((value) => value !== '');
  const maySkip = offered.has('') || /\/suara\//.test(action); // every question of a voice may be left out
  const wrong = { unknown: ['bukan-pilihan'], doubled: [one, one], ...(!maySkip && { missing: [], empty: [''] }) };
  const came = [];
  for (const [how, values] of Object.entries(wrong)) {
    const { status, location, faults } = await sendSo(visitor, html, action, name, values);
    if (status !== 422 || (faults.length && !faults.includes(name))) came.push(`${name} ${how}: ${status} ${location ?? faults}`);
  }
  return came;
}

/** The pages each role opens, each form once: look(visitor, html, action, kindOf a field's name). */
async function everyForm(look, starts = []) {
  for (const role of Object.keys(house.logins)) {
    const visitor = await as(role), pages = [];
    const see = (_, answer) => pages.push(answer.text);
    await crawl(visitor, { paths: new Map(), forms: new Map(), nips: new Set(), look: see });
    for (const url of starts) pages.push((await visitor.get(url)).text);
    for (const html of pages)
      for (const [tag] of html.matchAll(/<form\b[^>]*method="post"[^>]*>/g)) {
        const action = plain(/\saction="([^"]*)"/.exec(tag)[1]);
        await look(visitor, html, action, (name) => `${action} ${name}`.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\.\w+$/, ''));
      }
  }
}

test('a choice is one of those its form offers: unknown, missing, empty or doubled it is refused and nothing is kept', async () => {
  const tried = new Set(), wrong = [];
  await everyForm(async (visitor, html, action, kindOf) => {
    for (const name of choices(html, action).keys()) {
      const kind = kindOf(name);
      if (tried.has(kind)) continue;
      tried.add(kind);
      for (const what of await sendWrong(visitor, html, action, name)) wrong.push(`${kind}: ${what}`);
    }
  });
  assert.deepEqual(wrong, []);
  for (const kind of ['/bahasa bahasa', '/tema tema', '/skp/:id/tinjau aksi', '/skp/:id/rhk aksi', '/nilai/:id/2026/4 aksi']) assert.ok(tried.has(kind), kind);
  assert.ok(tried.size > 20, [...tried].join('\n'));
});

// What need not be there: a report that corrects none, boxes of which none is ticked.
const OPTIONAL = ['ganti', 'bukti', 'cakupan', 'akhiri', 'jabatan'];
// A row nobody touched is not compared with what is stored.
const OF_ROW = /^version\./;
const SETS = ['akhiri']; // a sheet named twice is named

/** What a form carries along sent broken, empty, doubled and not at all. A version that is none is one somebody overtook. */
async function carryWrong(visitor, html, action, [name, value]) {
  const isVersion = name === 'version', came = [];
  const wrong = { broken: ['bukan-id'], ...(!SETS.includes(name) && { doubled: [value, value] }), ...(!OPTIONAL.includes(name) && !OF_ROW.test(name) && { missing: [] }), ...(isVersion && { empty: [''] }) };
  for (const [how, values] of Object.entries(wrong)) {
    const { status, location, faults } = await sendSo(visitor, html, action, name, values);
    if (status !== (isVersion ? 409 : 422) || (!isVersion && faults.length && !faults.includes(name))) came.push(`${how}: ${status} ${location ?? faults}`);
  }
  return came;
}

test('what a form carries along is as its page wrote it: missing, broken or doubled it is refused and nothing is kept', async () => {
  const worker = await as('pegawai');
  const report = new Map(controls((await worker.get('/lapor')).text, '/lapor'));
  report.set('uraian', 'Menata arsip kependudukan').set('tautan', 'https://contoh.go.id/arsip');
  const sent = await worker.post('/lapor', new URLSearchParams([...report]));
  assert.equal(sent.status, 303, sent.text);
  const tried = new Set(), wrong = [];
  await everyForm(async (visitor, html, action, kindOf) => {
    for (const [name, value] of carried(html, action)) {
      const kind = kindOf(name);
      if (tried.has(kind)) continue;
      tried.add(kind);
      for (const what of await carryWrong(visitor, html, action, [name, value])) wrong.push(`${kind}: ${what}`);
    }
  }, [`/lapor?ganti=${sent.location.split('/').at(-1)}`]);
  assert.deepEqual(wrong, []);
  for (const kind of ['/skp/:id/rhk version', '/skp/:id/rhk rhk_id', '/hasil-unit unit', '/nilai/:id/2026/4 version', '/lapor ganti', '/lapor bukti', '/perangkat sesi', '/kunci cakupan', '/tahun/2026/batas version'])
    assert.ok(tried.has(kind), `${kind} in\n${[...tried].join('\n')}`);
});

test('two forms of one page have two keys', async () => {
  const page = await (await as('pegawai')).get('/lainnya');
  const keys = [...page.text.matchAll(/name="kunci" value="([^"]+)"/g)].map(([, key]) => key);
  assert.ok(keys.length >= 2);
  assert.equal(new Set(keys).size, keys.length);
});

test('a report sent twice leads to one receipt, and to the list once it was undone', async () => {
  const visitor = await as('pegawai');
  const form = new Map(controls((await visitor.get('/lapor')).text, '/lapor'));
  form.set('uraian', 'Melayani warga di loket satu');
  const send = () => visitor.post('/lapor', new URLSearchParams([...form]));
  const first = await send(), again = await send();
  assert.equal(first.status, 303, first.text);
  assert.equal(again.location, first.location);
  assert.equal((await visitor.post(`${first.location}/batal`, {})).status, 303);
  const late = await send();
  assert.equal(late.status, 303);
  assert.equal(late.location, '/laporan');
  const list = await visitor.get(late.location);
  assert.equal(list.status, 200);
  assert.match(list.text, /sudah terkirim, lalu dibatalkan/);
  form.set('uraian', 'Melayani warga di loket dua');
  const other = await send();
  assert.equal(other.status, 409);
  assert.match(other.text, /Formulir ini sudah pernah dikirim/);
  const kept = new Map(controls(other.text, '/lapor'));
  assert.equal(kept.get('uraian'), 'Melayani warga di loket dua');
  assert.equal((await visitor.post('/lapor', new URLSearchParams([...kept]))).status, 303);
});
