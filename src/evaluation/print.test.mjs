// SPDX-License-Identifier: Apache-2.0
// On paper: ink is dark whatever the screen shows, and the nine cells have edges and keep their colours.
// Rooms: evaluation
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { come, DESK, launch } from '#stories/browser.mjs';
import { open } from '#stories/harness.mjs';

let house, browser;
before(async () => { house = await open({ people: 60 }); browser = await launch(); });
after(async () => { await browser?.close(); await house?.close(); });

test('a rating printed from a dark screen can be read, cell by cell', async () => {
  const context = await come(browser, house, { ...DESK, colorScheme: 'dark' }), page = await context.newPage();
  const { nip, sandi } = house.logins.pejabat_penilai;
  await page.goto(`${house.base}/masuk`);
  await page.fill('[name=masuk]', nip);
  await page.fill('[name=sandi]', sandi);
  await page.click('main button[type=submit]');
  await page.waitForURL('**/beranda');
  await page.goto(`${house.base}/tim/nilai`);
  await page.locator('main ol a').first().click();
  await page.waitForURL('**/nilai/**');
  await page.evaluate(() => { document.documentElement.dataset.theme = 'dark'; });
  await page.emulateMedia({ media: 'print' });
  if (process.env.ABDI_PICTURES) {
    mkdirSync(process.env.ABDI_PICTURES, { recursive: true });
    await page.screenshot({ path: `${process.env.ABDI_PICTURES}/cetak-nilai.png`, fullPage: true });
  }
  const cells = await page.$$eval('.box9 tbody td', (all) => all.map((cell) => { const s = getComputedStyle(cell);
    return { edge: s.outlineStyle, exact: s.printColorAdjust, width: parseFloat(s.outlineWidth) }; }));
  assert.equal(cells.length, 9);
  for (const cell of cells) assert.deepEqual({ ...cell, width: cell.width >= 1 }, { edge: 'solid', exact: 'exact', width: true });
  const pale = await page.$$eval('main h1, main h2, main p, main th, main label, main li, main .tag', (all) => all.filter((one) => one.offsetParent !== null).filter((one) => {
    const [r, g, b] = getComputedStyle(one).color.match(/[\d.]+/g).map(Number);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 110;
  }).map((one) => `${one.tagName} ${one.className} ${getComputedStyle(one).color}`));
  assert.deepEqual(pale, []);
  await context.close();
});
