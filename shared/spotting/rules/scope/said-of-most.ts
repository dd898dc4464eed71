import { wordClass as is } from '../../lexicon/word-class';
import { isOf, isWord } from '../../tokens/token';
import type { Candidate, ReadSentence } from '../rule';
import { isCounted, isPlural, withPlural } from './counted-nouns';
import { share } from './share';

/** "Most voters", "most of the victims", "few countries". */
export function readMostOf({ tokens }: ReadSentence, index: number): Candidate | null {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (
    before?.isPossessive ||
    isOf(before, is.determiner) ||
    isWord(before, 'at', 'very', 'so', 'too', 'than', 'last', 'next')
  )
    return null;
  const isOfThem = isWord(next, 'of');
  if (isOfThem && !isOf(tokens[index + 2], is.determiner)) return null;
  const at = isOfThem ? index + 3 : index + 1;
  if (!isCounted(tokens[at]) || !(isOfThem || isPlural(tokens[at]) || isPlural(tokens[at + 1]))) return null;
  const isMost = isWord(token, 'most');
  return share(index, withPlural(tokens, at), isMost ? 0.48 : 0.35, isMost ? 'Said of most' : 'Said of few');
}

/** "Nearly all of the money", "almost every school", "virtually none of it". */
export function readNearlyAll({ tokens }: ReadSentence, index: number): Candidate | null {
  const next = tokens[index + 1];
  if (!isWord(next, 'all', 'every', 'none', 'everyone', 'everybody', 'nobody', 'half')) return null;
  const isOfThem = isWord(tokens[index + 2], 'of');
  const at =
    isOfThem && isOf(tokens[index + 3], is.determiner) ? index + 4 : isOfThem ? index + 3 : index + 2;
  if (isWord(next, 'every', 'half') && !isCounted(tokens[at])) return null;
  const to = isCounted(tokens[at]) ? withPlural(tokens, at) : index + 2;
  return share(index, to, 0.5, isWord(next, 'none', 'nobody') ? 'Said of nearly none' : 'Said of nearly all');
}

/** "A majority of voters", "a large majority". */
export function readMajority({ tokens }: ReadSentence, index: number): Candidate | null {
  if (!isWord(tokens[index + 1], 'of')) return null;
  const isQualified = isWord(
    tokens[index - 1],
    ...[
      'vast',
      'large',
      'great',
      'slim',
      'narrow',
      'clear',
      'small',
      'overwhelming',
      'big',
      'tiny',
      'comfortable',
    ],
  );
  const from = isQualified ? index - 2 : index - 1;
  if (!isWord(tokens[from], 'a', 'the')) return null;
  return share(from, withPlural(tokens, index + 2), 0.6, 'A share of a whole');
}
