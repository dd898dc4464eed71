import { expect, test } from 'vitest';
import { Proposals } from '../../../../../main/core/import/proposals';
import { createAnnotation } from '../../../../../shared/import/annotations/annotation';
import { importPastedText } from '../../../../../shared/import/text/import-text';
import { newId } from '../../support/sample';

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
