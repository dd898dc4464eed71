import type { Draft } from '../../../domain/draft/draft';
import type { Span } from '../../../text/span';
import { diffWords } from './diff-words';
import type { TextChange } from './trim-correction';

/** A correction that was applied: `text` replaced a range of the base draft, and has the range `current` in the current one. */
export interface AppliedCorrection extends TextChange {
  current: { start: number; end: number };
}

type Body = Pick<Draft, 'text' | 'blocks'>;

/** The ranges of two drafts that belong together: blocks keep their ids, and those that a correction joined became the first of them. */
function* pairBlocks(base: Body, current: Body): Generator<{ before: Span; after: Span }> {
  const indexes = new Map(base.blocks.map(({ id }, index) => [id, index]));
  const starts = current.blocks.map(({ id }) => indexes.get(id) ?? -1);
  const areInOrder = starts.every((start, index) => start > (starts[index - 1] ?? -1));
  if (!areInOrder || starts[0] !== 0) {
    yield {
      before: { start: 0, end: base.text.length },
      after: { start: 0, end: current.text.length },
    };
    return;
  }
  for (const [index, after] of current.blocks.entries()) {
    const first = base.blocks[starts[index] ?? 0];
    const last = base.blocks[(starts[index + 1] ?? base.blocks.length) - 1];
    if (first && last) yield { before: { start: first.start, end: last.end }, after };
  }
}

function listChanges(base: Body, current: Body): AppliedCorrection[] {
  const changes: AppliedCorrection[] = [];
  let growth = 0;
  for (const { before, after } of pairBlocks(base, current)) {
    const [old, now] = [
      base.text.slice(before.start, before.end),
      current.text.slice(after.start, after.end),
    ];
    for (const { start, end, text } of old === now ? [] : diffWords(old, now)) {
      const from = before.start + start + growth;
      const span = { start: before.start + start, end: before.start + end };
      growth += text.length - (end - start);
      changes.push({ ...span, text, current: { start: from, end: from + text.length } });
    }
  }
  return changes;
}

/** The index of the shortest of the spans that a range lies in; -1 for none. */
export function findInnermost(spans: readonly Span[], { start, end }: AppliedCorrection['current']): number {
  let found = -1;
  for (const [index, span] of spans.entries()) {
    const length = span.end - span.start;
    const shortest = spans[found];
    const contains = span.start <= start && end <= span.end;
    if (contains && (!shortest || length < shortest.end - shortest.start)) found = index;
  }
  return found;
}

/**
 * Finds the corrections that made the current draft of the base draft, in order: applied to the text of the base draft, they give
 * exactly that of the current one. All that changed within the same claim is one correction; `claims` are the spans of claims in
 * the current draft.
 */
export function findAppliedCorrections(
  base: Body,
  current: Body,
  claims: readonly Span[],
): AppliedCorrection[] {
  const corrections: AppliedCorrection[] = [];
  let lastClaim = -1;
  for (const change of listChanges(base, current)) {
    const claim = findInnermost(claims, change.current);
    const last = corrections.at(-1);
    if (last && claim !== -1 && claim === lastClaim) {
      const text = current.text.slice(last.current.start, change.current.end);
      const { start } = last.current;
      corrections[corrections.length - 1] = {
        start: last.start,
        end: change.end,
        text,
        current: { start, end: change.current.end },
      };
    } else corrections.push(change);
    lastClaim = claim;
  }
  return corrections;
}
