import type { DocumentText, QuoteLocation } from '#shared/import/base/document-text.ts';
import { replaceTypographicVariants } from '#shared/text/characters/folding.ts';
import { unspacedScriptClass } from '#shared/text/characters/unspaced-scripts.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';

/**
 * Letters of scripts without spaces between words, and their punctuation: the inside of a character class of a regular
 * expression.
 */
const unspacedClass = `${unspacedScriptClass}\\u3001-\\u303f\\uff01-\\uff0f`;
const spaceBetweenUnspaced = new RegExp(`(?<=[${unspacedClass}]) (?=[${unspacedClass}])`, 'gu');

const asciiOnly = /^[ -~]*$/;
const invisible = /(?![\t-\r\u0085])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** All that compatibility decomposition changes, but not capital letters, which it leaves alone. */
const compatible = /(?![A-Z])\p{Changes_When_NFKC_Casefolded}/gu;

/** The compatibility form (NFKC) of a character, unless that would make another number of it: `10²` is not `102`. */
function toCompatibilityForm(char: string): string {
  const form = char.normalize('NFKC');
  return /\p{N}/u.test(form) && !/\p{Nd}/u.test(char) ? char : form;
}

/** A line with plain punctuation, compatibility forms and single spaces, and without invisible characters. */
function foldLine(line: string): string {
  if (asciiOnly.test(line)) return line.replace(/ {2,}/g, ' ').trim();
  return replaceTypographicVariants(line)
    .replace(invisible, '')
    .replace(compatible, toCompatibilityForm)
    .normalize('NFC')
    .replace(/[\s\u0085]+/g, ' ')
    .replace(spaceBetweenUnspaced, '')
    .trim();
}

/**
 * Pages of text, folded for finding quotes: without anything that a printer or a PDF may change without changing the words.
 * Offsets are UTF-16 code units into `text`. Hyphens between letters are removed and listed apart, because it can't be known
 * whether one at a line's end belongs to its word; there a quote may have it or not.
 */
interface ComparableText {
  readonly text: string;
  /** Where hyphens were removed, in order. */
  readonly hyphens: readonly number[];
  /** Where hyphens at line ends were removed, in order. */
  readonly lineEndHyphens: readonly number[];
  /** Where the lines that are not empty start, in order, each with its page and line counted from 1. */
  readonly lines: readonly { readonly start: number; readonly page: number; readonly line: number }[];
}

const endsUnspaced = new RegExp(`[${unspacedClass}]$`, 'u');
const startsUnspaced = new RegExp(`^[${unspacedClass}]`, 'u');

const hyphenInWord = /(?<=[\p{L}\p{M}])-(?=\p{L})/gu;

function* splitLines(text: string): Generator<string> {
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start);
    yield text.slice(start, end === -1 ? text.length : end);
    start = end === -1 ? text.length + 1 : end + 1;
  }
}

/**
 * How a line is joined with the next: by a hyphen that may or may not belong to the word (`lineEndHyphen`), by a hyphen or dash
 * that does (`hyphen`), by nothing, as after a soft hyphen, which folding has removed from `before`, or by a space. `isHyphenated`:
 * whether the line ended in any hyphen.
 */
function findJoint(
  before: string,
  after: string,
  isHyphenated: boolean,
): 'lineEndHyphen' | 'hyphen' | 'nothing' | 'space' {
  const tail = before.slice(-4);
  if (/^\p{L}/u.test(after)) {
    if (/[\p{L}\p{M}]-$/u.test(tail)) return isHyphenated ? 'lineEndHyphen' : 'hyphen';
    if (isHyphenated && /[\p{L}\p{M}]$/u.test(tail)) return 'nothing';
  }
  if (/^[\p{L}\p{N}]/u.test(after) && /[\p{L}\p{N}]-$/u.test(tail)) return 'nothing';
  return endsUnspaced.test(tail) && startsUnspaced.test(after) ? 'nothing' : 'space';
}

