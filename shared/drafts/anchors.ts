import { partedAt, sentenceEnd } from './borders';
import { elsewhere, freeParts, type Matching, take } from './matching';
import { occurrencesIn } from './occurrences';
import type { Run } from './runs';

/**
 * What stands once in each draft, in order of the draft before: sentences, which are matched at once, for a whole sentence is
 * the same wherever it stands; and groups of so many words outside of them.
 */
export function anchorsOf(
  matching: Matching,
  { sentences, groups, size }: { sentences: readonly Run[]; groups: readonly Run[]; size: number },
): Run[] {
  const whole = sentences.filter(standOnce(matching, groups));
  for (const run of whole) take(matching, run, elsewhere);
  const outside = groups
    .flatMap((run) => freeParts(matching, run))
    .map((run) => withoutEnds(matching, run, size))
    .filter(({ length }) => length >= size);
  return joined([...whole, ...outside].sort((a, b) => a.before - b.before));
}

/**
 * Whether the words of a sentence stand nowhere else: a copy may stand where no sentence was seen to begin. A group within it
 * says so already. For sentences in order of the draft before.
 */
function standOnce({ before, after }: Matching, groups: readonly Run[]): (sentence: Run) => boolean {
  const find = { before: occurrencesIn(before), after: occurrencesIn(after) };
  let next = 0;
  return (sentence) => {
    const end = sentence.before + sentence.length;
    let group = groups[next];
    while (group && group.before + group.length < end) {
      next += 1;
      group = groups[next];
    }
    const isWithin = group && group.before <= sentence.before;
    if (group && isWithin && group.after - group.before === sentence.after - sentence.before) return true;
    return [find.before, find.after].every((each) => each.find(before, sentence.before, end).length === 1);
  };
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
