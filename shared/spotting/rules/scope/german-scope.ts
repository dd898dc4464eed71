import { wordClass as is } from '../../lexicon/word-class';
import { isOf, isWord, type Token } from '../../tokens/token';
import { ranking } from '../ranking';
import { isNumber } from '../read-count';
import type { Candidate } from '../rule';
import { share } from './share';

/** Nouns with which "jeder" and the like only say how often, or count nothing. */
const uncounted = new Set(
  'mal male fall falle fälle fällen preis art weise seite seiten form zeit dinge hinsicht rest einzelne einzelnen'.split(
    ' ',
  ),
);
const every = /^jede[rsnm]?$/;
const all = /^alle[rn]?$/;
const none = /^keine[rsnm]?$/;
const noOther = /^keine?[nmr]?$/;
const single = /^einzige[nrsm]?$/;
const other = /^andere[nmrs]?$/;

/** German statements about all, most or none, and about things that are said never to have happened. */
export function readGermanScope(tokens: readonly Token[], index: number): Candidate | null {
  const [token, next, second] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (token?.type !== 'word') return null;
  const { lower } = token;
  if (every.test(lower)) return isCounted(next) ? share(index, index + 2, 0.42, 'Said of all') : null;
  if (all.test(lower)) return readAll(tokens, index);
  if (none.test(lower) && isOf(next, is.determiner) && second?.isCapital)
    return share(index, index + 3, 0.45, 'Said of none');
  if (noOther.test(lower) && next && other.test(next.lower) && second?.isCapital)
    return isWord(second, 'wahl', 'weg', 'möglichkeit')
      ? null
      : ranking(index, index + 3, 0.5, 'Said to be the only one');
  if (noOther.test(lower) && next && single.test(next.lower))
    return share(index, second?.isCapital ? index + 3 : index + 2, 0.5, 'Said of none');
  if (lower === 'niemand' && isWord(next, 'im', 'in', 'aus', 'von', 'sonst'))
    return isWord(next, 'sonst')
      ? ranking(index, index + 2, 0.5, 'Said to be the only one')
      : share(index, second?.isCapital ? index + 3 : index + 2, 0.38, 'Said of none');
  if ((lower === 'nirgendwo' || lower === 'nirgends') && isWord(next, 'sonst'))
    return ranking(index, index + 2, 0.5, 'Said to be the only one');
  if ((lower === 'meisten' || lower === 'wenigsten') && isWord(tokens[index - 1], 'die', 'den', 'der'))
    return isCounted(next) ? share(index - 1, index + 2, 0.48, 'Said of most') : null;
  return readGermanNever(tokens, index);
}

function readAll(tokens: readonly Token[], index: number): Candidate | null {
  const [before, next, second] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
  const from = isWord(before, 'fast', 'nahezu', 'beinahe') ? index - 1 : index;
  const at = isWord(next, 'der', 'die', 'diese', 'dieser', 'seine', 'ihre') ? index + 2 : index + 1;
  if (isNumber(tokens[at]) && tokens[at + 1]?.isCapital)
    return share(from, at + 2, tokens[at]?.type === 'number' ? 0.64 : 0.5, 'Said of all');
  if (isCounted(tokens[at])) return share(from, at + 1, from < index ? 0.5 : 0.38, 'Said of all');
  return second?.isCapital && next?.type === 'word' && !isOf(next, is.functionWord) && isCounted(second)
    ? share(from, index + 3, 0.38, 'Said of all')
    : null;
}

/** "Noch nie", "nie zuvor", "so viele wie nie", "so hoch wie zuletzt 2008", "nicht mehr so hoch". */
function readGermanNever(tokens: readonly Token[], index: number): Candidate | null {
  const [token, next, second] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  const firstTime = 'Said to be the first time';
  if (isWord(token, 'noch') && isWord(next, 'nie', 'niemals'))
    return ranking(index, isWord(second, 'zuvor') ? index + 3 : index + 2, 0.55, firstTime);
  if (isWord(token, 'nie', 'niemals') && isWord(next, 'zuvor'))
    return ranking(index, index + 2, 0.5, firstTime);
  if (isWord(token, 'so') && isWord(second, 'wie')) {
    const third = tokens[index + 3];
    if (isWord(third, 'nie', 'niemals', 'selten', 'lange', 'zuletzt', 'noch'))
      return ranking(
        index,
        isWord(tokens[index + 4], 'zuvor', 'nie', 'nicht') ? index + 5 : index + 4,
        0.58,
        'A record',
      );
  }
  if (isWord(token, 'nicht') && isWord(next, 'mehr') && isWord(second, 'so'))
    return ranking(index, Math.min(tokens.length, index + 4), 0.45, firstTime);
  return null;
}

/** A noun that is counted. German nouns have capitals. */
function isCounted(token: Token | undefined): boolean {
  return (
    token?.type === 'word' &&
    token.isCapital &&
    !uncounted.has(token.lower) &&
    !isOf(token, is.period | is.weekday | is.month | is.ordinal | is.functionWord)
  );
}
