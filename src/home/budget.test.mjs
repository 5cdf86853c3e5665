// SPDX-License-Identifier: Apache-2.0
// What a page costs on the wire, counted by the browser, headers and all: bytes and requests are exact, so they gate.
// Rooms: home report
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { come, launch } from '#stories/browser.mjs';
import { open, Visitor } from '#stories/harness.mjs';

const KB = 1000;
// [role, path or a link to follow from it, first load, repeat, script, requests]
const BUDGETS = [
  ['pegawai', '/beranda', null, 36 * KB, 6 * KB, 8 * KB, 8],
  ['pegawai', '/lapor', null, 36 * KB, 6 * KB, 8 * KB, 8],
  ['pejabat_penilai', '/tim/nilai', /href="(\/nilai\/[^"]+)"/, 40 * KB, 10 * KB, 8 * KB, 8],
  ['admin_kepegawaian', '/pegawai', null, 36 * KB, 6 * KB, 8 * KB, 8],
  [null, '/', null, 10 * KB, 4 * KB, 0, 5],
  [null, '/w/kota-contoh/kantor', null, 10 * KB, 4 * KB, 0, 5],
  [null, '/w/kota-contoh/masalah', null, 10 * KB, 4 * KB, 0, 5],
];

let house, browser;
before(async () => {
  house = await open({ people: 60 });
  browser = await launch();
});
after(async () => { await browser?.close(); await house?.close(); });

/** Loads the page and counts what came over the line: [{ path, type, bytes }], nothing that came from the cache. */
async function load(page, path) {
  const line = await page.context().newCDPSession(page);
  const sent = new Map();
  line.on('Network.responseReceived', ({ requestId, response, type }) => {
    const cached = response.fromDiskCache || response.fromPrefetchCache || response.fromServiceWorker;
    if (!cached) sent.set(requestId, { path: new URL(response.url).pathname, type, bytes: response.encodedDataLength });
  });
  line.on('Network.requestServedFromCache', ({ requestId }) => sent.delete(requestId));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (sent.has(requestId)) sent.get(requestId).bytes = encodedDataLength;
  });
  await line.send('Network.enable');
  await page.goto(house.base + path, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await line.detach();
  return [...sent.values()].filter((x) => !x.path.startsWith('data:') && x.bytes > 0);
}

const total = (loads) => loads.reduce((sum, x) => sum + x.bytes, 0);

async function contextOf(role) {
  const context = await come(browser, house, { viewport: { width: 360, height: 640 } });
  if (role) {
    const visitor = await new Visitor(house).signIn(house.logins[role]);
    await context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: house.base })));
    return { context, visitor };
  }
  return { context };
}

for (const [role, path, link, first, repeat, script, requests] of BUDGETS)
  test(`${link ? `a page from ${path}` : path} stays within its bytes and requests`, async () => {
    const { context, visitor } = await contextOf(role);
    const page = await context.newPage();
    const target = link ? link.exec((await visitor.get(path)).text)[1] : path;
    const cold = await load(page, target);
    const warm = await load(page, target);
    const told = cold.map((x) => `${x.path} ${x.bytes}`).join(', ');
    console.log(`# ${path}: first ${total(cold)} bytes in ${cold.length} requests, repeat ${total(warm)} bytes (${told})`);
    assert.ok(cold.some((x) => x.type === 'Document') && cold.some((x) => x.type === 'Stylesheet'), 'the count sees the page');
    assert.ok(total(cold) <= first, `first load ${total(cold)} > ${first}: ${told}`);
    assert.ok(cold.length <= requests, `${cold.length} requests > ${requests}: ${told}`);
    assert.ok(total(cold.filter((x) => x.type === 'Script')) <= script, `script: ${told}`);
    assert.ok(total(warm) <= repeat, `repeat ${total(warm)} > ${repeat}: ${warm.map((x) => `${x.path} ${x.bytes}`).join(', ')}`);
    await context.close();
  });

test('a page without an account loads no font', async () => {
  const { context } = await contextOf(null);
  const loads = await load(await context.newPage(), '/masuk');
  assert.deepEqual(loads.filter((x) => x.type === 'Font'), []);
  assert.ok(total(loads) <= 20 * KB, `${total(loads)} bytes`);
  await context.close();
});

test('built-in files are kept for good, packed per client and answered 304 by their mark', async () => {
  const page = await new Visitor(house).get('/masuk');
  const sheet = /href="(\/a\/inti\.[0-9a-f]{8}\.css)"/.exec(page.text)[1];
  const ask = (path, headers) => new Visitor(house).get(path, headers);
  const br = await ask(sheet, { 'Accept-Encoding': 'gzip, br' });
  assert.equal(br.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.equal(br.headers.get('vary'), 'Accept-Encoding');
  assert.equal(br.headers.get('content-encoding'), 'br');
  assert.equal((await ask(sheet, { 'Accept-Encoding': 'gzip' })).headers.get('content-encoding'), 'gzip');
  assert.equal((await ask(sheet, { 'Accept-Encoding': 'identity' })).headers.get('content-encoding'), null);
  const again = await ask(sheet, { 'Accept-Encoding': 'br', 'If-None-Match': br.headers.get('etag') });
  assert.equal(again.status, 304);
  const font = /url\("?(\/a\/jakarta\.[0-9a-f]{8}\.woff2)"?\)/.exec(br.text)[1];
  const packed = await ask(font, { 'Accept-Encoding': 'gzip, br' });
  assert.equal(packed.headers.get('content-encoding'), null, 'a packed font is not packed twice');
  assert.equal(packed.headers.get('content-type'), 'font/woff2');
});
