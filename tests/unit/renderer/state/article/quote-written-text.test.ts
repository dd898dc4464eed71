import { expect, test } from 'vitest';
import { quoteWrittenText } from '../../../../../renderer/state/article/quote-written-text';
import { attachEvidence } from '../../../../../shared/domain/sources/evidence-edits';
import { createEditContext, openSample } from '../../../shared/reviews';
import { createTestSource } from '../../../shared/sources';

test('written text is quoted from updates and from new rows', () => {
  const { review } = openSample();
  const [claimId = ''] = review.claims.keys();
  const { id: _, standing: __, ...fields } = createTestSource('a', { title: 'Harbour report' });
  const evidence = { stance: 'supports', locator: 'p. 3', quote: 'the very words', note: null } as const;
  const attached = attachEvidence(
    review,
    claimId,
    null,
    { fields, files: [] },
    evidence,
    createEditContext('n'),
  );
  const note = { update: { before: { note: null }, after: { note: 'a remark' } } };
  const edited = {
    action: 'claim.edit' as const,
    edits: [{ table: 'claims' as const, id: claimId, ...note }],
  };
  expect(
    quoteWrittenText([
      { id: 'one', ...attached },
      { id: 'two', ...edited },
    ]),
  ).toBe('“Harbour report”, “p. 3”, “the very words”, “a remark”');
  expect(quoteWrittenText([])).toBe('');
});
