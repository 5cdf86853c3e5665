// SPDX-License-Identifier: Apache-2.0
// Without a signal: pages that were seen open, a photo taken there arrives once, whoever signs in meanwhile, and nothing typed stays behind.
// Rooms: report account
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { launch, Person } from '#stories/browser.mjs';
import { open, Visitor } from '#stories/harness.mjs';

let house, browser, asn, page;
const spoken = [];
const PHONE = { viewport: { width: 360, height: 740 }, serviceWorkers: 'allow' };
before(async () => {
  house = await open({ people: 60 });
  browser = await launch();
  asn = await Person.arrive(browser, house, PHONE, spoken);
  ({ page } = asn);
  await signIn(house.logins.pegawai);
});
after(async () => { await browser?.close(); await house?.close(); });
afterEach(async () => { await asn?.context.setOffline(false); }); // one that fails takes no other with it

/** Signs in and waits until the worker is there and keeps the pages. */
async function signIn({ nip, sandi }) {
  await asn.signIn({ masuk: nip, sandi });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await asn.go('/beranda');
  await kept(4);
}

/** What the device holds; asked in the page, so that waiting for it is waiting for the event itself. */
const held = `window.held = {
  pages: async () => {
    const all = [];
    for (const name of await caches.keys()) if (name.startsWith('halaman')) for (const r of await (await caches.open(name)).keys()) all.push(new URL(r.url).pathname);
    return all.sort();
  },
  waiting: async () => {
    if (!(await indexedDB.databases()).some((d) => d.name === 'abdi')) return [];
    return new Promise((ok) => { const r = indexedDB.open('abdi'); r.onsuccess = () => { const q = r.result.transaction('kotak').objectStore('kotak').getAll(); q.onsuccess = () => { r.result.close(); ok(q.result.map(({ kunci, mengapa, galat }) => ({ kunci, mengapa, galat }))); }; }; });
  },
}`;
const pages = () => page.evaluate(`${held}; held.pages()`);
const waiting = () => page.evaluate(`${held}; held.waiting()`);
const become = async (ask, count) => {
  for (const end = Date.now() + 60_000; (await ask()).length !== count && Date.now() < end;) await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.equal((await ask()).length, count, JSON.stringify(await ask()));
};
const kept = (count) => become(pages, count);
const becomes = (count) => become(waiting, count);

/** A photo as a phone takes it: some 4 MB, of noise so that it does not get small by itself. */
let taken;
async function photo() {
  taken ??= Buffer.from(await page.evaluate(async ([w, h]) => {
    const c = new OffscreenCanvas(w, h), g = c.getContext('2d'), d = g.createImageData(w, h);
    let x = 7;
    for (let i = 0; i < d.data.length; i += 4) { x = Math.imul(x, 1664525) + 1013904223; const n = (x >>> 24) & 63, s = 96 + 64 * Math.sin(i / w / 60); d.data[i] = s + n; d.data[i + 1] = s; d.data[i + 2] = 255 - s - n; d.data[i + 3] = 255; }
    g.putImageData(d, 0, 0);
    const reader = new FileReader(), read = new Promise((ok) => { reader.onload = () => ok(reader.result); });
    reader.readAsDataURL(await c.convertToBlob({ type: 'image/jpeg', quality: 0.97 }));
    return (await read).split(',')[1];
  }, [3000, 2250]), 'base64');
  return taken;
}
/** The same as a phone held upright writes it: "turn me a quarter" and the place where it was taken, before the picture. */
const PLACE = 'Jayapura 2.5333 S 140.7167 E';
function turned(photo) {
  const tiff = Buffer.from('4949 2a00 08000000 0100 1201 0300 01000000 06000000 00000000'.replaceAll(' ', ''), 'hex');
  const said = Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(PLACE)]), size = Buffer.alloc(2);
  size.writeUInt16BE(said.length + 2);
  return Buffer.concat([photo.subarray(0, 2), Buffer.from([0xff, 0xe1]), size, said, photo.subarray(2)]);
}
/** Chooses it, and waits until the page has made it small. */
async function attach(name, buffer) {
  buffer ??= await photo();
  await page.setInputFiles('[name=foto]', { name, mimeType: 'image/jpeg', buffer });
  await page.waitForFunction((before) => document.querySelector('[name=foto]').files[0]?.size < before, buffer.length);
}

/** The reports of the own month whose words are these. */
async function reports(uraian) {
  const { text } = await (await new Visitor(house).signIn(house.logins.pegawai)).get('/laporan');
  return text.split('<li class="stack-s">').slice(1).filter((row) => row.includes(uraian));
}

