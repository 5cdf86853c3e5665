// SPDX-License-Identifier: Apache-2.0
// Rooms: every
// Any form of the staff x each answer that is no success: what was typed is there again. The forms are those that a walk through the
// pages of every role finds; with script the device keeps it, without script the page of the answer does.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { come, launch } from './browser.mjs';
import { open, Visitor } from './harness.mjs';
import { crawl, ROLES, routeOf } from './walk.mjs';

const PEOPLE = ['penyusun', ...ROLES]; // the first has a plan to write

let house, browser;
before(async () => { house = await open({ people: 60 }); browser = await launch(); });
after(async () => { await browser?.close(); await house?.close(); });

const refuse = (status) => (route) => route.fulfill({ status, contentType: 'text/html', body: `<!doctype html><title>${status}</title><p>${status}</p>` });
/** What becomes of the form that was sent; no handler: the tab was closed before. */
const ANSWERS = {
  413: refuse(413), 429: refuse(429), 500: refuse(500), 502: refuse(502), 503: refuse(503),
  'a connection that was reset': (route) => route.abort('connectionreset'),
  'a session that had ended': (route) => route.fulfill({ status: 303, headers: { Location: '/masuk?ke=%2Fberanda' } }),
  'a closed tab': null,
};

/** The forms that somebody writes into, by their route: { url, action }; each route once, whichever role meets it first. */
const WRITTEN = 'textarea, input:not([type]), input[type=text], input[type=search], input[type=url], input[type=email], input[type=tel]';
async function formsOf(page, urls, met) {
  const forms = [];
  for (const url of urls) {
    await page.goto(house.base + url);
    // one with a password is begun anew: nothing of it is kept
    const actions = await page.evaluate((written) => [...document.querySelectorAll('main form[method=post]:not([data-tanpa-draf])')]
      .filter((f) => !f.querySelector('[autocomplete$=password]'))
      .filter((f) => [...f.querySelectorAll(written)].some((e) => e.name && !e.readOnly && !e.disabled && e.type !== 'search'))
      .map((f) => new URL(f.action).pathname), WRITTEN);
    for (const action of actions) {
      const { path: route, permission } = routeOf('POST', action) ?? {};
      if (!route || permission === 'PUBLIC' || met.has(route)) continue; // pages of the public have no script
      met.add(route);
      forms.push({ url, action, route });
    }
  }
  return forms;
}

/** Writes words into all that takes words in that form, as hands do; how many fields they are. */
const write = (page, action, words) => page.evaluate(([written, path, text]) => {
  const f = [...document.querySelectorAll('main form[method=post]')].find((x) => new URL(x.action).pathname === path);
  const fields = [...f.querySelectorAll(written)].filter((e) => e.name && !e.readOnly && !e.disabled && e.type !== 'search');
  for (const e of fields) { e.value = e.maxLength > 0 ? text.slice(0, e.maxLength) : text; e.dispatchEvent(new Event('input', { bubbles: true })); }
  return fields.length;
}, [WRITTEN, action, words]);

/** In how many fields they stand again, in the form or in what waits to be sent. */
const again = (page, action, words) => page.evaluate(async ([written, path, text]) => {
  const f = [...document.querySelectorAll('main form[method=post]')].find((x) => new URL(x.action).pathname === path);
  const offer = f && f.querySelector('[data-draf] button');
  if (offer && /Pakai/.test(offer.textContent)) offer.click(); // the data has changed since: its owner decides
  const has = (e) => e.value === (e.maxLength > 0 ? text.slice(0, e.maxLength) : text);
  const found = f ? [...f.querySelectorAll(written)].filter((e) => e.name && e.type !== 'search' && has(e)).length : 0;
  if (found || !f || !('outboxForm' in f.dataset)) return found;
  return new Promise((ok) => {
    const r = indexedDB.open('abdi');
    r.onsuccess = () => {
      const q = r.result.transaction('kotak').objectStore('kotak').getAll();
      q.onsuccess = () => { r.result.close(); ok(Math.max(0, ...q.result.map((it) => it.isi.filter(([, v]) => v === text).length))); };
    };
  });
}, [WRITTEN, action, words]);

