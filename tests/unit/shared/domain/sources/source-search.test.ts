import { expect, test } from 'vitest';
import { rankSource } from '../../../../../shared/domain/sources/source-search';
import { createTestSource } from '../../sources';

const harbour = createTestSource('a', {
  title: 'Übersicht: Harbour statistics 2019',
  author: 'Zoë Ek',
  publisher: 'Port of Kelderhaven',
  url: 'https://port.example/2019',
});

test.each([
  ['Übersicht', 3],
  ['ubersicht: har', 3],
  ['harbour 2019', 2],
  ['zoe harbour', 1],
  ['port.example', 1],
  ['  STATISTICS ', 2],
  ['harbour 2020', 0],
  ['museum', 0],
])('the query %j rates the source %i', (query, rank) => {
  expect(rankSource(harbour, query)).toBe(rank);
});
