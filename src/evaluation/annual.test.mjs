// SPDX-License-Identifier: Apache-2.0
// A quarter's realisation and the year's evaluation, without script: entered by the person, suggested from the periods, decided
// with a reason against the suggestion, read by the person, and on paper.
// Rooms: evaluation document
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { controls, plain, send } from '#stories/forms.mjs';
import { Visitor, open } from '#stories/harness.mjs';
import { pdfText } from '#stories/office.mjs';

let house;
before(async () => { house = await open({ people: 60 }); });
after(async () => { await house?.close(); });

const saysOf = (html) => plain(html).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

async function openTheYear(admin) {
  const page = await admin.get('/tahun');
  assert.equal((await send(admin, page.text, '/tahun/2026/periode/0', { status: 'pengisian' })).status, 303);
  for (let next = '/capaian?periode=2026-0'; next; ) {
    const list = (await admin.get(next)).text;
    for (const [, url] of list.matchAll(/href="(\/capaian\/[^"]+)"/g)) {
      const form = (await admin.get(url)).text;
      assert.equal((await send(admin, form, url, { predikat: 'baik', dasar: 'Surat Sekda 800/12/2026 tanggal 1 Oktober' })).status, 303);
    }
    next = plain(/href="([^"]*sesudah=[^"]*)"/.exec(list)?.[1] ?? '');
  }
}

