// SPDX-License-Identifier: Apache-2.0
// The page of settings shows one area; an address that names none is refused.
// Rooms: org
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Visitor, open } from '#stories/harness.mjs';

let house;
before(async () => { house = await open({ people: 14 }); });
after(async () => { await house?.close(); });

test('every setting stands in the area of its source', async () => {
  const officer = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
  const sources = { kinerja: /^(PK-|1\.7|11\.)/, akun: /^AUD-/, data: /^(8\.|PDP-)/, layanan: /^(REG-|1\.5 ?)/ };
  for (const [area, source] of Object.entries(sources)) {
    const { text } = await officer.get(`/tahun/setelan?bagian=${area}`);
    const told = [...text.matchAll(/>\s*([A-Z0-9.-]+)[^<[]*\[[VKD]/g)].map(([, id]) => id);
    assert.ok(told.length > 1, `${area}: ${told}`);
    assert.deepEqual(told.filter((id) => !source.test(id)), [], area);
  }
});

test('an area is one of the list, and everything else is 422', async () => {
  const officer = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
  const shown = async (query) => { const page = await officer.get(`/tahun/setelan${query}`); return [page.status, /<h1>(.*)<\/h1>/.exec(page.text)[1], page.text]; };
  assert.deepEqual((await shown('')).slice(0, 2), [200, 'Setelan: SKP dan penilaian']);
  assert.deepEqual((await shown('?bagian=tpp')).slice(0, 2), [200, 'Setelan: TPP']);
  const [status, , text] = await shown('?bagian=lain&ubah=api_key_days_person');
  assert.equal(status, 422);
  assert.match(text, /href="#bagian">Bagian setelan: pilih salah satu dari daftar/);
  assert.doesNotMatch(text, /name="nilai"/);
  assert.match((await shown('?ubah=api_key_days_person'))[2], /name="nilai"/);
});