test('a photo is made small before it goes, and travels in pieces with a bar', async () => {
  await asn.go('/lapor');
  const large = await photo();
  assert.ok(large.length > 3_500_000, `${large.length}`);
  await attach('IMG_0001.jpg');
  const small = await page.evaluate(async () => { const [f] = document.querySelector('[name=foto]').files, b = await createImageBitmap(f); return { size: f.size, width: b.width, height: b.height }; });
  assert.ok(small.size < large.length / 3, `${small.size}`);
  assert.deepEqual([small.width, small.height], [1600, 1200]);
  await page.evaluate(() => { window.bars = []; new MutationObserver(() => { const b = document.querySelector('[data-bar] progress'); if (b) window.bars.push(b.value); }).observe(document.body, { subtree: true, childList: true, attributes: true }); });
  const sent = [];
  page.on('request', (r) => { if (r.url().includes('/unggah/') && r.method() === 'POST') sent.push(r.url()); });
  await asn.choose('sasaran', 'tambahan');
  await asn.fill({ uraian: 'Memeriksa loket dengan foto' });
  await asn.press('Kirim laporan');
  await asn.sees('Tanda terima', 'Memeriksa loket dengan foto');
  assert.ok(sent.length > 1, `in ${sent.length} pieces`);
  assert.equal((await reports('Memeriksa loket dengan foto')).length, 1);
  await becomes(0);
});

test('a photo that was made small stands as it was seen, and no longer says where it was taken', async () => {
  await asn.go('/lapor');
  const large = turned(await photo());
  assert.ok(large.includes(PLACE));
  await attach('tegak.jpg', large);
  const small = await page.evaluate(async () => {
    const [f] = document.querySelector('[name=foto]').files, b = await createImageBitmap(f, { imageOrientation: 'none' });
    return { width: b.width, height: b.height, text: new TextDecoder('latin1').decode(await f.arrayBuffer()) };
  });
  assert.deepEqual([small.width, small.height], [1200, 1600], 'upright in itself, whoever shows it');
  assert.ok(!small.text.includes(PLACE) && !small.text.includes('Exif'));
  await asn.choose('sasaran', 'tambahan');
  await asn.fill({ uraian: 'Foto tegak' });
  await asn.press('Kirim laporan');
  const [, path] = /href="(\/bukti\/[^"]+)"/.exec(await page.content()) ?? [];
  const kept = await asn.take(path, '\xff\xd8');
  assert.ok(!kept.bytes.includes(PLACE));
});

test('Beranda, Lapor and Laporan saya open without a signal, and say from when they are', async () => {
  await asn.context.setOffline(true);
  for (const path of ['/beranda', '/lapor', '/laporan', '/kirim']) {
    await page.goto(house.base + path);
    await asn.sees('Salinan di perangkat ini, terlihat terakhir pukul');
  }
  await page.goto(`${house.base}/skp`);
  await asn.sees('Tidak ada sinyal', 'Antrean kirim');
  await asn.context.setOffline(false);
});

test('a report with a photo written there arrives once, also when its answer was lost', async () => {
  const uraian = 'Ditulis dalam mode pesawat';
  await asn.context.setOffline(true);
  await page.goto(`${house.base}/lapor`);
  await attach('pesawat.jpg');
  await asn.choose('sasaran', 'tambahan');
  await asn.fill({ uraian });
  await page.getByRole('button', { name: 'Kirim laporan' }).click();
  await page.locator('[data-outbox]', { hasText: '1 laporan menunggu sinyal' }).waitFor();
  await becomes(1);
  await page.goto(`${house.base}/kirim`);
  await page.locator('[data-kotak]', { hasText: uraian }).waitFor(); // drawn by the script, after the page is there
  await asn.sees(uraian, 'pesawat.jpg', 'kB', 'Menunggu sinyal');
  // the server does it, and its answer never comes
  let tries = 0;
  await asn.context.route('**/lapor', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    tries++;
    if (tries > 1) return route.continue();
    await route.fetch({ maxRedirects: 0 });
    await route.abort('connectionreset');
  });
  await asn.context.setOffline(false);
  await becomes(0);
  await asn.context.unroute('**/lapor');
  assert.equal(tries, 2);
  const found = await reports(uraian);
  assert.equal(found.length, 1);
  assert.match(found[0], /pesawat\.jpg/);
});

