import { expect, test } from 'vitest';
import { updateEdit } from '../../../../shared/domain/edits';
import { outlineOf } from '../../../../shared/domain/outline';
import { standingOf } from '../../../../shared/domain/standing';
import { correctableClaims, correctedDraft } from '../../../../shared/drafts/corrected-draft';
import { countingFacts, mustApply } from '../reviews';
import { checked } from './drafts';

const paragraphs = ['It carried 12 million cars in 2019.', 'It was built in 1986.'];
const sumOf = () => 'c'.repeat(64);

function corrected(corrections: Record<string, string>) {
  const opened = checked(paragraphs, {
    'carried 12 million': 'disputed',
    '12 million cars': 'verified',
    'in 1986': 'verified',
  });
  const { review, draft } = opened;
  for (const { claim, span } of outlineOf(review, draft.id)) {
    const correction = corrections[draft.text.slice(span.start, span.end)] ?? null;
    const edit = updateEdit('claims', claim, { correction });
    mustApply(review, edit ? [edit] : []);
  }
  return opened;
}

test('the chosen corrections make one draft; their claims stand on the new words, to be judged again', () => {
  const { review, draft, claimIds } = corrected({
    'carried 12 million': 'took 11 million',
    'in 1986': 'in 1987',
  });
  expect(correctableClaims(review, draft).map(({ correction }) => correction)).toEqual([
    'took 11 million',
    'in 1987',
  ]);
  const made = correctedDraft(review, draft, claimIds.slice(0, 1), sumOf, countingFacts('n'));
  if (!made.ok) throw new Error(made.why);
  mustApply(review, made.edits);
  expect(made.draft.text).toBe('It took 11 million cars in 2019.\n\nIt was built in 1986.');
  const outline = outlineOf(review, made.draft.id).map(({ claim, span, placement }) => ({
    words: made.draft.text.slice(span.start, span.end),
    status: placement.status,
    standing: standingOf(review, made.draft, claim, span),
    correction: claim.correction,
  }));
  expect(outline).toEqual([
    // The other claim shares words that were replaced, so it stands on all that replaced them.
    { words: 'took 11 million cars', status: 'reworded', standing: 'recheck', correction: null },
    { words: 'took 11 million', status: 'reworded', standing: 'recheck', correction: null },
    { words: 'in 1986', status: 'unchanged', standing: 'verified', correction: 'in 1987' },
  ]);
});

test('corrections on the same words are not applied together, and it is said which they are', () => {
  const { review, draft, claimIds } = corrected({ 'carried 12 million': 'a', '12 million cars': 'b' });
  expect(correctedDraft(review, draft, claimIds, sumOf, countingFacts('n'))).toEqual({
    ok: false,
    why: 'The corrections of claims 1 and 2 are on the same words. Leave one of them out.',
  });
});

test('a correction that says what stands there already is none', () => {
  const { review, draft, claimIds } = corrected({ 'in 1986': 'in 1986' });
  expect(correctedDraft(review, draft, claimIds, sumOf, countingFacts('n'))).toMatchObject({ ok: false });
});
