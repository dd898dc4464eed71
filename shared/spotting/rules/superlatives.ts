import { wordClass as is } from '#shared/reading/lexicon/word-class.ts';
import { isOf, isWord, type Token } from '#shared/reading/tokens.ts';
import { ranking, withNoun } from './ranking.ts';
import type { Candidate, Rule, RuleSentence } from './rule.ts';

/** English superlatives that no list has. Only "-iest", because "-est" also ends other words, such as "interest". */
const inflected = /^[a-z]{3,12}iest$/;
const compoundRank =
  /-(?:largest|biggest|smallest|highest|lowest|longest|oldest|youngest|fastest|ranked|best|worst|richest|poorest|most)$/;

/** Adjectives whose superlative is a matter of opinion. */
const opinions = new Set(
  'important interesting impactful useful exciting effective valuable helpful beautiful amazing relevant appropriate rewarding surprising meaningful challenging difficult significant innovative powerful fun obvious critical basic'.split(
    ' ',
  ),
);
/** Nouns whose size nobody measures: "the biggest impact". */
const unmeasured = new Set(
  'impact challenge challenges pain problem problems issue issues benefit benefits lesson lessons fan fear surprise potential priority standard standards hope'.split(
    ' ',
  ),
);

/** Nouns with which "first" or "last" ranks nothing: "the first half", "last name". */
const unranked =
  'place name aid step thing half glance lady floor person sight names steps things of and few hand class page part chapter paragraph day night minute second resort straw word words one but not visit line shot try look impression draft question step went comes came was is';
const unrankedNouns = new Set(unranked.split(' '));

/** Superlatives, "first", "only" and places in a ranking. */
export const superlativeRule: Rule = (sentence, index) => {
  const { tokens, language } = sentence;
  const token = tokens[index];
  if (token?.type !== 'word') return null;
  if (isWord(token, 'record')) return readRecord(tokens, index);
  if (language === 'de') return readGermanSuperlative(tokens, index);
  return (
    readPlace(tokens, index) ??
    readMost(tokens, index) ??
    readInflected(sentence, index) ??
    readFirst(tokens, index)
  );
};

/** "The most expensive", but not "most of the time", "most people" and "at most". */
function readMost(tokens: readonly Token[], index: number): Candidate | null {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!isWord(token, 'most', 'least')) return null;
  const isRanking =
    isOf(before, is.determiner) ||
    before?.isPossessive === true ||
    isWord(before, 'among', 'second', 'third');
  if (!isRanking || next?.type !== 'word' || isWord(next, 'of') || opinions.has(next.lower)) return null;
  const from = isOf(before, is.determiner) ? index - 1 : index;
  return ranking(from, withNoun(tokens, index + 2), 0.65);
}

function readInflected({ tokens }: RuleSentence, index: number): Candidate | null {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!token) return null;
  const isKnown =
    isOf(token, is.superlative) ||
    (token.lower.endsWith('iest') && inflected.test(token.lower)) ||
    (token.lower.includes('-') && compoundRank.test(token.lower));
  if (!isKnown || isWord(before, 'at', 'not')) return null;
  // "Best" and "greatest" are matters of opinion.
  if (isWord(token, 'best', 'worst', 'greatest', 'hardest', 'safest') || unmeasured.has(next?.lower ?? ''))
    return null;
  const isRanked = isOf(before, is.determiner | is.ordinal) || before?.isPossessive === true;
  if (!isRanked && isWord(token, 'least', 'earliest')) return null;
  if (isWord(token, 'latest', 'closest', 'deepest')) return null;
  const from = isRanked && !before?.isPossessive ? index - 1 : index;
  return ranking(from, withNoun(tokens, index + 1), 0.72);
}

/** Words after "the only one" that describe it: "the only one never convicted". */
const ofOnlyOne = 'never to who that in of with without left ever among not since'.split(' ');

/** "The first woman to", "for the first time", "the only country". */
function readFirst(tokens: readonly Token[], index: number): Candidate | null {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (isWord(token, 'first', 'only') && !token?.isCapital) {
    if (isWord(token, 'first') && isWord(before, 'at', 'in')) return null;
    const isFirstTime = isWord(next, 'time') || isWord(next, 'ever');
    if (isFirstTime && !isWord(before, 'my', 'your')) {
      const to = isWord(tokens[index + 2], 'since', 'in') ? Math.min(tokens.length, index + 4) : index + 2;
      return ranking(isOf(before, is.determiner) ? index - 1 : index, to, 0.68, 'Said to be the first time');
    }
    const isRanked =
      (isOf(before, is.determiner) || before?.isPossessive === true) &&
      !isWord(before, 'my', 'your', 'this', 'that');
    if (isRanked && isWord(token, 'first') && isWord(next, 'since') && tokens[index + 2])
      return ranking(index - 1, index + 3, 0.6, 'Said to be the first time');
    const isOnlyOne =
      isWord(token, 'only') && isWord(next, 'one', 'ones') && isWord(tokens[index + 2], ...ofOnlyOne);
    if (!isRanked || next?.type !== 'word' || isOf(next, is.number)) return null;
    if (unrankedNouns.has(next.lower) && !isOnlyOne) return null;
    if (isOnlyOne) {
      const to =
        isWord(tokens[index + 2], 'never') && tokens[index + 3]?.type === 'word' ? index + 4 : index + 2;
      return ranking(index - 1, to, 0.52, 'Said to be the only one');
    }
    const from = isOf(before, is.determiner) ? index - 1 : index;
    return ranking(
      from,
      withNoun(tokens, index + 1),
      0.5,
      isWord(token, 'only') ? 'Said to be the only one' : 'Said to be the first',
    );
  }
  if (isWord(token, 'never') && isWord(next, 'before'))
    return ranking(index, index + 2, 0.5, 'Said to be the first time');
  return null;
}

/** German superlatives that no list has. */
const germanInflected = /(?:(?:lich|ig|isch|sam|bar|ell|haft)st|größt|höchst|meist)e[nrs]?$/;

/** Superlatives, "erstmals" and "einzig" in German. */
function readGermanSuperlative(tokens: readonly Token[], index: number): Candidate | null {
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

/** The first words of a place in a ranking. */
const starts = new Set('ranked ranks ranking number no in of'.split(' '));

/** "Ranked third", "No. 1", "number one", "in history", "of all time". */
function readPlace(tokens: readonly Token[], index: number): Candidate | null {
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

/** Words before "record" that make it a file or another noun: "medical records". */
const otherRecords = new Set(
  'medical criminal court police public tax voting track arrest phone bank prison service of criminal’s'.split(
    ' ',
  ),
);
const otherNouns = new Set(
  'label labels company companies store shop deal player keeping producer collection holder'.split(' '),
);

/** "A record high", "a record 12,000 people", "on record", but not "medical records" and "a record label". */
function readRecord(tokens: readonly Token[], index: number): Candidate | null {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!isWord(token, 'record') || otherRecords.has(before?.lower ?? '') || otherNouns.has(next?.lower ?? ''))
    return null;
  if (isWord(before, 'on')) return ranking(index - 1, index + 1, 0.6, 'A record');
  const from = isWord(before, 'world', 'new', 'national', 'all-time') ? index - 1 : index;
  const isNoun =
    next?.type === 'word' && !next.isCapital && !isOf(next, is.functionWord | is.auxiliary | is.saying);
  if (next?.type === 'number' || isNoun) return ranking(from, index + 2, 0.6, 'A record');
  return from < index || isWord(next, 'for') ? ranking(from, index + 1, 0.6, 'A record') : null;
}
