import { expect, test } from 'vitest';
import { getBlockDirection } from '../../../../shared/drafts/block-direction';
import { proposalOf } from './checked-articles';

test.each([
  ['UNCTAD פרסם 7.4% יותר', 'rtl'],
  ['פרסם', 'rtl'],
  ['המעבורת', 'ltr'],
  ['said', 'ltr'],
  ['1986', 'rtl'],
  ['הסוף', 'rtl'],
])('the words “%s” are read as their block is: %s', (words, direction) => {
  const draft = proposalOf(
    'הארגון UNCTAD פרסם 7.4% יותר.',
    'The ferry, המעבורת, said little.',
    '1986',
    'הסוף.',
  );
  const start = draft.text.indexOf(words);
  expect(getBlockDirection(draft, { start, end: start + words.length }, 'he')).toBe(direction);
});
