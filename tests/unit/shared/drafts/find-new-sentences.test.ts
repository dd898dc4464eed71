import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDrafts } from '../../../../shared/drafts/compare/diff-hunks';
import { findNewSentences, findUntouchedSentences } from '../../../../shared/drafts/find-new-sentences';
import { createProposal } from './checked-articles';

test('the sentences with new words are found, and no others', () => {
  const before = createProposal('It rained. The ferry was late.', 'It was built in 1986.');
  const after = createProposal(
    'It rained. The ferry was two hours late.',
    'It was built in 1986. Nobody minds.',
    'New.',
  );
  const found = findNewSentences(after, compareDrafts(before, after));
  expect(found.map(({ start, end }) => after.text.slice(start, end).trim())).toEqual([
    'The ferry was two hours late.',
    'Nobody minds.',
    'New.',
  ]);
  const span = { start: after.text.indexOf('two'), end: after.text.indexOf(' late') };
  expect(findUntouchedSentences(found, [{ span }])).toEqual(found.slice(1));
});

test('the untouched sentences are those that no single span touches', () => {
  const spans = fc
    .uniqueArray(fc.nat({ max: 60 }), { minLength: 2, maxLength: 20 })
    .map((places) => places.sort((a, b) => a - b))
    .map((places) => places.slice(1).map((end, at) => ({ start: places[at] ?? 0, end })));
  const anywhere = fc.tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 30 }));
  fc.assert(
    fc.property(spans, fc.array(anywhere), (sentences, places) => {
      const touching = places.map(([start, length]) => ({ span: { start, end: start + length } }));
      const expected = sentences.filter(({ start, end }) =>
        touching.every(({ span }) => span.end <= start || span.start >= end),
      );
      expect(findUntouchedSentences(sentences, touching)).toEqual(expected);
    }),
  );
});
