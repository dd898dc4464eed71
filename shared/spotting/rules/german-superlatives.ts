import { wordClass as is } from '../lexicon/word-class';
import { isOf, isWord, type Token } from '../tokens/token';
import { ranking, withNoun } from './ranking';
import type { Candidate } from './rule';

/** German superlatives that no list has. */
const germanInflected = /(?:(?:lich|ig|isch|sam|bar|ell|haft)st|größt|höchst|meist)e[nrs]?$/;

/** Superlatives, "erstmals" and "einzig" in German. */
export function readGermanSuperlative(tokens: readonly Token[], index: number): Candidate | null {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!token) return null;
  if (/^rekord/.test(token.lower)) return ranking(index, index + 1, 0.6, 'A record');
  if (isWord(token, 'zum') && isWord(next, 'ersten') && isWord(tokens[index + 2], 'mal'))
    return ranking(index, index + 3, 0.68, 'Said to be the first time');
  if (isWord(token, 'erstmals', 'erstmalig') && isWord(next, 'seit') && tokens[index + 2])
    return ranking(index, index + 3, 0.62, 'Said to be the first time');
  if (isWord(token, 'erstmals')) return ranking(index, index + 1, 0.6, 'Said to be the first time');
  if (isWord(token, 'einzige', 'einziger', 'einziges', 'einzigen') && isOf(before, is.determiner))
    return ranking(index - 1, withNoun(tokens, index + 1), 0.5, 'Said to be the only one');
  if (isWord(token, 'am') && next && /sten$/.test(next.lower) && !isOf(next, is.ordinal) && !next.isCapital)
    return isWord(next, 'besten', 'liebsten', 'ehesten', 'wenigsten') ? null : ranking(index, index + 2, 0.6);
  const isKnown = isOf(token, is.superlative) || germanInflected.test(token.lower);
  const isRanked =
    isOf(before, is.determiner | is.ordinal) ||
    isWord(before, 'im', 'am', 'vom', 'zum') ||
    before?.isPossessive === true;
  if (!isKnown || token.isCapital || !isRanked) return null;
  // "Die meisten Menschen", "im besten Fall".
  if (isWord(token, 'meisten', 'meiste', 'nächsten', 'letzten') || isWord(next, 'fall', 'wissen'))
    return null;
  return ranking(
    index - 1,
    withNoun(tokens, index + 1),
    isWord(token, 'beste', 'besten', 'bester', 'bestes', 'wichtigste', 'wichtigsten') ? 0.5 : 0.72,
  );
}
