// SPDX-License-Identifier: Apache-2.0
// Judges the head of an answer behind TLS by the published rules of MDN's HTTP Observatory: 100 to begin with, points off for what is
// missing, points on for more than is asked, these only from 90 up. What needs the outside (redirection from port 80, preload lists)
// is left out.
const HALF_A_YEAR = 15768000;
const MARKS = [[100, 'A+'], [90, 'A'], [85, 'A-'], [80, 'B+'], [70, 'B'], [65, 'B-'], [60, 'C+'], [50, 'C'], [45, 'C-'], [40, 'D+'],
  [30, 'D'], [25, 'D-'], [0, 'F']];
const PRIVATE = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];

function policy(headers) {
  const parts = new Map((headers.get('content-security-policy') || '').split(';').map((part) => part.trim().split(/\s+/))
    .filter(([name]) => name).map(([name, ...values]) => [name, values]));
  if (!parts.size) return [['no content security policy', -25]];
  const of = (name) => parts.get(name) ?? parts.get('default-src') ?? ['*'];
  const bad = ['script-src', 'object-src', 'style-src'].flatMap(of);
  if (bad.some((value) => /unsafe-inline|unsafe-eval|^\*$|^https?:$|^data:$/.test(value))) return [['an unsafe policy', -20]];
  const points = [[`a strict policy`, of('default-src').join() === "'none'" ? 10 : 5]];
  if (parts.has('frame-ancestors')) points.push(['no frames, by the policy', 5]);
  return points;
}

function cookies(headers) {
  const all = headers.getSetCookie();
  if (!all.length) return [];
  if (all.some((line) => !/; ?secure/i.test(line))) return [['a cookie without Secure', -20]];
  if (all.some((line) => !/; ?httponly/i.test(line))) return [['a cookie without HttpOnly', -10]];
  return all.every((line) => /; ?samesite=(lax|strict)/i.test(line)) ? [['cookies bound to the site', 5]] : [];
}

function transport(headers) {
  const age = /max-age=(\d+)/.exec(headers.get('strict-transport-security') || '');
  if (!age) return [['no strict transport', -20]];
  return Number(age[1]) < HALF_A_YEAR ? [['strict transport for less than half a year', -10]] : [];
}

/** { score, mark, reasons } */
export function observe(headers) {
  const resource = headers.get('cross-origin-resource-policy');
  const rules = [...policy(headers), ...cookies(headers), ...transport(headers),
    headers.get('x-content-type-options') === 'nosniff' ? null : ['no nosniff', -5],
    headers.get('referrer-policy') && PRIVATE.includes(headers.get('referrer-policy')) ? ['a private referrer', 5] : null,
    resource === 'same-origin' || resource === 'same-site' ? ['no use from other sites', 10] : null,
    headers.get('access-control-allow-origin') === '*' ? ['open to every origin', -50] : null].filter(Boolean);
  const base = rules.reduce((sum, [, points]) => sum + Math.min(points, 0), 100);
  const score = base < 90 ? Math.max(base, 0) : rules.reduce((sum, [, points]) => sum + Math.max(points, 0), base);
  return { score, mark: MARKS.find(([least]) => score >= least)[1], reasons: rules.map(([why, points]) => `${why} ${points}`) };
}
