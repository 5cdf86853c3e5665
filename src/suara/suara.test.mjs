// SPDX-License-Identifier: Apache-2.0
// Rooms: suara
// A citizen speaks of a service on a phone without script, a desk and a screen of 320 px; the night passes; staff read what may be
// told and judge what was held back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, launch, Person, PHONE } from '#stories/browser.mjs';
import { open, Visitor } from '#stories/harness.mjs';
import { pdfText, workbookText } from '#stories/office.mjs';
import { SLUG } from '#stories/walk.mjs';

const HOME = `/w/${SLUG}`, FORM = `${HOME}/suara/akta-kelahiran`;
const LIMIT = 10 * 1024;

let house, browser;
before(async () => {
  house = await open({ people: 60 });
  browser = await launch();
});
after(async () => { await browser?.close(); await house?.close(); });

const spoken = [];
for (const [size, how] of [['hp', PHONE], ['sempit', { ...PHONE, viewport: { width: 320, height: 640 } }], ['pc', DESK]])
  test(`a citizen speaks in half a minute and is thanked, ${size}`, async () => {
    const person = await Person.arrive(browser, house, how, spoken);
    const { page } = person;
    let bytes = 0;
    page.on('response', async (answer) => { bytes += Number(answer.headers()['content-length'] ?? 0); });
    await person.go(FORM);
    await person.looksRight(`suara-${size}`);
    assert.ok(bytes < LIMIT, `${bytes} bytes with all files`);
    await person.sees('Tanpa nama.', 'memperbaiki layanan ini', '26 November 2027', 'angkanya tinggal');
    await page.locator('button[type=submit]:has-text("Kirim suara")').click(); // nothing was said
    await person.sees('Jawab satu pertanyaan saja, atau tulis satu kata.');
    await page.locator('input[name=waktu][value="1"]').check({ force: true });
    await page.locator('input[name=percaya][value="3"]').check({ force: true });
    await page.locator('textarea[name=kata]').fill('Antre lama, hubungi 081234567890');
    await page.locator('input[name=kode]').fill('ZZZZ-ZZZZ');
    await page.locator('button[type=submit]:has-text("Kirim suara")').click();
    await person.sees('Kode ini bukan kode dokumen');
    assert.equal(await page.locator('textarea[name=kata]').inputValue(), 'Antre lama, hubungi 081234567890');
    assert.ok(await page.locator('input[name=waktu][value="1"]').isChecked());
    await person.looksRight(`suara-salah-${size}`);
    await page.locator('input[name=kode]').fill('');
    await page.locator('button[type=submit]:has-text("Kirim suara")').click();
    await page.waitForURL('**/terima');
    await person.sees('Terima kasih, suara Anda tersimpan');
    await person.looksRight(`suara-terima-${size}`);
    await person.go(`${FORM}?bentuk=sembilan`);
    await person.sees('1 dari 9', 'Tentang Anda');
    await person.looksRight(`suara-9-${size}`);
    await person.go(`${HOME}/suara`);
    await person.looksRight(`suara-pilih-${size}`);
    await person.sees('Akta kelahiran');
  });

test('the form is English for who reads English', async () => {
  const visitor = new Visitor(house);
  visitor.language = 'en';
  await visitor.get('/masuk');
  await visitor.post('/bahasa', { bahasa: 'en', kembali: FORM });
  assert.match((await visitor.get(FORM)).text, /How was our service\?.*No name\./s);
});

test('no line of the log and no page of staff holds what was said before the night', async () => {
  const admin = await new Visitor(house).signIn(house.logins.admin_layanan);
  const page = await admin.get('/suara/layanan/akta-kelahiran');
  assert.equal(page.status, 200, page.text);
  assert.doesNotMatch(page.text, /Antre lama|081234567890/);
  assert.doesNotMatch(house.log, /Antre lama|081234567890/);
});

