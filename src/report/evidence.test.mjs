// SPDX-License-Identifier: Apache-2.0
// Files of evidence: what is taken in, what is not, and that nothing stays of a report that was refused or undone.
// Rooms: report
import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { open, Visitor } from '#stories/harness.mjs';
import { zip } from '#stories/workbook.mjs';

let house, asn, page;
before(async () => {
  house = await open({ people: 60 });
  asn = await new Visitor(house).signIn(house.logins.pegawai);
  page = (await asn.get('/lapor')).text;
});
after(async () => { await house.close(); });

const pdf = () => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(2000), Buffer.from('\n%%EOF\n')]);

function send(bytes, { type = 'application/pdf', name = 'surat.pdf', field = 'berkas', visitor = asn, ...more } = {}) {
  const form = new FormData();
  const fields = { csrf: visitor.csrf, kunci: randomUUID(), sasaran: 'tambahan', uraian: 'Menyusun surat undangan', jumlah: '1', tanggal: /name="tanggal"[^>]*max="([^"]+)"/.exec(page)[1], tautan: '', ...more };
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set(field, new Blob([bytes], { type }), name);
  return visitor.post('/lapor', form);
}

/** How many files below the data directory bear this content's name. */
const kept = (bytes) => readdirSync(house.dir, { recursive: true }).filter((name) => name.includes(createHash('sha256').update(bytes).digest('hex'))).length;

/** Asks the server until the files of this content are so many; the caretaker comes by every other second. */
async function becomes(bytes, count) {
  for (const end = Date.now() + 60000; kept(bytes) !== count && Date.now() < end;) await asn.get('/healthz');
  assert.equal(kept(bytes), count);
}

test('a refused report leaves no file behind', async () => {
  const bytes = pdf();
  const refused = await send(bytes, { uraian: '' });
  assert.equal(refused.status, 422);
  await becomes(bytes, 0);
});

test('files of somebody the server has forgotten for a moment are taken in, those of a stranger are not', async () => {
  const visitor = await new Visitor(house).signIn(house.logins.pegawai), stranger = new Visitor(house), bytes = pdf(), theirs = pdf();
  assert.equal((await visitor.post('/tema', { tema: 'dark' })).status, 303); // what is remembered of sessions ends
  const sent = await send(bytes, { visitor });
  assert.match(sent.location, /^\/lapor\//);
  assert.equal(kept(bytes), 1);
  assert.equal((await send(theirs, { visitor: stranger })).location, '/masuk?ke=%2Fberanda');
  await becomes(theirs, 0);
});

test('an undone report takes its file along, unless another report names the same content', async () => {
  const bytes = pdf();
  const [one, two] = [await send(bytes), await send(bytes)];
  assert.equal(one.status, 303);
  assert.equal(two.status, 303);
  assert.equal(kept(bytes), 1);
  const other = pdf(), third = await send(other);
  assert.equal((await asn.post(`${third.location.split('?')[0]}/batal`, {})).status, 303);
  assert.equal((await asn.post(`${one.location.split('?')[0]}/batal`, {})).status, 303);
  await becomes(other, 0); // by then the first one's file was looked at too
  const path = /href="(\/bukti\/[^"]+)"/.exec((await asn.get(two.location)).text)[1];
  assert.deepEqual((await asn.get(path)).bytes, bytes);
  assert.equal((await asn.post(`${two.location.split('?')[0]}/batal`, {})).status, 303);
  await becomes(bytes, 0);
});

test('the same content sent, refused and undone many times at once never leaves a report without its file', async () => {
  const bytes = pdf();
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => send(bytes, n % 3 ? {} : { uraian: '' })));
  const sent = answers.filter((a) => a.status === 303).map((a) => a.location.split('?')[0]);
  assert.equal(sent.length, 26);
  await Promise.all(sent.slice(1).map((place) => asn.post(`${place}/batal`, {})));
  const other = pdf();
  await send(other, { uraian: '' });
  await becomes(other, 0);
  const path = /href="(\/bukti\/[^"]+)"/.exec((await asn.get(sent[0])).text)[1];
  assert.deepEqual((await asn.get(path)).bytes, bytes);
});

