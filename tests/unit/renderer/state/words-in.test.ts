import { expect, test } from 'vitest';
import { wordsIn } from '../../../../renderer/state/words-in';
import { attachEvidence } from '../../../../shared/domain/sources/source-edits';
import { countingFacts, openSample } from '../../shared/reviews';
import { sourceOf } from '../../shared/sources';

test('what was written is told, also in what was newly made', () => {
  const { review } = openSample();
  const [claimId = ''] = review.claims.keys();
  const { id: _, standing: __, ...fields } = sourceOf('a', { title: 'Harbour report' });
  const tie = { stance: 'supports', locator: 'p. 3', quote: 'the very words', note: null } as const;
  const made = attachEvidence(review, claimId, null, { fields, files: [] }, tie, countingFacts('n'));
  const note = { update: { before: { note: null }, after: { note: 'a remark' } } };
  const mended = {
    action: 'claim.edit' as const,
    edits: [{ table: 'claims' as const, id: claimId, ...note }],
  };
  expect(
    wordsIn([
      { id: 'one', ...made },
      { id: 'two', ...mended },
    ]),
  ).toBe('“Harbour report”, “p. 3”, “the very words”, “a remark”');
  expect(wordsIn([])).toBe('');
});
