// SPDX-License-Identifier: Apache-2.0
// Files of evidence: what is taken in, what is not, and that nothing stays of a report that was refused or undone.
import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { open, Visitor } from './harness.mjs';

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
