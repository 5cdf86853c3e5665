// SPDX-License-Identifier: Apache-2.0
// A report corrected from its receipt: what was typed is in the form, evidence stays unless it is taken out, and what was
// sent takes the place of the old one.
// Rooms: report
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, Person } from '#stories/browser.mjs';
import { Visitor, open } from '#stories/harness.mjs';
import { controls } from '#stories/forms.mjs';

let house, browser;
const spoken = [];
before(async () => {
  house = await open({ people: 60 });
  browser = await launch();
});
after(async () => { await browser?.close(); await house?.close(); });

const PDF = { name: 'surat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\nsurat\n%%EOF\n') };

for (const [size, how] of [['a phone without script', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }], ['a desk', { viewport: { width: 1280, height: 800 } }]])
  test(`a slip is mended from the receipt, on ${size}`, async () => {
    const asn = await Person.arrive(browser, house, how, spoken);
    const { nip, sandi } = house.logins.pegawai;
    await asn.signIn({ masuk: nip, sandi });
    await asn.go('/lapor');
    await asn.choose('sasaran', 'tambahan');
    await asn.fill({ uraian: `Menyusun surat selama 21 jam, ${size}`, jumlah: '21', tautan: `https://contoh.go.id/${'layanan-kependudukan-'.repeat(6)}` });
    await asn.page.setInputFiles('main [name=berkas]', PDF);
    await asn.press('Kirim laporan');
    const number = await asn.page.locator('main .big').innerText();
    await asn.follow('Perbaiki laporan ini');
    await asn.sees('Perbaiki laporan', number, 'surat.pdf');
    assert.equal(await asn.page.locator('main [name=uraian]').inputValue(), `Menyusun surat selama 21 jam, ${size}`);
    await asn.fill({ uraian: '  ', jumlah: '12' });
    await asn.press('Kirim perbaikan', 422);
    await asn.sees('Tulis apa yang Anda kerjakan', number);
    assert.equal(await asn.page.locator('main [name=jumlah]').inputValue(), '12');
    assert.equal(await asn.page.locator('main [name=bukti]:checked').count(), 2);
    await asn.fill({ uraian: `Menyusun surat selama 12 jam, ${size}` });
    await asn.press('Kirim perbaikan');
    await asn.sees('Perbaikan tersimpan', 'Tanda terima', `Menyusun surat selama 12 jam, ${size}`, 'surat.pdf');
    assert.notEqual(await asn.page.locator('main .big').innerText(), number);
    await asn.go('/laporan');
    await asn.sees(`Menyusun surat selama 12 jam, ${size}`);
    assert.ok(!(await asn.page.locator('main').innerText()).includes('21 jam, ' + size));
    await asn.context.close();
  });

test('a late retry of the old form leads to what took its place; what its mark is taken from goes', async () => {
  const asn = await new Visitor(house).signIn(house.logins.pegawai);
  const form = new FormData(), kunci = controls((await asn.get('/lapor')).text, '/lapor');
  for (const [name, value] of kunci) if (!['foto', 'berkas'].includes(name)) form.set(name, value);
  form.set('sasaran', 'tambahan');
  form.set('uraian', 'Laporan pertama');
  form.set('tautan', 'https://contoh.go.id/berita');
  const first = await asn.post('/lapor', form);
  assert.equal(first.status, 303, first.text);
  const path = first.location.split('?')[0];
  const page = await asn.get(`/lapor?ganti=${path.split('/').pop()}`);
  const mended = new URLSearchParams(controls(page.text, '/lapor').filter(([name]) => !['bukti', 'foto', 'berkas'].includes(name)));
  mended.set('uraian', 'Laporan yang diperbaiki');
  const second = await asn.post('/lapor', mended);
  assert.equal(second.status, 303, second.text);
  const receipt = await asn.get(second.location);
  assert.match(receipt.text, /Laporan yang diperbaiki/);
  assert.doesNotMatch(receipt.text, /Buka tautan/);
  const number = second.location.split('?')[0].split('/').pop(), old = await asn.get(path);
  assert.equal(old.status, 200);
  assert.match(old.text, new RegExp(`Digantikan oleh\\s*<a class="num" href="/lapor/${number}">${receipt.text.match(/<p class="big num">([^<]+)/)[1]}</a>`));
  assert.doesNotMatch(old.text, /Buka tautan|Perbaiki laporan ini|Batalkan laporan ini/);
  const again = await asn.post('/lapor', form);
  assert.equal(again.status, 303);
  assert.equal(again.location.split('?')[0], second.location.split('?')[0]);
  mended.set('kunci', (await asn.get('/lapor')).text.match(/name="kunci" value="([^"]+)"/)[1]);
  const gone = await asn.post('/lapor', mended);
  assert.equal(gone.status, 422);
  assert.match(gone.text, /sudah tidak ada/);
  assert.match(gone.text, /Laporan yang diperbaiki<\/textarea>/);
  assert.equal((await asn.get(`/lapor?ganti=${path.split('/').pop()}`)).status, 303);
});

