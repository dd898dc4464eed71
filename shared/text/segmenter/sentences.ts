import { findWrapColumn, isHardWrapped } from '../hard-wrapped.ts';
import type { Span } from '../span.ts';
import { findGraphemeEnd } from './graphemes.ts';
import { type BreakPosition, reach } from './rules/break-position.ts';
import { isCertainSentenceStart } from './rules/certain-start.ts';
import { endsAtCandidate, findCandidates, moveToClosing } from './rules/further-ends.ts';
import { getLanguageRules, guessLanguage, type LanguageRules } from './rules/languages.ts';
import { sentenceGoesOn } from './rules/sentence-goes-on.ts';
import { segmentByWindows } from './segment-windows.ts';

/** How many texts are remembered: the two drafts of a comparison, and others in between. */
const maxRemembered = 4;

/** Wraps a function of a whole text so that it is computed once for each of the texts that were asked for last. */
function rememberByText<Key, Result>(
  compute: (text: string, key: Key) => Result,
): (text: string, key: Key) => Result {
  const remembered: { text: string; key: Key; result: Result }[] = [];
  return (text, key) => {
    const known = remembered.find((one) => one.key === key && one.text === text);
    if (known) return known.result;
    const result = compute(text, key);
    remembered.unshift({ text, key, result });
    remembered.length = Math.min(remembered.length, maxRemembered);
    return result;
  };
}

/*
 * Where sentences end, from the whole to the rules:
 *
 *   joinWrappedLines            line breaks of an editor are spaces; each other one ends a sentence
 *   segment-windows.ts          the ends that the platform's segmenter finds by UAX #29
 *   rules/certain-start.ts      most ends need no further rule
 *   rules/sentence-goes-on.ts   the rules by which a sentence goes on there
 *                               in lower case, with the name of a speaker, within addresses, and after numbers, names with an
 *                               exclamation mark and words that were left out
 *     abbreviations.ts            after abbreviations, initials and letters with full stops
 *   rules/further-ends.ts       ends that the platform never finds, and closing quotation marks and references to notes, which stay with
 *                               their sentence
 *   languages.ts                the abbreviations and frequent words of each language, and the language of a text
 *
 * A quotation of several sentences is cut at the end of each, and what is said about it belongs to the sentence beside it:
 * “The roof leaks. | Nobody came,” she said. Every rule looks at a bounded text around one position, so that a sentence does not
 * depend on text far away from it, except on the language of the whole.
 */

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

const getRules = rememberByText(
  (text: string, language: string | null): LanguageRules => getLanguageRules(guessLanguage(text, language)),
);

/**
 * The sentences of a block in order, without outer white space, as UTF-16 offsets into the draft's text. They are cut by
 * UAX #29 as the platform implements it, corrected by the rules listed above. `language` is a tag of BCP 47.
 */
export function findSentences(text: string, block: Span, language: string | null): Span[] {
  const content = joinWrappedLines(text, block);
  const rules = getRules(text, language);
  const sentences: Span[] = [];
  let start = 0;
  for (const { offset, isCandidate } of listPossibleEnds(content, language)) {
    if (offset <= start) continue;
    const isCertain = isCertainSentenceStart(content, offset);
    const end = isCertain ? offset : moveToClosing(content, offset);
    if (end <= start || end === content.length) continue;
    if (!isCertain && !endsSentence(content, { start, end }, isCandidate, rules)) continue;
    sentences.push({ start: block.start + start, end: block.start + end });
    start = end;
  }
  sentences.push({ start: block.start + start, end: block.end });
  return sentences.flatMap((span) => trimSpan(text, span) ?? []);
}

interface PossibleEnd {
  /** In UTF-16 code units. */
  offset: number;
  /** Whether the platform's segmenter does not end a sentence there. */
  isCandidate: boolean;
}

/** Iterates in order over the ends that the platform finds, and the further places at which a sentence may end. */
function* listPossibleEnds(content: string, language: string | null): Generator<PossibleEnd> {
  const candidates = findCandidates(content);
  let candidate = candidates.next();
  const whole = { start: 0, end: content.length };
  for (const { end } of segmentByWindows(getSegmenter(language), content, whole)) {
    for (; !candidate.done && candidate.value <= end; candidate = candidates.next())
      if (candidate.value < end) yield { offset: candidate.value, isCandidate: true };
    yield { offset: end, isCandidate: false };
  }
}

const lineBreak = /[\n\r\u0085\u2028\u2029]/;

/** Whether a sentence that starts at `start` ends at `end`, a possible end. */
function endsSentence(
  content: string,
  { start, end }: Span,
  isCandidate: boolean,
  language: LanguageRules,
): boolean {
  if (lineBreak.test(content.charAt(end - 1))) return true;
  const from = Math.max(start, end - reach);
  const position: BreakPosition = {
    before: content.slice(from, end).trimEnd(),
    after: content.slice(end, end + reach).trimStart(),
    isWhole: from === start,
    isSpaced: /\s/.test(content.slice(end - 1, end + 1)),
    language,
  };
  return isCandidate ? endsAtCandidate(position) : !sentenceGoesOn(position);
}

/** A span without outer white space, except a space that carries a combining mark; null where nothing else is in it. */
function trimSpan(text: string, span: Span): Span | null {
  const content = text.slice(span.start, span.end);
  const start = span.start + (content.length - content.trimStart().length);
  const contentEnd = start + content.trim().length;
  const end = contentEnd < span.end ? Math.min(span.end, findGraphemeEnd(text, contentEnd)) : span.end;
  return start < end ? { start, end } : null;
}

const getWrapColumn = rememberByText((text: string, _: null) => findWrapColumn(text));

/**
 * A block of the text, with spaces for the line breaks of an editor that wrapped the text: UAX #29 ends a sentence at every line
 * break, and a sentence goes on across those. The offsets stay the same. Line breaks of the author stay.
 */
function joinWrappedLines(text: string, { start, end }: Span): string {
  const block = text.slice(start, end);
  // Few blocks have line breaks, so that few texts need to be looked through.
  if (!block.includes('\n')) return block;
  return isHardWrapped(block, getWrapColumn(text, null)) ? block.replaceAll('\n', ' ') : block;
}
