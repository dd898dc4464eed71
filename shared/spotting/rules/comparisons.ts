import { isYear } from '#shared/reading/dates.ts';
import { wordClass as is } from '#shared/reading/lexicon/word-class.ts';
import { isOf, isWord, type Token } from '#shared/reading/tokens.ts';
import { readQuantity } from './quantities.ts';
import type { Candidate, Rule, RuleSentence } from './rule.ts';

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
function readLimit(sentence: RuleSentence, index: number): Candidate | null {
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
function readTimes({ tokens, language }: RuleSentence, index: number): Candidate | null {
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
  // "Twice a week" and "zweimal" say how often, and "Double Fine" is a name.
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

function comparison(from: number, to: number, reason: string, score: number): Candidate {
  return { from, to, kind: 'comparison', reason, score };
}

/** The most words between a comparison and its quantity: "rose again by", "up sharply to". */
const maxGap = 3;

/** The index after "about" and the like. */
function skipAbout(tokens: readonly Token[], at: number): number {
  return isOf(tokens[at], is.about) ? at + 1 : at;
}

/** "From 28,000 to 38,000", "von 28.000 auf 38.000". */
function readFromTo(sentence: RuleSentence, index: number): Candidate | null {
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
function readChange(sentence: RuleSentence, index: number): Candidate | null {
  const { tokens } = sentence;
  const token = tokens[index];
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

/** "Higher than", "more dangerous than", "schneller als". */
function readThan({ tokens, language }: RuleSentence, index: number): Candidate | null {
  const token = tokens[index];
  if (!isOf(token, is.comparative)) return null;
  // "Nothing is more important than" compares no quantities.
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
    // Idioms: "more than happy", "better late than never", "more often than not", "earlier than expected", "mehr als nur".
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
    if (isWord(token, 'rather', 'mehr', 'more', 'less', 'fewer', 'weniger')) return null;
    const to = Math.min(tokens.length, withObject(tokens, at + 1));
    // "Safer than dividing" is a judgment. A comparison with something named can be checked.
    const isNamed = tokens.slice(at + 1, to).some(({ isCapital }) => isCapital);
    return isNamed || language === 'de' ? comparison(index, to, 'A comparison', 0.62) : null;
  }
  return null;
}

/** The most tokens between "more" and "than": "more money from the drug companies than anyone else". */
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
