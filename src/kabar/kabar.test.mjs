// SPDX-License-Identifier: Apache-2.0
// Rooms: kabar home
// What waits for whom: bell, list and first page say the same to every role, each duty leads to a page that opens, a notice
// is read by opening it, with and without script; and one mail a day says no more than how much waits.
// Rooms: kabar
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { come, launch } from '#stories/browser.mjs';
import { open, Visitor } from '#stories/harness.mjs';

/** A mail server that takes everything: [{ to, text }], and a promise for the n-th. */
async function mailSink() {
  const mails = [], waiting = [];
  const server = createServer((socket) => {
    let rest = '', mail = null, isText = false;
    socket.write('220 sink ESMTP\r\n');
    socket.on('error', () => {});
    socket.on('data', (data) => {
      rest += data;
      for (let at; (at = rest.indexOf('\r\n')) >= 0;) {
        const line = rest.slice(0, at);
        rest = rest.slice(at + 2);
        if (isText && line !== '.') mail.text += `${line.replace(/^\.\./, '.')}\n`;
        else if (isText) {
          isText = false;
          mails.push(mail);
          waiting.filter(([n]) => n <= mails.length).forEach(([, ok]) => ok());
          socket.write('250 taken\r\n');
        } else if (/^EHLO/i.test(line)) socket.write('250-sink\r\n250 8BITMIME\r\n');
        else if (/^MAIL/i.test(line)) { mail = { to: '', text: '' }; socket.write('250 ok\r\n'); }
        else if (/^RCPT/i.test(line)) { mail.to = /<(.*)>/.exec(line)[1]; socket.write('250 ok\r\n'); }
        else if (/^DATA/i.test(line)) { isText = true; socket.write('354 go on\r\n'); }
        else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise((ok) => server.listen(0, '127.0.0.1', ok));
  return { mails, url: `smtp://127.0.0.1:${server.address().port}`, close: () => server.close(),
    arrived: (n) => new Promise((ok) => (mails.length >= n ? ok() : waiting.push([n, ok]))) };
}

let house, browser, sink;
before(async () => {
  sink = await mailSink();
  Object.assign(process.env, { ABDI_SMTP_URL: sink.url, ABDI_SMTP_FROM: 'abdi@kota.example.id' });
  house = await open({ people: 120 });
  browser = await launch();
});
after(async () => { await browser?.close(); await house?.close(); sink?.close(); });

const one = (pattern, text) => Number((pattern.exec(text) || [0, 0])[1]);
/** What a page says: of the bell, and of the duties it lists. */
function told(text) {
  const bell = /class="vh">Kabar, (\d+) menunggu, (\d+) belum dibaca/.exec(text).slice(1).map(Number);
  const duties = [...text.matchAll(/<a class="kb1" href="([^"]+)">(?:(?!<\/a>)[\s\S])*?<b>([^<]*)<\/b><br><small>([^<]*)/g)]
    .map(([, href, title, detail]) => ({ href: href.replaceAll('&amp;', '&'), title, detail })).filter(({ href }) => !href.startsWith('/kabar/'));
  return { bell, duties };
}

const roles = ['admin_kepegawaian', 'pegawai', 'pejabat_penilai', 'pengelola_kinerja', 'pimpinan_unit', 'auditor', 'penyusun'];
for (const role of roles)
  test(`${role}: bell, list and first page agree, and each duty opens`, async () => {
    const person = await new Visitor(house).signIn(house.logins[role]);
    const list = await person.get('/kabar'), home = await person.get('/beranda');
    const [at, first] = [told(list.text), told(home.text)];
    assert.deepEqual(first.duties, at.duties);
    assert.deepEqual(first.bell, at.bell);
    assert.equal(at.bell[0], at.duties.length);
    assert.equal(at.bell[1], one(/>(\d+) baru</, list.text));
    const badge = one(/class="iconbtn"[\s\S]*?<b aria-hidden="true">(\d+)</, list.text);
    assert.equal(badge, at.bell[0] + at.bell[1]);
    for (const { href, title } of at.duties) assert.equal((await person.get(href)).status, 200, `${title}: ${href}`);
  });

test('what holds others up names them, and the one record is where its duty leads', async () => {
  const person = await new Visitor(house).signIn(house.logins.pejabat_penilai);
  const { duties } = told((await person.get('/kabar')).text);
  const plan = duties.find(({ title }) => /^SKP .* menunggu persetujuan$/.test(title));
  assert.match(plan.href, /^\/skp\/[0-9a-f-]{36}\/tinjau$/);
  assert.match(plan.detail, /^Menahan /);
});

test('a notice is read by opening it, without script; nobody else can', async () => {
  const person = await new Visitor(house).signIn(house.logins.pegawai), other = await new Visitor(house).signIn(house.logins.penyusun);
  const list = await person.get('/kabar');
  const link = [...list.text.matchAll(/href="(\/kabar\/[0-9a-f-]{36})"(?:(?!<\/a>)[\s\S])*?belum dibaca/g)][0][1];
  assert.equal((await other.get(link)).status, 404);
  const opened = await person.get(link);
  assert.equal(opened.status, 303);
  assert.equal((await person.get(opened.location)).status, 200);
  assert.equal(told((await person.get('/kabar')).text).bell[1], told(list.text).bell[1] - 1);
});

test('a notice is read by a touch on a phone, and all of them by one button', async () => {
  const context = await come(browser, house, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  await page.goto(`${house.base}/masuk`);
  await page.fill('[name=masuk]', house.logins.pejabat_penilai.nip);
  await page.fill('[name=sandi]', house.logins.pejabat_penilai.sandi);
  await page.click('form button[type=submit]');
  await page.waitForURL('**/beranda');
  await page.click('.iconbtn');
  await page.waitForURL('**/kabar');
  const unread = await page.locator('.titik').count();
  assert.ok(unread > 0, 'the demonstration has something new');
  await page.locator('.kb1:has(.titik)').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/kabar'));
  await page.goto(`${house.base}/kabar`);
  assert.equal(await page.locator('.titik').count(), unread - 1);
  if (unread > 1) {
    await Promise.all([page.waitForURL('**/kabar'), page.click('text=Tandai semua sudah dibaca')]);
    assert.equal(await page.locator('.titik').count(), 0);
  }
  await context.close();
});

test('on a desk the list opens beside the bell, and Escape gives the place back', async () => {
  const context = await come(browser, house, { viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${house.base}/masuk`);
  await page.fill('[name=masuk]', house.logins.admin_kepegawaian.nip);
  await page.fill('[name=sandi]', house.logins.admin_kepegawaian.sandi);
  await page.click('form button[type=submit]');
  await page.waitForURL('**/beranda');
  await page.click('[data-bell]');
  const panel = page.locator('.panel');
  await panel.waitFor();
  assert.match(await panel.innerText(), /Menunggu Anda[\s\S]*Kabar[\s\S]*Semua kabar/);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  assert.ok(await page.locator('[data-bell]').evaluate((a) => a === document.activeElement));
  await context.close();
});

test('"Lainnya" finds a place by another word, without script, and says when there is none', async () => {
  const person = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
  const main = (text) => text.slice(text.indexOf('id="h-halaman"'));
  const found = main((await person.get('/lainnya?cari=libur')).text);
  assert.match(found, /href="\/tahun"/);
  assert.doesNotMatch(found, /href="\/impor"/);
  assert.match(main((await person.get('/lainnya?cari=tidak+begini')).text), /Tidak ada halaman untuk/);
});

test('the digest says how much waits and nothing else, once a day, and stops when told', async () => {
  await sink.arrived(1);
  for (const { text } of sink.mails) {
    const [head, body] = [text.slice(0, text.indexOf('\n\n')), text.slice(text.indexOf('\n\n') + 2)];
    assert.match(head, /^Subject: Abdi: \d+ hal menunggu Anda$/m);
    assert.match(head, /^Auto-Submitted: auto-generated$/m);
    assert.match(body, /^\d+ hal menunggu Anda, \d+ kabar belum Anda buka\.\n/);
    assert.doesNotMatch(body, /\d{18}|SKP|Triwulan/);
  }
  const admin = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
  const before = new Set(sink.mails.map(({ to }) => to)).size;
  assert.equal(before, sink.mails.length, 'nobody got two');
  const page = await admin.get('/surel');
  assert.match(page.text, /Kirim surel uji ke .…@/);
  assert.equal((await admin.post('/surel/uji', {})).status, 303);
  assert.ok(sink.mails.some(({ text }) => /Subject: Abdi: surel uji/.test(text)));
  assert.match((await admin.get('/surel')).text, /Terkirim terakhir<\/dt><dd>\s*\d+ November 2026/);
  await admin.get('/kabar');
  for (const ringkasan of [['apa'], [], [''], ['tidak', 'tidak']]) {
    const fields = [['csrf', admin.csrf], ...ringkasan.map((value) => ['ringkasan', value])];
    assert.equal((await admin.post('/kabar/ringkasan', new URLSearchParams(fields))).status, 422, `ringkasan: ${ringkasan}`);
  }
  assert.doesNotMatch((await admin.get('/kabar')).text, /Tidak dikirim ke/);
  assert.equal((await admin.post('/kabar/ringkasan', { ringkasan: 'tidak' })).status, 303);
  assert.match((await admin.get('/kabar')).text, /Tidak dikirim ke/);
});