test('staff read the list, type a sheet of paper and keep a theme', async () => {
  const admin = await Person.arrive(browser, house, DESK, spoken);
  await admin.signIn({ masuk: house.logins.admin_layanan.nip ?? house.logins.admin_layanan.masuk, sandi: house.logins.admin_layanan.sandi });
  const { page } = admin;
  await admin.go('/suara');
  await admin.sees('Suara warga', 'Akta kelahiran');
  await admin.looksRight('suara-daftar-pc');
  await admin.go('/suara/layanan/akta-kelahiran');
  await admin.looksRight('suara-satu-pc');
  await admin.go('/suara/layanan/akta-kematian/kertas');
  await admin.looksRight('suara-kertas-pc');
  await page.locator('input[name=waktu][value="4"]').check();
  await page.locator('button:has-text("Simpan lembar ini")').click();
  await admin.sees('Suara dari kertas tersimpan');
  await admin.go('/suara/tema');
  await admin.looksRight('suara-tema-pc');
});

test('many from one place wait for a person, who lets them count once the month is over', async () => {
  const citizen = new Visitor(house);
  for (let n = 0; n < 6; n++) {
    const form = await citizen.get(`${HOME}/suara/akta-kematian`);
    citizen.csrf = /name="csrf" value="([^"]+)"/.exec(form.text)[1];
    const sent = await citizen.post(`${HOME}/suara/akta-kematian`, { bentuk: 'tiga', cara: 'kios', waktu: '1', perilaku: String(1 + n % 4), persyaratan: '3', percaya: '2',
      kata: `Antre lama sekali, nomor ${n}`, kunci: `0193f2ab-7c1e-7d00-9a55-5e0c2f7be10${n}` });
    assert.equal(sent.status, 303, sent.text);
  }
  await house.kill('SIGTERM');
  house.env.ABDI_SOMEDAY = String(Math.round((Date.parse('2026-12-02T10:00:00+09:00') - Date.now()) / 1000));
  await house.start();
  const head = await Person.arrive(browser, house, DESK, spoken);
  await head.signIn({ masuk: house.logins.admin_layanan.nip, sandi: house.logins.admin_layanan.sandi });
  for (let tries = 0; tries < 100; tries++) { // the caretaker lays the month at its start
    await head.go('/suara');
    if (await head.page.locator('text=Menunggu diperiksa').count()) break;
  }
  await head.sees('Menunggu diperiksa', '6 suara');
  await head.looksRight('suara-menunggu-pc');
  await head.go('/beranda');
  await head.sees('2 kelompok suara menunggu diperiksa'); // with those who spoke of births before, from the same place
  await head.go('/suara');
  await head.page.locator('a:has-text("Akta kematian")').first().click();
  await head.sees('Banyak dari satu tempat dalam sehari');
  await head.looksRight('suara-tahan-pc');
  await head.page.locator('button:has-text("Hitung suara ini")').click();
  await head.sees('Tulis alasannya');
  await head.page.locator('textarea[name=alasan]').fill('Enam warga di layar kantor, disaksikan petugas.');
  await head.page.locator('button:has-text("Hitung suara ini")').click();
  await head.sees('Suara itu dihitung sejak sekarang');
  await head.go('/suara/layanan/akta-kematian');
  await head.sees('November 2026', 'Mutu D', 'Waktu pelayanan', 'Antre lama sekali', 'bukan sampel acak');
  await head.looksRight('suara-angka-pc');
  const reader = await new Visitor(house).signIn(house.logins.admin_layanan);
  assert.match(pdfText((await reader.get('/suara/layanan/akta-kematian/laporan.pdf')).bytes), /mutu D.*Waktu Penyelesaian/s);
});

test('who may not read voices reads none', async () => {
  const stranger = await new Visitor(house).signIn(house.logins.pegawai);
  for (const path of ['/suara', '/suara/tema', '/suara/kertas', '/suara/layanan/akta-kelahiran', '/suara/layanan/akta-kelahiran/laporan.pdf'])
    assert.equal((await stranger.get(path)).status, 403, path);
});

test('a report on paper and a sheet say that there are not enough voices yet', async () => {
  const admin = await new Visitor(house).signIn(house.logins.admin_layanan);
  const pdf = await admin.get('/suara/layanan/akta-kelahiran/laporan.pdf?periode=202611');
  assert.match(pdfText(pdf.bytes), /Belum cukup suara/);
  const sheet = await admin.get('/suara/layanan/akta-kelahiran/laporan.xlsx?periode=202611');
  assert.match(workbookText(sheet.bytes), /Belum cukup suara/);
});
