// SPDX-License-Identifier: Apache-2.0
// Every page a role can open from its menu, in a real browser: no sideways scroll, no console message (the CSP test),
// no accessibility violation; phone and desk, light and dark. ABDI_PICTURES=folder keeps a picture of each.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { open } from './harness.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PAGES = {
  publik: ['/masuk'],
  pegawai: ['/beranda', '/lapor', '/laporan', '/skp', '/penilaian', '/lainnya', '/sandi', '/perangkat', '/konfirmasi'],
  pejabat_penilai: ['/beranda', '/tim', '/tim/nilai', '/skp'],
  admin_kepegawaian: ['/beranda', '/pegawai', '/unit', '/impor', '/tahun', '/tahun/setelan', '/hasil-unit', '/persetujuan', '/capaian', '/rekap', '/peran', '/jejak'],
};
const SIZES = [['hp', 360, 740, 'light'], ['hp-gelap', 360, 740, 'dark'], ['pc', 1280, 800, 'light'], ['pc-gelap', 1280, 800, 'dark']];

let house, browser;
before(async () => {
  house = await open({ people: 300 });
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'] });
});
after(async () => { await browser?.close(); await house?.close(); });

export async function signIn(page, { nip, sandi }) {
  await page.goto(`${house.base}/masuk`);
  await page.fill('[name=masuk]', nip);
  await page.fill('[name=sandi]', sandi);
  await page.click('main button[type=submit], form button[type=submit]');
  await page.waitForURL('**/beranda');
}

for (const [role, paths] of Object.entries(PAGES))
  for (const [size, width, height, colorScheme] of SIZES)
    test(`${role} at ${size}: pages fit, are silent and accessible`, async () => {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'id-ID', timezoneId: 'Asia/Jayapura',
        isMobile: width < 700, hasTouch: width < 700, bypassCSP: false });
      const page = await context.newPage();
      const spoken = [];
      page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) spoken.push(m.text()); });
      page.on('pageerror', (e) => spoken.push(String(e)));
      if (role !== 'publik') await signIn(page, house.logins[role]);
      for (const path of paths) {
        const answer = await page.goto(house.base + path);
        assert.equal(answer.status(), 200, path);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (process.env.ABDI_PICTURES) {
          mkdirSync(process.env.ABDI_PICTURES, { recursive: true });
          await page.screenshot({ path: `${process.env.ABDI_PICTURES}/${role}${path.replaceAll('/', '-')}-${size}.png`, fullPage: true });
        }
        assert.equal(over, 0, `${path} scrolls sideways by ${over} px`);
      }
      assert.deepEqual(spoken, [], 'console messages');
      await context.close();
      const checked = await browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP: true });
      const eye = await checked.newPage();
      if (role !== 'publik') await signIn(eye, house.logins[role]);
      for (const path of paths) {
        await eye.goto(house.base + path);
        await eye.evaluate(axe);
        const found = await eye.evaluate((values) => axe.run(document, { runOnly: { type: 'tag', values } }), TAGS);
        assert.deepEqual(found.violations.map((v) => `${path} ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')}`), []);
      }
      await checked.close();
    });

test('the accessibility check can go red', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.setContent('<html><body><img src="x"><input></body></html>');
  await page.evaluate(axe);
  const found = await page.evaluate((values) => axe.run(document, { runOnly: { type: 'tag', values } }), TAGS);
  assert.ok(found.violations.length > 2);
  await context.close();
});
