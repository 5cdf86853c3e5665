// SPDX-License-Identifier: Apache-2.0
// An amount that is unlikely is asked about once more, beside its field, and sent again unchanged it is taken; without script,
// on a phone and at a desk. What cannot be is refused however often it is sent.
// Rooms: report
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, launch, Person, PHONE } from '#stories/browser.mjs';
import { open } from '#stories/harness.mjs';

let house, browser;
const spoken = [];
before(async () => {
  house = await open({ people: 60 });
  browser = await launch();
});
after(async () => { await browser?.close(); await house?.close(); });

for (const [size, how] of [['a phone without script', PHONE], ['a desk', DESK]])
  test(`25 hours of one day are asked about on ${size}`, async () => {
    const asn = await Person.arrive(browser, house, how, spoken);
    const { nip, sandi } = house.logins.pegawai;
    await asn.signIn({ masuk: nip, sandi });
    await asn.go('/lapor');
    await asn.choose('sasaran', 'tambahan');
    await asn.fill({ uraian: `Menata arsip, ${size}`, jumlah: '25' });
    await asn.press('Kirim laporan', 422);
    await asn.sees('Anda menulis 25 jam; sehari paling banyak 24 jam. Benar?');
    assert.equal(await asn.page.locator('main [name=jumlah]').inputValue(), '25');
    await asn.fill({ jumlah: '26' });
    await asn.press('Kirim laporan', 422);
    await asn.sees('Anda menulis 26 jam');
    await asn.press('Kirim laporan');
    await asn.sees('Laporan tersimpan', '26');
    await asn.context.close();
  });

test('a part of what is counted whole is refused, twice too', async () => {
  const asn = await Person.arrive(browser, house, PHONE, spoken);
  const { nip, sandi } = house.logins.pegawai;
  await asn.signIn({ masuk: nip, sandi });
  await asn.go('/lapor');
  const whole = await asn.page.locator('label').filter({ hasText: /\b(warga|orang|dokumen|akta|berkas|permohonan)\s*$/ }).first().locator('input').getAttribute('value');
  await asn.choose('sasaran', whole);
  await asn.fill({ uraian: 'Setengah pekerjaan', jumlah: '9,5' });
  await asn.press('Kirim laporan', 422);
  await asn.sees('dihitung utuh: tulis bilangan bulat');
  await asn.press('Kirim laporan', 422);
  await asn.context.close();
});
