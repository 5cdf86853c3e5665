// SPDX-License-Identifier: Apache-2.0
// A workbook by hand, so that cells may hold what no writing library writes: formulas, errors, texts that are nowhere.

const table = Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1; return n >>> 0; });
const crc32 = (bytes) => (bytes.reduce((c, b) => table[(c ^ b) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
const le = (...pairs) => Buffer.concat(pairs.map(([value, size]) => { const b = Buffer.alloc(size); b.writeUIntLE(value, 0, size); return b; }));

/** A zip of stored parts: {'xl/workbook.xml': '…'}. */
export function zip(parts) {
  const files = [], directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const data = Buffer.from(text), title = Buffer.from(name);
    const head = le([20, 2], [0, 2], [0, 2], [0, 4], [crc32(data), 4], [data.length, 4], [data.length, 4], [title.length, 2], [0, 2]);
    const file = Buffer.concat([le([0x04034b50, 4]), head, title, data]);
    directory.push(Buffer.concat([le([0x02014b50, 4], [20, 2]), head, le([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), title]));
    files.push(file);
    at += file.length;
  }
  const size = directory.reduce((n, b) => n + b.length, 0);
  return Buffer.concat([...files, ...directory, le([0x06054b50, 4], [0, 4], [files.length, 2], [files.length, 2], [size, 4], [at, 4], [0, 2])]);
}

const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;');
const cell = (c) => typeof c === 'string' ? `<c t="inlineStr"><is><t>${escaped(c)}</t></is></c>`
  : c.formula ? `<c t="str"><f>${escaped(c.formula)}</f>${c.value ? `<v>${escaped(c.value)}</v>` : ''}</c>`
  : `<c t="e"><v>${escaped(c.error)}</v></c>`;

/** {Unit: [['kode', …], ['1', {formula: 'A1', value: '2'}, {error: '#REF!'}]]} as the bytes of an XLSX file. */
export function workbook(sheets) {
  const names = Object.keys(sheets);
  const parts = {
    'xl/workbook.xml': `<workbook xmlns:r="x"><sheets>${names.map((n, i) => `<sheet name="${n}" sheetId="${i + 1}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((n, i) => `<Relationship Id="r${i}" Target="s${i}.xml"/>`).join('')}</Relationships>`,
  };
  names.forEach((n, i) => { parts[`xl/s${i}.xml`] = `<worksheet><sheetData>${sheets[n].map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`; });
  return zip(parts);
}
