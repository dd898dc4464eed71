import type { RuleLanguage } from '../reading/lexicon/lexicons.ts';
import { wordClass as is } from '../reading/lexicon/word-class.ts';
import { readNameEnd, readNameStart } from '../reading/names.ts';
import { isOf, isWord, type Token } from '../reading/tokens.ts';

/** The words with which a sentence names the speaker of its statement or quotation. */
export interface Attribution extends TokenRange {
  /** Null for a pronoun or a thing, which names nobody. */
  speaker: TokenRange | null;
}

/** Things that "say" something without being a person or a body: "the report says". */
const things = new Set(
  'statement tweet email e-mail letter post caption article interview message story sign headline erklärung mitteilung brief'.split(
    ' ',
  ),
);

/** Verbs that attribute words only before "that" or a quotation: "the country admitted refugees" does not. */
const unsureVerbs = new Set(
  'admitted posted shared maintained revealed recalled promised suggested rejected dismissed described called noted estimated estimates nannte gab teilte fügte räumte kündigte'.split(
    ' ',
  ),
);

/** Finds the attributions of a sentence, in order: "said Ada Smith", "the ministry says", "according to the authority", "laut Polizei". */
export function findAttributions(
  tokens: readonly Token[],
  language: RuleLanguage | null,
  isQuoted: (index: number) => boolean,
): Attribution[] {
  const found: Attribution[] = [];
  if (!language) return found;
  for (let index = 0; index < tokens.length; index += 1) {
    if (tokens[index]?.type !== 'word' || isQuoted(index)) continue;
    const attribution = isOf(tokens[index], is.saying)
      ? readVerb(tokens, index, isQuoted)
      : readPreposition(tokens, index);
    if (attribution) found.push(attribution);
  }
  return found;
}

/** The first words of an attribution without a verb. */
const attributing = new Set(['according', 'laut', 'so', 'nach']);

/** Reads an attribution without a verb: "according to the transport authority", "laut Polizei", "nach Angaben der Stadt". */
function readPreposition(tokens: readonly Token[], index: number): Attribution | null {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !attributing.has(token.lower)) return null;
  let start = 0;
  if (isWord(token, 'according') && isWord(next, 'to')) start = index + 2;
  else if (isWord(token, 'laut')) start = index + 1;
  else if (isWord(token, 'so') && isWord(tokens[index - 1], ',') && isSaidSo(tokens, index + 1))
    start = index + 1;
  else if (isWord(token, 'nach') && isWord(next, 'angaben', 'auskunft', 'informationen'))
    start = isWord(tokens[index + 2], 'von') ? index + 3 : index + 2;
  if (start === 0) return null;
  const speaker = readSpeakerAfter(tokens, start);
  return speaker && { from: index, to: speaker.to, speaker: nameSomebody(tokens, speaker) };
}

/** Whether a speaker follows "so", as in "…, so die Behörde.": a name or an article, with at most three words up to the next sign. */
function isSaidSo(tokens: readonly Token[], start: number): boolean {
  const first = tokens[start];
  if (!isWord(first, 'der', 'die', 'das') && !first?.isCapital) return false;
  for (let at = start + 1; at <= start + 3; at += 1)
    if (tokens[at]?.type !== 'word')
      return isWord(tokens[at], '.', ',') && tokens[at - 1]?.isCapital === true;
  return false;
}

function readVerb(
  tokens: readonly Token[],
  index: number,
  isQuoted: (index: number) => boolean,
): Attribution | null {
  // Behind a quotation or the comma that follows it, the speaker comes after the verb: “…,” said Ada Smith.
  const isInverted =
    index === 0 ||
    isQuoted(index - 1) ||
    (isWord(tokens[index - 1], ',') && index >= 2 && isQuoted(index - 2));
  if (isInverted) {
    const speaker = readSpeakerAfter(tokens, index + 1);
    return speaker && { from: index, to: speaker.to, speaker: nameSomebody(tokens, speaker) };
  }
  // The passive leaves out the speaker: "it was said".
  if (isWord(tokens[index - 1], 'been', 'be', 'was', 'were', 'is', 'are', 'being')) return null;
  if (unsureVerbs.has(tokens[index]?.lower ?? '') && !introducesWords(tokens, index, isQuoted)) return null;
  const speaker = readSpeakerBefore(tokens, index, isQuoted);
  return speaker && { from: speaker.from, to: index + 1, speaker: nameSomebody(tokens, speaker) };
}

/** Whether "that", "dass" or a quotation follows within a few words. */
function introducesWords(
  tokens: readonly Token[],
  verb: number,
  isQuoted: (index: number) => boolean,
): boolean {
  for (let at = verb + 1; at < tokens.length && at <= verb + 5; at += 1)
    if (isQuoted(at) || (at <= verb + 2 && isWord(tokens[at], 'that', 'dass'))) return true;
  return false;
}

/** Returns the speaker, or null for a pronoun or a thing. */
function nameSomebody(tokens: readonly Token[], { from, to }: TokenRange): TokenRange | null {
  const last = tokens[to - 1];
  const isNobody = (to === from + 1 && isOf(last, is.pronoun)) || things.has(last?.lower ?? '');
  return isNobody ? null : { from, to };
}

/** The tokens that name a speaker: from `from` until before `to`. */
interface TokenRange {
  from: number;
  to: number;
}

/** The most tokens between a speaker and the verb. */
const maxDistance = 14;

const prepositions = new Set(
  'in of at from for with by on to near under over into about against between among von bei in mit aus für an auf nach zu'.split(
    ' ',
  ),
);

/**
 * Reads the speaker that starts at an index: the first name in the phrase ("said planetary geologist Rosaly Lopes of NASA"), or the
 * whole phrase ("said the transport authority"). Null where it is not certain that the words name somebody.
 */
function readSpeakerAfter(tokens: readonly Token[], start: number): TokenRange | null {
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
 * Reads the speaker before a verb: "Ada Smith, head of the port authority, said", "the ministry has also said". `isQuoted` says
 * whether a token is in a quotation.
 */
function readSpeakerBefore(
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

/** Skips the roles before a name, unless there is nothing else. */
function skipRoles(tokens: readonly Token[], from: number, to: number): number {
  let last = -1;
  for (let at = from; at < to; at += 1) if (isOf(tokens[at], is.role)) last = at;
  return last >= 0 && last + 1 < to ? last + 1 : from;
}

/** Finds the end of a name that a description in commas follows; null where there is none. */
function findDescribed(tokens: readonly Token[], comma: number): number | null {
  for (let at = comma - 1; at > 0 && at > comma - maxDistance; at -= 1)
    if (isWord(tokens[at], ',')) return readNameStart(tokens, at) < at ? at : null;
  return null;
}

/** Reads a noun phrase from its determiner on: "the head of the transport authority". Plurals need none: "Scientists say". */
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
