import { findWrapColumn, isHardWrapped } from '../hard-wrapped';
import type { Span } from '../span';
import { findGraphemeEnd } from './graphemes';
import { getLanguageRules, guessLanguage, type LanguageRules } from './languages/languages';
import { findAbbreviation } from './rules/abbreviations';
import { isCertainSentenceStart } from './rules/certain-start';
import { type Place, reach, startsWithOpener } from './rules/place';
import { sentenceGoesOn } from './rules/sentence-goes-on';
import { segmentByWindows } from './segment-windows';

/*
 * Where sentences end, from the whole to the rules:
 *
 *   joinWrappedLines            line breaks of an editor are spaces; each other one ends a sentence
 *   segment-windows.ts          the ends that the platform's segmenter finds by UAX #29
 *   rules/certain-start.ts      most ends need no further rule
 *   moveToClosing               closing quotation marks and references to notes stay with their sentence
 *   rules/sentence-goes-on.ts   the rules by which a sentence goes on there
 *   rules/abbreviations.ts      after abbreviations, initials and letters with full stops
 *   endsAtCandidate             ends that the platform never finds
 *   languages/                  the abbreviations and frequent words of each language
 *
 * A quotation of several sentences is cut at the end of each, and what is said about it belongs to the sentence beside it:
 * “The roof leaks. | Nobody came,” she said. Every rule looks at a bounded text around one place, so that a sentence does not
 * depend on text far away from it, except on the language of the whole.
 */

const closing = '["\'“”’»)\\]]{0,3}';
/**
 * Places at which the platform never ends a sentence, and where one may end:
 * a full stop before a digit, before a name such as `iPhone`, or before Dutch `’s Avonds`; an ellipsis in one character before a
 * capital letter; any mark before the dash of a dialogue; and the Greek question mark in a text that is not declared as Greek.
 */
const candidates = new RegExp(
  `\\.${closing}\\s{1,4}(?=\\d|\\p{Ll}{1,2}\\p{Lu}|['’‘][a-z]\\s\\p{Lu})|` +
    `[.!?…]\\s{1,4}(?=[—–]\\s?["“„«¿¡]{0,2}\\p{Lu})|` +
    `…${closing}\\s{1,4}(?=["'“‘„‚«»(¿¡]{0,2}\\p{Lu})|` +
    `[;\\u037e]${closing}\\s{1,4}(?=["«“(]?\\p{Lu})`,
  'gu',
);

const greekQuestion = /\p{Script=Greek}\s?[;\u037e]["'“”’»)\]]*$/u;
const fullStop = new RegExp(`\\.(${closing})$`, 'u');
/** A word of several letters with a vowel, or a year. Shorter ones may be abbreviations. */
const longWord =
  /(?:^|[^\p{L}\p{M}])(?=\p{L}*[aeiouyäöüáéíóúàèìòùâêîôûãõåæøąęóαεηιουωάέήίόύώаеёиоуыэюя])\p{L}[\p{L}\p{M}]{2,}\.$/iu;
const year = /(?:^|[\s(–-])(?:1\d|20)\d\d\.$/;
const spacedEllipsis = new RegExp(`(?:^|[\\s[(])…${closing}$`, 'u');

/** Languages in which a dash opens what a speaker says. In others it is followed by who said it. */
const withDialogueDashes = new Set<string | null>(['fr', 'es', 'it', 'pt', 'pl', 'ru', 'el']);

/** Iterates over the further places in a line where a sentence may end, as offsets, in order. */
function* findCandidates(line: string): Generator<number> {
  for (const { 0: found, index } of line.matchAll(candidates)) yield index + found.length;
}

/** Whether a sentence ends at one of these places. */
function endsAtCandidate(place: Place): boolean {
  const { before, after } = place;
  if (/^[—–]/.test(after)) {
    if (!withDialogueDashes.has(place.language.name)) return false;
    return /[!?…]$/.test(before) || findAbbreviation(place) === null;
  }
  if (/[;\u037e]["'“”’»)\]]*$/.test(before)) return greekQuestion.test(before);
  if (/…["'“”’»)\]]*$/.test(before)) return !spacedEllipsis.test(before) || startsWithOpener(place);
  const closed = fullStop.exec(before)?.[1] ?? '';
  if (closed !== '') return true;
  if (findAbbreviation(place)) return false;
  return !/^\d/.test(after) || longWord.test(before) || year.test(before);
}

const noteSign = '(?:\\d{1,4}|[*†‡§¶‖]{1,3})';
/** References to notes after a full stop. The platform breaks within the first one: `… in 1986.[` and `2][3] The second …`. */
const restOfReferences = new RegExp(`^${noteSign}\\](?:\\[${noteSign}\\])*`, 'u');
const raisedDigits = /^[¹²³⁰⁴-⁹]+(?:[,⁻–][¹²³⁰⁴-⁹]+)*/;
/** A closing quotation mark behind a space, as French has it. One before a letter opens a quotation, as in German. */
const spacedQuotationMark = /^\s?[»›](?=[\s.,;:!?)]|$)/;

/** Asterisks of notes and of Markdown’s emphasis. */
const asterisks = /^(?:[*_]{1,3}|[†‡§])(?=\s|$)/;
/** Marks that only open. The platform leaves them with the sentence before where no space is between, as in Japanese. */
const openingMark = /[「『（〈《【([¿¡„‚]/;
const openingMarks = /[「『（〈《【([¿¡„‚]+$/;

/** Around a place: an opened reference to a note, or a character with which one of the others begins. */
const mayGoOn = /^\[|^.[¹²³⁰⁴-⁹*_†‡§»›]|^.\s?[»›]/s;

/**
 * Where a sentence ends that the platform ends at `place`, as offsets in the line: closing quotation marks and references to notes
 * belong to it, and opening marks to the next one.
 */
function moveToClosing(line: string, place: number): number {
  let end = place;
  while (mayGoOn.test(line.slice(end - 1, end + 2))) {
    const next = line.slice(end, end + reach);
    const previous = line.charAt(end - 1);
    const skipped =
      (previous === '[' ? restOfReferences.exec(next) : null) ??
      (/\s/.test(previous) ? null : (raisedDigits.exec(next) ?? asterisks.exec(next))) ??
      spacedQuotationMark.exec(next);
    if (!skipped) break;
    end += skipped[0].length;
  }
  if (!openingMark.test(line.charAt(end - 1))) return end;
  const marks = openingMarks.exec(line.slice(Math.max(0, end - reach), end));
  return end - (marks?.[0].length ?? 0);
}

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
  const place: Place = {
    before: content.slice(from, end).trimEnd(),
    after: content.slice(end, end + reach).trimStart(),
    isWhole: from === start,
    isSpaced: /\s/.test(content.slice(end - 1, end + 1)),
    language,
  };
  return isCandidate ? endsAtCandidate(place) : !sentenceGoesOn(place);
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
