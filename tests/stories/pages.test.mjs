// SPDX-License-Identifier: Apache-2.0
// Every page of the route table, in a real browser: no sideways scroll, no console message (the CSP test), no accessibility
// violation; phone and desk, light and dark, Indonesian and English. What each role reaches by links is opened; a page nobody comes to is a fault.
// ABDI_PICTURES=folder keeps a picture of each. ABDI_LOOK=off: one size and no look at barriers, for a run that looks at
// the program and not at the browser.
// ABDI_ROOM=room: its pages alone. The walk begins at the first page and at Beranda: a page no link leads to is a fault.
// Rooms: every
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { barriers, come, launch, LAYOUT, overflow, picture } from './browser.mjs';
import { open, Visitor } from './harness.mjs';
import { codeOf, documentTaken, pdfText, standardsBegun, voicesHeld } from './office.mjs';
import { crawl, ROUTES, SLUG } from './walk.mjs';

// What a machine asks is no page, nor what only leads to one.
const LEADS_ON = ['/healthz', '/readyz', '/.well-known/change-password', '/v', '/kabar/:kabar_id'];
const ROOM = process.env.ABDI_ROOM && `${process.env.ABDI_ROOM}_`;
const PAGES = ROUTES.filter((r) => r.method === 'GET' && !/_(file|api)$/.test(r.handler) && !LEADS_ON.includes(r.path))
  .filter((r) => !ROOM || r.handler.startsWith(ROOM)).map((r) => r.path);
// A page is looked at with the eyes of the first of these who comes to it; those below with everybody's, for they say
// something else to each.
const EYES = ['publik', 'penyusun', 'pegawai', 'pejabat_penilai', 'admin_layanan', 'petugas_layanan', 'pimpinan_unit', 'admin_kepegawaian', 'pengelola_kinerja', 'auditor'];
const FOR_EACH = ['/beranda', '/lainnya', '/skp', '/skp/:skp_id', '/skp/:skp_id/tanda-terima', '/nilai/:pegawai_id/:tahun/:nomor'];
const IS_LOOKING = process.env.ABDI_LOOK !== 'off';
const SIZES = [['hp', 360, 740], ['pc', 1280, 800]].slice(0, IS_LOOKING ? 2 : 1);

let house, empty, browser;
const addresses = {}; // role -> route -> where it was seen
const refused = {}; // role -> route -> what the walk got instead of a page
before(async () => {
  house = await open({ people: 300 });
  empty = await open({ people: 0 });
  browser = await launch();
  await standardsBegun(house);
  const thanks = await voicesHeld(house, await new Visitor(house).signIn(house.logins.admin_layanan));
  const taken = await documentTaken(house);
  const seen = new Set();
  for (const role of EYES) {
    const visitor = new Visitor(house);
    if (role !== 'publik') await visitor.signIn(house.logins[role]);
    const found = await crawl(visitor, { paths: new Map(), forms: new Map(), nips: new Set(), opened: new Map(), refused: new Map() }, 2, ['/', '/beranda']);
    refused[role] = found.refused;
    if (role === 'publik') await crawl(visitor, found, 1, [`/w/${SLUG}`, thanks, `/w/${SLUG}/kantor`, `/w/${SLUG}/cek`, `/w/${SLUG}/cek/${taken.kode}`]);
    if (role === 'admin_kepegawaian') await crawl(visitor, found, 1, [await importBegun(visitor)]);
    // /konfirmasi is where the gate leads who signed in long ago
    if (role === 'pegawai') await crawl(visitor, found, 1, [`/v/${await codeOn(visitor, found)}`, '/konfirmasi']);
    addresses[role] = PAGES.filter((route) => found.opened.has(route) && (!seen.has(route) || FOR_EACH.includes(route)))
      .map((route) => [route, house.base + found.opened.get(route)]);
    if (role === 'publik' && !ROOM) addresses.publik.push(['/', `${house.base}/`], ['/luring', `${house.base}/luring`], ['/mulai', `${empty.base}/mulai`]);
    for (const [route] of addresses[role]) seen.add(route);
  }
});
after(async () => { await Promise.all([browser?.close(), house?.close(), empty?.close()]); });

/** The code on a paper of the visitor's. */
async function codeOn(visitor, found) {
  const [paper] = found.paths.get('GET /skp/:skp_id/pdf');
  return codeOf(pdfText((await visitor.get(paper)).bytes));
}

/** A list of units with a fault, uploaded: where its preview stands. */
async function importBegun(visitor) {
  await visitor.get('/impor');
  const sheet = new FormData();
  sheet.set('csrf', visitor.csrf);
  sheet.set('berkas', new Blob(['kode,nama,kode_induk,jenis,mandiri,zona\nX1,Unit baru,TIDAK-ADA,dinas,ya,WIB\n'], { type: 'text/csv' }), 'unit.csv');
  return (await visitor.post('/impor', sheet)).location;
}

