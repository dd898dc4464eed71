import type { DraftText } from '#shared/text/draft-text.ts';
import { isCertainSentenceStart } from '#shared/text/segmenter/rules/certain-start.ts';
import { intAt } from '#shared/text/sequences/at.ts';
import { isSameSpan, type Span } from '#shared/text/span.ts';
import { classifyChanges, hasMaterialChange } from '#shared/text-changes/classify-changes.ts';
import {
  getSentenceContext,
  isSentenceStart,
  type SentenceContext,
} from '#shared/text-changes/sentence-context.ts';
import { findBlockAround, scanSentenceAround } from '#shared/text-changes/tokens/scan-sentence.ts';
import { findTokenRange, type TokenRange } from '#shared/text-changes/tokens/tokens.ts';
import type { WordChange } from '#shared/text-changes/word-change.ts';
import type { Alignment } from '../alignment/align-drafts.ts';
import { ngramSize } from '../alignment/match-tokens.ts';
import { snapSpan } from '../alignment/snap-span.ts';
import { isCertain, occursOnce } from './confidence.ts';
import { findContextChanges } from './context-changes.ts';
import { type LocatedSpan, locateSpan } from './locate-span.ts';

/**
 * Finds the text of a span of the draft before, character by character, in one of the drafts; 20 occurrences at most. With
 * `added` only in text of the draft after that was inserted. Spans are UTF-16 offsets; `range` are the tokens of the span.
 */
function findVerbatim(
  alignment: Alignment,
  span: Span,
  where: 'before' | 'after' | 'added',
  range: TokenRange = findTokenRange(alignment.tokens.before, span),
): Span[] {
  if (range.start === range.end) return [];
  const { before } = alignment.tokens;
  const side = where === 'before' ? 'before' : 'after';
  const after = alignment.tokens[side];
  const text = before.text.slice(span.start, span.end);
  const isAdded = (token: number) => intAt(alignment.origins, token) === -1;
  return alignment.occurrences[side]
    .find(before, range, where === 'added' ? isAdded : undefined)
    .map((start) => snapSpan({ before, after }, span, range, { start, end: start + range.end - range.start }))
    .filter((found) => after.text.slice(found.start, found.end) === text);
}

/** Where the sentence of a span is found verbatim, as a whole sentence. */
interface VerbatimSentences {
  /** The span within each such sentence of the draft after. */
  readonly spans: readonly Span[];
  /** Whether the sentence's text occurred once in the draft before, and whether it occurs once in both. */
  readonly occurredOnce: boolean;
  readonly occursOnceInBoth: boolean;
}

/** Finds the sentence of a span, or all that it touches, verbatim in the draft after. */
function findSentenceVerbatim(alignment: Alignment, span: Span, sentence: Span): VerbatimSentences {
  const { after } = alignment;
  const offset = span.start - sentence.start;
  const occurrences = findVerbatim(alignment, sentence, 'after');
  const spans = occurrences
    .filter((found) => isWholeSentence(after, found))
    .map(({ start }) => ({ start: start + offset, end: start + offset + span.end - span.start }));
  if (spans.length === 0) return { spans, occurredOnce: false, occursOnceInBoth: false };
  // The end of a longer sentence counts as an occurrence as well.
  const occurredOnce = findVerbatim(alignment, sentence, 'before').length === 1;
  return { spans, occurredOnce, occursOnceInBoth: occurredOnce && occurrences.length === 1 };
}

function isWholeSentence({ text, blocks, language }: DraftText, span: Span): boolean {
  return isSameSpan(scanSentenceAround(text, blocks, span, language), span);
}

/**
 * Locates a span of punctuation alone: between the same two tokens as before, if nothing between them changed. `next` is the
 * token behind the span. Null where a token beside it is gone, or the text between the two is another.
 */
