import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  getMediaType,
  toAttachmentName,
  toSafeFileName,
  toSafeNameWithExtension,
} from '#main/base/safe-file-name.ts';

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

const countBytes = (name: string) => Buffer.byteLength(name);
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '/',
        '\\',
        '..',
        '.',
        ' ',
        '\u202e',
        '\u200d',
        '\ud800',
        '\u2028',
        '\0',
        'ﬁ',
        'e\u0301',
      ),
      fc.constantFrom(
        '👩‍👩‍👧‍👦',
        '🇩🇪',
        'क्षि',
        '\u212b',
        'x'.repeat(90),
        '語'.repeat(90),
        `a${'\u0301'.repeat(200)}`,
      ),
      fc.constantFrom('.pdf', '.tar.gz', `.${'y'.repeat(70)}`),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

test.each([
  ['ledger.pdf', 'ledger.pdf'],
  ['/home/ada/ledger.pdf', 'ledger.pdf'],
  ['C:\\Users\\Ada\\ledger.pdf', 'ledger.pdf'],
  ['../../../etc/passwd', 'passwd'],
  ['..', 'file'],
  ['', 'file'],
  ['folder/', 'file'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['a\u200bb\ufeff.txt', 'ab.txt'],
  ['two\nlines\u2028here.txt', 'twolineshere.txt'],
  ['  spaces .txt ', 'spaces .txt'],
  ['Cafe\u0301.txt', 'Café.txt'],
  ['\ud800.txt', '.txt'],
  ['.bashrc', '.bashrc'],
])('%j is stored as %j', (name, kept) => {
  expect(toAttachmentName(name)).toBe(kept);
});

test('a long name keeps its extension and is cut between graphemes', () => {
  expect(toAttachmentName(`${'a'.repeat(300)}.pdf`)).toBe(`${'a'.repeat(251)}.pdf`);
  // A flag has two characters of four bytes each: 31 flags fit before the extension, and no half flag.
  expect(toAttachmentName(`${'🇩🇪'.repeat(40)}.png`)).toBe(`${'🇩🇪'.repeat(31)}.png`);
  expect(toAttachmentName(`${'e\u0323\u0302\u0301'.repeat(200)}.pdf`)).toMatch(
    /^(\u1ebf\u0323|\u1ec7\u0301)+\.pdf$/u,
  );
  expect(toAttachmentName(`a${'\u0333'.repeat(400)}.pdf`)).toBe('file.pdf');
  expect(toAttachmentName('b'.repeat(255))).toBe('b'.repeat(255));
  expect(countBytes(toAttachmentName(`a.${'語'.repeat(100)}`))).toBeLessThanOrEqual(255);
});

test('every name is stored as one path segment of at most 255 bytes without deceptive characters', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const kept = toAttachmentName(name);
      expect(kept).not.toBe('');
      expect(basename(kept)).toBe(kept);
      expect(kept).not.toMatch(/^\.{1,2}$|[/\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^\s|\s$/u);
      expect(countBytes(kept)).toBeLessThanOrEqual(255);
      expect(toAttachmentName(kept)).toBe(kept);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['a.PDF', 'application/pdf'],
  ['a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['a.b.png', 'image/png'],
  ['a', 'application/octet-stream'],
  ['a.nothing-known', 'application/octet-stream'],
])('%s is %s', (name, type) => {
  expect(getMediaType(name)).toBe(type);
});
