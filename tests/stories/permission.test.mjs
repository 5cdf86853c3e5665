// SPDX-License-Identifier: Apache-2.0
// Every route of routes.def, tried by nobody, by every role, and with records of a foreign agency.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open, Visitor } from './harness.mjs';

const source = (name) => readFileSync(join(import.meta.dirname, '../../src', name), 'utf8');
const ROUTES = [...source('app/routes.def').matchAll(/^ROUTE\((\w+),\s*"([^"]+)",\s*(\w+),\s*(\w+),\s*(\w+)\)/gm)]
  .map(([, method, path, permission]) => ({ method, path, permission }));
const GRANTS = [...source('law/grant.def').matchAll(/^GRANT\((\w+),\s*(\w+),\s*(\w+)\)/gm)]
  .map(([, role, permission]) => ({ role, permission }));
const ROLES = ['pegawai', 'pejabat_penilai', 'pimpinan_unit', 'pengelola_kinerja', 'admin_kepegawaian', 'auditor'];

let house;
const visitors = {};
before(async () => {
  house = await open({ people: 300 });
  for (const role of ROLES) visitors[role] = await new Visitor(house).signIn(house.logins[role]);
});
after(async () => { await house.close(); });

const concrete = (path) => path.replace(/:[a-z_]*(id|kode)/g, '01890000-0000-7000-8000-000000000001')
  .replace(/:tahun/g, '2026').replace(/:nomor/g, '1').replace(/:[a-z_]+/g, 'x');

const ask = (visitor, { method, path }) => method === 'GET' ? visitor.get(concrete(path)) : visitor.post(concrete(path), {});

test('the route table was read', () => { assert.ok(ROUTES.length > 20, `${ROUTES.length} routes`); });

test('a route that is not public sends a visitor without a session away', async () => {
  for (const route of ROUTES.filter((r) => r.permission !== 'PUBLIC')) {
    const answer = await ask(new Visitor(house), route);
    const gone = [401, 403].includes(answer.status) || (answer.status === 303 && answer.location.startsWith('/masuk'));
    assert.ok(gone, `${route.method} ${route.path}: ${answer.status} ${answer.location}`);
  }
});

for (const role of ROLES)
  test(`${role} is refused every route without a grant`, async () => {
    // Everyone in the demonstration is a pegawai, and whoever has a pegawai id may turn out to be somebody's penilai.
    const held = new Set(['PEGAWAI', 'PEJABAT_PENILAI', role.toUpperCase()]);
    const may = new Set(GRANTS.filter((g) => held.has(g.role)).map((g) => g.permission));
    let refused = 0;
    for (const route of ROUTES) {
      if (route.permission === 'PUBLIC' || may.has(route.permission)) continue;
      const answer = await ask(visitors[role], route);
      assert.equal(answer.status, 403, `${route.method} ${route.path} as ${role}`);
      refused++;
    }
    // The officer who is also somebody's penilai holds every deed; everyone else meets closed doors.
    assert.ok(refused > 0 || role === 'admin_kepegawaian', 'some route is closed to this role');
  });

test('a record that does not exist, or is foreign, is never an answer of 200', async () => {
  for (const role of ROLES)
    for (const route of ROUTES.filter((r) => /:[a-z_]*id/.test(r.path))) {
      const answer = await ask(visitors[role], route);
      assert.ok(answer.status >= 400, `${route.method} ${route.path} as ${role}: ${answer.status}`);
      assert.notEqual(answer.status, 500, `${route.method} ${route.path} as ${role}`);
    }
});

test('a change without the cross-site token is refused', async () => {
  for (const route of ROUTES.filter((r) => r.method === 'POST' && r.permission !== 'PUBLIC')) {
    for (const role of ROLES) {
      const visitor = visitors[role];
      const saved = visitor.csrf;
      visitor.csrf = 'x'.repeat(43);
      const answer = await ask(visitor, route);
      visitor.csrf = saved;
      assert.equal(answer.status, 403, `${route.method} ${route.path} as ${role}`);
    }
  }
});