test('what waits goes by itself when there is a signal again, with no page open, and once', async () => {
  const uraian = 'Dikirim oleh peramban sendiri', devtools = await asn.context.newCDPSession(page);
  const registered = new Promise((ok) => devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [one] }) => one && ok(one.registrationId)));
  await devtools.send('ServiceWorker.enable');
  await asn.go('/lapor');
  const registrationId = await registered;
  await asn.context.setOffline(true);
  await asn.choose('sasaran', 'tambahan');
  await asn.fill({ uraian });
  // this browser's own background network is off: what the page asks of it is noted, and done below in its place
  await page.evaluate(() => { window.asked = []; SyncManager.prototype.register = async (tag) => { window.asked.push(tag); }; });
  await page.getByRole('button', { name: 'Kirim laporan' }).click();
  await becomes(1);
  await page.waitForFunction(() => window.asked.includes('kotak'));
  await page.goto('about:blank');
  await asn.context.setOffline(false);
  await devtools.send('ServiceWorker.dispatchSyncEvent', { origin: house.base, registrationId, tag: 'kotak', lastChance: false });
  for (const end = Date.now() + 60_000; !(await reports(uraian)).length && Date.now() < end;);
  assert.equal((await reports(uraian)).length, 1);
  await asn.go('/beranda');
  await becomes(0);
  assert.equal((await reports(uraian)).length, 1);
});

test('a line that breaks in the middle of a photo goes on where it broke', async () => {
  const uraian = 'Putus di tengah foto';
  await asn.go('/lapor');
  await attach('putus.jpg');
  await asn.choose('sasaran', 'tambahan');
  await asn.fill({ uraian });
  const pieces = [];
  await asn.context.route('**/unggah/**', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    pieces.push(Number(route.request().headers()['upload-offset']));
    return pieces.length === 2 ? route.abort('connectionreset') : route.continue();
  });
  await page.getByRole('button', { name: 'Kirim laporan' }).click();
  await page.locator('[data-outbox]', { hasText: 'menunggu sinyal' }).waitFor().catch(() => {});
  await becomes(0);
  await asn.context.unroute('**/unggah/**');
  assert.equal(pieces.filter((at) => at === 0).length, 1, `the first piece went once: ${pieces}`);
  assert.equal((await reports(uraian)).length, 1);
});

test('what waits goes as its own person only, after they have signed in again', async () => {
  const uraian = 'Menunggu pemiliknya masuk', { pegawai, pejabat_penilai: other } = house.logins;
  await asn.go('/lapor');
  await asn.context.setOffline(true);
  await asn.choose('sasaran', 'tambahan');
  await asn.fill({ uraian });
  await page.getByRole('button', { name: 'Kirim laporan' }).click();
  await becomes(1);
  await asn.context.clearCookies(); // the session has ended meanwhile
  await asn.context.setOffline(false);
  await page.goto(`${house.base}/kirim`);
  await becomes(1);
  await kept(0); // no page of theirs stays for whoever comes next
  await asn.signIn({ masuk: other.nip, sandi: other.sandi });
  await asn.go('/lapor');
  await asn.go('/kirim');
  await page.locator('[data-kotak]', { hasText: 'Tidak ada yang menunggu' }).waitFor();
  await becomes(1);
  assert.equal((await reports(uraian)).length, 0);
  await asn.context.clearCookies();
  await signIn(pegawai);
  await becomes(0);
  assert.equal((await reports(uraian)).length, 1);
});

test('what the outbox sends hears of its receipt itself, and no page opened meanwhile takes it', async () => {
  const me = await new Visitor(house).signIn(house.logins.pegawai), kunci = randomUUID(), fields = { kunci, sasaran: 'tambahan', uraian: 'Dikirim dari antrean', tanggal: '2026-11-25' };
  await me.get('/lapor');
  for (const time of ['first', 'again']) {
    const answer = await me.post('/lapor', fields, { 'X-Antrean': '1' });
    assert.deepEqual([answer.status, answer.headers.get('abdi-outcome'), answer.text], [204, 'kept', ''], time);
    assert.equal(answer.headers.get('set-cookie'), null, 'neither receipt nor note is left for another page');
  }
  assert.equal((await reports('Dikirim dari antrean')).length, 1);
  const refused = await me.post('/lapor', { ...fields, kunci: randomUUID(), uraian: '' }, { 'X-Antrean': '1' });
  assert.deepEqual([refused.status, refused.headers.get('abdi-outcome')], [422, null]);
  const form = await me.post('/lapor', { ...fields, kunci: randomUUID(), uraian: 'Dikirim dari halaman' });
  assert.equal(form.status, 303);
  assert.match(form.headers.get('set-cookie'), /abdi-terima=/);
});

test('pages are kept also where the first one opened had something to tell once', async () => {
  await page.evaluate(async () => { for (const name of await caches.keys()) if (name.startsWith('halaman')) await caches.delete(name); });
  await asn.context.addCookies([{ name: 'abdi-catatan', value: 'Tersimpan', url: house.base }, { name: 'abdi-terima', value: randomUUID(), url: house.base }]);
  await asn.go('/beranda');
  await asn.sees('Tersimpan');
  await kept(4);
  await asn.context.setOffline(true);
  await page.goto(`${house.base}/beranda`);
  await asn.sees('Salinan di perangkat ini');
  assert.doesNotMatch(await asn.text(), /Tersimpan/, 'what is told once is not told again by the copy');
});

