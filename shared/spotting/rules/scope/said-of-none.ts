import { wordClass as is } from '../../lexicon/word-class';
import { isOf, isWord } from '../../tokens/token';
import { ranking } from '../ranking';
import type { Candidate, ReadSentence } from '../rule';
import { isCounted, withPlural, withSingular } from './counted-nouns';
import { share } from './share';

/** Verbs behind "never" that state what happened, besides those with "-ed". */
const pastVerbs = new Set(
  'been had won lost seen done made held taken given paid met gone said voted served served sold built spent run fought left got become put set kept found heard read written spoken known worked'.split(
    ' ',
  ),
);
const notPast = new Set('need feed bleed speed heed breed indeed'.split(' '));

/** "None of the witnesses", "not one of", "not a single vote". */
export function readNone({ tokens }: ReadSentence, index: number): Candidate | null {
  if (!isWord(tokens[index + 1], 'of')) return null;
  const at = isOf(tokens[index + 2], is.determiner) ? index + 3 : index + 2;
  return isCounted(tokens[at]) ? share(index, withPlural(tokens, at), 0.45, 'Said of none') : null;
}

export function readNot({ tokens }: ReadSentence, index: number): Candidate | null {
  const [next, second] = [tokens[index + 1], tokens[index + 2]];
  if (isWord(next, 'since') && second && (second.type === 'number' || second.isCapital))
    return ranking(index, index + 3, 0.55, 'Said to be the first time');
  const isSingle = isWord(next, 'a') && isWord(second, 'single');
  if (!isSingle && !(isWord(next, 'one') && isWord(second, 'of'))) return null;
  const at = isOf(tokens[index + 3], is.determiner) ? index + 4 : index + 3;
  if (!isCounted(tokens[at])) return null;
  return share(index, isSingle ? at + 1 : withPlural(tokens, at), 0.5, 'Said of none');
}

/** "Nobody else", "no one has ever", "nowhere else in Europe". */
export function readNobody({ tokens }: ReadSentence, index: number): Candidate | null {
  const token = tokens[index];
  const isTwo = isWord(token, 'no');
  if (isTwo && !isWord(tokens[index + 1], 'one')) return null;
  const at = isTwo ? index + 2 : index + 1;
  if (isWord(tokens[at], 'else')) return ranking(index, at + 1, 0.5, 'Said to be the only one');
  if (isWord(token, 'nowhere')) return null;
  if (isWord(tokens[at], 'in') && isOf(tokens[at + 1], is.determiner))
    return share(index, withSingular(tokens, at + 2), 0.4, 'Said of none');
  const isEver = isWord(tokens[at + 1], 'ever') && isOf(tokens[at], is.auxiliary);
  return isEver ? share(index, at + 2, 0.45, 'Said of none') : null;
}

/** "Has never happened", "never served", "never been", but not "never mind" and "I would never do that". */
export function readNever({ tokens }: ReadSentence, index: number): Candidate | null {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (isWord(before, 'would', 'will', 'should', 'could', 'can', 'must', 'may', 'might', "'ll", 'than'))
    return null;
  const isPast =
    next?.type === 'word' &&
    (pastVerbs.has(next.lower) || (/^[a-z]{2,}ed$/.test(next.lower) && !notPast.has(next.lower)));
  if (!isPast) return null;
  for (let at = index + 2; at <= index + 3; at += 1)
    if (isWord(tokens[at], 'before')) return ranking(index, at + 1, 0.5, 'Said to be the first time');
  return share(index, index + 2, 0.38, 'Said never to have happened');
}
