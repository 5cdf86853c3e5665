// SPDX-License-Identifier: Apache-2.0
// Rooms: berkas kontak layanan kabar
// A counter types a document in with keys alone; another one becomes late: its citizen reads so, and why, before asking, and who
// works there reads it first. On a phone without script, and at a desk.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import { DESK, launch, overflow, Person, PHONE } from '#stories/browser.mjs';
import { makeApiKey, open, Visitor } from '#stories/harness.mjs';
import { SLUG } from '#stories/walk.mjs';

const NIK = '9171044506940003', NAME = 'Marice Yoku', NUMBER = '081234567890';
const spoken = [];
let house, browser, officer;

/** The catalogue as its own pages would have left it: two services of the officer's unit, a working day and three letters. */
function sql(text) {
  const done = house.env.ABDI_DB.startsWith('sqlite:')
    ? spawnSync('python3', ['-c', 'import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.executescript(sys.argv[2]); d.commit(); d.close()',
      house.env.ABDI_DB.slice(7), text], { encoding: 'utf8' })
    : spawnSync('psql', [house.env.ABDI_DB, '-v', 'ON_ERROR_STOP=1', '-qc', `SET abdi.instansi = '${officer.cookies.get('abdi').slice(0, 32)}'; ${text}`], { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
}
const EMPTY = "'', '', '', '', '', '', '', '', '', '', '', '', '', '', '', ''";
const catalogue = (nip) => [['uji-akta', 'Akta kelahiran', 1], ['uji-kartu', 'Kartu Keluarga', 2]].map(([slug, nama, days]) => `
INSERT INTO layanan (instansi_id, layanan_id, unit_id, slug, nama, ringkas, nama_en, ringkas_en, kelompok, suara_bentuk)
  SELECT p.instansi_id, ${days === 1 ? 'p.unit_id' : 'p.pegawai_id'}, p.unit_id, '${slug}', '${nama}', '', '', '', 'keluarga', 'tiga' FROM pegawai p WHERE p.nip = '${nip}';
INSERT INTO layanan_standar (instansi_id, layanan_id, nomor, status, berlaku_sejak, janji_jumlah, janji_satuan, biaya, produk, prosedur, pengaduan,
  dasar_hukum, sarana, kompetensi, pengawasan, pelaksana, jaminan_layanan, jaminan_aman, evaluasi, kompensasi, forum_hadir, forum_pokok, forum_jawaban)
  SELECT instansi_id, layanan_id, 1, 'ditetapkan', '2026-01-01', ${days}, 'hari_kerja', ${EMPTY} FROM layanan WHERE slug = '${slug}';
INSERT INTO layanan_syarat (instansi_id, layanan_id, nomor, urut, nama, keterangan, is_wajib)
  SELECT instansi_id, layanan_id, 1, k.n, k.nama, '', CASE WHEN k.n < 5 THEN 1 ELSE 0 END FROM layanan, (SELECT 1 AS n, 'Surat lahir' AS nama UNION
  SELECT 2, 'Buku nikah' UNION SELECT 3, 'KK asli' UNION SELECT 4, 'KTP-el orang tua' UNION SELECT 5, 'Dua saksi') k WHERE slug = '${slug}';
INSERT INTO layanan_langkah (instansi_id, layanan_id, nomor, urut, nama)
  SELECT instansi_id, layanan_id, 1, k.n, k.nama FROM layanan, (SELECT 1 AS n, 'Data diperiksa' AS nama UNION
  SELECT 2, 'Ditandatangani' UNION SELECT 3, 'Dicetak' UNION SELECT 4, 'Siap diambil') k WHERE slug = '${slug}';`).join('');

before(async () => {
  house = await open({ people: 60 });
  officer = await new Visitor(house).signIn(house.logins.pimpinan_unit);
  sql('UPDATE layanan SET is_aktif = 0;' + catalogue(house.logins.pimpinan_unit.nip));
  browser = await launch();
});
after(async () => { await browser?.close(); await house?.close(); });

async function come(how, login) {
  const person = await Person.arrive(browser, house, how, spoken);
  if (login) await person.signIn({ masuk: login.nip, sandi: login.sandi });
  return person;
}
/** Moves the house to another moment. */
async function later(at) {
  await house.kill('SIGTERM');
  house.env.ABDI_SOMEDAY = String(Math.round((Date.parse(at) - Date.now()) / 1000));
  await house.start();
}
async function takeIn(fields = {}) {
  const { text } = await officer.get('/berkas');
  const layanan = /<option value="([^"]+)"[^>]*>Akta kelahiran/.exec(text)[1];
  const made = await officer.post('/berkas', { layanan, untuk: layanan, nama: NAME, nik: '', kontak: '', ada_1: 'ya', ada_2: 'ya', ada_3: 'ya', ada_4: 'ya', ...fields });
  assert.equal(made.status, 303, made.text.slice(0, 3000));
  const url = made.location.replace('/tanda?baru=ya', '');
  const kode = /<h1[^>]*>([2-9A-Z]{4}-[2-9A-Z]{4})</.exec((await officer.get(url)).text)[1];
  return { url, kode };
}
const act = async (url, fields) => officer.post(url, { version: /name="version" value="(\d+)"/.exec((await officer.get(url)).text)[1], ...fields });

