import { cjkSentenceEndClass, sentenceEndClass } from '../text/characters/punctuation-classes.ts';
import type { DraftText } from '../text/draft-text.ts';
import type { Span } from '../text/span.ts';
import { classifyChanges } from './classify-changes.ts';
import { scanSentenceAround } from './tokens/scan-sentence.ts';
import type { WordChange } from './word-change.ts';

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

/** Whether two sentences are the same outside the words. */
export function isSameContext(before: SentenceContext, after: SentenceContext): boolean {
  return getTextBefore(before) === getTextBefore(after) && getTextAfter(before) === getTextAfter(after);
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
