// SPDX-License-Identifier: Apache-2.0
// A health office and its immunisation: areas from a file, an indicator with a denominator that the head proposes and the office decides,
// figures by kelurahan and month, a year before from a file with its source, and the line they draw; a row of an officer's plan hangs on
// it with an area, is confirmed or disputed, and its appraiser sees both. On a phone without script and at a desk with it. ABDI_PICTURES=folder keeps a picture of each page in both sizes, light and dark.
// Rooms: indikator skp evaluation
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { barriers, come, DESK, launch, Person, PHONE } from '#stories/browser.mjs';
import { makeApiKey, open, Visitor } from '#stories/harness.mjs';
import { unzip, workbookText } from '#stories/office.mjs';

const AREAS = `kode,nama,jenis,kode_kecamatan,sejak
92.71.01,Distrik Sorong,distrik,,2020-01-01
92.71.01.1001,Kampung Baru,kelurahan,92.71.01,2020-01-01
92.71.01.1002,Klademak,kelurahan,92.71.01,2020-01-01
92.71.02,Distrik Sorong Timur,distrik,,2020-01-01
92.71.02.1001,Klawalu,kelurahan,92.71.02,2020-01-01
`;
// A kelurahan whose distrik is not there.
const WRONG = `kode,nama,jenis,kode_kecamatan\n92.71.09.1001,Jauh,kelurahan,92.71.09\n`;
const before2026 = (rows) => `bulan,kode_wilayah,nilai,penyebut\n${rows.join('\n')}\n`;

let browser, house, admin, head, staff, officer, appraiser;
const spoken = [];
before(async () => {
  browser = await launch();
  house = await open({ people: 300 });
  [admin, staff, appraiser] = await Promise.all([DESK, DESK, DESK].map((how) => Person.arrive(browser, house, how, spoken)));
  [head, officer] = await Promise.all([PHONE, PHONE].map((how) => Person.arrive(browser, house, how, spoken)));
  for (const [person, role] of [[admin, 'admin_kepegawaian'], [head, 'pimpinan_unit'], [staff, 'pegawai'], [officer, 'penyusun'],
    [appraiser, 'pejabat_penilai']])
    await person.signIn({ masuk: house.logins[role].nip, sandi: house.logins[role].sandi });
});
after(async () => {
  await browser?.close();
  await house?.close();
});

let broken = '';
const step = (name, work) => test(name, async () => {
  assert.equal(broken, '', `stopped at: ${broken}`);
  broken = name;
  await work();
  broken = '';
});

/** A picture of the page as somebody has it, in both sizes, light and dark. */
async function picture(person, name) {
  const folder = process.env.ABDI_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const state = await person.context.storageState();
  for (const [size, width, height] of [['hp', 360, 740], ['pc', 1280, 800]])
    for (const colorScheme of ['light', 'dark']) {
      const context = await come(browser, house, { viewport: { width, height }, storageState: state, colorScheme });
      const page = await context.newPage();
      await page.goto(person.page.url());
      await page.locator('details').evaluateAll((all) => all.forEach((it) => { if (it.closest('main')) it.open = true; }));
      await page.screenshot({ path: `${folder}/${name}-${size}-${colorScheme}.png`, fullPage: true });
      await context.close();
    }
}

