import type { Draft } from '../../../../shared/domain/draft/draft';
import { type Verdict, verdicts } from '../../../../shared/domain/verdict';
import { cleanSelection } from '../../../../shared/text/clean-selection';
import { findSentences } from '../../../../shared/text/segmenter/sentences';
import type { Span } from '../../../../shared/text/span';

export interface ChosenClaim {
  span: Span;
  verdict: Verdict;
  correction: WordCorrection | null;
}

/** The most sentences of a file that become claims. */
const maxSentences = 24;

/** A correction that puts a word, which is in no text, in the place of the one in the middle of a claim. */
export interface WordCorrection {
  words: string;
  word: string;
  replaced: string;
}

function correct(words: string, index: number): WordCorrection {
  const parts = words.split(' ');
  const middle = Math.floor(parts.length / 2);
  const word = `amended${index}`;
  return {
    words: parts.map((part, at) => (at === middle ? word : part)).join(' '),
    word,
    replaced: parts[middle] ?? '',
  };
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
    const correction = isCorrected ? correct(words, index) : null;
    return [{ span: clean, verdict: verdicts[index % 4] ?? 'unchecked', correction }];
  });
}