test('what no report counts is entered by the person, corrected by the superior, and stands on the paper', async () => {
  const person = await new Visitor(house).signIn(house.logins.pegawai);
  const superior = await new Visitor(house).signIn(house.logins.pejabat_penilai);
  const admin = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
  assert.match((await person.get('/penilaian')).text, /href="\/realisasi"/);
  const page = await person.get('/realisasi');
  assert.equal(page.status, 200);
  assert.match(saysOf(page.text), /dihitung dari laporan kerja/, 'amounts of reports are not asked again');
  const action = /action="(\/realisasi\/2026\/4)"/.exec(page.text)[1];
  const fields = [...page.text.matchAll(/name="(real\.[^"]+)"/g)].map(([, name]) => name);
  assert.ok(fields.length >= 2, 'quality and time');
  const wrong = await send(person, page.text, action, { [fields[0]]: '9x', [fields[1]]: '2 hari' });
  assert.equal(wrong.status, 422);
  assert.match(saysOf(wrong.text), /Tulis angka dalam/);
  assert.match(wrong.text, /value="2 hari"/, 'what was typed stays');
  const absurd = await send(person, wrong.text, action, { [fields[0]]: '95.000.000', [fields[1]]: '-5' });
  assert.equal(absurd.status, 422);
  assert.match(saysOf(absurd.text), /Anda menulis 95\.000\.000 .*; targetnya .*\. Benar\?/, 'asked about');
  assert.match(saysOf(absurd.text), /Tulis angka nol atau lebih/, 'refused');
  const twice = await send(person, absurd.text, action, { [fields[1]]: '2' });
  assert.equal(twice.status, 303, 'the same once more says that it is right');
  const doubted = (await person.get('/realisasi')).text;
  assert.match(saysOf(doubted), /Periksa angka ini: tertulis 95\.000\.000/, 'and is flagged');
  const mended = await send(person, doubted, action, { [fields[0]]: '9x' });
  assert.equal(mended.status, 422);
  const source = fields[1].replace('real.', 'sumber.');
  assert.equal((await send(person, mended.text, action, { [fields[0]]: '97,5', [source]: 'Register layanan' })).status, 303);
  assert.match(plain((await person.get('/realisasi')).text), /value="97,5"/);
  const stale = await send(person, page.text, action, { [fields[0]]: '50' });
  assert.equal(stale.status, 409);
  assert.match(plain(stale.text), /97,5/, 'both versions are shown');
  assert.equal((await superior.get('/realisasi')).status, 200, 'the own one, not the team\'s');

  const name = /Akun ([^<]+)</.exec((await person.get('/beranda')).text)[1];
  for (let next = '/capaian?periode=2026-4'; next; ) {
    const list = (await admin.get(next)).text;
    for (const [, url] of list.matchAll(/href="(\/capaian\/[^"]+)"/g))
      assert.equal((await send(admin, (await admin.get(url)).text, url, { predikat: 'baik', dasar: 'Surat Sekda 800/12/2026 tanggal 1 Oktober' })).status, 303);
    next = plain(/href="([^"]*sesudah=[^"]*)"/.exec(list)?.[1] ?? '');
  }
  const team = (await superior.get('/tim/nilai?periode=2026-4')).text;
  const url = plain(new RegExp(`href="(/nilai/[^"]+)"><b>${name}<`).exec(team)[1]);
  const form = (await superior.get(url)).text;
  assert.match(saysOf(form), new RegExp(`realisasi 97,5 %\\s*· diisi ${name}`));
  const judged = { hk: 'sesuai', pk: 'sesuai', alasan: 'Menurut bukti yang dilampirkan sepanjang triwulan ini.' };
  // Only the two known buttons do anything; a word that is none, none at all or two of them sign nothing and keep nothing.
  const sent = controls(form, url).filter(([control]) => !['hk', 'pk', 'alasan'].includes(control)).concat(Object.entries(judged));
  for (const deeds of [['apa'], [], ['draf', 'lanjut'], ['lanjut', 'lanjut']]) {
    const refused = await superior.post(url, new URLSearchParams(sent.concat(deeds.map((deed) => ['aksi', deed]))));
    assert.equal(refused.status, 422, `aksi: ${deeds}`);
    assert.match(refused.text, /id="aksi"/);
  }
  const unknown = await send(superior, form, url, { ...judged, hk: 'luar_biasa' }, 'draf');
  assert.equal(unknown.status, 422, 'a rating that is none');
  const rating = /name="(rating\.[^"]+)"/.exec(form)[1];
  const doubled = await superior.post(url, new URLSearchParams(sent.concat([[rating, 'sesuai'], ['aksi', 'draf']])));
  assert.equal(doubled.status, 422, 'a rating sent twice');
  assert.doesNotMatch((await superior.get('/tim/nilai?periode=2026-4')).text, new RegExp(`${name}<[^]{0,400}Draf tersimpan`));
  assert.equal((await send(superior, form, url, { ...judged, [fields[0]]: '96' }, 'lanjut')).status, 303);
  const closed = await send(person, page.text, action, { [fields[0]]: '99' });
  assert.equal(closed.status, 409);
  assert.match(saysOf(closed.text), /sudah ditetapkan/);
  const shown = await person.get('/realisasi?periode=2026-4');
  assert.doesNotMatch(shown.text, /name="real\./, 'signed: read only');
  const result = (await person.get(url)).text;
  assert.match(saysOf(result), /realisasi 96 %/);
  const paper = await person.get(/href="(\/evaluasi\/[^"]+\/pdf)"/.exec(result)[1]);
  const words = pdfText(paper.bytes);
  assert.match(words, /96 %/);
  assert.match(words, /2 hari/);

  // The unit's achievement under it stays, and the store of the closed quarters too.
  const unit = /href="(\/capaian\/[^"]+)"/.exec((await admin.get('/capaian?periode=2026-1')).text)[1];
  const fixed = (await admin.get(unit)).text;
  assert.match(saysOf(fixed), /sudah ditutup, jadi capaian unit tidak dapat diubah/);
  const refused = await send(admin, fixed, unit, { predikat: 'istimewa', dasar: 'Surat Sekda 800/12/2026 tanggal 1 Oktober' });
  assert.equal(refused.status, 422);
});

test('a period that is none is told, not guessed', async () => {
  const admin = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
  const superior = await new Visitor(house).signIn(house.logins.pejabat_penilai);
  for (const [visitor, page] of [[superior, '/tim/nilai'], [admin, '/capaian'], [admin, '/penetapan'], [superior, '/realisasi'], [admin, '/rekap']])
    for (const none of ['2026-9', 'apa', '2026']) {
      const shown = await visitor.get(`${page}?periode=${none}`);
      assert.equal(shown.status, 422, `${page} ${none}`);
      assert.match(saysOf(shown.text), /Periode: pilih salah satu dari daftar/);
    }
});