test('the receipt of a report that was taken back says so, on the page and to programs', async () => {
  const asn = await new Visitor(house).signIn(house.logins.pegawai);
  const form = new URLSearchParams(controls((await asn.get('/lapor')).text, '/lapor').filter(([name]) => !['foto', 'berkas'].includes(name)));
  for (const [name, value] of Object.entries({ sasaran: 'tambahan', uraian: 'Yang akan ditarik kembali' })) form.set(name, value);
  const path = (await asn.post('/lapor', form)).location.split('?')[0], receipt = (await asn.get(path)).text;
  const number = receipt.match(/<p class="big num">([^<]+)/)[1];
  assert.doesNotMatch(receipt, /Ditarik kembali/);
  const undone = await asn.post(`${path}/batal`, new URLSearchParams(controls(receipt, `${path}/batal`)));
  assert.equal(undone.status, 303, undone.text);
  const old = (await asn.get(path)).text;
  assert.match(old, new RegExp(`${number}[^]*<p class="note"><span>\\s*Ditarik kembali`));
  assert.doesNotMatch(old, /Yang akan ditarik kembali|Digantikan|Batalkan laporan ini/);
  const other = await new Visitor(house).signIn(house.logins.operator ?? house.logins.admin_kepegawaian);
  assert.notEqual((await other.get(path)).status, 200, 'who may not read a report may not read what is left of it');
});

test('what the superior has read cannot be changed, and says so', async () => {
  const asn = await new Visitor(house).signIn(house.logins.pegawai);
  const list = (await asn.get('/laporan')).text;
  const ids = [...list.matchAll(/href="\/lapor\/([0-9a-f-]{36})"/g)].map(([, id]) => id);
  const read = [];
  for (const id of ids) if ((await asn.get(`/lapor/${id}`)).text.includes('Dibaca atasan')) read.push(id);
  assert.ok(read.length > 0, 'the demonstration has reports that were read');
  const page = await asn.get(`/lapor/${read[0]}`);
  assert.doesNotMatch(page.text, /Perbaiki laporan ini|Batalkan laporan ini/);
  assert.match(page.text, /sudah dibaca atasan, jadi tidak dapat diubah lagi/);
  assert.equal((await asn.get(`/lapor?ganti=${read[0]}`)).location, `/lapor/${read[0]}`);
  // Read while it was being corrected: refused as a correction, which is not offered as a new report.
  const form = (await asn.get('/lapor')).text;
  const correct = async (ganti) => {
    const body = new URLSearchParams(controls((await asn.get('/lapor')).text, '/lapor').filter(([name]) => !['foto', 'berkas'].includes(name)));
    for (const [name, value] of Object.entries({ ganti, sasaran: 'tambahan', uraian: 'Tulisan yang tidak boleh hilang' })) body.set(name, value);
    return asn.post('/lapor', body);
  };
  assert.doesNotMatch(form, /name="ganti"/);
  const refused = await correct(read[0]);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /sudah dibaca atasan/);
  assert.match(refused.text, new RegExp(`name="ganti" value="${read[0]}"`));
  assert.match(refused.text, /Tulisan yang tidak boleh hilang<\/textarea>/);
  assert.equal((await correct('bukan-nomor')).status, 422);
});

test('the browser had nothing to say', () => assert.deepEqual(spoken, []));
