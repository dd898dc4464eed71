import { wordClass as is } from '../../lexicon/word-class';
import { isOf, isWord } from '../../tokens/token';
import { isYear } from '../read-count';
import { readQuantity } from '../read-quantity';
import type { Candidate, ReadSentence, Rule } from '../rule';
import { readChange, readFromTo } from './changes';
import { comparison, skipAbout } from './comparison';
import { readThan } from './than';

/** Comparisons: of quantities with each other, of quantities with a limit, and changes. */
export const comparisonRule: Rule = (sentence, index) => {
  const token = sentence.tokens[index];
  if (!token) return null;
  return (
    readFromTo(sentence, index) ??
    readLimit(sentence, index) ??
    readTimes(sentence, index) ??
    readThan(sentence, index) ??
    readChange(sentence, index)
  );
};

/** The first words of a limit. */
const limitStarts = new Set(
  'more less fewer higher lower rather mehr weniger at up as bis mindestens höchstens knapp over nearly almost über fast'.split(
    ' ',
  ),
);

/** "More than 5,000", "at least half of", "bis zu 20 Prozent". */
function readLimit(sentence: ReadSentence, index: number): Candidate | null {
  const { tokens } = sentence;
  const token = tokens[index];
  if (!token || !limitStarts.has(token.lower)) return null;
  const next = tokens[index + 1];
  let at = 0;
  if (isWord(token, 'more', 'less', 'fewer', 'higher', 'lower', 'rather') && isWord(next, 'than'))
    at = index + 2;
  else if (isWord(token, 'mehr', 'weniger') && isWord(next, 'als')) at = index + 2;
  else if (isWord(token, 'at') && isWord(next, 'least', 'most')) at = index + 2;
  else if (isWord(token, 'up') && isWord(next, 'to')) at = index + 2;
  else if (
    isWord(token, 'as') &&
    isWord(next, 'many', 'much', 'few', 'little') &&
    isWord(tokens[index + 2], 'as')
  )
    at = index + 3;
  else if (isWord(token, 'bis') && isWord(next, 'zu')) at = index + 2;
  else if (isWord(token, 'mindestens', 'höchstens', 'knapp', 'over', 'nearly', 'almost', 'über', 'fast'))
    at = index + 1;
  if (at === 0) return null;
  const quantity = readQuantity(sentence, skipAbout(tokens, at));
  if (!quantity || (isYear(tokens[at]) && quantity.to === at + 1)) return null;
  return comparison(index, quantity.to, 'A figure with a limit', quantity.isPlain ? 0.45 : 0.8);
}

/** "Twice as many", "three times the", "doubled", "doppelt so viele". */
function readTimes({ tokens, language }: ReadSentence, index: number): Candidate | null {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (isOf(token, is.number) || token?.type === 'number') {
    if (
      isWord(next, 'times') &&
      isWord(tokens[index + 2], 'as', 'more', 'the', 'higher', 'larger', 'less', 'that', 'greater')
    )
      return comparison(index, index + 3, 'A multiple', 0.75);
    if (isWord(next, 'mal') && isWord(tokens[index + 2], 'so', 'mehr', 'höher'))
      return comparison(index, index + 3, 'A multiple', 0.75);
    return null;
  }
  if (!isOf(token, is.times)) return null;
  // "Twice a week", "Double Fine" and "zweimal" say how often, or are names.
  if (isWord(token, 'twice') && !isWord(next, 'as', 'the')) return null;
  if (token?.isCapital && index > 0) return null;
  if (isWord(token, 'double', 'triple') && !isWord(next, 'the', 'that', 'its', 'what', 'their', 'our'))
    return null;
  if (language === 'de' && /mal$/.test(token?.lower ?? '') && !isWord(next, 'so')) return null;
  return comparison(
    index,
    isWord(next, 'as', 'the', 'so') ? Math.min(tokens.length, index + 3) : index + 1,
    'A multiple',
    0.7,
  );
}
