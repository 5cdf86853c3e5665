// SPDX-License-Identifier: Apache-2.0
// An appraiser's note belongs to its result: results that were removed or added while the page stood open move none.
// Rooms: skp form
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { controls, send } from '#stories/forms.mjs';
import { Visitor, open } from '#stories/harness.mjs';

let house;
before(async () => { house = await open({ people: 60 }); });
after(async () => { await house?.close(); });

test('notes stay with their results, and what was written about a removed one is kept to be copied', async () => {
  const owner = await new Visitor(house).signIn(house.logins.penyusun);
  const mine = (await owner.get('/skp')).text;
  const plan = /href="(\/skp\/[^/"]+)\/periksa"/.exec(mine)[1];
  const ids = [...mine.matchAll(/rhk\?rhk=([0-9a-f-]{36})"/g)].map(([, id]) => id);
  assert.ok(ids.length >= 2, mine);
  const hand = async () => send(owner, (await owner.get(`${plan}/periksa`)).text, `${plan}/ajukan`, {});
  const superior = await new Visitor(house).signIn(house.logins.pejabat_penilai);
  assert.equal((await hand()).status, 303);

  const open = (await superior.get(`${plan}/tinjau`)).text;
  for (const id of ids) assert.ok(open.includes(`name="komentar.${id}"`), id);
  const other = (await superior.get(`${plan}/tinjau`)).text; // another tab
  assert.equal((await send(superior, other, `${plan}/tinjau`, { [`komentar.${ids[0]}`]: 'Terlalu umum' }, 'kembalikan')).status, 303);
  const remove = `${plan}/rhk/${ids[0]}/hapus`;
  assert.equal((await send(owner, (await owner.get(remove)).text, remove, {})).status, 303);
  const more = await owner.get(`${plan}/rhk?jenis=tambahan`);
  const added = await send(owner, more.text, `${plan}/rhk`, { uraian: 'Arsip tertata', 'iki_uraian.0': 'Berkas tertata', 'iki_target.0': '10', 'iki_satuan.0': 'berkas' });
  assert.equal(added.status, 303, added.text);
  assert.equal((await hand()).status, 303);

  const late = { [`komentar.${ids[0]}`]: 'Hapus saja hasil ini', [`komentar.${ids[1]}`]: 'Sebut jumlahnya' };
  const clash = await send(superior, open, `${plan}/tinjau`, late, 'kembalikan');
  assert.equal(clash.status, 409);
  const now = controls(clash.text, `${plan}/tinjau`).filter(([name, value]) => name.startsWith('komentar.') && value);
  assert.deepEqual(now, [[`komentar.${ids[1]}`, 'Sebut jumlahnya']]);
  assert.match(clash.text, /Catatan untuk hasil kerja yang sudah dihapus[^]*Hapus saja hasil ini/);
  assert.equal((await send(superior, clash.text, `${plan}/tinjau`, {}, 'kembalikan')).status, 303);
  const told = await owner.get(`${plan}/rhk?rhk=${ids[1]}`);
  assert.match(told.text, /Catatan penilai:<\/b> Sebut jumlahnya/);
  assert.equal((await owner.get(plan)).text.split('Sebut jumlahnya').length, 2, 'on one result only');
});
