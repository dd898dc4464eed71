import type { Span } from '../../../text/span';
import { findAll } from '../parse/find-all';
import { readNumberWord } from '../parse/number-words';
import type { NumberLanguage } from '../parse/text-language';
import { agePatterns, birthPatterns, pronounStart } from './life-patterns';

/** A year of birth in a sentence: its words as UTF-16 offsets into the draft's text. */
export interface Birth extends Span {
  sentence: number;
  year: number;
  /** The year of death that stands beside it, as in "(1950–2010)". */
  death: number | null;
  /** The last word of the name; null where it is a pronoun or unclear. */
  name: string | null;
  isPronoun: boolean;
}

/** An age in a sentence: its words as UTF-16 offsets into the draft's text. */
export interface Age extends Span {
  sentence: number;
  years: number;
  /** The age when the article is written, at an event of the past, or at death. */
  when: 'now' | 'event' | 'death';
  /** The last word of the name; null where it is unclear. */
  name: string | null;
  /** Whether the sentence begins with the person: "The 41-year-old", "She". */
  isSubject: boolean;
  /** Whether a pronoun in the sentence stands for the person of the one before. */
  hasPronoun: boolean;
}

/** Ages of people that are read, in years. */
const maxAge = 120;

/** Finds the years of birth in a sentence, which is a span of the text. */
export function findBirths(text: string, span: Span, sentence: number): Birth[] {
  const written = text.slice(span.start, span.end);
  const found: Birth[] = [];
  for (const pattern of birthPatterns)
    for (const match of findAll(pattern, written)) {
      const { year = '', death } = match.groups ?? {};
      const start = span.start + match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const isPronoun = pronounStart.test(written);
      const name = isPronoun ? null : findName(written, match.index, match[0].length);
      found.push({
        start,
        end,
        sentence,
        year: Number(year),
        death: death ? Number(death) : null,
        name,
        isPronoun,
      });
    }
  return found;
}

const capitalized = /\p{Lu}[\p{L}'’-]+/gu;

/** The last word in capitals before a birth, or of the first name behind "Born in 1970, ". */
function findName(written: string, index: number, length: number): string | null {
  const before = written.slice(0, index).match(capitalized)?.at(-1);
  if (before !== undefined && !/^(?:In|The|Am|Im|Der|Die|Das|On)$/.test(before)) return before;
  const behind = /^[^,]{0,30}, (?:the \p{L}+ )?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*)/u.exec(
    written.slice(index + length),
  );
  return behind?.[1]?.split(' ').at(-1) ?? null;
}

/** Finds the ages in a sentence, which is a span of the text. */
export function findAges(text: string, span: Span, sentence: number, language: NumberLanguage): Age[] {
  const written = text.slice(span.start, span.end);
  const found: Age[] = [];
  for (const { when, pattern } of agePatterns)
    for (const match of findAll(pattern, written)) {
      const { age = '', name } = match.groups ?? {};
      const years = /^\d+$/.test(age) ? Number(age) : readNumberWord(age.toLowerCase(), language)?.value;
      const start = span.start + match.index + match[0].lastIndexOf(age);
      const end = start + age.length;
      const isKnown = found.some((other) => start < other.end && other.start < end);
      if (years === undefined || years < 1 || years > maxAge || isKnown) continue;
      const isSubject =
        /^(?:the|der|die)?\s*$/i.test(text.slice(span.start, start)) || pronounStart.test(written);
      const hasPronoun = /(?<!\p{L})(?:he|she|er|sie)(?!\p{L})/iu.test(written);
      found.push({ start, end, sentence, years, when, name: name ?? null, isSubject, hasPronoun });
    }
  return found;
}
