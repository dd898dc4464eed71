import type { Span } from '../span';
import { endsInAbbreviation } from './abbreviations';
import { findGraphemeEnd } from './graphemes';
import { joinWrappedLines } from './join-wrapped-lines';
import { segmentByWindows } from './segment-windows';

/**
 * References to notes after a full stop. The segmenter breaks within the first one: `… in 1986.[` and `2][3] The second …`.
 */
const references = /^(?:\d{1,4}|[*†‡§¶‖]{1,3})\](?:\[(?:\d{1,4}|[*†‡§¶‖]{1,3})\])*/u;

const segmenters = new Map<string, Intl.Segmenter>();

function getSegmenter(language: string | null): Intl.Segmenter {
  const tag = language ?? 'en';
  const known = segmenters.get(tag);
  if (known) return known;
  const segmenter = createSegmenter(tag);
  segmenters.set(tag, segmenter);
  return segmenter;
}

/** English rules serve where the platform refuses a tag that is well formed by BCP 47, as it does `en-a`. */
function createSegmenter(tag: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(tag, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}

/**
 * The sentences of a block in order, without outer white space, as UTF-16 offsets into the draft's text. They are cut by
 * UAX #29 as the platform implements it, but not after known abbreviations and initials, nor where an editor wrapped a line.
 */
export function findSentences(text: string, block: Span, language: string | null): Span[] {
  const sentences: Span[] = [];
  let open: Span | null = null;
  const flowing = joinWrappedLines(text, block);
  const whole = { start: 0, end: flowing.length };
  for (const found of segmentByWindows(getSegmenter(language), flowing, whole)) {
    const segment = { start: block.start + found.start, end: block.start + found.end };
    const { end } = segment;
    const start: number = open ? skipReferences(text, open, segment) : segment.start;
    if (open) open.end = start;
    if (open && endsInAbbreviation(text.slice(open.start, open.end), text.slice(start, end))) open.end = end;
    else {
      if (open) sentences.push(open);
      open = { start, end };
    }
  }
  if (open) sentences.push(open);
  return sentences.flatMap((span) => trimSpan(text, span) ?? []);
}

/** Where a segment starts without the references to notes that belong to the sentence before it. */
function skipReferences(text: string, before: Span, { start, end }: Span): number {
  if (text[before.end - 1] !== '[') return start;
  return start + (references.exec(text.slice(start, end))?.[0].length ?? 0);
}

/** A span without outer white space, except a space that carries a combining mark; null where nothing else is in it. */
function trimSpan(text: string, span: Span): Span | null {
  const content = text.slice(span.start, span.end);
  const start = span.start + (content.length - content.trimStart().length);
  const end = Math.min(span.end, findGraphemeEnd(text, start + content.trim().length));
  return start < end ? { start, end } : null;
}