async function signIn(page, { nip, sandi }) {
  await page.goto(`${house.base}/masuk`);
  await page.fill('[name=masuk]', nip);
  await page.fill('[name=sandi]', sandi);
  await page.click('main button[type=submit], form button[type=submit]');
  await page.waitForURL('**/beranda');
}

const nameOf = (url) => new URL(url).pathname.replaceAll('/', '-');

async function speak(page, language) {
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: language }).click()]);
}

async function fits(page, name) {
  await picture(page, name);
  assert.equal(await overflow(page), 0, `${name} scrolls sideways`);
}

for (const role of EYES)
  for (const [size, width, height] of SIZES)
    test(`${role} at ${size}: pages fit, are silent and accessible`, async () => {
      if (addresses[role].length === 0) return; // of one room: it has nothing for this role
      const context = await come(browser, house, { viewport: { width, height }, isMobile: width < 700, hasTouch: width < 700 });
      const page = await context.newPage();
      let spoken = [];
      page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) spoken.push(m.text()); });
      page.on('pageerror', (e) => spoken.push(String(e)));
      if (role !== 'publik') await signIn(page, house.logins[role]);
      for (const [route, url] of addresses[role]) {
        const answer = await page.goto(url), name = nameOf(url);
        assert.ok([200, 422].includes(answer.status()), `${route} at ${url}: ${answer.status()}`); // 422: the preview of a file with faults
        await fits(page, `${role}${name}-${size}`);
        // That the answer was 422 is no message of the page's own.
        assert.deepEqual(spoken.filter((m) => answer.status() !== 422 || !/status of 422/.test(m)), [], `console messages of ${name}`);
        // All rules once, on the phone; on the desk those that hang from where things stand.
        if (IS_LOOKING) assert.deepEqual(await barriers(page, size === 'pc' ? LAYOUT : undefined), []);
        spoken = []; // what the check itself says of the page's CSP is not the page's
      }
      // Another language has other lengths; what it says is the story of languages'.
      if (IS_LOOKING) {
        await speak(page, 'English');
        for (const [, url] of addresses[role]) {
          await page.goto(url);
          await fits(page, `${role}${nameOf(url)}-${size}-en`);
        }
        await speak(page, 'Bahasa Indonesia');
      }
      await context.close();
    });

test('no page of the route table was left out', () => {
  const looked = Object.values(addresses).flat().map(([route]) => route);
  const told = (route) => `${route} ${EYES.map((role) => `${role} ${refused[role]?.get(route) ?? 'no link'}`).join(', ')}`;
  assert.deepEqual(PAGES.filter((route) => !looked.includes(route)).map(told), []);
});

test('a unit is found by a part of its name, with script and without', async () => {
  const context = await come(browser, house);
  const page = await context.newPage();
  await signIn(page, house.logins.admin_kepegawaian);
  await page.goto(`${house.base}/pegawai`);
  await page.fill('#unit', 'bidang mutasi');
  const offered = page.locator('#unit-cocok option');
  await offered.first().waitFor({ state: 'attached' });
  assert.match(await offered.first().getAttribute('value'), /^Bidang Mutasi.* \(.+\)$/);
  await page.fill('#unit', 'mutasi bid');
  await Promise.all([page.waitForURL('**/pegawai?*'), page.click('main form button')]);
  assert.match(await page.locator('main').innerText(), /Kepala Bidang Mutasi/);
  assert.match(await page.inputValue('#unit'), /^Bidang Mutasi/, 'what was chosen stays');
  const visitor = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
  const several = await visitor.get('/pegawai?cari=&unit.cari=seksi');
  assert.equal(several.status, 422, 'several fit: one is to be chosen');
  const chosen = /type="radio" name="unit" value="([^"]+)"><span class="grow">([^<]+)/.exec(several.text);
  const one = await visitor.get(`/pegawai?cari=&unit.cari=seksi&unit=${chosen[1]}`);
  assert.equal(one.status, 200);
  assert.ok(one.text.includes(`value="${chosen[2].trim()}"`), 'it is named in the field');
  await context.close();
});

test('the accessibility check can go red', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.setContent('<html><body><img src="x"><input></body></html>');
  assert.ok((await barriers(page)).length > 2);
  await page.setContent(`<html lang="id"><head><title>a</title><style>main { color: #000; background: #fff }
    @media (prefers-color-scheme: dark) { main { background: #333 } }</style></head><body><main><h1>Terbaca</h1></main></body></html>`);
  assert.deepEqual((await barriers(page)).map((line) => line.replace(/^\S+ /, '')), ['dark color-contrast: h1']);
  await context.close();
});
