// SPDX-License-Identifier: Apache-2.0
// Rooms: muka kontak masalah
// Somebody from the public: comes to an agency, finds an office, tells of a page that does not work; an administrator
// reads it, and it is gone on the day the form promised. On a phone without script, and at a desk.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, launch, Person, PHONE } from '#stories/browser.mjs';
import { open, readLogins, Visitor } from '#stories/harness.mjs';
import { SLUG } from '#stories/walk.mjs';

const HOME = `/w/${SLUG}`, LAIN = 'kab-lain';
const WORDS = 'Tombol kirim di halaman kalkulator tidak menjawab';

let house, browser, stranger;
before(async () => {
  house = await open({ people: 60 });
  const made = house.run('demo', '--pegawai', '40', '--kode', 'KAB-LAIN', '--nama', 'Pemerintah Kabupaten Lain', '--zona', 'WIB');
  assert.equal(made.code, 0, made.err);
  stranger = await new Visitor(house).signIn(readLogins(made.out).admin_kepegawaian);
  const writer = await admin();
  const [, root] = /href="(\/kontak\/[^"]+)"/.exec((await writer.get('/kontak?cari=pemerintah')).text);
  const told = await writer.post(root, { version: '0', alamat: 'Jalan Contoh 1', telepon: '(0967) 531000', email: 'kota@contoh.go.id',
    jam_kerja: '08.00-15.30', jam_jumat: '08.00-11.30', jam_sabtu: '', jam_minggu: '' });
  assert.equal(told.status, 303, told.text.slice(0, 2000));
  browser = await launch();
});
after(async () => { await browser?.close(); await house?.close(); });

const admin = () => new Visitor(house).signIn(house.logins.admin_kepegawaian);
const spoken = [];


for (const [size, how] of [['hp', PHONE], ['sempit', { ...PHONE, viewport: { width: 320, height: 640 } }], ['pc', DESK]])
  test(`a visitor finds an office and tells of a problem, ${size}`, async () => {
    const person = await Person.arrive(browser, house, how, spoken);
    const { page } = person;
    await person.go(HOME);
    assert.match(await page.locator('h1').innerText(), /Ada yang bisa kami bantu/);
    await person.looksRight(`muka-${size}`);
    await page.locator('input[name=cari]').fill('kesehatan');
    await page.locator('form[role=search] button').click();
    await page.waitForURL('**/kantor?cari=kesehatan');
    await person.looksRight(`unit-cari-${size}`);
    await page.locator('.ls li a').first().click();
    await page.waitForURL(/\/kantor\/[0-9a-f-]{36}$/);
    assert.match(await page.locator('h1').innerText(), /Kesehatan/);
    await person.looksRight(`unit-${size}`);
    await page.getByRole('link', { name: 'Halaman ini bermasalah?' }).click();
    await page.waitForURL('**/masalah?halaman=*');
    assert.equal(await page.locator('[name=halaman]').inputValue(), '/kantor/…');
    const promise = await page.locator('.note').innerText();
    assert.match(promise, /Dipakai untuk memperbaiki halaman yang bermasalah\. Dihapus pada 23 Februari 2027/);
    await person.looksRight(`masalah-${size}`);
    await page.getByRole('button', { name: 'Kirim' }).click();
    await page.locator('.errsum').waitFor();
    await person.looksRight(`masalah-salah-${size}`);
    await page.locator('label:has(input[name=jenis][value=rusak])').click();
    await page.locator('[name=uraian]').fill(`${WORDS}, ${size}`);
    await page.getByRole('button', { name: 'Kirim' }).click();
    await page.locator('.note.ok').waitFor();
    assert.match(await page.locator('.note.ok').innerText(), /Terima kasih/);
    assert.equal(new URL(page.url()).pathname, HOME);
    await person.looksRight(`terima-kasih-${size}`);
    await person.context.close();
    assert.deepEqual(spoken, []);
  });

