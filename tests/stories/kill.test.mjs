// SPDX-License-Identifier: Apache-2.0
// Promise P1: what was acknowledged survives kill -9 under load; what was sent twice happened once.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { open, Visitor } from './harness.mjs';

let house;
before(async () => { house = await open({ people: 300 }); });
after(async () => { await house.close(); });

const report = (visitor, key, n) => visitor.post('/lapor', {
  kunci: key, sasaran: visitor.choice, uraian: `Pekerjaan nomor ${n} di loket`, jumlah: '1', tanggal: visitor.today, tautan: '',
});

async function reporter() {
  const visitor = await new Visitor(house).signIn(house.logins.pegawai);
  const page = await visitor.get('/lapor');
  visitor.choice = /name="sasaran" value="([^"]+)"/.exec(page.text)[1];
  visitor.today = /name="tanggal"[^>]*max="([^"]+)"/.exec(page.text)[1];
  return visitor;
}

test('kill -9 during 100 concurrent reports loses none that was acknowledged', async () => {
  let acknowledged = 0;
  for (let round = 0; round < 3; round++) {
    const visitor = await reporter();
    const kept = [];
    let killed = false;
    const sent = Array.from({ length: 100 }, async (_, n) => {
      for (let more = 0; !killed && more < 40; more++) {
        const key = randomUUID();
        try {
          const answer = await report(visitor, key, n);
          if (answer.status === 303) kept.push({ key, location: answer.location });
          // The kill comes while the others are under way, after enough answers to have something to lose.
          if (kept.length >= 60 + 40 * round && !killed) { killed = true; house.server.kill('SIGKILL'); }
        } catch { /* the server is gone: this one was never acknowledged */ }
      }
    });
    await Promise.all(sent);
    assert.ok(killed, 'the server was killed under load');
    await house.kill();
    await house.start();
    const reader = await reporter();
    for (const { location } of kept) {
      const receipt = await reader.get(location);
      assert.equal(receipt.status, 200, `receipt ${location} is still there`);
    }
    acknowledged += kept.length;
  }
  console.log(`# acknowledged ${acknowledged}, lost 0`);
  const verified = house.run('audit', 'verify');
  assert.equal(verified.code, 0, verified.out + verified.err);
});

test('the same key sent ten times at once is one report with one receipt', async () => {
  const visitor = await reporter();
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 10 }, () => report(visitor, key, 1)));
  assert.deepEqual([...new Set(answers.map((a) => a.status))], [303]);
  assert.equal(new Set(answers.map((a) => a.location)).size, 1);
});
