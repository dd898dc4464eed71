import { wordClass as is } from '#shared/reading/lexicon/word-class.ts';
import { isOf, isWord, type Token } from '#shared/reading/tokens.ts';
import { isNumber } from './quantities.ts';
import { ranking, withNoun } from './ranking.ts';
import type { Candidate, Rule, RuleSentence } from './rule.ts';

function scope(from: number, to: number, reason: string, score = 0.45): Candidate {
  return { from, to, kind: 'scope', reason, score };
}

/** Statements about all or none, and about things that never happened, are no longer true, or are denied. */
export const scopeRule: Rule = (sentence, index) => {
  const token = sentence.tokens[index];
  if (token?.type !== 'word') return null;
  if (sentence.language === 'de') return readGermanScope(sentence.tokens, index);
  return (
    readers.get(token.lower)?.(sentence, index) ??
    (negation.test(token.lower) ? readNegated(sentence, index) : null)
  );
};

/** Nouns that "all" does not count: "all the time", "all kinds". */
const uncounted = new Set(
  'time times way ways case cases thing things bit part parts likely other effort reason chance moment right inch step turn now sort kind kinds sorts minute aspect of us you them it'.split(
    ' ',
  ),
);
const irregularPlurals = new Set('people children women men police voters'.split(' '));

/** Whether a word may be a noun that "all" and the like count. */
function isCounted(token: Token | undefined): boolean {
  return (
    token?.type === 'word' &&
    !uncounted.has(token.lower) &&
    !isOf(token, is.functionWord | is.period | is.saying | is.weekday | is.month | is.whichPeriod)
  );
}

/** Whether a noun is in the plural. */
function isPlural(token: Token | undefined): boolean {
  return token !== undefined && (/[^s]s$/.test(token.lower) || irregularPlurals.has(token.lower));
}

/** The index after the noun of a phrase: the first in the plural, or the last word that may be one. */
function withPlural(tokens: readonly Token[], at: number): number {
  const end = withNoun(tokens, at);
  for (let to = at; to < end; to += 1) if (isPlural(tokens[to])) return to + 1;
  return end;
}

type ScopeReader = (sentence: RuleSentence, index: number) => Candidate | null;

/** "All 27 members", "all five judges", "all of the schools". */
const readAll: ScopeReader = ({ tokens }, index) => {
  if (isWord(tokens[index - 1], 'at', 'after', 'not', 'above', 'of', 'we', 'you')) return null;
  const next = tokens[index + 1];
  const isOfThem = isWord(next, 'of') && isOf(tokens[index + 2], is.determiner);
  const at = isOfThem ? index + 3 : isWord(next, 'the', 'its', 'their', 'our') ? index + 2 : index + 1;
  if (isNumber(tokens[at]) && isCounted(tokens[at + 1]))
    return scope(index, Math.max(at + 2, withPlural(tokens, at + 1)), 'Said of all', 0.64);
  if (!isCounted(tokens[at]) || !(isOfThem || isPlural(tokens[at]))) return null;
  // "All of the teams …" as a subject is a claim; "we met all of the teams" says little.
  const before = tokens[index - 1];
  if (before && before.type !== 'sign' && !isWord(before, 'almost', 'nearly', 'virtually', 'that', 'and'))
    return null;
  return scope(index, withPlural(tokens, at), 'Said of all', 0.4);
};

/** "None of the witnesses". */
const readNone: ScopeReader = ({ tokens }, index) => {
  if (!isWord(tokens[index + 1], 'of')) return null;
  const at = isOf(tokens[index + 2], is.determiner) ? index + 3 : index + 2;
  return isCounted(tokens[at]) ? scope(index, withPlural(tokens, at), 'Said of none') : null;
};

/** "Not one of the witnesses", "not a single vote", "not since 1975". */
const readNot: ScopeReader = (sentence, index) => {
  const { tokens } = sentence;
  const [next, second] = [tokens[index + 1], tokens[index + 2]];
  if (isWord(next, 'since') && second && (second.type === 'number' || second.isCapital))
    return ranking(index, index + 3, 0.55, 'Said to be the first time');
  const isSingle = isWord(next, 'a') && isWord(second, 'single');
  if (!isSingle && !(isWord(next, 'one') && isWord(second, 'of'))) return readNegated(sentence, index);
  const at = isOf(tokens[index + 3], is.determiner) ? index + 4 : index + 3;
  if (!isCounted(tokens[at])) return null;
  return scope(index, isSingle ? at + 1 : withPlural(tokens, at), 'Said of none', 0.5);
};

/** "No longer owns". */
const readNo: ScopeReader = ({ tokens }, index) => {
  const [next, second] = [tokens[index + 1], tokens[index + 2]];
  if (!isWord(next, 'longer')) return null;
  return scope(
    index,
    second?.type === 'word' && !isOf(second, is.functionWord) ? index + 3 : index + 2,
    'Said to be over',
  );
};

/** Verbs behind "never" and "not" that state what happened, besides those with "-ed". */
const pastVerbs = new Set(
  'been had won lost seen done made held taken given paid met gone said voted served sold built spent run fought left got become put set kept found heard read written spoken worked'.split(
    ' ',
  ),
);
const notPast = new Set('need feed bleed speed heed breed indeed'.split(' '));

