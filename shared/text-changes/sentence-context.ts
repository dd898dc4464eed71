import type { Alignment } from '../alignment/align-drafts';
import { scanSentenceAround } from '../alignment/tokens/scan-sentence';
import { findTokenRange } from '../alignment/tokens/tokens';
import { cjkSentenceEndClass, sentenceEndClass } from '../text/characters/punctuation-classes';
import type { DraftText } from '../text/draft-text';
import { intAt } from '../text/sequences/at';
import type { Span } from '../text/span';
import { classifyChanges } from './classify-changes';
import type { WordChange } from './word-change';

/** A span of words within its sentence: UTF-16 offsets into any text, a whole draft or a sentence alone. */
export interface SentenceContext {
  readonly text: string;
  readonly sentence: Span;
  readonly words: Span;
}

/** The text in front of the first word of a sentence. */
const beforeFirstWord = /^[^\p{L}\p{N}]*$/u;
const endsSentence = new RegExp(`[${sentenceEndClass}${cjkSentenceEndClass}][^\\p{L}\\p{N}]*$`, 'u');

/** A span of a draft (UTF-16 offsets) with its sentence. */
export function getSentenceContext({ text, blocks, language }: DraftText, words: Span): SentenceContext {
  return { text, sentence: scanSentenceAround(text, blocks, words, language), words };
}

/** Whether a sentence starts with the words. */
export function isSentenceStart({ text, sentence, words }: SentenceContext): boolean {
  return beforeFirstWord.test(text.slice(sentence.start, words.start));
}

/** The material changes in a sentence outside the words. */
export function classifyContextChanges(before: SentenceContext, after: SentenceContext): WordChange[] {
  const changes = [
    ...classifyChanges(getTextBefore(before), getTextBefore(after), { before: true, after: true }),
    ...classifyChanges(getTextAfter(before), getTextAfter(after), {
      before: endsSentence.test(before.text.slice(before.words.start, before.words.end)),
      after: endsSentence.test(after.text.slice(after.words.start, after.words.end)),
    }),
  ];
  return changes.filter(({ material }) => material);
}

function getTextBefore({ text, sentence, words }: SentenceContext): string {
  return text.slice(sentence.start, words.start);
}

function getTextAfter({ text, sentence, words }: SentenceContext): string {
  return text.slice(words.end, sentence.end);
}

/**
 * The material changes around words that were carried to another draft. A sentence that was split or joined is compared with all
 * the text that it was made of, so that words which only went into another sentence count as unchanged.
 */
export function findContextChanges(
  alignment: Alignment,
  before: SentenceContext,
  after: SentenceContext,
): WordChange[] {
  if (getTextBefore(before) === getTextBefore(after) && getTextAfter(before) === getTextAfter(after))
    return [];
  const inAfter = mapSentence(alignment, 'before', before, after);
  const inBefore = mapSentence(alignment, 'after', after, before);
  return classifyContextChanges(
    { ...before, sentence: joinSpans(before.sentence, inBefore) },
    { ...after, sentence: joinSpans(after.sentence, inAfter) },
  );
}

function joinSpans(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/**
 * The span around the words in the other draft that holds the matched tokens of a sentence, except those that went far away.
 * `side` is the draft of the sentence.
 */
function mapSentence(
  { partners, origins, tokens }: Alignment,
  side: 'before' | 'after',
  from: SentenceContext,
  to: SentenceContext,
): Span {
  const [links, source, target] =
    side === 'before' ? [partners, tokens.before, tokens.after] : [origins, tokens.after, tokens.before];
  const maxDistance = 2 * (from.sentence.end - from.sentence.start) + 20;
  let { start, end } = to.words;
  const words = findTokenRange(source, from.words);
  const sentence = findTokenRange(source, from.sentence);
  for (let token = sentence.start; token < words.start; token += 1) {
    const partner = intAt(links, token);
    if (partner === -1) continue;
    const offset = intAt(target.starts, partner);
    if (offset < start && to.words.start - offset <= maxDistance) start = offset;
  }
  for (let token = words.end; token < sentence.end; token += 1) {
    const partner = intAt(links, token);
    if (partner === -1) continue;
    const offset = intAt(target.ends, partner);
    if (offset > end && offset - to.words.end <= maxDistance) end = offset;
  }
  return { start, end };
}
