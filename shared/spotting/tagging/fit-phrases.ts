import { wordClass as is } from '#shared/reading/lexicon/word-class.ts';
import { isOf, type Token } from '#shared/reading/tokens.ts';
import type { Candidate, RuleSentence } from '../rules/rule.ts';
import type { SpotKind } from '../rules/spotted-span.ts';
import type { PartOfSpeech, Tagger } from './load-tagger.ts';

/** Kinds of phrases that end with a noun. Rules can only guess which word is a noun. */
const phrases: ReadonlySet<SpotKind> = new Set<SpotKind>(['superlative', 'figure', 'comparison', 'cause']);

/** Classes of words that certainly end a candidate: "because of", "12 percent", "4 million dollars". */
const known = is.functionWord | is.magnitude | is.percent | is.currency | is.fraction | is.number | is.manyOf;

/** Longer sentences are not tagged: they are tables and lists, or hostile. UTF-16 code units. */
const maxTaggedLength = 1_000;

/** The most words that a phrase gains up to its noun. */
const maxExtension = 3;

/** Parts of speech that do not belong to a phrase behind its noun: "the first sprint brought". */
const outside: ReadonlySet<PartOfSpeech> = new Set(['VERB', 'AUX', 'ADV', 'PRON', 'SCONJ', 'ADP']);

/**
 * Moves the end of each phrase to its noun: "the most important lesson we’ve learned" ends with "lesson", and "four national
 * security officials" with "officials". Sentences without such phrases are not tagged.
 */
export function fitPhrases(
  sentence: RuleSentence,
  candidates: readonly Candidate[],
  tagger: Tagger,
): readonly Candidate[] {
  const first = sentence.tokens[0];
  const last = sentence.tokens.at(-1);
  if (!first || !last || last.end - first.start > maxTaggedLength) return candidates;
  if (!candidates.some((candidate) => isOpenEnded(sentence, candidate))) return candidates;
  const tags = tagger.tag(sentence.text.slice(first.start, last.end));
  const tagOf = (index: number) => tags.get((sentence.tokens[index]?.start ?? 0) - first.start);
  return candidates.map((candidate) =>
    isOpenEnded(sentence, candidate)
      ? { ...candidate, to: findPhraseEnd(sentence, candidate, tagOf) }
      : candidate,
  );
}

/** Whether the end of a candidate is a guess. It is certain for a figure before a plural. */
function isOpenEnded({ tokens }: RuleSentence, { kind, from, to }: Candidate): boolean {
  const last = tokens[to - 1];
  if (!phrases.has(kind) || to - from < 2 || last?.type !== 'word' || isOf(last, known)) return false;
  return kind === 'superlative' || kind === 'cause' || !/[^s]s$/.test(last.lower);
}

function isNoun(tag: PartOfSpeech | undefined): boolean {
  return tag === 'NOUN' || tag === 'PROPN';
}

function findPhraseEnd(
  { tokens }: RuleSentence,
  { from, to }: Candidate,
  tagOf: (index: number) => PartOfSpeech | undefined,
): number {
  let noun = to;
  while (noun > from && !isNoun(tagOf(noun - 1))) noun -= 1;
  const hasNoun = noun > from + 1;
  if (hasNoun && noun < to && outside.has(tagOf(noun) ?? '')) return noun;
  return tagOf(to - 1) === 'ADJ' ? findNounEnd(tokens, to, tagOf) : to;
}

/** Finds the index after the noun of a phrase, past adjectives and other nouns: "four national security officials". */
function findNounEnd(
  tokens: readonly Token[],
  start: number,
  tagOf: (index: number) => PartOfSpeech | undefined,
): number {
  let end = start;
  for (let at = start; at < start + maxExtension && tokens[at]?.type === 'word'; at += 1) {
    if (isNoun(tagOf(at))) end = at + 1;
    else if (end > start || tagOf(at) !== 'ADJ') break;
  }
  return end;
}
