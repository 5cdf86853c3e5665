// SPDX-License-Identifier: Apache-2.0
// Every page a role can open from its menu, in a real browser: no sideways scroll, no console message (the CSP test),
// no accessibility violation; phone and desk, light and dark. ABDI_PICTURES=folder keeps a picture of each. ABDI_LOOK=off:
// one size and no look at barriers, for a run that looks at the program and not at the browser.
// Rooms: every
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { barriers, launch, overflow } from './browser.mjs';
import { open } from './harness.mjs';

// By role: an address, or an address and the first link to follow from there.
const PAGES = {
  publik: ['/', '/masuk', '/api'],
  pegawai: ['/beranda', '/lapor', '/laporan', ['/laporan', '/lapor/'], '/skp', ['/skp', '/tanda-terima'], '/penilaian', ['/penilaian', '/nilai/'], '/realisasi',
    '/lainnya', '/sandi', '/perangkat', '/konfirmasi', '/kunci'],
  penyusun: ['/skp', ['/skp', '/rhk'], ['/skp', '/perilaku'], ['/skp', '/lampiran'], ['/skp', '/periksa']],
  pejabat_penilai: ['/beranda', '/tim', ['/tim', '/tinjau'], '/tim/nilai', ['/tim/nilai', '/nilai/'], '/skp'],
  admin_kepegawaian: ['/beranda', '/pegawai', ['/pegawai', '/pegawai/'], '/unit', '/impor', '/tahun', '/tahun/setelan', '/hasil-unit',
    '/persetujuan', '/penetapan', ['/penetapan', '/nilai/'], '/capaian', ['/capaian', '/capaian/'], '/rekap', '/peran', ['/peran', '/peran/'], '/kunci-sistem', '/jejak'],
};
const IS_LOOKING = process.env.ABDI_LOOK !== 'off';
const SIZES = [['hp', 360, 740], ['pc', 1280, 800]].slice(0, IS_LOOKING ? 2 : 1);

let house, browser;
before(async () => {
  house = await open({ people: 300 });
  browser = await launch();
});
after(async () => { await browser?.close(); await house?.close(); });

async function signIn(page, { nip, sandi }) {
  await page.goto(`${house.base}/masuk`);
  await page.fill('[name=masuk]', nip);
  await page.fill('[name=sandi]', sandi);
  await page.click('main button[type=submit], form button[type=submit]');
  await page.waitForURL('**/beranda');
}

const nameOf = (step) => [step].flat().join('-').replaceAll('/', '-');

async function arrive(page, step) {
  const [path, link] = [step].flat();
  let answer = await page.goto(house.base + path);
  if (link) {
    const hrefs = await page.locator('main a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    const href = hrefs.find((h) => h.includes(link) && h !== path && !h.endsWith('pdf'));
    assert.ok(href, `${path} leads to no ${link}`);
    answer = await page.goto(house.base + href);
  }
  assert.equal(answer.status(), 200, nameOf(step));
}

async function takePictures(page, name) {
  mkdirSync(process.env.ABDI_PICTURES, { recursive: true });
  for (const [colorScheme, suffix] of [['dark', '-gelap'], ['light', '']]) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${name}${suffix}.png`, fullPage: true });
  }
}

for (const [role, steps] of Object.entries(PAGES))
  for (const [size, width, height] of SIZES)
    test(`${role} at ${size}: pages fit, are silent and accessible`, async () => {
      const context = await browser.newContext({ viewport: { width, height }, locale: 'id-ID', timezoneId: 'Asia/Jayapura',
        isMobile: width < 700, hasTouch: width < 700, reducedMotion: 'reduce' });
      const page = await context.newPage();
      let spoken = [];
      page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) spoken.push(m.text()); });
      page.on('pageerror', (e) => spoken.push(String(e)));
      if (role !== 'publik') await signIn(page, house.logins[role]);
      for (const step of steps) {
        await arrive(page, step);
        if (process.env.ABDI_PICTURES) await takePictures(page, `${process.env.ABDI_PICTURES}/${role}${nameOf(step)}-${size}`);
        assert.equal(await overflow(page), 0, `${nameOf(step)} scrolls sideways`);
        assert.deepEqual(spoken, [], `console messages of ${nameOf(step)}`);
        if (IS_LOOKING) assert.deepEqual(await barriers(page), []);
        spoken = []; // what the check itself says of the page's CSP is not the page's
      }
      await context.close();
    });

test('a long list of units is narrowed by typing, and what was chosen stays', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, house.logins.admin_kepegawaian);
  await page.goto(`${house.base}/pegawai`);
  const options = page.locator('select[name=unit] option'), all = await options.allInnerTexts();
  const [unit] = all.filter((name) => /Bidang Mutasi/.test(name));
  await page.getByLabel('Saring Unit kerja').fill('mutasi bid');
  assert.deepEqual(await options.allInnerTexts(), all.filter((name, at) => at === 0 || (/mutasi/i.test(name) && /bid/i.test(name))));
  await page.selectOption('select[name=unit]', { label: unit });
  await page.getByLabel('Saring Unit kerja').fill('tidak ada unit begini');
  assert.deepEqual(await options.allInnerTexts(), [all[0], unit]);
  await page.getByLabel('Saring Unit kerja').fill('');
  assert.deepEqual(await options.allInnerTexts(), all);
  await Promise.all([page.waitForURL('**/pegawai?*'), page.click('main form button')]);
  assert.match(await page.locator('main').innerText(), /Kepala Bidang Mutasi/);
  await context.close();
});

test('the accessibility check can go red', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.setContent('<html><body><img src="x"><input></body></html>');
  assert.ok((await barriers(page)).length > 2);
  await page.setContent(`<html lang="id"><head><title>a</title><style>main { color: #000; background: #fff }
    @media (prefers-color-scheme: dark) { main { background: #333 } }</style></head><body><main><h1>Terbaca</h1></main></body></html>`);
  assert.deepEqual((await barriers(page)).map((line) => line.replace(/^\S+ /, '')), ['dark color-contrast: h1']);
  await context.close();
});
