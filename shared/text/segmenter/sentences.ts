import type { Span } from '../span';
import { graphemeEnd } from './graphemes';
import { windowed } from './segment-windows';

/** After these a full stop never ends a sentence: a name, a number or an explanation follows. */
const opening = words(
  'mr mrs ms dr prof st sen rep gov gen col lt sgt capt hon rev mme mlle nos fig vs cf e.g i.e z.b d.h nr ca approx',
);

/** After these it does only when what follows starts like a sentence. */
const closing = words(
  'jr sr inc ltd co corp no vol p pp etc al est jan feb mar apr jun jul aug sept sep oct nov dec u.s u.k u.n a.m p.m bzw str m',
);

/** No abbreviation is longer; looking further back would cost the square of a long text without spaces. */
const longestAbbreviation = 12;

const lastWord = /([\p{L}.]+)\.\s*$/u;
const initial = /^\p{Lu}$/u;
/** References to notes stand behind the full stop; the rules break within the first: `… in 1986.[`, `2][3] The second …`. */
const references = /^(?:\d{1,4}|[*†‡§¶‖]{1,3})\](?:\[(?:\d{1,4}|[*†‡§¶‖]{1,3})\])*/u;
const startsLow = /^[\s"'“‘(]*[\p{Ll}\d]/u;

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string | null): Intl.Segmenter {
  const tag = language ?? 'en';
  const known = segmenters.get(tag);
  if (known) return known;
  const made = makeSegmenter(tag);
  segmenters.set(tag, made);
  return made;
}

/** A tag can be well formed to BCP 47 and still be refused by the platform, as `en-a` is: English rules then. */
function makeSegmenter(tag: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(tag, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}

/** Whether a sentence goes on after a word in small letters with a full stop, even if a capital letter follows. */
export function goesOnAfter(word: string): boolean {
  return opening.has(word);
}

/** Whether the text up to here ends in an abbreviation (or a single initial) and what follows goes on with it. */
function goesOn(before: string, after: string): boolean {
  const word = lastWord.exec(before.trimEnd().slice(-longestAbbreviation))?.[1];
  if (!word) return false;
  const lower = word.toLowerCase();
  return initial.test(word) || opening.has(lower) || (closing.has(lower) && startsLow.test(after));
}

/**
 * The sentences of a block, in order, trimmed of outer white space; offsets are UTF-16 units into the draft's text.
 * Cut by UAX #29 as the platform has it, minus the breaks after known abbreviations and initials.
 */
export function sentencesOf(text: string, block: Span, language: string | null): Span[] {
  const found: Span[] = [];
  let open: Span | null = null;
  for (const piece of windowed(segmenterFor(language), text, block)) {
    const { end } = piece;
    const start: number = open ? afterReferences(text, open, piece) : piece.start;
    if (open) open.end = start;
    if (open && goesOn(text.slice(open.start, open.end), text.slice(start, end))) open.end = end;
    else {
      if (open) found.push(open);
      open = { start, end };
    }
  }
  if (open) found.push(open);
  return found.flatMap((span) => trimmed(text, span) ?? []);
}

/** Where a piece begins, without the references to notes that belong to the sentence before it. */
function afterReferences(text: string, before: Span, { start, end }: Span): number {
  if (text[before.end - 1] !== '[') return start;
  return start + (references.exec(text.slice(start, end))?.[0].length ?? 0);
}

function trimmed(text: string, span: Span): Span | null {
  const words = text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  const end = Math.min(span.end, graphemeEnd(text, start + words.trim().length));
  return start < end ? { start, end } : null;
}

/** Sentences of blocks met before. A draft is immutable, so a block object stands for the same words for ever. */
const known = new WeakMap<Span, Span[]>();

/** As `sentencesOf`, remembering the answer for the block object; for drafts, which never change. */
export function sentencesIn(text: string, block: Span, language: string | null): Span[] {
  const before = known.get(block);
  if (before) return before;
  const sentences = sentencesOf(text, block, language);
  known.set(block, sentences);
  return sentences;
}

/** The index of the first block that ends after the offset. */
function firstEndingAfter(blocks: readonly Span[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The sentences that a span touches: from the first one's start to the last one's end. For drafts, see `sentencesIn`. */
export function sentenceAround(
  text: string,
  blocks: readonly Span[],
  span: Span,
  language: string | null,
): Span {
  let { start, end } = span;
  for (let index = firstEndingAfter(blocks, span.start); ; index += 1) {
    const block = blocks[index];
    if (!block || block.start >= span.end) return { start, end };
    for (const sentence of sentencesIn(text, block, language)) {
      if (sentence.end <= span.start || sentence.start >= span.end) continue;
      start = Math.min(start, sentence.start);
      end = Math.max(end, sentence.end);
    }
  }
}
