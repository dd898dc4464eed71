import type { Alignment } from '../alignment/align-drafts';
import type { DraftText } from '../alignment/tokens/draft-text';
import { nearSentence } from '../alignment/tokens/sentence-at';
import { wordsIn } from '../alignment/tokens/snap-span';
import { at } from '../alignment/tokens/tokens';
import type { Span } from '../text/span';
import { changesBetween } from './classify-changes';
import type { WordChange } from './word-change';

/** A claim's words within their sentence: UTF-16 offsets into any one string. */
export interface Setting {
  readonly text: string;
  readonly sentence: Span;
  readonly words: Span;
}

/** Signs that may stand between a sentence's start and its first word. */
const opensSentence = /^[^\p{L}\p{N}]*$/u;
const closesSentence = /[.!?。！？…][^\p{L}\p{N}]*$/u;

/** Whether a sentence begins with the words. */
export function beginsSentence({ text, sentence, words }: Setting): boolean {
  return opensSentence.test(text.slice(sentence.start, words.start));
}

/** The material changes in a claim's sentence outside its own words. */
export function changesAround(before: Setting, after: Setting): WordChange[] {
  const changes = [
    ...changesBetween(leftOf(before), leftOf(after), { before: true, after: true }),
    ...changesBetween(rightOf(before), rightOf(after), {
      before: closesSentence.test(before.text.slice(before.words.start, before.words.end)),
      after: closesSentence.test(after.text.slice(after.words.start, after.words.end)),
    }),
  ];
  return changes.filter(({ material }) => material);
}

function leftOf({ text, sentence, words }: Setting): string {
  return text.slice(sentence.start, words.start);
}

function rightOf({ text, sentence, words }: Setting): string {
  return text.slice(words.end, sentence.end);
}

/** A span of a draft (UTF-16 offsets) with its sentence. */
export function settingOf({ text, blocks, language }: DraftText, words: Span): Setting {
  return { text, sentence: nearSentence(text, blocks, words, language), words };
}

/**
 * The material changes around a claim that was carried over. A sentence that was split or joined is compared with all that
 * it was made of, so that words which only changed sentences are none.
 */
export function contextOf(alignment: Alignment, before: Setting, after: Setting): WordChange[] {
  if (leftOf(before) === leftOf(after) && rightOf(before) === rightOf(after)) return [];
  const there = imageOf(alignment, 'before', before, after);
  const back = imageOf(alignment, 'after', after, before);
  return changesAround(
    { ...before, sentence: hull(before.sentence, back) },
    { ...after, sentence: hull(after.sentence, there) },
  );
}

function hull(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** From where to where the words of one sentence stand beside the claim in the other draft; what went further away is left out. */
function imageOf(alignment: Alignment, side: 'before' | 'after', from: Setting, to: Setting): Span {
  const [links, source, target] =
    side === 'before'
      ? [alignment.partners, alignment.words.before, alignment.words.after]
      : [alignment.origins, alignment.words.after, alignment.words.before];
  const reach = 2 * (from.sentence.end - from.sentence.start) + 20;
  let { start, end } = to.words;
  const own = wordsIn(source, from.words);
  const all = wordsIn(source, from.sentence);
  for (let word = all.start; word < own.start; word += 1) {
    const link = at(links, word);
    if (link === -1) continue;
    const place = at(target.starts, link);
    if (place < start && to.words.start - place <= reach) start = place;
  }
  for (let word = own.end; word < all.end; word += 1) {
    const link = at(links, word);
    if (link === -1) continue;
    const place = at(target.ends, link);
    if (place > end && place - to.words.end <= reach) end = place;
  }
  return { start, end };
}
