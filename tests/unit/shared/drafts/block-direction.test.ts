import { expect, test } from 'vitest';
import { getBlockDirection } from '#shared/drafts/block-direction.ts';
import { createProposal } from './checked-articles.ts';

test.each([
  ['UNCTAD פרסם 7.4% יותר', 'rtl'],
  ['פרסם', 'rtl'],
  ['המעבורת', 'ltr'],
  ['said', 'ltr'],
  ['1986', 'rtl'],
  ['הסוף', 'rtl'],
])('the words “%s” have the direction of their block: %s', (words, direction) => {
  const draft = createProposal(
    'הארגון UNCTAD פרסם 7.4% יותר.',
    'The ferry, המעבורת, said little.',
    '1986',
    'הסוף.',
  );
  const start = draft.text.indexOf(words);
  expect(getBlockDirection(draft, { start, end: start + words.length }, 'he')).toBe(direction);
});
