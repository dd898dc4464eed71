import { intAt } from '#shared/text/sequences/at.ts';
import type { Span } from '#shared/text/span.ts';
import {
  classifyContextChanges,
  isSameContext,
  type SentenceContext,
} from '#shared/text-changes/sentence-context.ts';
import { findTokenRange } from '#shared/text-changes/tokens/tokens.ts';
import type { WordChange } from '#shared/text-changes/word-change.ts';
import type { Alignment } from '../alignment/align-drafts.ts';

/**
 * The material changes around words that were carried to another draft. A sentence that was split or joined is compared with all
 * the text that it was made of, so that words which only went into another sentence count as unchanged.
 */
export function findContextChanges(
  alignment: Alignment,
  before: SentenceContext,
  after: SentenceContext,
): WordChange[] {
  if (isSameContext(before, after)) return [];
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