function isPast(token: Token | undefined): boolean {
  return (
    token?.type === 'word' &&
    (pastVerbs.has(token.lower) || (/^[a-z]{2,}ed$/.test(token.lower) && !notPast.has(token.lower)))
  );
}

/** "Has never happened", "never served", but not "never mind" and "I would never do that". */
const readNever: ScopeReader = ({ tokens }, index) => {
  const before = tokens[index - 1];
  if (isWord(before, 'would', 'will', 'should', 'could', 'can', 'must', 'may', 'might', "'ll", 'than'))
    return null;
  if (!isPast(tokens[index + 1])) return null;
  for (let at = index + 2; at <= index + 3; at += 1)
    if (isWord(tokens[at], 'before')) return ranking(index, at + 1, 0.5, 'Said to be the first time');
  return scope(index, index + 2, 'Said never to have happened', 0.4);
};

const negation = /^(?:did|has|have|had|was|were)n't$/;
/** Verbs whose negation is no fact that a source could show. */
const states = new Set(
  'know want think like need mean feel say comment respond answer reply seem care matter realize realise remember understand believe expect wanted needed known thought meant seemed expected respond responded'.split(
    ' ',
  ),
);

/** "Has not paid", "didn't vote", "were not charged", but not behind "I", "we" or "you". */
const readNegated: ScopeReader = ({ tokens }, index) => {
  const isShort = negation.test(tokens[index]?.lower ?? '');
  const auxiliary = isShort ? index : index - 1;
  const verb = index + 1;
  if (!isShort && !isWord(tokens[auxiliary], 'did', 'has', 'have', 'had', 'was', 'were')) return null;
  const next = tokens[verb];
  if (
    next?.type !== 'word' ||
    states.has(next.lower) ||
    isWord(tokens[auxiliary - 1], 'i', 'we', 'you', 'that', 'it')
  )
    return null;
  const isDid = /^did/.test(tokens[auxiliary]?.lower ?? '');
  if (!(isDid ? !isOf(next, is.functionWord) : isPast(next))) return null;
  return scope(auxiliary, verb + 1, 'Said not to be so', 0.4);
};

/** The reader for each word that starts an English statement. */
const readers = new Map<string, ScopeReader>([
  ['all', readAll],
  ['none', readNone],
  ['not', readNot],
  ['no', readNo],
  ['never', readNever],
]);

/** Nouns that "alle" and similar words do not count. */
const germanUncounted = new Set(
  'mal male fall falle fälle fällen preis art weise seite seiten form zeit dinge hinsicht rest einzelne einzelnen'.split(
    ' ',
  ),
);
const all = /^alle[rn]?$/;
const none = /^keine[rsnm]?$/;
const noOther = /^keine?[nmr]?$/;
const single = /^einzige[nrsm]?$/;
const other = /^andere[nmrs]?$/;

/** German statements about all or none, and about what never happened. */
function readGermanScope(tokens: readonly Token[], index: number): Candidate | null {
  const [token, next, second] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (token?.type !== 'word') return null;
  const { lower } = token;
  if (all.test(lower)) return readGermanAll(tokens, index);
  if (none.test(lower) && isOf(next, is.determiner) && second?.isCapital)
    return scope(index, index + 3, 'Said of none');
  if (noOther.test(lower) && next && other.test(next.lower) && second?.isCapital)
    return isWord(second, 'wahl', 'weg', 'möglichkeit')
      ? null
      : ranking(index, index + 3, 0.5, 'Said to be the only one');
  if (noOther.test(lower) && next && single.test(next.lower))
    return scope(index, second?.isCapital ? index + 3 : index + 2, 'Said of none', 0.5);
  return readGermanNever(tokens, index);
}

function readGermanAll(tokens: readonly Token[], index: number): Candidate | null {
  const [before, next, second] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
  const from = isWord(before, 'fast', 'nahezu', 'beinahe') ? index - 1 : index;
  const at = isWord(next, 'der', 'die', 'diese', 'dieser', 'seine', 'ihre') ? index + 2 : index + 1;
  if (isNumber(tokens[at]) && tokens[at + 1]?.isCapital) return scope(from, at + 2, 'Said of all', 0.64);
  if (isGermanNoun(tokens[at])) return scope(from, at + 1, 'Said of all', 0.4);
  return second?.isCapital && next?.type === 'word' && !isOf(next, is.functionWord) && isGermanNoun(second)
    ? scope(from, index + 3, 'Said of all', 0.4)
    : null;
}

/** "Noch nie", "nie zuvor", "so viele wie nie", "so hoch wie zuletzt 2008", "nicht mehr". */
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
  if (!isWord(token, 'nicht') || !isWord(next, 'mehr')) return null;
  return isWord(second, 'so')
    ? ranking(index, Math.min(tokens.length, index + 4), 0.45, firstTime)
    : scope(index, index + 2, 'Said to be over');
}

/** A noun that is counted. German nouns have capitals. */
function isGermanNoun(token: Token | undefined): boolean {
  return (
    token?.type === 'word' &&
    token.isCapital &&
    !germanUncounted.has(token.lower) &&
    !isOf(token, is.period | is.weekday | is.month | is.ordinal | is.functionWord)
  );
}
