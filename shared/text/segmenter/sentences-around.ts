import { at } from '../sequences/at.ts';
import { findFirstIndex } from '../sequences/find-first-index.ts';
import type { Span } from '../span.ts';
import { findSentences } from './sentences.ts';

/** Sentences by the object of their block. A draft never changes, so one block object always means the same text. */
const cache = new WeakMap<Span, Span[]>();

/** The same as `findSentences`, but cached by the block object: only for the blocks of drafts, which never change. */
export function findCachedSentences(text: string, block: Span, language: string | null): Span[] {
  const cached = cache.get(block);
  if (cached) return cached;
  const sentences = findSentences(text, block, language);
  cache.set(block, sentences);
  return sentences;
}

/**
 * From the start of the first to the end of the last sentence that a span touches, or the span itself where it touches none.
 * Sentences are cached, see `findCachedSentences`.
 */
export function findSentenceAround(
  text: string,
  blocks: readonly Span[],
  span: Span,
  language: string | null,
): Span {
  let { start, end } = span;
  for (const block of findTouched(blocks, span))
    for (const sentence of findTouched(findCachedSentences(text, block, language), span)) {
      start = Math.min(start, sentence.start);
      end = Math.max(end, sentence.end);
    }
  return { start, end };
}

/** The spans that another one touches, of a list in order. */
function findTouched(spans: readonly Span[], { start, end }: Span): Span[] {
  const touched: Span[] = [];
  let index = findFirstIndex(spans.length, (candidate) => at(spans, candidate).end > start);
  for (let next = spans[index]; next && next.start < end; next = spans[index]) {
    touched.push(next);
    index += 1;
  }
  return touched;
}
