import { wordClass as is } from '../lexicon/word-class';
import { isOf, isWord, type Token } from '../tokens/token';
import { readNameEnd, readNameStart } from './read-name';

/** The tokens that name a speaker: from `from` until before `to`. */
export interface TokenRange {
  from: number;
  to: number;
}

/** How far from its verb a speaker is searched, in tokens. */
const maxDistance = 14;

const prepositions = new Set(
  'in of at from for with by on to near under over into about against between among von bei in mit aus für an auf nach zu'.split(
    ' ',
  ),
);

/**
 * The speaker named at an index and after it. "Said planetary geologist Rosaly Lopes of NASA": the first name in the phrase, or the
 * whole phrase: "said the transport authority". Null where the words name nobody for certain.
 */
export function readSpeakerAfter(tokens: readonly Token[], start: number): TokenRange | null {
  const first = tokens[start];
  if (first?.type !== 'word') return null;
  const isDetermined = isOf(first, is.determiner);
  if (isOf(first, is.pronoun) && !isDetermined) return { from: start, to: start + 1 };
  const noun = isDetermined ? start + 1 : start;
  let at = noun;
  for (; at < start + maxDistance; at += 1) {
    if (!isNoun(tokens[at]) || (at > noun && /ed$/.test(tokens[at]?.lower ?? ''))) break;
    const end = readNameEnd(tokens, at);
    if (end === at) continue;
    // In "the Pentagon", the determiner belongs to the name; in "spokesman Jan Beck", the role does not.
    const person = skipRoles(tokens, at, end);
    if (at > noun || person > at) return { from: person, to: end };
    return { from: start, to: isWord(first, 'the', 'a', 'an') ? skipNouns(tokens, end) : end };
  }
  if (at > noun && isDetermined) return { from: start, to: at };
  // "According to engineers": a noun in the plural needs no determiner.
  const isPlural = at > noun && /[^s]s$/.test(tokens[at - 1]?.lower ?? '');
  const isEnd = tokens[at]?.type !== 'word' || isOf(tokens[at], is.functionWord);
  return isPlural && isEnd ? { from: start, to: at } : null;
}

/**
 * The speaker named before a verb: "Ada Smith, head of the port authority, said", "the ministry has also said". `isQuoted` says
 * whether a token is in a quotation.
 */
export function readSpeakerBefore(
  tokens: readonly Token[],
  verb: number,
  isQuoted: (index: number) => boolean,
): TokenRange | null {
  let end = verb;
  while (end > 0 && end > verb - 4 && isOf(tokens[end - 1], is.auxiliary)) end -= 1;
  if (isWord(tokens[end - 1], ',')) end = findDescribed(tokens, end - 1) ?? 0;
  const last = tokens[end - 1];
  if (last?.type !== 'word' || isQuoted(end - 1) || last.isPossessive) return null;
  if (isOf(last, is.pronoun)) return { from: end - 1, to: end };
  const start = readNameStart(tokens, end);
  if (start === end) return readNounPhrase(tokens, end);
  const person = skipRoles(tokens, start, end);
  const from = person === start && isWord(tokens[start - 1], 'the', 'die', 'der', 'das') ? start - 1 : person;
  return prepositions.has(tokens[from - 1]?.lower ?? '') ? null : { from, to: end };
}

function isNoun(token: Token | undefined): boolean {
  return token?.type === 'word' && !isOf(token, is.functionWord | is.saying | is.auxiliary);
}

/** The index after the nouns behind a name: "the Jordanian government". */
function skipNouns(tokens: readonly Token[], at: number): number {
  let to = at;
  while (to < at + 3 && isNoun(tokens[to]) && !tokens[to]?.isCapital && !isOf(tokens[to], is.change)) to += 1;
  return to;
}

/** Without the roles before a name, unless nothing else is in it. */
function skipRoles(tokens: readonly Token[], from: number, to: number): number {
  let last = -1;
  for (let at = from; at < to; at += 1) if (isOf(tokens[at], is.role)) last = at;
  return last >= 0 && last + 1 < to ? last + 1 : from;
}

/** The end of a name before its description in commas; null where there is none. */
function findDescribed(tokens: readonly Token[], comma: number): number | null {
  for (let at = comma - 1; at > 0 && at > comma - maxDistance; at -= 1)
    if (isWord(tokens[at], ',')) return readNameStart(tokens, at) < at ? at : null;
  return null;
}

/** "The head of the transport authority": the words from a determiner on. Nouns in the plural need none: "Scientists say". */
function readNounPhrase(tokens: readonly Token[], end: number): TokenRange | null {
  for (let at = end - 1; at >= 0 && at > end - 10; at -= 1) {
    const token = tokens[at];
    if (isWord(token, 'of')) continue;
    if (isOf(token, is.determiner)) {
      const before = tokens[at - 1];
      if (isWord(before, 'of')) continue;
      return at === end - 1 || prepositions.has(before?.lower ?? '') ? null : { from: at, to: end };
    }
    if (!isNoun(token)) break;
  }
  const last = tokens[end - 1];
  const isPlural = isNoun(last) && (isWord(last, 'police', 'polizei') || /[^s]s$/.test(last?.lower ?? ''));
  const before = tokens[end - 2];
  return isPlural && (!before || before.type === 'sign' || isWord(before, 'but', 'and', 'aber', 'und'))
    ? { from: end - 1, to: end }
    : null;
}
