import type { Block, Draft, Mark } from '../domain/draft';
import type { Span } from '../domain/span';
import { firstWhere } from './tokens';

/** Words that are to stand instead of those of a span. */
export interface Correction {
  span: Span;
  text: string;
}

type Body = Pick<Draft, 'text' | 'blocks' | 'marks'>;

type Corrected =
  | {
      ok: true;
      body: Body;
      /** Where a span of the text before stands now; of one that holds corrected words, with all that replaced them. */
      place: (span: Span) => Span;
    }
  /** Two corrections, by index, of words that overlap. */
  | { ok: false; clash: [number, number] };

/** A correction in order, with where its words stand in the new text. */
interface Placed extends Correction {
  index: number;
  newStart: number;
  newEnd: number;
}

/** A blank line would part a block. */
function withinBlock(text: string): string {
  return text.replace(/\n\s*\n/g, '\n');
}

function inOrder(corrections: readonly Correction[]): Placed[] {
  let grown = 0;
  return corrections
    .map(({ span, text }, index) => ({ span, text: withinBlock(text), index }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map((correction) => {
      const { span, text } = correction;
      const newStart = span.start + grown;
      grown += text.length - (span.end - span.start);
      return { ...correction, newStart, newEnd: newStart + text.length };
    });
}

/** Where offsets of the text before stand in the new one. `isEnd` for the end of a span, which belongs to what is before it. */
function mapping(placed: readonly Placed[]) {
  return (offset: number, isEnd: boolean): number => {
    const last = placed[firstWhere(placed.length, (at) => startsBehind(placed[at], offset, isEnd)) - 1];
    if (!last) return offset;
    const { span, newStart, newEnd } = last;
    const isInside = isEnd ? offset <= span.end : offset < span.end;
    if (isInside) return isEnd ? newEnd : newStart;
    return offset - span.end + newEnd;
  };
}

function startsBehind(placed: Placed | undefined, offset: number, isEnd: boolean): boolean {
  if (!placed) return true;
  return isEnd ? placed.span.start >= offset : placed.span.start > offset;
}

/** Blocks over whose border words are replaced become one, of the first one's kind. */
function blocksOf(blocks: readonly Block[], placed: readonly Placed[], place: (span: Span) => Span): Block[] {
  const merged: Block[] = [];
  let at = 0;
  for (const block of blocks) {
    const last = merged.at(-1);
    while (at < placed.length && (placed[at]?.span.end ?? 0) <= block.start) at += 1;
    const isJoined = last !== undefined && (placed[at]?.span.start ?? block.start) < last.end;
    if (isJoined) merged[merged.length - 1] = { ...last, end: block.end };
    else merged.push(block);
  }
  return merged.map((block) => ({ ...block, ...place({ start: block.start, end: block.end }) }));
}

/** What is set on replaced words alone is gone with them; what goes over them, or past them, stays on the rest. */
function marksOf(marks: readonly Mark[], placed: readonly Placed[], map: ReturnType<typeof mapping>): Mark[] {
  return marks.flatMap((mark) => {
    let { start, end } = mark;
    for (
      let at = firstWhere(placed.length, (index) => (placed[index]?.span.end ?? 0) > mark.start);
      (placed[at]?.span.start ?? end) < end;
      at += 1
    ) {
      const { span } = placed[at] ?? { span: mark };
      if (mark.start <= span.start && span.end <= mark.end) continue;
      if (span.start <= mark.start) start = span.end;
      else end = span.start;
    }
    return start < end ? [{ ...mark, start: map(start, false), end: map(end, true) }] : [];
  });
}

/**
 * A draft's text with corrections in it. Every position follows exactly: the corrections are sorted, and each offset is
 * looked up among them. Spans are UTF-16 offsets and must lie in the text.
 */
export function applyCorrections(
  { text, blocks, marks }: Body,
  corrections: readonly Correction[],
): Corrected {
  const placed = inOrder(corrections);
  for (const [at, { span, index }] of placed.entries()) {
    const before = placed[at - 1];
    if (before && before.span.end > span.start) return { ok: false, clash: [before.index, index] };
  }
  const map = mapping(placed);
  const place = ({ start, end }: Span): Span => ({ start: map(start, false), end: map(end, true) });
  const pieces = placed.map(
    ({ span, text: words }, at) => text.slice(placed[at - 1]?.span.end ?? 0, span.start) + words,
  );
  const body = {
    text: pieces.join('') + text.slice(placed.at(-1)?.span.end ?? 0),
    blocks: blocksOf(blocks, placed, place),
    marks: marksOf(marks, placed, map),
  };
  const ids = new Set(body.blocks.map(({ id }) => id));
  return {
    ok: true,
    place,
    body: { ...body, marks: body.marks.filter(({ target }) => target === null || ids.has(target)) },
  };
}