test('signing out hands over what was typed, leaves nothing readable, and the next sign-in brings it back', async () => {
  await asn.go('/lapor');
  await asn.choose('sasaran', 'tambahan');
  await asn.fill({ uraian: 'Rahasia belum terkirim' });
  await page.waitForFunction(() => Object.values(localStorage).some((v) => v.includes('Rahasia belum terkirim')));
  await asn.go('/lainnya');
  await Promise.all([page.waitForURL('**/masuk'), page.getByRole('button', { name: 'Keluar' }).click()]);
  const left = await page.evaluate(async () => {
    const pieces = [JSON.stringify(localStorage)];
    for (const name of await caches.keys()) for (const r of await (await caches.open(name)).matchAll()) pieces.push(await r.text());
    return pieces.join('\n');
  });
  assert.doesNotMatch(left, /Rahasia belum terkirim/);
  assert.deepEqual(await waiting(), []);
  assert.deepEqual(await pages(), []);
  await signIn(house.logins.pegawai);
  await page.waitForFunction(() => Object.values(localStorage).some((v) => v.includes('Rahasia belum terkirim')));
  await asn.go('/lapor');
  assert.equal(await page.locator('main [name=uraian]').inputValue(), 'Rahasia belum terkirim');
  await page.evaluate(() => localStorage.clear());
});

test('a piece is refused without a session, without a token and beyond its bounds, and is its own person\'s', async () => {
  const me = await new Visitor(house).signIn(house.logins.pegawai), id = randomUUID(), span = (from, size) => ({ 'Upload-Offset': String(from), 'Upload-Length': String(size) });
  const put = (at, body, headers = {}) => fetch(`${house.base}/unggah/${id}`, { method: 'POST', body, headers: { Cookie: [...me.cookies].map(([k, v]) => `${k}=${v}`).join('; '),
    Origin: house.base, 'Content-Type': 'application/octet-stream', Accept: 'application/json', 'X-CSRF': me.csrf, ...at, ...headers } });
  const full = Buffer.alloc(262144);
  assert.equal((await put(span(0, 262145), full)).status, 200);
  assert.equal((await put(span(0, 262145), full)).status, 409);
  assert.equal((await put(span(262144, 262145), randomBytes(2))).status, 413);
  assert.equal((await put(span(262144, 10485761), randomBytes(1))).status, 422);
  assert.equal((await put(span(0, 262146), Buffer.alloc(262145))).status, 413);
  assert.equal((await put(span(0, 9), 'abc', { 'X-CSRF': '' })).status, 403);
  assert.equal((await put(span(0, 9), 'abc', { Cookie: '' })).status, 401);
  const other = await new Visitor(house).signIn(house.logins.pejabat_penilai);
  assert.equal((await me.get(`/unggah/${id}`)).text, '{"sampai":262144}');
  assert.equal((await other.get(`/unggah/${id}`)).text, '{"sampai":0}', 'nobody sees that another has it');
});

test('a draft is taken as the form of a report would be, and may lack what is not written yet', async () => {
  const me = await new Visitor(house).signIn(house.logins.pegawai), blank = { sasaran: '', uraian: '', jumlah: '', tanggal: '', tautan: '' };
  const send = async (fields) => (await me.post('/lapor/draf', { ...blank, ...fields })).status;
  await me.get('/lapor');
  for (const fields of [{}, { sasaran: 'tambahan' }, { uraian: 'ä'.repeat(600) }, { jumlah: '2,5' }, { tanggal: '2026-11-24' }, { tautan: 'https://kota.go.id' }])
    assert.equal(await send(fields), 200, JSON.stringify(fields));
  assert.equal(await send({ uraian: 'yang terakhir utuh' }), 200);
  for (const fields of [{ sasaran: randomUUID() }, { sasaran: 'lain' }, { uraian: 'ä'.repeat(601) }, { jumlah: 'banyak' }, { jumlah: '1000000001' },
    { tanggal: '2026-02-30' }, { tautan: 'javascript:alert(1)' }, { tautan: `https://${'a'.repeat(493)}` }])
    assert.equal(await send(fields), 422, JSON.stringify(fields).slice(0, 80));
  assert.match((await me.get('/lapor')).text, /yang terakhir utuh/, 'what was kept before is still there');
});

test('the pages said nothing to the console but what was asked of them', () => {
  assert.deepEqual(spoken.filter((line) => !/status of (409|401|403)|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET|ERR_FAILED/.test(line)), []);
});
