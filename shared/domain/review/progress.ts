import { z } from 'zod';
import { type Standing, standings } from '../verdict';

const count = z.int().nonnegative();

export const progressSchema = z.strictObject({
  verified: count,
  disputed: count,
  unverifiable: count,
  recheck: count,
  unchecked: count,
});

/** How many claims stand how. */
export type Progress = z.infer<typeof progressSchema>;

/** Counts the claims by how they stand. */
export function progressOf(all: Iterable<Standing>): Progress {
  const progress: Progress = { verified: 0, disputed: 0, unverifiable: 0, recheck: 0, unchecked: 0 };
  for (const standing of all) progress[standing] += 1;
  return progress;
}

/** All claims of the article. */
export function totalOf(progress: Progress): number {
  return standings.reduce((sum, standing) => sum + progress[standing], 0);
}

/** Claims that somebody still has to look at: unchecked, or to be checked again. */
export function openOf(progress: Progress): number {
  return progress.unchecked + progress.recheck;
}
