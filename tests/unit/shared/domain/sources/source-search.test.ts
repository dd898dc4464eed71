import { expect, test } from 'vitest';
import { sourceRank } from '../../../../../shared/domain/sources/source-search';
import { sourceOf } from '../../sources';

const harbour = sourceOf('a', {
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
])('%j answers with rank %i', (query, rank) => {
  expect(sourceRank(harbour, query)).toBe(rank);
});
