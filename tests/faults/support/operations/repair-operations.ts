import { destroyLine, flipBit, leaveConflict, leaveStrayLine } from '../arrangements';
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
    name: 'repair a last line',
    arrange: flipBit,
    run: open,
    reports: /was damaged and is repaired/,
    keeps: /history\.jsonl\.damaged-/,
  },
  {
    name: 'repair from the snapshot',
    arrange: destroyLine,
    run: open,
    reports: /was damaged and is repaired/,
    keeps: /history\.jsonl\.damaged-/,
  },
];
