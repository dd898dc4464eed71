import type { Query } from '../../query';
import type { NumberText } from '../number-text';
import type { Figure } from '../parse/figure';
import { findAll } from '../parse/find-all';
import { getFigure, type Phrase } from '../parse/phrase';
import { findWrongShares } from './find-wrong-shares';
import { findWrongTables } from './find-wrong-tables';
import { createSumQuery, isWrongSum } from './sums';
import {
  notAllParts,
  opposites,
  rest,
  someOfThem,
  type TotalPattern,
  totalPatterns,
  totalStart,
} from './total-patterns';

/** How far from the total the sum of parts may be, as shares of it, where the words say that they are all, and else. */
const wholeBounds = { least: 0.6, most: 1.5 };
const openBounds = { least: 0.9, most: 1.25 };

/** How much text before two parts may say that they are opposites: "won 18 of 25 and lost nine". */
const pairReach = 20;
/** The most white space between two sentences that belong together, in UTF-16 code units. */
const maxGap = 10;

/**
 * Raises a query for parts that do not add up to their total: in a sentence, in a list and the sentence behind it, in shares of
 * one whole, and in a table or list of blocks with a last row.
 */
export function findWrongTotals(numbers: NumberText): Query[] {
  const { draft, phrases, language } = numbers;
  const patterns = totalPatterns[language] ?? [];
  const start = totalStart[language];
  return [
    ...phrases.flatMap((phrase, index) => {
      if (phrase.figures.length < 1) return [];
      const [own] = phrase.figures.length < 3 ? [] : checkPatterns(draft, phrase, patterns);
      const before = phrases[index - 1];
      const behind = start && before ? checkNext(numbers, before, phrase, start) : [];
      return own ? [own] : behind;
    }),
    ...findWrongShares(numbers),
    ...findWrongTables(numbers),
  ];
}

function checkPatterns(
  draft: NumberText['draft'],
  phrase: Phrase,
  patterns: readonly TotalPattern[],
): Query[] {
  let isRight = false;
  const queries = patterns.flatMap(({ pattern, isWhole, isPair }) =>
    findAll(pattern, phrase.encoded).flatMap((match): Query[] => {
      const total = getFigure(phrase, match.groups?.total);
      const parts = getParts(phrase, `${match.groups?.first ?? ''}${match.groups?.parts ?? ''}`);
      if (
        !total ||
        parts.includes(total) ||
        (isPair &&
          !opposites.test(
            phrase.encoded.slice(Math.max(0, match.index - pairReach), match.index + match[0].length),
          ))
      )
        return [];
      if (addsUp(parts, total)) isRight = true;
      if (isPartOfPart(match[0])) return [];
      if (notAllParts[phrase.language].test(match[0])) return [];
      const isComplete = (isWhole && !someOfThem.test(match[0])) || rest.test(match[0]);
      const bounds = isComplete ? wholeBounds : openBounds;
      return isWrongSum(parts, total, bounds) ? [createSumQuery(draft, parts, total)] : [];
    }),
  );
  // A list that adds up in one reading of the sentence is right.
  return isRight ? [] : queries;
}

const ofThem =
  /[\ue000-\uf8ff](?: \p{L}+)? (?:davon|of them|of those|of these|von ihnen|von diesen)(?!\p{L})/gu;
const anyFigure = /[\ue000-\uf8ff]/gu;

/** Whether the last part alone is said to be of something, so of the part before it: "71 voted yes, 60 of them from the left". */
function isPartOfPart(words: string): boolean {
  const signs = [...words.matchAll(anyFigure)];
  const found = [...words.matchAll(ofThem)];
  return found.length === 1 && found[0]?.index === signs.at(-1)?.index;
}

function addsUp(parts: readonly Figure[], total: Figure): boolean {
  return parts.length > 1 && parts.reduce((sum, { value }) => sum + value, 0) === total.value;
}

/** The figures of a list; a sign of the private use area each. */
function getParts(phrase: Phrase, list: string): Figure[] {
  return [...list]
    .flatMap((sign) => (/[\ue000-\uf8ff]/.test(sign) ? (getFigure(phrase, sign) ?? []) : []))
    .filter(({ kind }) => kind !== 'year' && kind !== 'ordinal');
}

/** A list of parts in one sentence, and their total in the next one: "In total, 48 …". */
function checkNext({ draft }: NumberText, before: Phrase, phrase: Phrase, start: RegExp): Query[] {
  const total = getFigure(phrase, start.exec(phrase.encoded)?.groups?.total);
  const parts = before.figures.filter(({ kind }) => kind !== 'year' && kind !== 'ordinal');
  const [first] = parts;
  if (!total || !first || parts.length < 2 || notAllParts[before.language].test(before.encoded)) return [];
  const gap = phrase.start - before.end;
  const isNext = gap < maxGap && draft.text.slice(before.end, phrase.start).trim() === '';
  // "Three parts: 12, 15 and 20" begins with how many there are.
  const listed = first.value === parts.length - 1 && first.kind === 'number' ? parts.slice(1) : parts;
  return isNext && isWrongSum(listed, total, wholeBounds) ? [createSumQuery(draft, listed, total)] : [];
}
