import { expect, test } from 'vitest';
import { createClaimLocator } from '#main/worker/reports/word/locate-claim.ts';
import { createTestProposal, findWords } from '#tests/libraries/proposals.ts';
import { searched } from '../searched.ts';

const draft = createTestProposal([
  'It cost 12[1] million.',
  { kind: 'note', level: null, text: '[1] See the budget.', marks: [] },
  'It has nine stops.',
]);

test.each([
  ['in the text', '12[1] million', false],
  ['in a note', 'the budget', true],
  ['from the text into a note', 'million.\n\n[1] See', true],
  ['from a note into the text', 'the budget.\n\nIt has', true],
])('a comment on words %s quotes them only if it can’t be on all of them', (_, words, isQuoted) => {
  const span = findWords(draft.text, words);
  expect(createClaimLocator(draft, null, [])({ span, words: searched(words) })).toEqual({ span, isQuoted });
});
