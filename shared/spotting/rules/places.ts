import { wordClass as is } from '../lexicon/word-class';
import { isOf, isWord, type Token } from '../tokens/token';
import { ranking } from './ranking';
import type { Candidate } from './rule';

/** The first words of a place in a ranking. */
const starts = new Set('ranked ranks ranking number no in of'.split(' '));

/** "Ranked third", "No. 1", "number one", "in history", "of all time". */
export function readPlace(tokens: readonly Token[], index: number): Candidate | null {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !starts.has(token.lower)) return null;
  if (
    isWord(token, 'ranked', 'ranks', 'ranking') &&
    (isOf(next, is.ordinal | is.superlative) || next?.type === 'number' || isWord(next, 'among'))
  )
    return ranking(index, index + 2, 0.7, 'A place in a ranking');
  if (isWord(token, 'number') && isWord(next, 'one'))
    return ranking(index, index + 2, 0.45, 'A place in a ranking');
  if (isWord(token, 'no') && isWord(next, '.') && tokens[index + 2]?.type === 'number')
    return ranking(index, index + 3, 0.5, 'A place in a ranking');
  if (
    isWord(token, 'no') &&
    isWord(next, 'other') &&
    tokens[index + 2]?.type === 'word' &&
    !isWord(tokens[index + 2], 'way', 'choice', 'than', 'option')
  )
    return ranking(index, index + 3, 0.5, 'Said to be the only one');
  if (isWord(token, 'in') && isWord(next, 'history'))
    return ranking(index, index + 2, 0.5, 'Compared with all of history');
  if (isWord(token, 'of') && isWord(next, 'all') && isWord(tokens[index + 2], 'time'))
    return ranking(index, index + 3, 0.45, 'Compared with all of history');
  return null;
}

/** Words before "record" whose records are files, or other nouns. */
const otherRecords = new Set(
  'medical criminal court police public tax voting track arrest phone bank prison service of criminal’s'.split(' '),
);
const otherNouns = new Set('label labels company companies store shop deal player keeping producer collection holder'.split(' '));

/** "A record high", "a record 12,000 people", "on record", but not "medical records" and "a record label". */
export function readRecord(tokens: readonly Token[], index: number): Candidate | null {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!isWord(token, 'record') || otherRecords.has(before?.lower ?? '') || otherNouns.has(next?.lower ?? ''))
    return null;
  if (isWord(before, 'on')) return ranking(index - 1, index + 1, 0.6, 'A record');
  const from = isWord(before, 'world', 'new', 'national', 'all-time') ? index - 1 : index;
  const isNoun = next?.type === 'word' && !next.isCapital && !isOf(next, is.functionWord | is.auxiliary | is.saying);
  if (next?.type === 'number' || isNoun) return ranking(from, index + 2, 0.6, 'A record');
  return from < index || isWord(next, 'for') ? ranking(from, index + 1, 0.6, 'A record') : null;
}
