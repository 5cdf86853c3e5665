// SPDX-License-Identifier: Apache-2.0
// Days on which a calendar is likely to be wrong: every page opens, the demonstration has people rated in closed periods,
// and a report is sent, corrected and taken back.
// Rooms: home report
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { controls } from '#stories/forms.mjs';
import { Visitor, open } from '#stories/harness.mjs';
import { ASKS_FOR_MORE, GRANTS, ROLES, ROUTES } from '#stories/walk.mjs';

const DAYS = {
  'a Saturday, just after midnight': '2026-11-27T15:01:00Z',
  'the last minute of a year': '2026-12-31T14:59:30Z',
  'a Saturday in the first days of a year': '2027-01-02T03:00:00Z',
  'the first morning after a quarter': '2027-03-31T23:30:00Z',
  'a day that most years lack': '2028-02-29T03:00:00Z',
};
// What a proxy shows for what was too large is 413 on every day; whom to tell of a hole is not set here.
const PAGES = ROUTES.filter((route) => route.method === 'GET' && !route.path.includes(':') && !['too_large_file', 'security_file'].includes(route.handler) && !ASKS_FOR_MORE.includes(route.path));
const granted = (role, permission) => GRANTS.some((grant) => ['PUBLIK', role.toUpperCase()].includes(grant.role) && grant.permission === permission);

async function everyPageOpens(house, role) {
  const visitor = await new Visitor(house).signIn(house.logins[role]);
  for (const { path, permission } of PAGES) {
    const { status } = await visitor.get(path);
    assert.ok(status < 400 || (status === 403 && !granted(role, permission)), `${role} ${path}: ${status}`);
  }
}

async function aReportGoesItsWay(house) {
  const asn = await new Visitor(house).signIn(house.logins.pegawai);
  const form = async (path, changes) => {
    const fields = controls((await asn.get(path)).text, '/lapor').filter(([name]) => !['foto', 'berkas'].includes(name));
    const body = new URLSearchParams(fields);
    for (const [name, value] of Object.entries(changes)) body.set(name, value);
    const answer = await asn.post('/lapor', body);
    assert.equal(answer.status, 303, answer.text);
    return answer.location.split('?')[0];
  };
  const first = await form('/lapor', { uraian: 'Melayani warga', jumlah: '3' });
  const mended = await form(`/lapor?ganti=${first.split('/').pop()}`, { jumlah: '4' });
  assert.notEqual(mended, first);
  assert.match((await asn.get(mended)).text, /Jumlah<\/dt><dd[^>]*>4 /);
  assert.equal((await asn.post(`${mended}/batal`, {})).status, 303);
  assert.match((await asn.get('/penilaian')).text, /href="\/nilai\//, 'the demonstration has an evaluation to show');
}

for (const [name, at] of Object.entries(DAYS))
  test(`${name} is a day like others`, async () => {
    const house = await open({ people: 60, at });
    try {
      await aReportGoesItsWay(house);
      for (const role of ROLES) await everyPageOpens(house, role);
      const { text } = await (await new Visitor(house).signIn(house.logins.admin_kepegawaian)).get('/beranda');
      assert.match(text, /Ringkasan \d{4}/);
      assert.equal(house.run('audit', 'verify').code, 0);
    } finally { await house.close(); }
  });
