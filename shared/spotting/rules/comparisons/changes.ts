import { wordClass as is } from '../../lexicon/word-class';
import { isOf, isWord } from '../../tokens/token';
import { isYear } from '../read-count';
import { readQuantity } from '../read-quantity';
import type { Candidate, ReadSentence } from '../rule';
import { comparison, maxGap, skipAbout } from './comparison';

/** "From 28,000 to 38,000", "von 28.000 auf 38.000". */
export function readFromTo(sentence: ReadSentence, index: number): Candidate | null {
  const { tokens } = sentence;
  const first = tokens[index];
  if (!isWord(first, 'from', 'von') || isYear(tokens[index + 1])) return null;
  const start = skipAbout(tokens, index + 1);
  const quantity = readQuantity(sentence, start);
  if (!quantity) return null;
  for (let at = quantity.to; at < quantity.to + maxGap; at += 1) {
    if (!isWord(tokens[at], 'to', 'auf')) continue;
    const second = readQuantity(sentence, skipAbout(tokens, at + 1));
    if (second && !isYear(tokens[at + 1]))
      return comparison(index, second.to, 'A change from one figure to another', 0.88);
  }
  return null;
}

/** "Rose by 12 percent", "up 12 %", "fell to", "stieg um". */
export function readChange(sentence: ReadSentence, index: number): Candidate | null {
  const { tokens } = sentence;
  const token = tokens[index];
  if (
    isWord(token, 'went', 'gone', 'gehen', 'going') &&
    isWord(tokens[index + 1], 'up', 'down') &&
    !isWord(tokens[index + 2], 'to', 'the', 'there')
  )
    return comparison(index, index + 2, 'A change', 0.5);
  // "Prices are up in the north", but not "we are up to" and "up there".
  if (
    isWord(token, 'up', 'down') &&
    isWord(tokens[index - 1], 'is', 'are', 'were', 'was') &&
    isWord(tokens[index + 1], 'in', 'since', 'from', 'by', 'again', '.')
  )
    return comparison(index - 1, index + 1, 'A change', 0.45);
  if (!isOf(token, is.change)) return null;
  for (let at = index + 1; at <= index + maxGap; at += 1) {
    const next = tokens[at];
    if (!next || (next.type === 'sign' && !isOf(next, is.currency))) return null;
    const quantity = readQuantity(sentence, at);
    if (!quantity || isYear(next) || quantity.isPlain) continue;
    if (isWord(token, 'up', 'down') && isWord(tokens[index + 1], 'from'))
      return comparison(index, quantity.to, 'A change from a figure', 0.8);
    if (
      isWord(token, 'up', 'down', 'lost', 'cut', 'verlor', 'gewann', 'gained', 'added', 'raised') &&
      quantity.type === 'figure' &&
      isWord(token, 'up', 'down')
    )
      return null;
    return comparison(index, quantity.to, 'A change by or to a figure', 0.85);
  }
  return null;
}