const JPEG = Buffer.from(`ffd8ffe000104a46494600010100000100010000ffdb0043001b12141714111b1716171e1c1b2028422b28252528513a3d3042605565645f555d5b6a7899816a7190735b5d85
  b586909ea3abadab6780bcc9baa6c799a8aba4ffc0000b080010001001011100ffc40014000100000000000000000000000000000003ffc40026100002010204050500000000
  0000000000010211032100041231131422417142515291a1ffda0008010100003f001c823ae4a8ad33a1ab4cd4f8a81733d8dc5fce153d401e1b35c49ea2771a9b79304c2dcf
  ee0b2a68f2f444076e1a2b2907b1d513e4a7de1142b90da19e6642a1ea922fda2750916dc0f7c7ffd9`.replace(/\s/g, ''), 'hex');
const OPENXML = 'application/vnd.openxmlformats-officedocument.';
const types = (...all) => `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${all.map((type, n) => `<Override PartName="/bagian/${n}.xml" ContentType="${type}"/>`).join('')}</Types>`;
const DOCUMENT = `${OPENXML}wordprocessingml.document.main+xml`, BOOK = `${OPENXML}spreadsheetml.sheet.main+xml`;
const DOCX = { '[Content_Types].xml': types(DOCUMENT), 'word/document.xml': '<document/>' };
const sample = (name) => readFileSync(new URL(`cases/${name}`, import.meta.url));

test('what only begins like a picture, a PDF or an office file is refused, and says so beside its field', async () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(4000)]);
  const cases = [
    ['noise behind the first bytes of a PNG', png, 'foto'],
    ['noise behind the first bytes of a JPEG', Buffer.concat([JPEG.subarray(0, 60), randomBytes(4000)]), 'foto'],
    ['half a photo', JPEG.subarray(0, 180), 'foto'],
    ['a PDF that was cut', Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3000)]), 'berkas'],
    ['an archive that only speaks of word/', zip({ 'readme.txt': 'word/document.xml xl/workbook.xml' }), 'berkas'],
    ['an archive without types of its parts', zip({ 'word/document.xml': '<document/>' }), 'berkas'],
    ['types that name no document', zip({ '[Content_Types].xml': types('application/xml'), 'word/document.xml': '<document/>' }), 'berkas'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'berkas'],
  ];
  for (const [what, bytes, field] of cases) {
    const answer = await send(bytes, { field, name: 'bukti.bin' });
    assert.equal(answer.status, 422, what);
    assert.match(answer.text, /<a href="#(foto|berkas)">Berkas (&quot;|&#34;|")bukti\.bin/, what);
    assert.match(answer.text, /<input[^>]* id="(foto|berkas)"[^>]* aria-describedby="\1-salah" aria-invalid="true"/, what);
    assert.equal(kept(bytes), 0, what);
  }
  assert.equal((await send(zip(DOCX), { name: 'surat.docx' })).status, 303);
});

