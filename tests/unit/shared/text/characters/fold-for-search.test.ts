import { expect, test } from 'vitest';
import { foldForSearch, foldQueryWords } from '../../../../../shared/text/characters/fold-for-search';

test('a text is folded without case, accents and compatibility forms', () => {
  expect(foldForSearch('Tromsø, Řeka, ＡＢ ﬁrst')).toBe('tromsø, reka, ab first');
});

test('a query is split into its folded words', () => {
  expect(foldQueryWords('  Řeka\u00a0 Port\n')).toEqual(['reka', 'port']);
  expect(foldQueryWords(' ')).toEqual([]);
});
