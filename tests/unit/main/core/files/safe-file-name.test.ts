import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSafeFileName, toSafeNameWithExtension } from '../../../../../main/core/files/safe-file-name';

test.each([
  ['The mill', 'The mill'],
  ['  A/B: “C” <d>?\n', 'A B “C” d'],
  ['../../etc/passwd', 'etc passwd'],
  ['CON', 'Report CON'],
  ['com1.txt', 'Report com1.txt'],
  ['...', 'Report'],
  ['\u202egnp.exe', 'gnp.exe'],
  ['', 'Report'],
  ['語'.repeat(100), '語'.repeat(80)],
  [`${'word '.repeat(14)}further words`, `${'word '.repeat(14)}further`.trim()],
  [`${'word '.repeat(14)}long, further`, `${'word '.repeat(14)}long`],
  [`${'word '.repeat(14)}– furthermore, words`, `${'word '.repeat(14)}`.trim()],
  [`A ${'x'.repeat(100)}`, `A ${'x'.repeat(78)}`],
  [`con.${'語'.repeat(100)}`, `Report con.${'語'.repeat(76)}`],
])('%j becomes %j', (title, name) => {
  expect(toSafeFileName(title, 'Report')).toBe(name);
});

const titles = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .tuple(fc.constantFrom('', 'con.', 'com¹.'), fc.constantFrom('語', 'ก', '😀', 'é'))
    .map(([start, sign]) => start + sign.repeat(100)),
);

test('every title makes a name that is valid on every system', () => {
  fc.assert(
    fc.property(titles, (title) => {
      const name = toSafeFileName(title, 'Report');
      expect(name).not.toMatch(/[\p{Cc}\p{Cs}<>:"/\\|?*]/u);
      expect(name).not.toMatch(/^[. ]|[. ]$|^$/);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
    }),
  );
});

test.each([
  ['ledger.pdf', 'ledger.pdf'],
  ['CON.pdf', 'file CON.pdf'],
  ['nul .txt', 'file nul.txt'],
  ['COM¹.txt', 'file COM¹.txt'],
  ['aux', 'file aux'],
  ['.pdf', 'file.pdf'],
  ['run.exe. . ', 'run.exe'],
  ['a.pdf:hidden.exe', 'a.pdf hidden.exe'],
  ['a.exe\u202efdp.', 'a.exe fdp'],
  ['a.pdf\u0301', 'a.pdf\u0301'],
  ['', 'file'],
  ['...', 'file'],
  [`${'語'.repeat(85)}.pdf`, `${'語'.repeat(80)}.pdf`],
])('a file %j is shown as %j', (name, safe) => {
  expect(toSafeNameWithExtension(name, 'file')).toBe(safe);
});

test('the copy of every file has a name that is valid on every system, with the extension of the file', () => {
  const names = fc.tuple(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('', '.pdf', '.exe', '.', '. ', '.toolongforanextension', '\u202e.txt'),
  );
  fc.assert(
    fc.property(names, ([stem, ending]) => {
      const name = toSafeNameWithExtension(stem + ending, 'file');
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]|^[. ]|[. ]$|^$/u);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      if (/^\.(pdf|exe)$/.test(ending)) expect(name.endsWith(ending)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
