import type { Run, Window } from './match-blocks';
import type { SeedFinder } from './unique-ngrams';
import { elsewhere, freeParts, type Matching, matches, take } from './word-matching';

/** Words that are looked for together in what is left of both drafts, from sure to less sure. */
const groupSizes = [6, 4, 3];

/** Matches runs that stand once in each draft, the longest first; of each what is free, if it is so many words at least. */
export function takeMoved(matching: Matching, runs: readonly Run[], shortest: number): void {
  for (const run of runs.toSorted((a, b) => b.length - a.length || a.before - b.before))
    for (const part of freeParts(matching, run))
      if (part.length >= shortest) take(matching, lengthened(matching, part), elsewhere);
}

/** Matches what is left of both drafts, wherever it stands, where it is left once in each. */
export function fillMoves(matching: Matching, find: SeedFinder, all: Window): void {
  for (const size of groupSizes) takeMoved(matching, find(size, all), size);
}

/** A run with the same free words around it. */
function lengthened(matching: Matching, { before, after, length }: Run): Run {
  let start = 0;
  while (before - start > 0 && after - start > 0 && matches(matching, before - start - 1, after - start - 1))
    start += 1;
  let end = length;
  while (
    before + end < matching.before.count &&
    after + end < matching.after.count &&
    matches(matching, before + end, after + end)
  )
    end += 1;
  return { before: before - start, after: after - start, length: end + start };
}
