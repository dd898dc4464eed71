import { z } from 'zod';
import { storedObject } from '../../text/stored-object';

/** The states of a sentence, in the order in which the app shows them; `assessCoverage` finds them. */
export const sentenceStates = ['lookedAt', 'partly', 'setAside', 'notLookedAt'] as const;

export type SentenceState = (typeof sentenceStates)[number];

/** The states as they stand in a sentence. The whole app and all reports say them in these words. */
export const sentenceStateLabels: Record<SentenceState, string> = {
  lookedAt: 'looked at',
  partly: 'partly',
  setAside: 'set aside',
  notLookedAt: 'not looked at',
};

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
