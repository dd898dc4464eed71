import { z } from 'zod';
import { storedObject } from '../../text/stored-object';

const count = z.int().nonnegative();

export const coverageCountsSchema = storedObject({
  lookedAt: count,
  partly: count,
  setAside: count,
  notLookedAt: count,
  total: count,
});

/** The sentences of a draft by their state. */
export type CoverageCounts = z.infer<typeof coverageCountsSchema>;
