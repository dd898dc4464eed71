import { expect, test } from 'vitest';
import { compareDrafts } from '#main/worker/drafts/diff-hunks.ts';
import { findNewSentences } from '#shared/drafts/find-new-sentences.ts';
import { createProposal } from './checked-articles.ts';

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
});
