import { describe, expect, test } from 'vitest';
import { assessCoverage } from '../../../../shared/coverage/assess-coverage';
import { dismissSpans } from '../../../../shared/coverage/dismissal-edits';
import { listSentences } from '../../../../shared/coverage/list-sentences';
import { copyReview } from '../../../../shared/domain/review/review-copy';
import { carryReview } from '../../../../shared/drafts/carry-review';
import { applyOrThrow, createEditContext } from '../reviews';
import { createProposal, openCheckedArticle } from './checked-articles';

const before = [
  'The ferry stops in May. It was built in 1986. Nobody minds.',
  'The owner blames the bridge. Its tolls are low.',
];

/** The state of each sentence of the next draft after these sentences of the first were dismissed; all of them without a list. */
function carry(after: string[], dismissed?: string[]): Record<string, string> {
  const { review, draft } = openCheckedArticle(before, {});
  const spans = listSentences(draft, draft.blocks).filter(
    ({ start, end }) => !dismissed || dismissed.includes(draft.text.slice(start, end)),
  );
  const step = dismissSpans(review, draft, spans, createEditContext('d'));
  applyOrThrow(review, step?.edits ?? []);
  const next = createProposal(...after);
  const { dismissals } = carryReview({ review: copyReview(review), before: draft, after: next });
  const sentences = listSentences(next, next.blocks);
  const { states } = assessCoverage({
    text: next.text,
    sentences,
    spots: [],
    claims: [],
    dismissals: dismissals.map(({ span }) => span),
  });
  return Object.fromEntries(
    sentences.map(({ start, end }, index) => [next.text.slice(start, end), states[index] ?? '']),
  );
}

describe('a dismissed sentence', () => {
  test('stays dismissed in the same text', () => {
    expect(new Set(Object.values(carry(before)))).toEqual(new Set(['setAside']));
  });

  test('stays dismissed where another paragraph stands before it', () => {
    const states = carry(['A new beginning.', ...before]);
    expect(states).toMatchObject({
      'A new beginning.': 'notLookedAt',
      'The ferry stops in May.': 'setAside',
    });
  });

  test('is not looked at again when its words change', () => {
    const states = carry(before.map((text) => text.replace('1986', '1968')));
    expect(states).toMatchObject({ 'It was built in 1968.': 'notLookedAt', 'Nobody minds.': 'setAside' });
  });

  test('is not looked at again when words are added at its end', () => {
    const states = carry(before.map((text) => text.replace('in 1986.', 'in 1986 in Turku.')));
    expect(states).toMatchObject({
      'It was built in 1986 in Turku.': 'notLookedAt',
      'Nobody minds.': 'setAside',
    });
  });

  test('is not looked at again when it is merged with a sentence that was not set aside', () => {
    const merged = before.map((text) => text.replace('1986. Nobody minds.', '1986, and nobody minds.'));
    const states = carry(merged, ['It was built in 1986.']);
    expect(states).toMatchObject({ 'It was built in 1986, and nobody minds.': 'notLookedAt' });
  });

  test('stays dismissed in both parts when it is split and says the same', () => {
    const split = before.map((text) =>
      text.replace('The owner blames the bridge.', 'The owner blames. The bridge.'),
    );
    expect(carry(split)).toMatchObject({ 'The owner blames.': 'setAside', 'The bridge.': 'setAside' });
  });

  test('beside a new sentence stays set aside, and the new one is not looked at', () => {
    const states = carry(
      before.map((text) => text.replace('Nobody minds.', 'Nobody minds. Trams run again.')),
    );
    expect(states).toMatchObject({ 'Trams run again.': 'notLookedAt', 'Nobody minds.': 'setAside' });
  });
});