async function take(person, path, name, text, more = {}, status = 200) {
  await person.go(path);
  await person.fill(more);
  await person.page.setInputFiles('[name=berkas]', { name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await person.press('Periksa dan simpan', status);
}

step('areas come from a file, whole or not at all', async () => {
  await take(admin, '/wilayah/impor', 'wilayah.csv', WRONG, {}, 422);
  await admin.sees(/Baris 2: .*92\.71\.09/);
  await take(admin, '/wilayah/impor', 'wilayah.csv', AREAS);
  await admin.sees('Distrik Sorong', 'Kampung Baru', '2 kelurahan di dalamnya');
  await picture(admin, 'wilayah');
  await admin.go('/wilayah/tambah');
  await admin.fill({ nama: 'Klasabi', kode: '92.71.02.1002', 'induk_id\\.cari': 'timur' });
  await picture(admin, 'wilayah-tambah');
  await admin.press('Simpan wilayah');
  await admin.fill({ cari: 'klasabi' });
  await admin.press('Cari');
  await admin.sees('Klasabi', 'Distrik Sorong Timur');
});

let path;
step('the head proposes an indicator with a denominator, by area, and the office takes it', async () => {
  await head.go('/indikator/tambah');
  await head.fill({ nama: 'Cakupan imunisasi dasar lengkap', satuan: 'persen', pembilang: 'anak yang diimunisasi', target: '95', sejak: '2026-01-01',
    alasan: 'Rencana kerja 2026' });
  await head.choose('jenis', 'hasil');
  for (const [name, value] of [['aspek', 'kuantitas'], ['arah', 'higher_better'], ['gabung', 'bagian']]) await head.page.selectOption(`[name=${name}]`, value);
  await head.page.check('[name=is_wilayah]');
  await head.press('Kirim usul', 422); // of how many?
  await head.sees('Tulis dari berapa');
  await head.fill({ penyebut: 'anak sasaran' });
  await head.press('Kirim usul');
  await head.sees('Usul menunggu keputusan', 'Rencana kerja 2026');
  path = new URL(head.page.url()).pathname;
  await admin.go('/beranda');
  await admin.press(admin.page.getByRole('link', { name: /Usul indikator/ }));
  await picture(admin, 'usul');
  await admin.choose('putusan', 'terima');
  await admin.press('Simpan keputusan');
  await admin.sees('Keputusan tersimpan', 'Belum ada angka');
});

step('figures are filled in by kelurahan, and what cannot be is asked again', async () => {
  await head.go(`${path}/nilai?tahun=2026&bulan=10`);
  const rows = head.page.locator('.isi tbody tr');
  const put = async (name, values) => {
    const inputs = rows.filter({ hasText: name }).locator('input[type=text]');
    for (const [n, value] of values.entries()) await inputs.nth(n).fill(value);
  };
  await put('Kampung Baru', ['48', '50']);
  await put('Klademak', ['38', '']);
  await put('Klawalu', ['66', '60']); // more than all of them
  await head.press('Simpan angka', 422);
  await head.sees('Tulis penyebutnya', 'Anda menulis 110 persen');
  await picture(head, 'isi-salah');
  await put('Klademak', ['38', '50']);
  await put('Klawalu', ['54', '60']);
  await head.press('Simpan angka');
  await head.sees('3 dari 9');
  await put('Klademak', ['41', '50']);
  await head.press('Simpan angka');
  await head.sees('sebelumnya 38/50');
  await picture(head, 'isi');
  await head.go(`${path}/nilai?tahun=2026&bulan=9`);
  await put('Kampung Baru', ['45', '50']);
  await put('Klademak', ['40', '50']);
  await put('Klawalu', ['50', '60']);
  await head.press('Simpan angka');
});

step('the year before comes in with its source, and the line shows both', async () => {
  const rows = Array.from({ length: 12 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')},92.71.01.1001,${36 + n},50`);
  await take(admin, `${path}/impor`, 'lama.csv', before2026(rows), {}, 422);
  await admin.sees('Tulis dari mana angka ini');
  await take(admin, `${path}/impor`, 'lama.csv', before2026([...rows, '2027-01,92.71.01.1001,1,2']), { sumber_data: 'Profil Kesehatan 2025' }, 422);
  await admin.sees(/Baris 14: .*sudah berjalan/);
  await picture(admin, 'impor');
  await take(admin, `${path}/impor`, 'lama.csv', before2026(rows), { sumber_data: 'Profil Kesehatan 2025' });
  await admin.sees('12 angka diimpor', '86,88 persen', 'Kampung Baru', 'Diimpor');
  await picture(admin, 'indikator');
  assert.equal(await admin.page.locator('svg.trend').count(), 1);
  const file = await admin.take(`${path}/angka.xlsx`, 'PK');
  assert.match(workbookText(file.bytes), /Januari 2025/);
  assert.ok(unzip(file.bytes).size > 5);
  await admin.go(`${path}?wilayah.cari=klademak`);
  await admin.sees('81 persen|81 anak');
});

step('everybody reads the catalogue, and nobody fills in who may not', async () => {
  await staff.go('/indikator');
  await picture(staff, 'daftar');
  await staff.sees('Cakupan imunisasi dasar lengkap', '86,88 persen');
  await staff.follow('Cakupan imunisasi');
  await staff.sees('Per wilayah, tahun ini');
  assert.doesNotMatch(await staff.text(), /Isi angka/);
  const answer = await staff.page.goto(`${house.base}${path}/nilai`);
  assert.equal(answer.status(), 403);
});

step('a row of the plan hangs on it, with an area', async () => {
  await officer.go('/skp');
  await officer.press(officer.page.getByRole('link', { name: /^Ambil indikator untuk hasil kerja 1/ }));
  await officer.sees('81,..|persen, target 95, per wilayah');
  await officer.choose('indikator', await officer.page.locator('input[name=indikator]').first().getAttribute('value'));
  await officer.fill({ 'wilayah\\.cari': 'klademak' });
  await picture(officer, 'ambil');
  await officer.press('Tambahkan ke hasil kerja');
  await officer.sees('Cakupan imunisasi dasar lengkap, Klademak', '95 persen', 'Terisi sendiri dari');
  await picture(officer, 'skp');
  await officer.press(officer.page.getByRole('link', { name: 'Ubah hasil kerja 1' }));
  const unit = officer.page.locator('input[name^="iki_satuan"]').last();
  await unit.fill('anak'); // measured as the catalogue measures
  await officer.press('Simpan hasil kerja', 422);
  await officer.sees('satuannya mengikuti katalog: persen');
  await officer.go('/skp');
  await officer.press(officer.page.getByRole('link', { name: 'Periksa dan ajukan' }).last());
  await officer.press('Ajukan');
  await appraiser.go('/tim');
  await appraiser.press(appraiser.page.getByRole('link', { name: /Tinjau SKP Mariani/ }));
  await appraiser.sees('Cakupan imunisasi dasar lengkap, Klademak');
  await appraiser.press('Setujui');
});

step('its realisation fills itself; the officer disputes it, and the appraiser sees both', async () => {
  await officer.go('/realisasi');
  await officer.sees('82 persen', '41 anak yang diimunisasi dari 50 anak sasaran', 'telusuri');
  await picture(officer, 'realisasi');
  const field = (name) => officer.page.locator(`input[name^="${name}."]`);
  await officer.touch(officer.page.locator('label:has(input[name^="sikap."][value=sanggah])'));
  await officer.press('Simpan realisasi', 422);
  await officer.sees('Tulis mengapa Anda menyanggah angka ini');
  await officer.page.locator('[name^="catatan."]').fill('Posyandu pulau belum masuk');
  const form = officer.page.locator('.sanggah');
  await form.locator('[name^="real."]').fill('88');
  await officer.press('Simpan realisasi');
  await officer.sees('Realisasi .* tersimpan');
  assert.equal(await field('sikap').count(), 2);
  await picture(officer, 'realisasi-sanggah');
  await appraiser.go('/tim/nilai');
  await appraiser.press(appraiser.page.getByRole('link', { name: /Mariani/ }));
  await appraiser.sees('82 persen', 'Pegawai menyanggah: menurutnya 88 persen', 'Posyandu pulau');
  await picture(appraiser, 'nilai');
});

step('a program reads the catalogue and puts a value, judged as on the page', async () => {
  const visitor = new Visitor(house);
  await visitor.signIn(house.logins.admin_kepegawaian);
  const [reads, fills] = [await makeApiKey(visitor, '/kunci-sistem', ['indikator.baca']), await makeApiKey(visitor, '/kunci-sistem', ['indikator.isi'])];
  const ask = async (key, address, body) => {
    const answer = await fetch(house.base + address, { method: body ? 'POST' : 'GET', body: body && JSON.stringify(body),
      headers: { Authorization: `Bearer ${key}`, ...(body && { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }) } });
    return { status: answer.status, json: await answer.json() };
  };
  const address = `/api/v1${path}/nilai`;
  const own = (await ask(reads, `/api/v1${path}`)).json;
  assert.equal(own.penyebut, 'anak sasaran');
  const before = (await ask(reads, `${address}?dari=202610&sampai=202610`)).json.data;
  assert.equal(before.length, 3);
  const { wilayah_id } = before.find((it) => it.pembilang === 54);
  const value = { bulan: 202610, wilayah_id, nilai: 57, penyebut: 60 };
  assert.equal((await ask(reads, address, value)).status, 403);
  assert.equal((await ask(fills, address, { ...value, wilayah_id: undefined })).status, 422);
  assert.equal((await ask(fills, address, { ...value, nilai: -1 })).status, 422);
  assert.equal((await ask(fills, address, { ...value, nilai: 70 })).json.faults[0].code, 'unsure');
  const put = await ask(fills, address, value);
  assert.equal(put.status, 200, JSON.stringify(put.json));
  const after = (await ask(reads, `${address}?dari=202610&sampai=202610`)).json.data;
  assert.equal(after.length, 3);
  assert.equal(after.find((it) => it.wilayah_id === wilayah_id).pembilang, 57);
  assert.ok((await ask(reads, '/api/v1/wilayah?cari=klawalu')).json.data[0].kode.startsWith('92.71.02'));
});

step('its pages keep nobody out and say nothing to the console', async () => {
  for (const address of ['/indikator', path, `${path}/ubah`, `${path}/nilai`, `${path}/impor`, '/wilayah', '/indikator/tambah']) {
    await admin.go(address);
    if (process.env.ABDI_LOOK !== 'off') assert.deepEqual(await barriers(admin.page), [], address);
  }
  assert.deepEqual(spoken.filter((line) => !/403/.test(line)), []);
});