test('no word of it stands in the log, and no page of it asks for a script, a font or another host', async () => {
  assert.ok(!house.log.includes('Tombol kirim'));
  for (const path of [HOME, `${HOME}/kantor`, `${HOME}/masalah`]) {
    const { text } = await new Visitor(house).get(path);
    assert.ok(!/<script|woff2|https?:\/\//.test(text), path);
  }
});

test('administrators of that agency read it and mark it; nobody else does', async () => {
  const reader = await admin();
  const list = await reader.get('/masukan');
  assert.equal((list.text.match(new RegExp(WORDS, 'g')) ?? []).length, 3);
  assert.ok(!(await stranger.get('/masukan')).text.includes(WORDS));
  assert.equal((await (await new Visitor(house).signIn(house.logins.auditor)).get('/masukan')).status, 403);
  const action = /action="(\/masukan\/[^"]+)"/.exec(list.text)[1];
  assert.equal((await stranger.post(action, {})).status, 404);
  assert.equal((await reader.post(action, {})).status, 303);
  assert.match((await reader.get('/masukan')).text, /Menunggu \(2\)/);
  assert.match((await reader.get('/masukan?tampil=selesai')).text, new RegExp(WORDS));
  assert.ok(!(await reader.get('/jejak')).text.includes(WORDS));
});

test('an office of one agency is not found at another', async () => {
  const [, unit] = /href="\/w\/kab-lain\/kantor\/([^"]+)"/.exec((await new Visitor(house).get(`/w/${LAIN}`)).text);
  assert.equal((await new Visitor(house).get(`/w/${LAIN}/kantor/${unit}`)).status, 200);
  assert.equal((await new Visitor(house).get(`${HOME}/kantor/${unit}`)).status, 404);
  assert.equal((await new Visitor(house).get('/w/tidak-ada')).status, 404);
});

test('what an administrator says of an office stands on its page', async () => {
  const writer = await admin();
  const [, action] = /href="(\/kontak\/[^"]+)"/.exec((await writer.get('/kontak?cari=pendidikan')).text);
  const form = await writer.get(action);
  const fields = { version: /name="version" value="(\d+)"/.exec(form.text)[1], alamat: 'Jalan Contoh 7', telepon: '+62 967 531234',
    email: 'layanan@contoh.go.id', jam_kerja: '08.00-15.00', jam_jumat: '8-11.30', jam_sabtu: '', jam_minggu: '' };
  assert.equal((await writer.post(action, { ...fields, jam_jumat: 'pagi' })).status, 422);
  assert.equal((await writer.post(action, fields)).status, 303);
  assert.equal((await writer.post(action, { ...fields, alamat: 'Jalan Lain' })).status, 409);
  const { text } = await new Visitor(house).get(`${HOME}/kantor/${action.split('/').pop()}`);
  for (const said of ['Jalan Contoh 7', 'href="tel:0967531234"', 'href="mailto:layanan@contoh.go.id"', '08.00–11.30', 'Buka sekarang, sampai 15.00 WIT'])
    assert.ok(text.includes(said), said);
});

test('a page of staff leads to the form too, and names nobody', async () => {
  const { text } = await (await new Visitor(house).signIn(house.logins.pegawai)).get('/penilaian');
  assert.match(text, new RegExp(`href="${HOME}/masalah\\?halaman=%2Fpenilaian"`));
});

test('ninety days later the words are gone, from the list and from the database', async () => {
  await house.kill('SIGTERM');
  house.env.ABDI_SOMEDAY = String(Number(house.env.ABDI_SOMEDAY) + 91 * 86400);
  await house.start(); // the caretaker begins its round at once
  const reader = await admin();
  for (let left = 200; left > 0 && (await reader.get('/masukan?tampil=selesai')).text.includes(WORDS); left--);
  for (const list of ['/masukan', '/masukan?tampil=selesai']) assert.ok(!(await reader.get(list)).text.includes(WORDS));
  assert.match((await reader.get('/jejak')).text, /Menghapus masukan yang sampai harinya/);
});
