import type { RuleLanguage } from '../lexicon/lexicons';
import { wordClass as is } from '../lexicon/word-class';
import { isOf, isWord, type Token } from '../tokens/token';
import { readSpeakerAfter, readSpeakerBefore, type TokenRange } from './read-speaker';

/** Words by which a sentence gives somebody's words. */
export interface Attribution extends TokenRange {
  /** Null for a pronoun or a thing, which names nobody. */
  speaker: TokenRange | null;
}

/** Things that say something without being anybody. */
const things = new Set(
  'statement tweet email e-mail letter post caption article interview message story sign headline erklärung mitteilung brief'.split(
    ' ',
  ),
);

/** Verbs that give words only before "that" or a quotation: "the country admitted refugees" is no statement. */
const unsureVerbs = new Set(
  'admitted posted shared maintained revealed recalled promised suggested rejected dismissed described called noted estimated estimates nannte gab teilte fügte räumte kündigte'.split(
    ' ',
  ),
);

/** The attributions of a sentence in order: "said Ada Smith", "the ministry says", "according to the authority", "laut Polizei". */
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
const prepositions = new Set(['according', 'laut', 'so', 'nach']);

/** "According to the transport authority", "laut Polizei", "nach Angaben der Stadt". */
function readPreposition(tokens: readonly Token[], index: number): Attribution | null {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !prepositions.has(token.lower)) return null;
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

/** "…, so die Behörde.": a name or a determiner, and no more than three words until the next sign. */
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
  // "It was said" and the like leave out who said it.
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

/** The speaker, unless the words are a pronoun or a thing. */
function nameSomebody(tokens: readonly Token[], { from, to }: TokenRange): TokenRange | null {
  const last = tokens[to - 1];
  const isNobody = (to === from + 1 && isOf(last, is.pronoun)) || things.has(last?.lower ?? '');
  return isNobody ? null : { from, to };
}
