import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attachmentName, mediaType } from '../../../../../../main/core/storage/vault/attachment-name';

const bytes = (name: string) => Buffer.byteLength(name);
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
])('%j is kept as %j', (name, kept) => {
  expect(attachmentName(name)).toBe(kept);
});

test('a long name keeps its extension and loses whole graphemes only', () => {
  expect(attachmentName(`${'a'.repeat(300)}.pdf`)).toBe(`${'a'.repeat(251)}.pdf`);
  // Four bytes a flag's letter, eight a flag: 31 flags fit beside the extension, and no half one.
  expect(attachmentName(`${'🇩🇪'.repeat(40)}.png`)).toBe(`${'🇩🇪'.repeat(31)}.png`);
  expect(attachmentName(`${'e\u0323\u0302\u0301'.repeat(200)}.pdf`)).toMatch(
    /^(\u1ebf\u0323|\u1ec7\u0301)+\.pdf$/u,
  );
  expect(attachmentName(`a${'\u0333'.repeat(400)}.pdf`)).toBe('file.pdf');
  expect(attachmentName('b'.repeat(255))).toBe('b'.repeat(255));
  expect(bytes(attachmentName(`a.${'語'.repeat(100)}`))).toBeLessThanOrEqual(255);
});

test('whatever the name, what is kept is one part of at most 255 bytes that deceives nobody', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const kept = attachmentName(name);
      expect(kept).not.toBe('');
      expect(basename(kept)).toBe(kept);
      expect(kept).not.toMatch(/^\.{1,2}$|[/\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^\s|\s$/u);
      expect(bytes(kept)).toBeLessThanOrEqual(255);
      expect(attachmentName(kept)).toBe(kept);
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
  expect(mediaType(name)).toBe(type);
});
