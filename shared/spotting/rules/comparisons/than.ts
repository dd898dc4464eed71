import { wordClass as is } from '../../lexicon/word-class';
import { isOf, isWord, type Token } from '../../tokens/token';
import type { Candidate, ReadSentence } from '../rule';
import { comparison, maxGap } from './comparison';

/** "Higher than", "more dangerous than", "schneller als". */
export function readThan({ tokens }: ReadSentence, index: number): Candidate | null {
  const token = tokens[index];
  if (!isOf(token, is.comparative)) return null;
  // "Nothing is more important than" says how much something matters.
  if (isWord(tokens[index - 1], 'nothing', 'nobody') || isWord(tokens[index - 2], 'nothing', 'nobody'))
    return null;
  if (isWord(tokens[index - 1], 'been') && isWord(tokens[index - 2], 'never'))
    return comparison(
      index - 2,
      Math.min(tokens.length, index + 2),
      'A comparison with all of the past',
      0.6,
    );
  const far = readThanAnyone(tokens, index);
  if (far) return far;
  for (let at = index + 1; at <= index + maxGap; at += 1) {
    if (tokens[at]?.type !== 'word') return null;
    if (!isWord(tokens[at], 'than', 'als')) continue;
    const most = readThanAll(tokens, index, at);
    if (most) return most;
    // "More than happy", "better late than never", "more often than not", "earlier than expected", "mehr als nur".
    if (
      isWord(
        tokens[at + 1],
        'happy',
        'never',
        'not',
        'ever',
        'just',
        'nur',
        'expected',
        'usual',
        'erwartet',
        'a',
      )
    )
      return null;
    if (isWord(token, 'rather', 'mehr', 'more', 'less') && at === index + 1) return null;
    return comparison(index, Math.min(tokens.length, withObject(tokens, at + 1)), 'A comparison', 0.62);
  }
  return null;
}

/** How far behind "more" its "than anyone else" may stand: "more money from the drug companies than anyone else". */
const maxThanGap = 8;

function readThanAnyone(tokens: readonly Token[], index: number): Candidate | null {
  if (!isWord(tokens[index], 'more', 'less', 'fewer', 'mehr', 'weniger')) return null;
  for (let at = index + 1; at <= index + maxThanGap && tokens[at]?.type === 'word'; at += 1)
    if (isWord(tokens[at], 'than', 'als')) return readThanAll(tokens, index, at);
  return null;
}

/** "More than any other country", "higher than ever", "mehr als in jedem anderen Land". */
function readThanAll(tokens: readonly Token[], index: number, than: number): Candidate | null {
  const at = isWord(tokens[than + 1], 'in', 'at', 'at', 'für', 'bei') ? than + 2 : than + 1;
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (isWord(first, 'ever') && !isWord(tokens[index], 'more', 'better', 'less', 'stronger'))
    return comparison(
      index,
      isWord(second, 'before') ? at + 2 : at + 1,
      'A comparison with all of the past',
      0.6,
    );
  if (
    isWord(first, 'any', 'jede', 'jeder', 'jedes', 'jedem', 'alle', 'all') &&
    isWord(second, 'other', 'others', 'andere', 'anderen', 'anderer', 'anderes')
  )
    return comparison(
      index,
      Math.max(at + 2, withObject(tokens, at + 2)),
      'A comparison with all others',
      0.7,
    );
  const isAnyone = isWord(first, 'anyone', 'anybody', 'anywhere') && isWord(second, 'else');
  return isAnyone ? comparison(index, at + 2, 'A comparison with all others', 0.65) : null;
}

/** The index after a short object: "than the planet Mercury". */
function withObject(tokens: readonly Token[], at: number): number {
  let to = at;
  if (isOf(tokens[to], is.determiner)) to += 1;
  while (to < at + 3 && tokens[to]?.type === 'word' && !isOf(tokens[to], is.functionWord)) to += 1;
  return to;
}