function locatePunctuation(alignment: Alignment, span: Span, next: number): LocatedSpan | null {
  const { before, after } = alignment.tokens;
  const isFirst = next === 0;
  const isLast = next === before.count;
  const first = Math.max(0, next - 1);
  const length = Math.min(next + 1, before.count) - first;
  // A draft without any token has no block.
  const block = alignment.blocks[alignment.blockIndexByToken[first] ?? 0];
  if (!block || first < block.before || first + length > block.before + block.length) return null;
  const partner = block.after + first - block.before;
  const previous = isFirst ? partner - 1 : partner;
  if (isFirst !== previous < 0 || isLast !== (previous + 1 === after.count)) return null;
  const oldStart = isFirst ? 0 : intAt(before.ends, next - 1);
  const oldEnd = isLast ? before.text.length : intAt(before.starts, next);
  const newStart = isFirst ? 0 : intAt(after.ends, previous);
  const newEnd = isLast ? after.text.length : intAt(after.starts, previous + 1);
  if (before.text.slice(oldStart, oldEnd) !== after.text.slice(newStart, newEnd)) return null;
  const shift = newStart - oldStart;
  return {
    span: { start: span.start + shift, end: span.end + shift },
    isMoved: block.isMoved,
    isCertain: isCertain(alignment, { block, before: first, after: partner, length }),
    isSimilar: true,
  };
}

type TextWithBlocks = Pick<DraftText, 'text' | 'blocks'>;

/**
 * Whether two spans are in the same sentence in two drafts, by a quick check: the texts are the same up to a certain
 * sentence boundary on both sides. Where this is false, the sentences may still be the same.
 */
function isCertainlySameSentence(
  before: TextWithBlocks,
  spanBefore: Span,
  after: TextWithBlocks,
  spanAfter: Span,
): boolean {
  const blockBefore = findBlockAround(before.blocks, spanBefore);
  const blockAfter = findBlockAround(after.blocks, spanAfter);
  if (!blockBefore || !blockAfter) return false;
  const isSameTowards = (edge: 'start' | 'end') => {
    const step = edge === 'end' ? 1 : -1;
    // The character next to an offset is behind it, or in front of it.
    const next = edge === 'end' ? 0 : -1;
    const [lastBefore, lastAfter] = [blockBefore[edge], blockAfter[edge]];
    for (let a = spanBefore[edge], b = spanAfter[edge]; ; a += step, b += step) {
      const isBoundaryBefore = a === lastBefore || isCertainSentenceStart(before.text, a);
      const isBoundaryAfter = b === lastAfter || isCertainSentenceStart(after.text, b);
      if (isBoundaryBefore && isBoundaryAfter) return true;
      if (isBoundaryBefore || isBoundaryAfter) return false;
      if (before.text.charCodeAt(a + next) !== after.text.charCodeAt(b + next)) return false;
    }
  };
  return isSameTowards('start') && isSameTowards('end');
}

/** Where a span of a draft is in the next one, in UTF-16 offsets. */
export type CarriedSpan =
  /** The same text; moved: in another order. `contextChanges` are the material changes in its sentence outside the span. */
  | { status: 'unchanged' | 'moved'; span: Span; contextChanges: WordChange[] }
  /** Another text in its place. `material`: whether one of the changes may change what is said. */
  | { status: 'reworded'; span: Span; changes: WordChange[]; material: boolean; contextChanges: WordChange[] }
  /** It can't be known which of the candidates it is. */
  | { status: 'ambiguous'; candidates: Span[] }
  /** Its text is gone. */
  | { status: 'lost' };