test('a document is typed in with keys alone, its receipt is next, and the first field has the focus again', async () => {
  const person = await come(DESK, house.logins.pimpinan_unit);
  const { page } = person;
  await page.addInitScript(() => { window.print = () => { window.printed = true; }; });
  await person.go('/berkas#layanan');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'layanan');
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  await press('Tab');
  await page.keyboard.type(NAME);
  await press('Tab');
  await page.keyboard.type('9171 0445 0694 0003');
  await press('Tab');
  const wire = await person.context.newCDPSession(page); // which tells the letter behind Alt, as a keyboard does
  const alt = (n) => wire.send('Input.dispatchKeyEvent', { type: 'keyDown', modifiers: 1, key: `${n}`, code: `Digit${n}`, windowsVirtualKeyCode: 48 + n, unmodifiedText: `${n}` });
  for (const n of [1, 2, 3]) await alt(n);
  assert.deepEqual(await page.locator('.syarat input').evaluateAll((all) => all.map((box) => box.checked)), [true, true, true, false, false]);
  assert.ok(await page.locator('.kurang').isVisible());
  await alt(4);
  assert.ok(!await page.locator('.kurang').isVisible());
  await person.looksRight('berkas-terima-pc');
  await Promise.all([page.waitForURL(/\/tanda\?baru=ya$/), press('Control+Enter')]);
  await person.sees(/Selesai paling lambat/, /Kamis, 26 November/);
  assert.ok(!(await person.text()).includes('Marice'));
  await page.waitForFunction(() => window.printed);
  await person.looksRight('berkas-tanda-pc');
  await page.emulateMedia({ media: 'print' });
  for (const roll of [219, 302]) { // 58 and 80 mm
    await page.setViewportSize({ width: roll, height: 600 });
    assert.equal(await overflow(page), 0, `a receipt of ${roll} px`);
    assert.ok(!await page.locator('.top').isVisible() && await page.locator('.tanda .qr').isVisible());
    if (process.env.ABDI_PICTURES) await page.screenshot({ path: `${process.env.ABDI_PICTURES}/berkas-tanda-${roll}.png`, fullPage: true });
  }
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(DESK.viewport);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await Promise.all([page.waitForURL(/#layanan$/), press('Enter')]);
  assert.equal(await page.evaluate(() => document.activeElement.name), 'layanan');
  // another service brings its own ticks when one leaves the choice, and nothing typed is lost
  await press('k');
  await Promise.all([page.waitForNavigation(), press('Tab')]);
  await person.sees(/Terima berkas/);
  assert.equal(await page.locator('[name=layanan] option:checked').innerText(), 'Kartu Keluarga');
  await person.context.close();
  assert.deepEqual(spoken, []);
});

test('what was typed wrong stays, and without a script another service asks once', async () => {
  const person = await come({ ...DESK, javaScriptEnabled: false }, house.logins.pimpinan_unit);
  await person.go('/berkas');
  await person.fill({ nama: NAME, nik: '123', kontak: 'Pak RT' });
  await person.press('Terima, cetak tanda', 422);
  await person.sees(/Tulis nomornya saja/);
  assert.equal(await person.page.locator('[name=nama]').inputValue(), NAME);
  await person.looksRight('berkas-salah-pc');
  await person.page.locator('[name=layanan]').selectOption({ label: 'Kartu Keluarga' });
  await person.fill({ nik: '', kontak: '' });
  await person.press('Terima, cetak tanda', 422);
  await person.sees(/Syarat layanan ini lain/);
  await person.press('Terima, cetak tanda');
  await person.sees(/Belum lengkap\. Bawa/, /KTP-el orang tua/);
  await person.context.close();
});

test('a document becomes late: its citizen sees it before asking, the list shows it first, who works there is told', async () => {
  const { url, kode } = await takeIn({ kontak: NUMBER, nik: NIK });
  const citizen = await come({ ...PHONE, viewport: { width: 320, height: 640 } });
  await citizen.go(`/w/${SLUG}/cek`);
  await citizen.looksRight('cek-cari-hp');
  await citizen.fill({ kode: kode.toLowerCase().replace('-', ' ') });
  await citizen.press('Cek');
  assert.match(citizen.page.url(), /\/cek\/[2-9A-Z]{8}$/);
  await citizen.sees(/Kamis, 26 November/, /Tidak perlu datang atau bertanya/, /Diterima, berkas lengkap/);
  await citizen.looksRight('cek-janji-hp');
  // Thursday morning, before the promise has passed: the printer is broken
  await later('2026-11-25T23:30:00Z');
  officer = await new Visitor(house).signIn(house.logins.pimpinan_unit);
  assert.equal((await act(url, { aksi: 'langkah' })).status, 303);
  const clerk = await come(DESK, house.logins.pimpinan_unit);
  await clerk.go(url);
  await clerk.follow('Beri tahu warga');
  await clerk.press('Simpan', 422);
  await clerk.sees(/Isi hari dokumennya selesai/);
  await clerk.fill({ sebab: 'Mesin cetak rusak sejak Rabu sore.\nKami mohon maaf.', akan_tanggal: '2026-11-27', akan_jam: '10.00' });
  await clerk.looksRight('berkas-kabari-pc');
  await clerk.press('Simpan');
  await citizen.page.reload();
  await citizen.sees(/Akan lewat janji/, /Jumat, 27 November/, /Janji semula/, /Mesin cetak rusak/);
  await citizen.looksRight('cek-akan-hp');
  // Friday noon: nothing came of it
  await later('2026-11-27T05:00:00Z');
  officer = await new Visitor(house).signIn(house.logins.pimpinan_unit);
  await citizen.page.reload();
  await citizen.sees(/Lewat janji/, /Belum selesai/);
  await citizen.looksRight('cek-lewat-hp');
  const list = await officer.get('/berkas?tampil=lewat');
  assert.match(list.text, new RegExp(`<tbody>[\\s\\S]*?${kode}`));
  assert.match(list.text, /warga belum diberi tahu/);
  assert.match((await officer.get('/kabar')).text, /berkas lewat janji, warga belum tahu|lewat janji, warga belum tahu/i);
  const desk = await come(DESK, house.logins.pimpinan_unit);
  await desk.go('/berkas');
  await desk.looksRight('berkas-pc');
  await desk.go(url);
  await desk.looksRight('berkas-satu-pc');
  const phone = await come(PHONE, house.logins.pimpinan_unit);
  await phone.go('/berkas');
  await phone.looksRight('berkas-hp');
  await phone.go(url);
  await phone.looksRight('berkas-satu-hp');
  await phone.follow('Tunggu surat warga');
  await phone.fill({ kurang: 'Buku nikah orang tua (asli)' });
  await phone.press('Simpan');
  await citizen.page.reload();
  await citizen.sees(/Menunggu Anda/, /Kurang 1 surat/, /Buku nikah orang tua/);
  await citizen.looksRight('cek-kurang-hp');
  await phone.press('Surat diterima');
  for (let i = 0; i < 2; i++) await phone.press('Langkah selesai');
  await phone.sees(/Siap diambil/);
  await citizen.page.reload();
  await citizen.sees(/Siap diambil/, /Bawa/, /Bagaimana layanan kami/);
  const voice = await citizen.page.getByRole('link', { name: 'Beri suara' }).getAttribute('href');
  assert.equal((await new Visitor(house).get(voice)).status, 200, voice);
  await citizen.looksRight('cek-selesai-hp');
  await phone.press('Serahkan');
  await citizen.page.reload();
  await citizen.sees(/Sudah diambil/);
  for (const person of [citizen, clerk, desk, phone]) await person.context.close();
  assert.deepEqual(spoken, []);
});

test('a wrong code is told in place, and nothing of a person stands on the public page, in the list of names or in the log', async () => {
  const { url, kode } = await takeIn({ nik: NIK, kontak: NUMBER });
  const visitor = new Visitor(house);
  for (const typed of ['K7M2-Q9RO', '22222222', 'x']) {
    const answer = await visitor.get(`/w/${SLUG}/cek?kode=${typed}`);
    assert.equal(answer.status, 422);
    assert.match(answer.text, new RegExp(`value="${typed}"`));
  }
  assert.equal((await visitor.get(`/w/${SLUG}/cek/22222222`)).status, 404);
  const page = await visitor.get(`/w/${SLUG}/cek/${kode}`);
  assert.equal(page.status, 200);
  for (const word of ['Marice', 'Yoku', NIK, NUMBER, '<script']) assert.ok(!page.text.includes(word), word);
  const files = [...page.text.matchAll(/(?:href|src)="(\/a\/[^"]+)"/g)].map(([, path]) => path);
  let weight = gzipSync(page.bytes).length;
  for (const path of new Set(files)) weight += gzipSync((await visitor.get(path)).bytes).length;
  assert.ok(weight <= 10_240, `${weight} bytes with all files`);
  assert.match((await officer.get(`/berkas?cari=${NIK}`)).text, new RegExp(kode));
  assert.match((await officer.get(`/berkas?cari=${kode.slice(0, 4)}`)).text, new RegExp(kode));
  assert.match((await officer.get('/berkas?cari=Marice')).text, /Nama tidak dapat dicari/);
  for (const word of ['Marice', NIK, NUMBER]) assert.ok(!house.log.includes(word), word);
  const stranger = await new Visitor(house).signIn(house.logins.auditor);
  assert.equal((await stranger.get(url)).status, 403);
});

test('two at the same document: the second reads what stands now', async () => {
  const { url } = await takeIn();
  const version = /name="version" value="(\d+)"/.exec((await officer.get(url)).text)[1];
  assert.equal((await officer.post(url, { version, aksi: 'langkah' })).status, 303);
  const again = await officer.post(url, { version, aksi: 'langkah' });
  assert.equal(again.status, 409);
  assert.match(again.text, /baru saja dikerjakan orang lain/);
  assert.equal((await officer.post(url, { version, aksi: 'buang' })).status, 422);
});

test('in English whole', async () => {
  const { kode } = await takeIn();
  const visitor = new Visitor(house);
  const { text } = await visitor.get(`/w/${SLUG}/cek/${kode}`, { 'Accept-Language': 'en' });
  assert.match(text, /Received, complete/);
  assert.doesNotMatch(text, /Tidak perlu|Langkah|Selesai paling/);
});

test('another program takes a document in and moves it on, with the same rules', async () => {
  const admin = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
  const key = await makeApiKey(admin, '/kunci-sistem', ['berkas.baca', 'berkas.kerja']);
  const ask = async (path, body) => {
    const answer = await fetch(`${house.base}/api/v1/berkas${path}`, { method: body ? 'POST' : 'GET', body: body && JSON.stringify(body),
      headers: { Authorization: `Bearer ${key}`, ...(body && { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }) } });
    return { status: answer.status, json: await answer.json() };
  };
  const layanan = /<option value="([^"]+)"[^>]*>Akta kelahiran/.exec((await officer.get('/berkas')).text)[1];
  assert.equal((await ask('', { layanan, nama: '' })).status, 422);
  const made = await ask('', { layanan, nama: NAME, ada_1: true, ada_2: true, ada_3: true, ada_4: true });
  assert.equal(made.status, 201, JSON.stringify(made.json));
  assert.equal(made.json.keadaan_kunci, 'jalan');
  const moved = await ask(`/${made.json.berkas_id}/aksi`, { aksi: 'langkah', version: made.json.version });
  assert.equal(moved.status, 200, JSON.stringify(moved.json));
  assert.equal(moved.json.langkah_nama, 'Ditandatangani');
  assert.equal((await ask(`/${made.json.berkas_id}/aksi`, { aksi: 'langkah', version: made.json.version })).status, 409);
  const page = await ask('?limit=1');
  assert.equal(page.json.data.length, 1);
  assert.ok(page.json.next);
  assert.equal((await ask(`/${made.json.berkas_id}`)).json.kode, made.json.kode);
});
