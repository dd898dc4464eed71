import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName, cleanNotices, cleanProposal } from '../../../../../main/core/import/clean-names';
import { sampleProposal } from '../../support/sample';

const deceptive = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

test('the name of a file has no control and no bidirectional override, and is never empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
      const clean = cleanFileName(name);
      expect(clean).not.toMatch(deceptive);
      expect(clean).not.toBe('');
    }),
  );
  expect(cleanFileName('report\u202egpj.exe')).toBe('reportgpj.exe');
  expect(cleanFileName('a\tb\u0007.txt')).toBe('a b .txt');
});

test('title and byline of a proposal are cleaned, and marks of direction stay', () => {
  const proposal = { ...sampleProposal(), title: 'A\u202e\u0000title', byline: '\u2066' };
  expect(cleanProposal(proposal)).toMatchObject({ title: 'A title', byline: null });
  expect(cleanProposal({ ...proposal, title: 'שלום\u200f!' }).title).toBe('שלום\u200f!');
  expect(cleanProposal({ ...proposal, title: '\u202e' }).title).toBe('Untitled article');
});

test('names in notices are cleaned, and one with nothing left is absent', () => {
  const attachments = { kind: 'attachmentsLeftOut' as const, count: 1 };
  expect(cleanNotices([{ ...attachments, name: 'report\u202egpj.exe' }])).toEqual([
    { ...attachments, name: 'reportgpj.exe' },
  ]);
  expect(cleanNotices([{ ...attachments, name: '\u2066' }, attachments])).toEqual([attachments, attachments]);
});