function getText({ text }: DraftText, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Whether two spans, one of each draft, hold the same text. */
function isVerbatim({ before, after }: Alignment, old: Span, found: Span): boolean {
  return getText(before, old) === getText(after, found);
}

/** The result for a span at a location: what changed in its text and around it. */
function compareTexts(
  alignment: Alignment,
  old: SentenceContext,
  { span, isMoved }: Pick<LocatedSpan, 'span' | 'isMoved'>,
): CarriedSpan {
  const { before, after } = alignment;
  const found = getSentenceContext(after, span);
  const contextChanges = findContextChanges(alignment, old, found);
  if (isVerbatim(alignment, old.words, span))
    return { status: isMoved ? 'moved' : 'unchanged', span, contextChanges };
  const changes = classifyChanges(getText(before, old.words), getText(after, span), {
    before: isSentenceStart(old),
    after: isSentenceStart(found),
  });
  return { status: 'reworded', span, changes, material: hasMaterialChange(changes), contextChanges };
}

/** Candidates in order, each once. */
function createAmbiguous(spans: readonly Span[]): CarriedSpan {
  const byStart = new Map(spans.map((span) => [span.start, span]));
  return { status: 'ambiguous', candidates: [...byStart.values()].sort((a, b) => a.start - b.start) };
}

/**
 * Carries one span through aligned drafts, in these stages:
 *
 * 1. Locate it by its matched tokens (`locate-span`), or by the tokens around it where it is punctuation alone.
 * 2. Where that location is the only possible one (`confidence`) and verbatim, the span is there.
 * 3. Otherwise look for its whole sentence verbatim.
 * 4. Otherwise the location counts if it is similar enough; if not, it is offered together with all verbatim occurrences.
 */
export function carrySpan(alignment: Alignment, span: Span): CarriedSpan {
  if (alignment.isSame) return { status: 'unchanged', span, contextChanges: [] };
  const range = findTokenRange(alignment.tokens.before, span);
  const located =
    range.start < range.end
      ? locateSpan(alignment, span, range)
      : locatePunctuation(alignment, span, range.start);
  if (located?.isCertain && isVerbatim(alignment, span, located.span))
    return carryVerbatim(alignment, span, located);
  const context = getSentenceContext(alignment.before, span);
  return carryBySentence(alignment, context, located) ?? carryByLocation(alignment, context, range, located);
}

/** The result for a certain location with the same text; its sentence may have changed. */
function carryVerbatim(alignment: Alignment, old: Span, { span, isMoved }: LocatedSpan): CarriedSpan {
  const { before, after } = alignment;
  const contextChanges = isCertainlySameSentence(before, old, after, span)
    ? []
    : findContextChanges(alignment, getSentenceContext(before, old), getSentenceContext(after, span));
  return { status: isMoved ? 'moved' : 'unchanged', span, contextChanges };
}

/** The result where the whole sentence of the span is found verbatim; null where it is not. */
function carryBySentence(
  alignment: Alignment,
  old: SentenceContext,
  located: LocatedSpan | null,
): CarriedSpan | null {
  const { spans, occurredOnce, occursOnceInBoth } = findSentenceVerbatim(alignment, old.words, old.sentence);
  const [first] = spans;
  if (!first) return null;
  const isLocated = located !== null && spans.some((span) => isSameSpan(span, located.span));
  if (isLocated && located.isCertain) return compareTexts(alignment, old, located);
  if (occursOnceInBoth)
    return compareTexts(alignment, old, { span: first, isMoved: !isLocated || located.isMoved });
  // One of several copies may have been reworded in its place.
  const reworded = !occurredOnce && located?.isSimilar && !isLocated ? [located.span] : [];
  return createAmbiguous([...spans, ...reworded]);
}

/** The result where the sentence of the span changed or is gone: by its location, or else wherever its text occurs. */
function carryByLocation(
  alignment: Alignment,
  old: SentenceContext,
  range: TokenRange,
  located: LocatedSpan | null,
): CarriedSpan {
  const findOccurrences = () => findVerbatim(alignment, old.words, 'after', range);
  if (!located) return carryUnlocated(alignment, old, range, findOccurrences());
  const carried = compareTexts(alignment, old, located);
  if (carried.status !== 'reworded') return createAmbiguous([located.span, ...findOccurrences()]);
  const added = findVerbatim(alignment, old.words, 'added', range);
  if (added.length > 1) return createAmbiguous(added);
  const isAccepted = located.isSimilar && (carried.material || located.isCertain);
  return isAccepted ? carried : createAmbiguous([located.span, ...findOccurrences()]);
}

/** A span without a location counts as moved only to inserted text, and only if its text is unique. */
function carryUnlocated(
  alignment: Alignment,
  old: SentenceContext,
  range: TokenRange,
  occurrences: readonly Span[],
): CarriedSpan {
  if (occurrences.length === 0) return { status: 'lost' };
  const [only, ...others] = findVerbatim(alignment, old.words, 'added', range);
  const isUnique = range.end - range.start >= ngramSize && occursOnce(alignment, range);
  if (only && others.length === 0 && isUnique)
    return compareTexts(alignment, old, { span: only, isMoved: true });
  return createAmbiguous(occurrences);
}
