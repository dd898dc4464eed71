import { wordClass as is } from '../../lexicon/word-class';
import { isOf, isWord, type Token } from '../../tokens/token';
import { isYear } from '../read-count';
import type { Candidate } from '../rule';
import { law } from './law';
import { readNorm } from './norms';

const records = new Set(
  'court police public tax medical bank financial government official flight phone'.split(' '),
);

/** Laws, rulings and records in English. */
export function readEnglishLaw(tokens: readonly Token[], index: number): Candidate | null {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (
    isWord(token, 'records', 'documents', 'filings') &&
    (records.has(before?.lower ?? '') || isWord(next, 'show', 'showed', 'obtained', 'reviewed'))
  )
    return law(
      records.has(before?.lower ?? '') ? index - 1 : index,
      isWord(next, 'show', 'showed') ? index + 2 : index + 1,
      0.6,
      'A record',
    );
  const norm = readNorm(tokens, index);
  if (norm) return norm;
  if (!token || !isOf(token, is.law) || isWord(token, 'records')) return null;
  if (
    isWord(
      token,
      'act',
      'bill',
      'constitution',
      'treaty',
      'convention',
      'amendment',
      'law',
      'directive',
      'regulation',
      'ordinance',
    ) &&
    token.isCapital
  ) {
    // "Bill Gates" is a name, and "Act" at the start of a sentence a verb.
    if (index === 0 || !before?.isCapital || (isWord(token, 'bill') && next?.isCapital)) return null;
    const from = findCapitalStart(tokens, index);
    const isDated = isWord(next, 'of') && isYear(tokens[index + 2]);
    return law(from, isDated ? index + 3 : isYear(next) ? index + 2 : index + 1, 0.7, 'A law');
  }
  if (
    isWord(
      token,
      'ruling',
      'verdict',
      'lawsuit',
      'indictment',
      'subpoena',
      'injunction',
      'decree',
      'legislation',
      'sanctions',
      'testimony',
      'statute',
      'conviction',
    ) &&
    !token.isCapital
  )
    return law(isWord(before, 'court', 'court', 'proposed', 'federal') ? index - 1 : index, index + 1, 0.45);
  return null;
}

/** Where a run of capitalized words that ends before an index starts, at most five words before it. */
function findCapitalStart(tokens: readonly Token[], index: number): number {
  let from = index;
  while (
    from > 0 &&
    from > index - 5 &&
    tokens[from - 1]?.isCapital &&
    !isOf(tokens[from - 1], is.functionWord)
  )
    from -= 1;
  return from;
}
