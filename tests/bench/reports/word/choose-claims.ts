import type { Draft } from '../../../../shared/domain/draft/draft';
import type { Verdict } from '../../../../shared/domain/verdict';
import { cleanSelection } from '../../../../shared/text/clean-selection';
import { findSentences } from '../../../../shared/text/segmenter/sentences';
import type { Span } from '../../../../shared/text/span';
import type { Insertion } from './expect-text';

export interface ChosenClaim {
  span: Span;
  verdict: Verdict;
  correction: string | null;
  /** The word that the correction puts in place of another, at the end of that one; null without a correction. */
  insertion: Insertion | null;
}

const verdicts: readonly Verdict[] = ['verified', 'disputed', 'unverifiable', 'unchecked'];

/** The most sentences of a file that become claims. */
const maxSentences = 24;

/** Replaces one word in the middle of a claim that begins at an offset. */
function correct(words: string, start: number, index: number): Pick<ChosenClaim, 'correction' | 'insertion'> {
  const parts = words.split(' ');
  const middle = Math.floor(parts.length / 2);
  const before = parts.slice(0, middle + 1).join(' ');
  const text = `amended${index}`;
  const correction = parts.map((part, at) => (at === middle ? text : part)).join(' ');
  return { correction, insertion: { at: start + before.length, text } };
}

/**
 * Chooses claims of a draft: sentences, every third with a correction; words within a claim; and words from one block into the
 * next.
 */
export function chooseClaims({ text, blocks, language }: Draft): ChosenClaim[] {
  const sentences = blocks.flatMap((block) => findSentences(text, block, language)).slice(0, maxSentences);
  const spans: { span: Span; isCorrected: boolean }[] = sentences.map((span, index) => ({
    span,
    isCorrected: index % 3 === 0,
  }));
  for (const [index, { start, end }] of sentences.entries())
    if (index % 5 === 1)
      spans.push({ span: { start, end: start + Math.ceil((end - start) / 2) }, isCorrected: false });
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    const middle = Math.floor((block.start + block.end) / 2);
    if (next && index % 4 === 0 && index < maxSentences)
      spans.push({
        span: { start: middle, end: Math.floor((next.start + next.end) / 2) },
        isCorrected: false,
      });
  }
  return spans.flatMap(({ span, isCorrected }, index) => {
    const clean = cleanSelection(text, span.start, span.end);
    if (!clean) return [];
    const words = text.slice(clean.start, clean.end);
    const corrected = isCorrected
      ? correct(words, clean.start, index)
      : { correction: null, insertion: null };
    return [{ span: clean, verdict: verdicts[index % 4] ?? 'unchecked', ...corrected }];
  });
}
