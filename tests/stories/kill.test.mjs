// SPDX-License-Identifier: Apache-2.0
// Promise P1: what was acknowledged survives kill -9 under load, evidence and all; what was sent twice happened once.
// Rooms: every
import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import channel from 'node:diagnostics_channel';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open, Visitor } from './harness.mjs';

const AT_ONCE = 100, KILLS = 4;
let house;
before(async () => { house = await open({ people: 60 }); });
after(async () => { await house.close(); });

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** A report; every third carries a file nobody else has. */
function report(visitor, { key, n, file }) {
  const fields = { kunci: key, sasaran: visitor.choice, uraian: `Pekerjaan nomor ${n} di loket`, jumlah: '1', tanggal: visitor.today, tautan: '' };
  if (!file) return visitor.post('/lapor', fields);
  const form = new FormData();
  for (const [name, value] of Object.entries({ csrf: visitor.csrf, ...fields })) form.set(name, value);
  form.set('berkas', new Blob([file], { type: 'application/pdf' }), `bukti-${n}.pdf`);
  return visitor.post('/lapor', form);
}

async function reporter() {
  const visitor = await new Visitor(house).signIn(house.logins.pegawai);
  const page = await visitor.get('/lapor');
  visitor.choice = /name="sasaran" value="([^"]+)"/.exec(page.text)[1];
  visitor.today = /name="tanggal"[^>]*max="([^"]+)"/.exec(page.text)[1];
  return visitor;
}

const order = (n) => ({ n, key: randomUUID(), file: n % 3 ? null : Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(3000), Buffer.from('\n%%EOF\n')]) });

/** Kills the server at the first answer of a burst, once enough have come: what is answered too early is then not yet stored. */
function killAtAnswer(enough) {
  const state = { killed: false };
  let answers = 0, latest = performance.now();
  const hear = () => {
    const now = performance.now(), quiet = now - latest;
    latest = now;
    if (++answers < enough || state.killed || (quiet < 0.5 && answers < enough + 500)) return;
    state.killed = true;
    house.server.kill('SIGKILL');
  };
  channel.subscribe('undici:request:headers', hear);
  state.end = () => channel.unsubscribe('undici:request:headers', hear);
  return state;
}

/** 100 people at once report again and again until the server is killed among them; what was sent, and what was acknowledged. */
async function reportUntilKilled(visitor, enough) {
  const sent = [], kept = [];
  const kill = killAtAnswer(enough);
  await Promise.all(Array.from({ length: AT_ONCE }, async (_, n) => {
    while (!kill.killed) {
      const one = order(n);
      sent.push(one);
      try {
        const answer = await report(visitor, one);
        if (answer.status === 303) kept.push({ ...one, location: answer.location });
        else assert.equal(answer.status, 503, answer.text.slice(0, 300));
      } catch (fault) {
        if (fault instanceof assert.AssertionError) throw fault;
        assert.ok(kill.killed, `a connection broke before the kill: ${fault}`);
      }
    }
  }));
  kill.end();
  return { sent, kept };
}

/** Which acknowledged reports are not there as they were sent. */
async function lost(reader, kept) {
  const missing = [];
  for (const { location, n, file } of kept) {
    const receipt = await reader.get(location);
    let whole = receipt.status === 200 && receipt.text.includes(`Pekerjaan nomor ${n} di loket`);
    if (whole && file) {
      const path = /href="(\/bukti\/[^"]+)"/.exec(receipt.text)?.[1];
      const evidence = path && await reader.get(path);
      whole = evidence?.status === 200 && sha256(evidence.bytes) === sha256(file);
    }
    if (!whole) missing.push(location);
  }
  return missing;
}

let last;
test(`kill -9 during ${AT_ONCE} concurrent reports, ${KILLS} times, loses none that was acknowledged`, async () => {
  let acknowledged = 0, files = 0, under = 0;
  const starts = [];
  for (let round = 0; round < KILLS; round++) {
    const { sent, kept } = await reportUntilKilled(await reporter(), 60 + 30 * round);
    await house.kill();
    const began = performance.now();
    await house.start();
    starts.push(Math.round(performance.now() - began));
    const reader = await reporter();
    assert.deepEqual(await lost(reader, kept), []);
    // Who got no answer sends the same again, and so does who got one: each is one report.
    const first = new Map(kept.map((one) => [one.key, one.location]));
    const places = new Set();
    for (const one of sent) {
      const again = await report(reader, one);
      assert.equal(again.status, 303, again.text.slice(0, 300));
      if (first.has(one.key)) assert.equal(again.location, first.get(one.key), 'the same receipt as before the kill');
      places.add(again.location);
    }
    assert.equal(places.size, sent.length, 'as many reports as were meant');
    acknowledged += kept.length;
    files += kept.filter((one) => one.file).length;
    under += sent.length - kept.length;
    last = kept;
  }
  console.log(`# acknowledged ${acknowledged} (${files} with a file), lost 0; ${under} were under way at the kills; ready again after ${starts.join(', ')} ms`);
  const verified = house.run('audit', 'verify');
  assert.equal(verified.code, 0, verified.out + verified.err);
});

test('the check above goes red when an acknowledged report or a file is gone', async () => {
  const reader = await reporter();
  const plain = last.find((one) => !one.file), withFile = last.find((one) => one.file);
  const undone = await reader.post(`${plain.location.split('?')[0]}/batal`, {});
  assert.equal(undone.status, 303, undone.text.slice(0, 300));
  assert.deepEqual(await lost(reader, last), [plain.location]);
  const stored = readdirSync(house.dir, { recursive: true }).filter((name) => name.includes(sha256(withFile.file)));
  assert.equal(stored.length, 1);
  rmSync(join(house.dir, stored[0]));
  assert.deepEqual((await lost(reader, last)).sort(), [plain.location, withFile.location].sort());
});

test('the same key sent ten times at once is one report with one receipt', async () => {
  const visitor = await reporter();
  const one = order(1);
  const answers = await Promise.all(Array.from({ length: 10 }, () => report(visitor, one)));
  assert.deepEqual([...new Set(answers.map((a) => a.status))], [303]);
  assert.equal(new Set(answers.map((a) => a.location)).size, 1);
});
