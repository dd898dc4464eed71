import { wordClass as is } from '#shared/reading/lexicon/word-class.ts';
import { readNameEnd } from '#shared/reading/names.ts';
import { isOf, isWord, type Token } from '#shared/reading/tokens.ts';
import { isCommonWord } from '#shared/text/common-words.ts';
import { isGivenName, isOrganizationWord } from '#shared/text/words-around-names.ts';
import type { Candidate, Rule, RuleSentence } from './rule.ts';

/** The longest description of a person after the name, in tokens. */
const maxDescription = 9;

/** Endings of German words that often start a sentence and look like a part of the name behind them. No lexicon has all these words. */
const adjectiveEnding = /(?:ing|ed|ly|e|en|er|es|em)$/;

/** Words that make a role part of a name: "Premier League", "General Assembly". */
const organizations = new Set(
  'league services motors assembly electric election elections hospital council staff office program programme committee mills theorem'.split(
    ' ',
  ),
);

/** Names, with or without a role. */
export const nameRule: Rule = (sentence, index) => {
  const { tokens } = sentence;
  const token = tokens[index];
  if (token?.type !== 'word') return null;
  const before = tokens[index - 1];
  return (
    readRoleBefore(sentence, index) ??
    (isInName(before) && !isOf(before, is.role) ? null : readName(sentence, index))
  );
};

function isInName(token: Token | undefined): boolean {
  return (
    token?.type === 'word' &&
    token.isCapital &&
    !token.isPossessive &&
    !isOf(token, is.functionWord | is.month | is.weekday)
  );
}

function role(from: number, to: number): Candidate {
  return { from, to, kind: 'role', reason: 'A name and a role', score: 0.55 };
}

/** "Mayor Eva Lang", "spokesman John Smith", "Bürgermeisterin Eva Lang". */
function readRoleBefore({ tokens, language }: RuleSentence, index: number): Candidate | null {
  const token = tokens[index];
  if (!isOf(token, is.role)) return null;
  const start = isWord(tokens[index + 1], ',') ? index + 2 : index + 1;
  const end = readNameEnd(tokens, start);
  // One capitalized word after a German role is often another noun.
  if (organizations.has(tokens[start]?.lower ?? '')) return null;
  if (end - start < (language === 'de' ? 2 : 1)) return null;
  // A comma stands between role and name only if the role has a determiner: "the head of the port authority, Ada Smith".
  if (start === index + 2 && (end - start < 2 || !isOf(tokens[index - 1], is.determiner))) return null;
  return role(findRoleStart(tokens, index), end);
}

/** Capitalized words and an organization before a role: "White House Press Secretary", "Tottenham's manager". */
function findRoleStart(tokens: readonly Token[], index: number): number {
  let from = index;
  while (from > 0 && from > index - 5) {
    const before = tokens[from - 1];
    const isPart =
      before?.type === 'word' &&
      (before.isCapital || isWord(before, 'vice', 'former', 'deputy', 'acting')) &&
      !isOf(before, is.functionWord | is.weekday | is.month);
    if (!isPart) break;
    from -= 1;
  }
  return from;
}

/** "Ada Smith, head of the port authority" or only a name. */
function readName(sentence: RuleSentence, index: number): Candidate | null {
  const { tokens } = sentence;
  const end = readNameEnd(tokens, index);
  if (end === index) return null;
  const described = readDescription(tokens, end);
  const length = end - index;
  if (described && length >= 2) return role(index, described);
  if (length < 2 || !isLikelyName(sentence, index, length) || !isPerson(sentence, index, end)) return null;
  return { from: index, to: end, kind: 'name', reason: 'A name', score: 0.3 };
}

/** Words that begin or end the names of places, firms and offices, besides those of `isOrganizationWord`. */
const noPerson = new Set(
  'south north east west central new los las san santa fort saint st mount lake port hong great united saudi sri costa puerto el royal national international american british german european federal supreme white first second world arena stadium center centre park hall mall bay beach hills springs valley island islands falls city town county airport station bridge street avenue road square river ocean sea gulf kingdom states republic union group inc corp corporation ltd llc gmbh ag co bank league cup championship championships open games festival awards award tour band brothers united fc football basketball team times post journal news herald magazine tv radio network media studios pictures records school college university institute academy museum gallery theatre theater church hospital house senate congress parliament court ministry department agency bureau office commission committee council board authority service services association federation foundation society party act bill day week month war street'.split(
    ' ',
  ),
);
/** Prepositions and articles that stand before places and things: "at Bridgestone Arena", "the Home Depot". */
const beforeThings = new Set(
  'the at in near from to into across outside inside around through der die das dem den in aus nach bei'.split(
    ' ',
  ),
);

/** Whether capitalized words name a person, judged by the words and their neighbours. */
function isPerson({ tokens }: RuleSentence, from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter(({ type }) => type === 'word');
  const [first] = words;
  if (!first || words.length > 4) return false;
  const keys = words.map(({ lower }) => lower.normalize('NFD').replace(/\p{M}/gu, ''));
  if (keys.some((key) => noPerson.has(key) || isOrganizationWord(key))) return false;
  if (isOf(first, is.title) || isGivenName(keys[0] ?? '')) return true;
  const [before, next] = [tokens[from - 1], tokens[to]];
  if (beforeThings.has(before?.lower ?? '')) return false;
  const isIntroduced =
    isOf(next, is.saying) ||
    isOf(before, is.saying) ||
    (isWord(next, ',', '(') && tokens[to + 1]?.type === 'number');
  return isIntroduced || (words.length <= 3 && !keys.some((key) => key.length > 1 && isCommonWord(key)));
}

/** The index after ", head of the port authority"; null where what follows a comma is no role. */
function readDescription(tokens: readonly Token[], comma: number): number | null {
  if (!isWord(tokens[comma], ',')) return null;
  let hasRole = false;
  let end = comma + 1;
  for (; end < tokens.length && end <= comma + maxDescription; end += 1) {
    const token = tokens[end];
    if (token?.type === 'sign' || isOf(token, is.saying | is.auxiliary) || isWord(token, 'who', 'which'))
      break;
    if (isOf(token, is.role)) {
      // The role has to stand near the start: "head of", "the mayor", "Hong Kong's new police commissioner".
      if (end > comma + 6) return null;
      hasRole = true;
    }
  }
  return hasRole && end <= comma + maxDescription ? end : null;
}

/** Whether capitalized words are a name. At the start of a sentence and in German, other words have capitals too. */
function isLikelyName({ tokens, language }: RuleSentence, index: number, length: number): boolean {
  const first = tokens[index];
  if (first === undefined || first.lower.length < 2) return length >= 3;
  const isFirst = index === 0 || tokens[index - 1]?.type === 'sign';
  if (language !== 'de')
    return !isFirst || first.classes === 0 || isOf(first, is.title | is.unsureMonth | is.role);
  if (isOf(first, is.role | is.law | is.fraction | is.times | is.period)) return false;
  return !isFirst || !adjectiveEnding.test(first.lower) || isOf(tokens[index + length], is.saying);
}
