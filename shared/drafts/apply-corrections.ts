import type { Block, Draft, Mark } from '../domain/base/draft.ts';
import { listPlacedClaims, type PlacedClaim } from '../domain/review/placed-claims.ts';
import type { Review } from '../domain/review/review.ts';
import { at, intAt } from '../text/sequences/at.ts';
import { findFirstIndex } from '../text/sequences/find-first-index.ts';
import type { Span } from '../text/span.ts';

/** A text that replaces the range [start, end) of another, in UTF-16 offsets. `index` identifies it to the caller. */
interface TextReplacement extends Span {
  readonly text: string;
  readonly index: number;
}

/** Maps UTF-16 offsets of a text to those of the text after its replacements. */
export interface OffsetMap {
  /** Where something that started at an offset starts now; within a replaced range, where the new text starts. */
  mapStart(offset: number): number;
  /** Where something that ended at an offset ends now; within a replaced range, where the new text ends. */
  mapEnd(offset: number): number;
  /** Where a span is now, with all the text that replaced a part of it; null where nothing of it is left. */
  mapSpan(span: Span): Span | null;
}

/** Applies replacements, which must be in order and not overlap. */
function applyReplacements(text: string, replacements: readonly TextReplacement[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const replacement of replacements) {
    parts.push(text.slice(from, replacement.start), replacement.text);
    from = replacement.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** A map for replacements, which must be in order and not overlap. Mapping takes the logarithm of their number. */
export function createOffsetMap(replacements: readonly TextReplacement[]): OffsetMap {
  /** How much longer the text has become in front of each replacement, and behind the last. */
  const growths = new Int32Array(replacements.length + 1);
  for (const [index, { start, end, text }] of replacements.entries())
    growths[index + 1] = intAt(growths, index) + text.length - (end - start);

  /** The growth in front of an offset, and the replacement that contains it, if one does. */
  const lookUp = (offset: number) => {
    const index = findFirstIndex(
      replacements.length,
      (candidate) => at(replacements, candidate).end > offset,
    );
    const next = replacements[index];
    return { growth: intAt(growths, index), inside: next && next.start < offset ? next : null };
  };
  const mapStart = (offset: number) => {
    const { growth, inside } = lookUp(offset);
    return growth + (inside ? inside.start : offset);
  };
  const mapEnd = (offset: number) => {
    const { growth, inside } = lookUp(offset);
    return growth + (inside ? inside.start + inside.text.length : offset);
  };
  const mapSpan = (span: Span) => {
    const mapped = { start: mapStart(span.start), end: mapEnd(span.end) };
    return mapped.start < mapped.end ? mapped : null;
  };
  return { mapStart, mapEnd, mapSpan };
}

/** Text that is to replace a span of a draft: UTF-16 offsets. */
export interface Correction {
  readonly span: Span;
  readonly text: string;
}

/** The parts of a draft that corrections change: the text and what points into it. */
interface CorrectedBody {
  text: string;
  blocks: Block[];
  marks: Mark[];
}

/** Why corrections can't be applied. A correction is named by its index in the list that was passed. */
type CorrectionProblem =
  /** Two corrections would change the same text. */
  | { kind: 'overlap'; first: number; second: number }
  /** Its span does not lie in the text. */
  | { kind: 'outside'; index: number }
  /** Nothing would be left of a paragraph. */
  | { kind: 'emptied'; index: number }
  /** It holds a blank line, which separates paragraphs and so can't stand within one. */
  | { kind: 'blankLine'; index: number };

type CorrectionResult =
  | { ok: true; body: CorrectedBody; offsets: OffsetMap }
  | { ok: false; problem: CorrectionProblem };

/**
 * Applies corrections to a draft. Blocks that a correction joins become the first of them. A mark moves with its text; it is
 * removed when a correction replaces all of it together with text around it.
 */
export function applyCorrections(body: CorrectedBody, corrections: readonly Correction[]): CorrectionResult {
  const replacements = corrections
    .map(({ span, text }, index): TextReplacement => ({ ...span, text, index }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  const problem = findProblem(body.text, replacements);
  if (problem) return { ok: false, problem };
  const offsets = createOffsetMap(replacements);
  const joined = joinBlocks(body.blocks, replacements);
  const blocks = joined.map((block) => ({
    ...block,
    start: offsets.mapStart(block.start),
    end: offsets.mapEnd(block.end),
  }));
  const emptied = blocks.findIndex(({ start, end }) => start >= end);
  if (emptied !== -1) {
    const { start, end } = at(joined, emptied);
    const cause = replacements.find((replacement) => replacement.start < end && replacement.end > start);
    return { ok: false, problem: { kind: 'emptied', index: cause?.index ?? 0 } };
  }
  const blockIds = new Set(blocks.map(({ id }) => id));
  const marks = moveMarks(body.marks, replacements, offsets, blockIds);
  return { ok: true, body: { text: applyReplacements(body.text, replacements), blocks, marks }, offsets };
}

function findProblem(text: string, replacements: readonly TextReplacement[]): CorrectionProblem | null {
  for (const [order, replacement] of replacements.entries()) {
    const { start, end, index } = replacement;
    if (start < 0 || end > text.length || start >= end) return { kind: 'outside', index };
    if (/\n\s*\n/.test(replacement.text)) return { kind: 'blankLine', index };
    const previous = replacements[order - 1];
    if (previous && previous.end > start)
      return {
        kind: 'overlap',
        first: Math.min(previous.index, index),
        second: Math.max(previous.index, index),
      };
  }
  return null;
}

/** The blocks, with those joined between which a replacement removes the blank line or a part of it. */
function joinBlocks(blocks: readonly Block[], replacements: readonly TextReplacement[]): Block[] {
  const joined: Block[] = [];
  let next = 0;
  for (const block of blocks) {
    const previous = joined.at(-1);
    if (!previous) {
      joined.push({ ...block });
      continue;
    }
    while ((replacements[next]?.end ?? Number.POSITIVE_INFINITY) <= previous.end) next += 1;
    const replacement = replacements[next];
    if (replacement && replacement.start < block.start && replacement.end > previous.end)
      previous.end = block.end;
    else joined.push({ ...block });
  }
  return joined;
}

function moveMarks(
  marks: readonly Mark[],
  replacements: readonly TextReplacement[],
  offsets: OffsetMap,
  blockIds: ReadonlySet<string>,
): Mark[] {
  return marks.flatMap((mark) => {
    const span = offsets.mapSpan(mark);
    const isReplaced = replacements.some(
      ({ start, end }) =>
        start <= mark.start && end >= mark.end && (start !== mark.start || end !== mark.end),
    );
    const isDangling = mark.target !== null && !blockIds.has(mark.target);
    return span && !isReplaced && !isDangling ? [{ ...mark, ...span }] : [];
  });
}

const reasons = {
  outside: 'is outside the text',
  emptied: 'leaves nothing of its paragraph',
  blankLine: 'holds a blank line, which would begin a paragraph',
};

/** A message that says why corrections can't be applied. The claims are in the order of their corrections. */
export function describeCorrectionProblem(
  problem: CorrectionProblem,
  claims: readonly { number: number }[],
): string {
  const getNumber = (index: number) => claims[index]?.number ?? '';
  if (problem.kind === 'overlap')
    return `The corrections of claims ${getNumber(problem.first)} and ${getNumber(problem.second)} are on the same words. Leave one of them out.`;
  return `The correction of claim ${getNumber(problem.index)} ${reasons[problem.kind]}. Change it, or leave it out.`;
}

/** The claims of a draft with a correction that differs from their text, in reading order. */
export function listCorrectableClaims(
  review: Review,
  draft: Draft,
): (PlacedClaim & { correction: string })[] {
  return listPlacedClaims(review, draft.id).flatMap((placed) => {
    const { correction } = placed.claim;
    const { start, end } = placed.span;
    const isChange = correction !== null && draft.text.slice(start, end) !== correction;
    return isChange ? [{ ...placed, correction }] : [];
  });
}