const met = new Set();
for (const role of PEOPLE)
  test(`with script, ${role}: what was typed is there again after every answer`, async () => {
    const visitor = await new Visitor(house).signIn(house.logins[role]);
    const found = await crawl(visitor, { paths: new Map(), forms: new Map(), nips: new Set(), opened: new Map() }, 2);
    const context = await come(browser, house, { viewport: { width: 1280, height: 800 } });
    await context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: house.base })));
    let page = await context.newPage();
    const lost = [], forms = await formsOf(page, [...found.opened.values()], met);
    for (const { url, action, route } of forms)
      for (const [name, answer] of Object.entries(ANSWERS)) {
        const words = `Isian ${Object.keys(ANSWERS).indexOf(name) + 1}`;
        await page.goto(house.base + url);
        const count = await write(page, action, words);
        if (answer) {
          await page.route((u) => u.pathname === action, (r) => (r.request().method() === 'POST' ? answer(r) : r.continue()));
          const sent = page.waitForRequest((r) => r.method() === 'POST' && new URL(r.url()).pathname === action);
          await page.evaluate((path) => {
            const f = [...document.querySelectorAll('main form[method=post]')].find((x) => new URL(x.action).pathname === path);
            f.noValidate = true;
            f.requestSubmit();
          }, action).catch(() => {});
          await (await sent).response().catch(() => {});
          await page.waitForLoadState().catch(() => {});
        }
        await page.close({ runBeforeUnload: false });
        page = await context.newPage();
        await page.goto(house.base + url);
        const back = await again(page, action, words);
        if (back < count) lost.push(`${route} ${name}: ${back} of ${count} fields, at ${url}`);
      }
    await context.close();
    console.log(`${role}: ${forms.length} forms x ${Object.keys(ANSWERS).length} answers: ${forms.map((f) => f.route).join(' ')}`);
    assert.deepEqual(lost, []);
  });

test('the script says of what is back whether it was refused, is not certain or was never sent', async () => {
  const visitor = await new Visitor(house).signIn(house.logins.pegawai), url = '/kunci', words = 'Isian yang kembali';
  const ours = (await visitor.get(url)).text; // an answer of ours bears our script, one of a proxy does not
  const context = await come(browser, house, { viewport: { width: 1280, height: 800 } });
  await context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: house.base })));
  for (const [answer, said] of [
    [{ status: 503, body: ours }, 'belum tersimpan; sudah dikembalikan'], [{ status: 504, body: ours }, 'belum pasti tersimpan. Kirim lagi'],
    [{ status: 502, body: '<p>Bad gateway</p>' }, 'belum pasti tersimpan. Kirim lagi'], [{ status: 413, body: ours }, 'belum tersimpan; sudah dikembalikan'],
    [null, 'yang belum terkirim sudah dikembalikan']]) {
    const page = await context.newPage();
    await page.goto(house.base + url);
    await page.evaluate(() => localStorage.clear());
    await write(page, url, words);
    const kunci = await page.locator(`form[action="${url}"] [name=kunci]`).inputValue();
    if (answer) {
      await page.route((u) => u.pathname === url, (r) => (r.request().method() === 'POST' ? r.fulfill({ contentType: 'text/html', ...answer }) : r.continue()));
      await Promise.all([page.waitForNavigation(), page.evaluate((path) => { const f = document.querySelector(`form[action="${path}"]`); f.noValidate = true; f.requestSubmit(); }, url)]);
    }
    await page.close();
    const next = await context.newPage();
    await next.goto(house.base + url);
    await next.locator('[data-draf]', { hasText: said }).waitFor();
    if (answer) assert.equal(await next.locator(`form[action="${url}"] [name=kunci]`).inputValue(), kunci, 'the same key, so that it is done once');
    await next.close();
  }
  await context.close();
});

test('without script, a form sent after the session has ended comes back with all it held', async () => {
  const lost = [];
  let count = 0;
  for (const role of PEOPLE) {
    const visitor = await new Visitor(house).signIn(house.logins[role]);
    const found = await crawl(visitor, { paths: new Map(), forms: new Map(), nips: new Set(), opened: new Map(), keys: new Map() }, 2);
    await visitor.get('/beranda'); // a page of theirs, whose token tells whose form it was
    const { csrf } = visitor;
    for (const [action, fields] of found.forms) {
      const route = routeOf('POST', action);
      if (!route || route.permission === 'PUBLIC' || route.permission === 'ACCOUNT_OWN' || !fields.some(([, v]) => v === 'Isian uji')) continue;
      const late = new Visitor(house);
      const body = new URLSearchParams([['csrf', csrf], ['kunci', found.keys.get(action) ?? ''], ...fields.map(([n, v]) => [n, v === 'Isian uji' ? 'Isian <terlambat>' : v])]);
      const answer = await late.post(action, body);
      count++;
      const back = answer.text.split('Isian &lt;terlambat&gt;</textarea>').length - 1; // carried along, unseen, to be sent after the sign-in
      if (answer.status !== 401 || back < fields.filter(([, v]) => v === 'Isian uji').length) lost.push(`${role} ${action}: ${answer.status}, ${back}`);
    }
  }
  console.log(`${count} forms`);
  assert.ok(count > 10);
  assert.deepEqual(lost, []);
});
