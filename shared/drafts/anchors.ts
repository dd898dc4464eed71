import { partedAt, sentenceEnd } from './borders';
import { elsewhere, freeParts, type Matching, take } from './matching';
import type { Run } from './runs';

/**
 * What stands once in each draft, in order of the draft before: sentences, which are matched at once, for a whole sentence is
 * the same wherever it stands; and groups of so many words outside of them.
 */
export function anchorsOf(
  matching: Matching,
  { sentences, groups, size }: { sentences: readonly Run[]; groups: readonly Run[]; size: number },
): Run[] {
  for (const run of sentences) take(matching, run, elsewhere);
  const outside = groups
    .flatMap((run) => freeParts(matching, run))
    .map((run) => withoutEnds(matching, run, size))
    .filter(({ length }) => length >= size);
  return joined([...sentences, ...outside].sort((a, b) => a.before - b.before));
}

/**
 * A run without the few words at its ends that belong to sentences of which the rest is no part of it: those sentences may have
 * been reworded, and are looked for as a whole.
 */
function withoutEnds({ before }: Matching, run: Run, size: number): Run {
  const isBorder = (step: number) => partedAt(before, run.before + step) >= sentenceEnd;
  let head = 0;
  if (!isBorder(0)) for (let step = 1; step < size && head === 0; step += 1) if (isBorder(step)) head = step;
  let tail = 0;
  if (!isBorder(run.length))
    for (let step = 1; step < size && tail === 0; step += 1) if (isBorder(run.length - step)) tail = step;
  return { before: run.before + head, after: run.after + head, length: run.length - head - tail };
}

/** Runs of which one goes on where another ends, as one. */
function joined(runs: readonly Run[]): Run[] {
  const longer: Run[] = [];
  let open: { before: number; after: number; length: number } | null = null;
  for (const { before, after, length } of runs) {
    if (open && before === open.before + open.length && after === open.after + open.length)
      open.length += length;
    else {
      open = { before, after, length };
      longer.push(open);
    }
  }
  return longer;
}
