// SPDX-License-Identifier: Apache-2.0
// Rooms: every
// The switch at the foot of each page, for visitors and for who has signed in; and a walk through every page in English that
// finds no Indonesian sentence which has a translation.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { open, Visitor } from './harness.mjs';
import { crawl, ROLES, source } from './walk.mjs';

let house;
before(async () => { house = await open({ people: 60 }); });
after(async () => { await house.close(); });

const languageOf = (answer) => /<html lang="(\w+)"/.exec(answer.text)[1];
const choose = (visitor, bahasa, ke) => visitor.post('/bahasa', { bahasa, ke });

test('a visitor reads what the browser prefers, until they choose', async () => {
  const visitor = new Visitor(house);
  assert.equal(languageOf(await visitor.get('/masuk')), 'id');
  const english = { 'Accept-Language': 'en-GB,en;q=0.9,id;q=0.5' };
  const page = await visitor.get('/masuk', english);
  assert.equal(languageOf(page), 'en');
  assert.match(page.text, /<h1>Sign in<\/h1>/);
  const answer = await choose(visitor, 'id', '/masuk?ke=%2Fskp');
  assert.equal(answer.status, 303);
  assert.equal(answer.location, '/masuk?ke=%2Fskp');
  assert.equal(languageOf(await visitor.get('/masuk', english)), 'id');
  assert.equal((await choose(visitor, 'xx', '/')).status, 422);
  assert.equal((await choose(visitor, 'en', 'https://elsewhere.example/')).location, '/');
});

test('a person finds the chosen language on another device too', async () => {
  const first = await new Visitor(house).signIn(house.logins.pegawai);
  const page = await first.get('/beranda', { 'Accept-Language': 'en' });
  assert.equal(languageOf(page), 'id', 'an account without a choice reads Indonesian');
  assert.equal((await choose(first, 'en', '/beranda')).status, 303);
  assert.equal(languageOf(await first.get('/beranda')), 'en');
  const second = await new Visitor(house).signIn(house.logins.pegawai);
  const home = await second.get('/beranda');
  assert.equal(languageOf(home), 'en');
  assert.match(home.text, /25 November 2026 · \d\d:\d\d /);
  const faults = await second.post('/lapor', { uraian: '', tanggal: '', sasaran: '' });
  assert.equal(faults.status, 422);
  assert.match(faults.text, /<title>Error: /);
});

// ---- no Indonesian where there is English ----

const tables = readdirSync(new URL('../../src', import.meta.url)).flatMap((room) => {
  try { return source(`${room}/${room}.say.tsv`).split('\n').slice(1); } catch { return []; }
});
const sentences = tables.map((row) => row.split('\t')).filter(([id, en]) => en && en !== '=' && en !== id);
const english = new Set(sentences.map(([, en]) => en));
const SLOT = /\{\d\}|%[-0-9.*]*(?:ll|z)?[a-z]/g;
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
// Short words stand in people's own texts too; what has values in it is looked for with anything in their place.
// What the agency calls its services and its papers stays as it was typed.
const typed = new Set([...source('demo/demo_service.def').matchAll(/"([^"]*)"/g)].map(([, text]) => text.split('|')[0]));
const whole = new Set(sentences.map(([id]) => id).filter((id) => !SLOT.test(id) && id.includes(' ') && !english.has(id) && !typed.has(id)));
// What heads a cell on a phone is the page's own, however short.
const heads = new Set(sentences.map(([id]) => id).filter((id) => !english.has(id)));
const headsOf = (html) => [...html.matchAll(/ data-label="([^"]+)"/g)].map(([, text]) => plain(text).trim());
const patterned = sentences.map(([id]) => id)
  .filter((id) => id.search(SLOT) >= 0 && id.replace(SLOT, '').replace(/[^A-Za-z ]/g, '').trim().split(' ').length >= 3)
  .map((id) => new RegExp(`^${id.split(SLOT).map(escape).join('.*')}$`));

const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
/** What people read on a page: text between tags and in attributes, without what is said to be Indonesian. */
function readTexts(html) {
  const shown = html.replace(/<(\w+)[^>]* lang="id"[^>]*>[^]*?<\/\1>/g, '').replace(/<textarea[^]*?<\/textarea>/g, '');
  return [...shown.matchAll(/>([^<>]+)</g), ...shown.matchAll(/ (?:title|alt|placeholder|aria-label)="([^"]+)"/g)]
    .map(([, text]) => plain(text).replace(/\s+/g, ' ').trim()).filter((text) => /[a-z]{2}/.test(text));
}

// What a regulation is called before its number, as base/cite.def has it.
const LAWS = [...source('base/cite.def').matchAll(/^LAW\("([^"]+)"\)/gm)].map(([, name]) => name);
const cited = new RegExp(`\\b(?:${LAWS.join('|')}) \\d+`);
const ANSWER = '/kalkulator/predikat?hitung=ya&hasil=sesuai&perilaku=sesuai';
/** Regulations a page names in text between tags without saying that they are Indonesian. */
const unsaid = (html) => [...html.replace(/<(\w+)[^>]* lang="id"[^>]*>[^]*?<\/\1>|<(textarea|option|title)[^]*?<\/\2>/g, '').matchAll(/>([^<>]+)</g)]
  .map(([, text]) => plain(text).trim()).filter((text) => cited.test(text));

test('every page in English says nothing in Indonesian that has a translation', async () => {
  const left = new Map();
  let pages = 0;
  for (const role of ROLES) {
    const visitor = await new Visitor(house).signIn(house.logins[role]);
    await choose(visitor, 'en', '/');
    await crawl(visitor, { paths: new Map(), forms: new Map(), nips: new Set(), look: (route, answer) => {
      pages++;
      assert.equal(languageOf(answer), 'en', route);
      for (const text of unsaid(answer.text)) left.set(text, `${role} ${route}: without lang`);
      for (const text of headsOf(answer.text)) if (heads.has(text)) left.set(text, `${role} ${route}: data-label`);
      for (const text of readTexts(answer.text))
        if (whole.has(text) || patterned.some((pattern) => pattern.test(text))) left.set(text, `${role} ${route}`);
    } }, 2);
    const answer = await visitor.get(ANSWER);
    assert.match(answer.text, /<span lang="id">PermenPANRB 6\/2022<\/span>/);
    assert.deepEqual(unsaid(answer.text), []);
  }
  assert.ok(pages > 100, `${pages} pages`);
  assert.deepEqual([...left].map(([text, where]) => `${where}: ${text}`), []);
});
