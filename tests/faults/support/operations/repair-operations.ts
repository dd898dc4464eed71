import { destroyLine, flipBit, leaveConflict, leaveStrayLine } from '../arrangements';
import { millId } from '../test-library';
import { open } from './open';
import type { Operation } from './operation';

/** Opening an article that is damaged, or that was changed by another program. */
export const repairOperations: readonly Operation[] = [
  {
    name: 'resolve a conflict file',
    arrange: leaveConflict,
    run: open,
    reports: /Another version of this article/,
  },
  {
    name: 'take out a stray line',
    arrange: leaveStrayLine,
    run: open,
    reports: /Another version of this article/,
  },
  {
    name: 'repair at once',
    arrange: flipBit,
    run: open,
    reports: /was damaged and is repaired/,
    keeps: /history\.jsonl\.damaged-/,
  },
  {
    name: 'repair as chosen',
    arrange: destroyLine,
    prepare: open,
    run: async ({ call }) => {
      // A repair that was only not acknowledged is found when the article is opened again.
      const { repair } = await call('review.open', { articleId: millId });
      if (repair) await call('review.repair', { articleId: millId, choice: 'fromSnapshot' });
    },
    reports: /^Line 2 of this article’s history|was damaged and is repaired/,
    keeps: /history\.jsonl\.damaged-/,
  },
];