test('achievements are narrowed to a unit, and to those nobody has said', async () => {
  const admin = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
  const rows = (text) => [...text.matchAll(/href="\/capaian\/([^/"]+)\/2026\/1"/g)].map(([, id]) => id);
  const all = rows((await admin.get('/capaian?periode=2026-1')).text);
  const one = await admin.get(`/capaian?periode=2026-1&unit=${all.at(-1)}`);
  assert.ok(rows(one.text).includes(all.at(-1)) && rows(one.text).length < all.length, 'the unit and those below it');
  const waiting = await admin.get('/capaian?periode=2026-1&keadaan=belum');
  const count = (text, what) => text.match(what)?.length ?? 0;
  assert.equal(count(waiting.text, /<span class="tag">Belum<\/span>/g), count(waiting.text, /<li class="row">/g));
  assert.ok(count(waiting.text, /<li class="row">/g) < all.length, 'most of the first quarter are said');
  assert.match(waiting.text, /<option value="belum"\s+selected/);
  assert.equal((await admin.get('/capaian?periode=2026-1&keadaan=apa')).status, 422);
});

test('the recap shows a unit and those right below it, and leads further down and up', async () => {
  const admin = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
  const units = (text) => [...text.matchAll(/href="(\/rekap\?periode=[^"]*unit=[^"]*)"><b>([^<]+)</g)].map(([, url, name]) => [plain(url), plain(name)]);
  const [[url, name]] = units((await admin.get('/rekap')).text);
  const below = await admin.get(url);
  assert.match(below.text, new RegExp(`<li>\\s*<b>${name}</b>`));
  assert.match(below.text, /<p class="sm"><a href="\/rekap\?/, 'the way up');
  assert.equal((await admin.get(`${url.split('&unit=')[0]}&unit=00000000-0000-7000-8000-000000000000`)).status, 422);
});

test('a year is judged afresh over its periods, and the person holds the paper', async () => {
  const admin = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
  const superior = await new Visitor(house).signIn(house.logins.pejabat_penilai);
  const person = await new Visitor(house).signIn(house.logins.pegawai);
  await openTheYear(admin);
  const name = /Akun ([^<]+)</.exec((await person.get('/beranda')).text)[1];
  const team = (await superior.get('/tim/nilai?periode=2026-0')).text;
  const url = plain(new RegExp(`href="(/nilai/[^"]+)"><b>${name}<`).exec(team)[1]);
  assert.equal((await person.get(url)).status, 404, 'nothing to read before it is signed');
  const form = (await superior.get(url)).text;
  assert.match(saysOf(form), /Penilaian periodik 2026/);
  const suggested = /Saran dari 4 periode, ditimbang menurut bulan: hasil kerja (\S+)/.exec(saysOf(form))[1];
  assert.doesNotMatch(form, /type="radio"[^>]*checked/, 'nothing is chosen for the appraiser');
  const other = suggested === 'Di' ? 'sesuai' : 'di_bawah';
  const none = await send(superior, form, url, {}, 'lanjut');
  assert.equal(none.status, 422);
  assert.match(none.text, /Pilih rating hasil kerja/);
  assert.match(none.text, /Pilih rating perilaku kerja/);
  const short = await send(superior, none.text, url, { hk: other, pk: 'sesuai', alasan: 'pendek' }, 'lanjut');
  assert.equal(short.status, 422);
  assert.match(short.text, /paling sedikit 20 karakter/);
  const reason = 'Hasil setahun penuh berbeda dari yang tampak tiap triwulan.';
  assert.equal((await send(superior, short.text, url, { alasan: reason, rekomendasi: 'Pelatihan manajemen waktu.' }, 'lanjut')).status, 303);
  const own = await person.get('/penilaian');
  assert.match(saysOf(own.text), /Tahun 2026/);
  const result = (await person.get(url)).text;
  assert.ok(saysOf(result).includes(reason), 'the reason is told');
  for (const [, paper] of result.matchAll(/href="(\/evaluasi\/[^"]+pdf)"/g)) {
    const sent = await person.get(paper);
    assert.equal(sent.status, 200, paper);
    assert.equal(sent.bytes.subarray(0, 5).toString(), '%PDF-');
  }
  assert.equal((await send(superior, form, url, { hk: 'sesuai', pk: 'sesuai' }, 'lanjut')).status, 409, 'signed once');
});