test('macros are refused by what a file says of its parts, wherever they lie and however they are written', async () => {
  const cases = {
    'a workbook for macros': types('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    'a project in a folder of its own': types(BOOK, 'application/vnd.ms-office.vbaProject'),
    'in other letters': types(BOOK, 'APPLICATION/VND.MS-OFFICE.VBAPROJECT'),
    'a letter as a number': types(BOOK, 'application/vnd.ms-office.&#118;baProject'),
    'a macro sheet': types(BOOK, 'application/vnd.ms-excel.macrosheet+xml'),
    'an international macro sheet': types(BOOK, 'application/vnd.ms-excel.intlmacrosheet+xml'),
    'a template for macros': types('application/vnd.ms-word.template.macroEnabledTemplate.main+xml'),
    'slides for macros': types('application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml'),
    'by the ending of names': `<Types><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/a.xml" ContentType="${BOOK}"/></Types>`,
  };
  for (const [what, said] of Object.entries(cases)) {
    const answer = await send(zip({ '[Content_Types].xml': said, 'xl/workbook.xml': '<workbook/>', 'xl/bin/proyek.bin': 'x' }), { name: 'rekap.xlsx' });
    assert.equal(answer.status, 422, what);
    assert.match(answer.text, /rekap\.xlsx[^<]* berisi makro/, what);
  }
  assert.equal((await send(zip({ '[Content_Types].xml': types(BOOK), 'xl/workbook.xml': '<workbook/>' }), { name: 'rekap.xlsx' })).status, 303);
});

test('a PDF that asks for a password is refused in its own sentence; one that only forbids printing is taken', async () => {
  for (const name of ['terkunci-128.pdf', 'terkunci-256.pdf', 'terkunci-aliran.pdf']) {
    const answer = await send(sample(name), { name });
    assert.equal(answer.status, 422, name);
    assert.match(answer.text, /terkunci kata sandi; simpan ulang tanpa kata sandi/, name);
  }
  assert.equal((await send(sample('hanya-baca.pdf'))).status, 303);
});

test('a PDF is one by its mark within 1,024 bytes of both ends, blanks behind it not counted', async () => {
  const good = sample('baik.pdf'), mark = 1024 - '%PDF-'.length;
  const taken = { 'as it is': good, 'a mark of UTF-8': Buffer.concat([Buffer.from('efbbbf', 'hex'), good]),
    'as late as it may be': Buffer.concat([Buffer.alloc(mark, 0x20), good]),
    'a tail': Buffer.concat([good, Buffer.alloc(1000, 0x2d)]), 'blanks and zeros': Buffer.concat([good, Buffer.alloc(5000), Buffer.from('\r\n\r\n')]) };
  for (const [what, bytes] of Object.entries(taken)) assert.equal((await send(bytes)).status, 303, what);
  const refused = { 'a mark too late': Buffer.concat([Buffer.alloc(mark + 1, 0x20), good]), 'an end too early': Buffer.concat([good, Buffer.alloc(1024, 0x2d)]) };
  for (const [what, bytes] of Object.entries(refused)) assert.equal((await send(bytes)).status, 422, what);
});

test('a photo as iPhones keep it is refused in a sentence that says how to send it', async () => {
  for (const brand of ['heic', 'heix', 'mif1', 'avif']) {
    const answer = await send(Buffer.concat([Buffer.from('0000001c', 'hex'), Buffer.from(`ftyp${brand}`), randomBytes(2000)]), { field: 'foto', type: 'image/heic', name: 'IMG_0001.HEIC' });
    assert.equal(answer.status, 422, brand);
    assert.match(answer.text, /IMG_0001\.HEIC[^<]* adalah foto HEIC[^<]*ubah menjadi JPEG/, brand);
  }
});

test('a photo comes out without the place where it was taken, and as it was seen', async () => {
  const said = Buffer.from('457869660000' + '49492a00080000000100' + '12010300010000000600' + '0000' + '00000000', 'hex');
  const place = Buffer.from('GPSLatitude -2.53 Jayapura');
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 2 + said.length + place.length]), said, place]);
  const photo = Buffer.concat([JPEG.subarray(0, 20), exif, JPEG.subarray(20), Buffer.from('after the end')]);
  const sent = await send(photo, { field: 'foto', type: 'image/jpeg', name: 'loket.jpg' });
  assert.equal(sent.status, 303);
  const path = /href="(\/bukti\/[^"]+)"/.exec((await asn.get(sent.location)).text)[1];
  const { bytes, headers } = await asn.get(path);
  assert.equal(headers.get('content-type'), 'image/jpeg');
  assert.doesNotMatch(bytes.toString('latin1'), /Jayapura|GPS|after the end/);
  assert.equal(bytes[49], 6, 'which way is up is still told');
  assert.deepEqual(Buffer.concat([bytes.subarray(0, 20), bytes.subarray(56)]), JPEG, 'the pixels are as they were');
  const all = readdirSync(house.dir, { recursive: true }).filter((name) => name.startsWith('tmp/'));
  assert.deepEqual(all, [], 'nothing of the original is left');
});
