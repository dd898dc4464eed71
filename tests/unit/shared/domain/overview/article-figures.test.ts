import { expect, test } from 'vitest';
import { sumFigures } from '../../../../../shared/domain/overview/article-figures';

test('Figures of several articles are added kind by kind', () => {
  const a = { evidence: [{ kind: 'webPage' as const, count: 2 }], singleSourced: 1, unsourced: 0 };
  const b = {
    evidence: [
      { kind: 'webPage' as const, count: 1 },
      { kind: 'person' as const, count: 3 },
    ],
    singleSourced: 2,
    unsourced: 4,
  };
  expect(sumFigures([a, b])).toEqual({
    evidence: [
      { kind: 'webPage', count: 3 },
      { kind: 'person', count: 3 },
    ],
    singleSourced: 3,
    unsourced: 4,
  });
  expect(sumFigures([])).toEqual({ evidence: [], singleSourced: 0, unsourced: 0 });
});
