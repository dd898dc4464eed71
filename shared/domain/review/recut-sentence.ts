import { z } from 'zod';
import type { DraftText } from '#shared/text/draft-text.ts';
import { findOccurrences } from '#shared/text/find-in-text.ts';
import { findSentenceAround } from '#shared/text/segmenter/sentences-around.ts';
import type { Span } from '#shared/text/span.ts';
import type { Judgement } from '../base/claim.ts';
import { idSchema } from '../base/primitives.ts';

/** The parts of a judgement that quote the draft in which the verdict was set. */
export type JudgedText = Pick<Judgement, 'draftId' | 'words' | 'sentence'>;

/**
 * A judged sentence that today's rules cut differently than the rules by which it was stored. Both sides of a comparison must
 * be cut by the same rules: otherwise new rules, or a new ICU, would send untouched claims to re-check.
 */
export const recutSentenceSchema = z.strictObject({
  claimId: idSchema,
  draftId: idSchema,
  words: z.string().min(1),
  sentence: z.string().min(1),
  /** The sentence by today's rules. */
  recut: z.string().min(1),
});

export type RecutSentence = z.infer<typeof recutSentenceSchema>;

/** At most this many occurrences of a judged sentence in its draft are compared. */
const maxOccurrences = 20;

/**
 * Cuts a judged sentence again, in the draft in which it was judged. `placed` is the claim's span in that draft, which decides
 * between equal sentences. Null when the rules agree, and when it can't be known which sentence was judged.
 */
export function recutSentence(
  draft: DraftText,
  { words, sentence }: JudgedText,
  placed: Span | null,
): string | null {
  const { text, blocks, language } = draft;
  const cutAround = (span: Span) => {
    const { start, end } = findSentenceAround(text, blocks, span, language);
    return text.slice(start, end);
  };
  // The usual case, without a search through the text.
  if (placed && text.slice(placed.start, placed.end) === words && cutAround(placed) === sentence) return null;
  const wordOffsets = findOccurrences(sentence, words, maxOccurrences);
  const spans = findOccurrences(text, sentence, maxOccurrences).flatMap((start) =>
    wordOffsets.map((offset) => ({ start: start + offset, end: start + offset + words.length })),
  );
  const own = spans.filter(({ start, end }) => placed && start < placed.end && placed.start < end);
  const sentences = (own.length > 0 ? own : spans).map(cutAround);
  const [first] = sentences;
  if (first === undefined || first === sentence) return null;
  return sentences.every((one) => one === first) ? first : null;
}

/** The key under which a review keeps the recut sentence of a judgement. */
export function getJudgementKey(claimId: string, { draftId, words, sentence }: JudgedText): string {
  return JSON.stringify([claimId, draftId, words, sentence]);
}
