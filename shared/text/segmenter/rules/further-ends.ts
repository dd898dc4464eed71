import { findAbbreviation } from './abbreviations.ts';
import { type BreakPosition, reach, startsWithOpener } from './break-position.ts';

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

/** Around a position: an opened reference to a note, or a character with which one of the others begins. */
const mayGoOn = /^\[|^.[¹²³⁰⁴-⁹*_†‡§»›]|^.\s?[»›]/s;

/**
 * Where a sentence ends that the platform ends at `position`, as offsets in the line: closing quotation marks and references to notes
 * belong to it, and opening marks to the next one.
 */
export function moveToClosing(line: string, position: number): number {
  let end = position;
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
export function* findCandidates(line: string): Generator<number> {
  for (const { 0: found, index } of line.matchAll(candidates)) yield index + found.length;
}

/** Whether a sentence ends at one of these places. */
export function endsAtCandidate(position: BreakPosition): boolean {
  const { before, after } = position;
  if (/^[—–]/.test(after)) {
    if (!withDialogueDashes.has(position.language.name)) return false;
    return /[!?…]$/.test(before) || findAbbreviation(position) === null;
  }
  if (/[;\u037e]["'“”’»)\]]*$/.test(before)) return greekQuestion.test(before);
  if (/…["'“”’»)\]]*$/.test(before)) return !spacedEllipsis.test(before) || startsWithOpener(position);
  const closed = fullStop.exec(before)?.[1] ?? '';
  if (closed !== '') return true;
  if (findAbbreviation(position)) return false;
  return !/^\d/.test(after) || longWord.test(before) || year.test(before);
}
