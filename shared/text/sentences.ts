import type { Span } from '../domain/span';
import { graphemeEnd } from './graphemes';

/** After these a full stop never ends a sentence: a name, a number or an explanation follows. */
const opening = words(
  'mr mrs ms dr prof st sen rep gov gen col lt sgt capt hon rev mme mlle nos fig vs cf e.g i.e z.b d.h nr ca approx',
);

/** After these it does only when what follows starts like a sentence. */
const closing = words(
  'jr sr inc ltd co corp no vol p pp etc al est jan feb mar apr jun jul aug sept sep oct nov dec u.s u.k u.n a.m p.m bzw str m',
);

const lastWord = /([\p{L}.]+)\.\s*$/u;
const initial = /^\p{Lu}$/u;
const startsLow = /^[\s"'“‘(]*[\p{Ll}\d]/u;

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string | null): Intl.Segmenter {
  const tag = language ?? 'en';
  const known = segmenters.get(tag);
  if (known) return known;
  const made = new Intl.Segmenter(tag, { granularity: 'sentence' });
  segmenters.set(tag, made);
  return made;
}

/** Whether the text up to here ends in an abbreviation (or a single initial) and what follows goes on with it. */
function goesOn(before: string, after: string): boolean {
  const word = lastWord.exec(before)?.[1];
  if (!word) return false;
  const lower = word.toLowerCase();
  return initial.test(word) || opening.has(lower) || (closing.has(lower) && startsLow.test(after));
}

/**
 * The sentences of a block, in order, trimmed of outer white space; offsets are UTF-16 units into the draft's text.
 * Cut by UAX #29 as the platform has it, minus the breaks after known abbreviations and initials.
 */
export function sentencesOf(text: string, block: Span, language: string | null): Span[] {
  const content = text.slice(block.start, block.end);
  const found: Span[] = [];
  let open: Span | null = null;
  for (const { segment, index } of segmenterFor(language).segment(content)) {
    const start = block.start + index;
    const end = start + segment.length;
    if (open && goesOn(text.slice(open.start, open.end), segment)) open.end = end;
    else {
      if (open) found.push(open);
      open = { start, end };
    }
  }
  if (open) found.push(open);
  return found.flatMap((span) => trimmed(text, span) ?? []);
}

function trimmed(text: string, span: Span): Span | null {
  const words = text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  const end = graphemeEnd(text, start + words.trim().length);
  return start < end ? { start, end: Math.min(end, span.end) } : null;
}

/** The words of the sentences that a span touches, from the first one's start to the last one's end. */
export function sentenceAround(
  text: string,
  blocks: readonly Span[],
  span: Span,
  language: string | null,
): Span {
  const touched = blocks
    .filter((block) => block.start < span.end && block.end > span.start)
    .flatMap((block) => sentencesOf(text, block, language))
    .filter((sentence) => sentence.start < span.end && sentence.end > span.start);
  return {
    start: Math.min(span.start, touched[0]?.start ?? span.start),
    end: Math.max(span.end, touched.at(-1)?.end ?? span.end),
  };
}
