// SPDX-License-Identifier: Apache-2.0
// The audit trail as the operator meets it: verify, heads kept elsewhere, a backup put back, and the way on.
// Rooms: audit
import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open, Visitor } from '#stories/harness.mjs';

let house;
before(async () => { house = await open({ people: 60 }); });
after(async () => { await house.close(); });

const signIn = () => new Visitor(house).signIn(house.logins.admin_kepegawaian);

test('audit without a known deed is refused with help', () => {
  for (const args of [[], ['periksa'], ['verify', '--jangkar'], ['heads', 'x'], ['accept-restore', '--alasan', ' ']]) {
    const said = house.run('audit', ...args);
    assert.equal(said.code, 2, args.join(' '));
    assert.match(said.err, /abdi audit verify/);
  }
});

test('a serving house has a whole trail and signs its head', async () => {
  await signIn();
  await house.kill('SIGTERM'); // ends only after the first look for heads to sign
  const said = house.run('audit', 'verify');
  assert.equal(said.code, 0, said.out + said.err);
  assert.match(said.out, /rantai utuh, \d+ entri, [1-9]\d* kepala/);
  await house.start();
});

test('a whole database put back is found, takes no change, and goes on when a person accepts it', async (t) => {
  if (!house.env.ABDI_DB.startsWith('sqlite:')) return t.skip('one file only on the embedded engine');
  const file = join(house.dir, 'abdi.db'), kept = join(house.dir, 'lama.db'), anchors = join(house.dir, 'jangkar.txt');
  await house.kill('SIGTERM');
  copyFileSync(file, kept);
  await house.start();
  await signIn();
  await house.kill('SIGTERM');
  writeFileSync(anchors, house.run('audit', 'heads').out);
  for (const name of readdirSync(house.dir)) if (name.startsWith('abdi.db-')) rmSync(join(house.dir, name));
  copyFileSync(kept, file);

  const found = house.run('audit', 'verify');
  assert.equal(found.code, 1, found.out + found.err);
  assert.match(found.out, /RUSAK pada entri \d+/);
  await house.start();
  const refused = await signIn().then(() => null, (error) => error.message);
  assert.match(refused, /503/);
  assert.match(refused + (await new Visitor(house).get('/healthz')).status, /200$/); // reading goes on
  await house.kill('SIGTERM');

  const accepted = house.run('audit', 'accept-restore', '--alasan', 'Latihan pemulihan, BA 1/2026');
  assert.equal(accepted.code, 0, accepted.out + accepted.err);
  await house.start();
  await signIn();
  const whole = house.run('audit', 'verify');
  assert.equal(whole.code, 0, whole.out + whole.err);
});