/** Folds pages of lines that end in `\n`. Text continues from page to page. Takes time in proportion to their length. */
function toComparableText(pages: readonly string[]): ComparableText {
  const parts: string[] = [];
  const hyphens: number[] = [];
  const lineEndHyphens: number[] = [];
  const lines: { start: number; page: number; line: number }[] = [];
  let length = 0;
  /** The part that was added last. */
  let before = '';
  let isHyphenated = false;

  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  const joinWith = (after: string) => {
    if (before === '') return;
    const joint = findJoint(before, after, isHyphenated);
    if (joint === 'space') add(' ');
    if (joint === 'lineEndHyphen' || joint === 'hyphen') {
      parts[parts.length - 1] = before.slice(0, -1);
      length -= 1;
    }
    if (joint === 'lineEndHyphen') lineEndHyphens.push(length);
    if (joint === 'hyphen') hyphens.push(length);
  };

  for (const [page, text] of pages.entries()) {
    let line = 0;
    for (const written of splitLines(text)) {
      line += 1;
      const folded = foldLine(written);
      if (folded === '') continue;
      joinWith(folded);
      lines.push({ start: length, page: page + 1, line });
      let from = 0;
      for (const { index } of folded.matchAll(hyphenInWord)) {
        add(folded.slice(from, index));
        hyphens.push(length);
        from = index + 1;
      }
      before = folded.slice(from);
      add(before);
      isHyphenated = /[-\u2010\u00ad]$/.test(written.trimEnd().slice(-1));
    }
  }
  return { text: parts.join(''), hyphens, lineEndHyphens, lines };
}

/** Letters, digits and their marks, of scripts with spaces between words. */
const spacedLetter = new RegExp(`(?![${unspacedScriptClass}])[\\p{L}\\p{M}\\p{Nd}\\p{Nl}]`, 'u');
const startsWithMark = /^\p{M}/u;

/**
 * A whole number: with its sign, with thousands separated by punctuation or spaces, decimals, fractions, times, ratios and
 * superscripts. A hyphen is no sign between letters, nor in a range.
 */
