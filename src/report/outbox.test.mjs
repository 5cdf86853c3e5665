// SPDX-License-Identifier: Apache-2.0
// A report written without a signal: sent when there is one, and never lost when the server will not take it.
// Rooms: report
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, Person } from '#stories/browser.mjs';
import { open } from '#stories/harness.mjs';

let house, browser, asn;
const spoken = [];
before(async () => {
  house = await open({ people: 60 });
  browser = await launch();
  asn = await Person.arrive(browser, house, { viewport: { width: 360, height: 740 }, serviceWorkers: 'allow' }, spoken);
  const { nip, sandi } = house.logins.pegawai;
  await asn.signIn({ masuk: nip, sandi });
  await asn.page.evaluate(() => navigator.serviceWorker.ready);
});
after(async () => { await browser?.close(); await house?.close(); });

const box = () => asn.page.locator('[data-outbox]');
const waiting = (text) => box().filter({ hasText: text }).waitFor();

/** Writes a report while the line is cut. */
async function writeOffline(uraian, sasaran = 'tambahan', path = '/beranda') {
  await asn.go(path);
  await asn.context.setOffline(true);
  if (sasaran) await asn.choose('sasaran', sasaran);
  await asn.fill({ uraian });
  await asn.page.getByRole('button', { name: /Kirim/ }).first().click();
  await waiting('1 laporan menunggu sinyal');
}

for (const path of ['/beranda', '/lapor'])
  test(`a report written on ${path} without a signal is sent when there is one`, async () => {
    const uraian = `Menulis di ${path} tanpa sinyal`;
    await writeOffline(uraian, 'tambahan', path);
    assert.equal(await asn.page.locator('main [name=uraian]').inputValue(), '', 'the form is empty for the next one');
    await asn.fill({ uraian: 'Kalimat berikutnya' });
    await asn.page.locator('[data-saved]', { hasText: 'Draf tersimpan' }).first().waitFor();
    await asn.context.setOffline(false);
    await box().waitFor({ state: 'hidden' });
    await asn.go(path);
    assert.equal(await asn.page.locator('main [name=uraian]').inputValue(), 'Kalimat berikutnya', 'what was typed after it is kept');
    await asn.page.evaluate(() => localStorage.clear());
    await asn.go('/laporan');
    await asn.sees(uraian);
  });

/** Sends what waits; answer, when given, is what the server is made to say instead of its own words. */
async function sendWaiting(answer) {
  if (answer) await asn.page.route('**/lapor', (route) => route.fulfill({ status: 409, contentType: 'text/html', body: answer }));
  await asn.context.setOffline(false);
  await waiting('Satu laporan perlu diperiksa');
  await asn.page.unroute('**/lapor');
}

async function look() {
  await Promise.all([asn.page.waitForURL('**/lapor#kotak=*'), box().getByRole('link', { name: 'Periksa' }).click()]);
  await asn.page.locator('form .note').first().waitFor();
}

test('what the server does not take stays with its reason and opens in the form, whole', async () => {
  for (const [uraian, sasaran, answer, sebab] of [
    ['Laporan tanpa sasaran', '', '', 'Pilih sasaran yang Anda kerjakan'],
    ['Laporan yang bertabrakan', 'tambahan', '<main><h1>Data sudah diubah orang lain</h1><p>Muat ulang, lalu ulangi.</p></main>', 'Muat ulang, lalu ulangi']]) {
    await writeOffline(uraian, sasaran);
    await sendWaiting(answer);
    await asn.go('/beranda'); // also after the page was left
    await waiting(uraian);
    await waiting(sebab);
    await look();
    await asn.sees(sebab);
    assert.equal(await asn.page.locator('main [name=uraian]').inputValue(), uraian);
    await asn.press('Kirim laporan');
    assert.match(asn.page.url(), /\/lapor\/[0-9a-f-]+/);
    await asn.sees('Tanda terima', uraian);
    await asn.go('/beranda');
    await box().waitFor({ state: 'hidden' });
  }
});

test('a form that was opened again and refused again is still kept', async () => {
  await writeOffline('Masih perlu diperiksa');
  await sendWaiting('<main><p>Tidak diterima.</p></main>');
  await look();
  await asn.fill({ jumlah: 'banyak' });
  await asn.press('Kirim laporan', 422);
  await asn.go('/beranda');
  await waiting('Masih perlu diperiksa');
  asn.page.once('dialog', (dialog) => dialog.dismiss());
  await box().getByRole('button', { name: 'Hapus' }).click();
  await waiting('Masih perlu diperiksa');
  asn.page.once('dialog', (dialog) => dialog.accept());
  await box().getByRole('button', { name: 'Hapus' }).click();
  await box().waitFor({ state: 'hidden' });
});

test('the pages said nothing to the console but what was asked of them', () => {
  assert.deepEqual(spoken.filter((line) => !/status of 409|ERR_INTERNET_DISCONNECTED/.test(line)), []);
});
