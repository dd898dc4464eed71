import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName, cleanNotices, cleanProposal, Proposals } from '#main/core/import/proposals.ts';
import { importPastedText } from '#renderer/documents/read/text/import-text.ts';
import { createAnnotation } from '#shared/import/base/annotation.ts';
import { newId, sampleProposal } from '#tests/unit/main/support/sample.ts';

test('the memory of a proposal has its comments and its left-out blocks in it', () => {
  const imported = importPastedText('The mill closed in 1975.');
  if (!imported.ok) throw new Error(imported.problem.message);
  const countBytesWith = (more: Partial<typeof imported.proposal>) => {
    const proposals = new Proposals({ newId });
    proposals.add({
      original: null,
      notices: [],
      textMap: null,
      readableFile: null,
      proposal: { ...imported.proposal, ...more },
    });
    return proposals.countBytes();
  };
  const text = 'x'.repeat(10_000);
  const bytes = countBytesWith({});
  const annotation = createAnnotation([{ by: '', at: null, text }], false);
  expect(countBytesWith({ annotationsWithoutWords: [annotation] })).toBe(bytes + 20_000);
  const leftOut = [{ kind: 'paragraph' as const, level: null, before: 0, text, marks: [] }];
  expect(countBytesWith({ leftOut })).toBe(bytes + 20_000);
});

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