const numbers =
  /(?:(?<![\p{L}\p{N}])-)?(?:(?<!\p{Nd})\p{Nd}{1,3}(?: \p{Nd}{3}(?!\p{Nd}))+|\p{Nd}+)(?:[.,'·:/\u2044\u066b\u066c]\p{Nd}+)*[\p{No}]*|(?<!\p{Nd})[.,]\p{Nd}+/gu;

/** How far around an offset a number is searched, in UTF-16 code units. */
const maxNumberLength = 40;

function isInsideNumber(text: string, offset: number): boolean {
  // Searched only beside digits, because most offsets are not.
  if (!/[\p{N}.,-]/u.test(text.slice(Math.max(0, offset - 2), offset))) return false;
  if (!/\p{N}/u.test(text.slice(offset, offset + 2))) return false;
  const from = Math.max(0, offset - maxNumberLength);
  for (const { 0: number, index } of text.slice(from, offset + maxNumberLength).matchAll(numbers))
    if (from + index < offset && from + index + number.length > offset) return true;
  return false;
}

/** The code point that ends at an offset. */
function getCharBefore(text: string, offset: number): string {
  return Array.from(text.slice(Math.max(0, offset - 2), offset)).at(-1) ?? '';
}

/** The code point that starts at an offset. */
function getCharAfter(text: string, offset: number): string {
  return Array.from(text.slice(offset, offset + 2))[0] ?? '';
}

/**
 * Whether words may start or end at an offset (UTF-16 code units) of a text with plain punctuation: not within a word, not within
 * a number, and not before the `'t` that negates a word. Scripts without spaces have a boundary at every letter.
 */
function isWordBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const after = getCharAfter(text, offset);
  if (startsWithMark.test(after)) return false;
  if (
    spacedLetter.test(getCharBefore(text, offset)) &&
    (spacedLetter.test(after) || /^'t(?![\p{L}\p{N}])/u.test(text.slice(offset, offset + 4)))
  )
    return false;
  return !isInsideNumber(text, offset);
}

/** The longest text that an ellipsis stands for, in UTF-16 code units. */
const maxEllipsisLength = 2_000;

/** Where a fragment of a quote occurs: UTF-16 offsets into the comparable text. */
interface FragmentOccurrence {
  readonly start: number;
  readonly end: number;
  /** Where the first fragment of the same quote starts. */
  readonly quoteStart: number;
}

/** Finds the first fragment of a quote, whichever case its first letter has, in order. */
function findFirstFragment(text: ComparableText, fragment: ComparableText): FragmentOccurrence[] {
  const spellings = new Set([fragment.text, swapFirstLetterCase(fragment.text)]);
  return Array.from(spellings, (spelling) => Array.from(findWholeWords(text, fragment, spelling)))
    .flat()
    .sort((a, b) => a - b)
    .map((start) => ({ start, end: start + fragment.text.length, quoteStart: start }));
}

/** Finds a further fragment behind occurrences of the one before it, near enough for an ellipsis between the two. */
function findContinuations(
  text: ComparableText,
  fragment: ComparableText,
  previous: readonly FragmentOccurrence[],
): FragmentOccurrence[] {
  const occurrences: FragmentOccurrence[] = [];
  let next = 0;
  for (const start of findWholeWords(text, fragment, fragment.text)) {
    while ((previous[next + 1]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const last = previous[next];
    if (last && last.end <= start && start - last.end <= maxEllipsisLength)
      occurrences.push({ start, end: start + fragment.text.length, quoteStart: last.quoteStart });
  }
  return occurrences;
}

/** The offsets of a fragment, in a certain spelling, where it consists of whole words; in order. */
function* findWholeWords(
  text: ComparableText,
  fragment: ComparableText,
  spelling: string,
): Generator<number> {
  let start = text.text.indexOf(spelling);
  for (; start !== -1; start = text.text.indexOf(spelling, start + 1))
    if (
      isBoundary(text, start) &&
      isBoundary(text, start + spelling.length) &&
      hasSameHyphens(text, fragment, start)
    )
      yield start;
}

function isBoundary(text: ComparableText, offset: number): boolean {
  return includes(text.hyphens, offset) || isWordBoundary(text.text, offset);
}

/** Whether the fragment has the hyphens of the text at an offset. A hyphen at a line end may be in one of the two only. */
function hasSameHyphens(text: ComparableText, fragment: ComparableText, start: number): boolean {
  for (const offset of fragment.hyphens)
    if (!includes(text.hyphens, start + offset) && !includes(text.lineEndHyphens, start + offset))
      return false;
  for (let index = findFrom(text.hyphens, start + 1); ; index += 1) {
    const offset = (text.hyphens[index] ?? Number.POSITIVE_INFINITY) - start;
    if (offset >= fragment.text.length) return true;
    if (!includes(fragment.hyphens, offset) && !includes(fragment.lineEndHyphens, offset)) return false;
  }
}

/** The index of the first of sorted offsets that is not before this one. */
function findFrom(offsets: readonly number[], offset: number): number {
  return findFirstIndex(offsets.length, (index) => at(offsets, index) >= offset);
}

function includes(offsets: readonly number[], offset: number): boolean {
  return offsets[findFrom(offsets, offset)] === offset;
}

/** The text with its first letter in the other case, unless that would change its length. */
function swapFirstLetterCase(text: string): string {
  const [first = ''] = text;
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return other.length === first.length ? other + text.slice(first.length) : text;
}

const ellipsis = /(?:[[(] ?)?(?:…|\.(?: ?\.){2,3})(?: ?[\])])?/;
const outerCharacters = new Set(' \t\n\r\u00a0\u202f"\'“”„‟«»‘’‚‛‹›');

/**
 * Locates a quote in a document: where its first fragment starts. It makes no difference how spaces, lines and pages break,
 * which style of quotes and dashes is used, whether there are hyphens at line ends, ligatures or invisible characters, nor which
 * case the quote's first letter has, because the quote may have started a sentence. An ellipsis stands for up to 2,000 UTF-16
 * code units of any text. At both ends words and numbers have to be whole: `12 million` is not in `112 million`.
 */
export function locateQuote(document: DocumentText, quote: string): QuoteLocation {
  if (document.state !== 'read') return document;
  const text = toComparableText(document.pages);
  if (text.text === '') return { state: 'noText' };
  const [first, ...others] = splitIntoFragments(quote);
  if (!first) return { state: 'notFound' };
  let occurrences = findFirstFragment(text, first);
  for (const fragment of others) occurrences = findContinuations(text, fragment, occurrences);
  if (occurrences.length === 0) return { state: 'notFound' };
  const quoteStart = occurrences.reduce(
    (earliest, occurrence) => Math.min(earliest, occurrence.quoteStart),
    Number.POSITIVE_INFINITY,
  );
  const line = text.lines.findLast(({ start }) => start <= quoteStart);
  return {
    state: 'found',
    page: document.paged ? (line?.page ?? null) : null,
    line: document.paged ? null : (line?.line ?? null),
  };
}

/** The fragments of a quote between its ellipses, without quotation marks around the whole. */
function splitIntoFragments(quote: string): ComparableText[] {
  return trimQuotes(quote)
    .split(ellipsis)
    .map((fragment) => toComparableText([fragment]))
    .filter(({ text }) => text !== '');
}

function trimQuotes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && outerCharacters.has(text.charAt(start))) start += 1;
  while (end > start && outerCharacters.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
