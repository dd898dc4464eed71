import type { CarriedSpan } from '#main/worker/drafts/carry-span.ts';
import { isSameSpan, type Span } from '#shared/text/span.ts';
import type { Random } from '#tests/bench/support/random.ts';
import type { LaidOutSentence, ShortRevision } from './short-revision.ts';

/** A claim in a generated short text: a sentence with or without its end punctuation, or a part of it. */
interface ShortClaim {
  readonly span: Span;
  readonly sentence: LaidOutSentence;
  readonly isPart: boolean;
}

/** The true outcome of a claim, known because the text was generated. */
export interface GroundTruth {
  /**
   * Whether the claim's sentence occurs verbatim `once` or `several` times in the draft after, with another `figure`, or not at
   * all (`removed`). A sentence that occurred several times in the draft before is `repeatedBefore`: then nothing shows which
   * copy became which.
   */
  readonly kind: 'once' | 'several' | 'figure' | 'removed' | 'repeatedBefore';
  /** The correct spans of the claim in the draft after. */
  readonly spans: readonly Span[];
}

/**
 * How a claim was carried: `placed` on a correct span; `offered` all correct spans; `lost`; flagged and placed on other words
 * (`misplaced`), on part of its own words (`truncated`) or on words that are less than half the same (`dissimilar`); or placed on
 * other words without a flag (`unflagged`).
 */
export type Outcome = 'placed' | 'offered' | 'lost' | 'misplaced' | 'truncated' | 'dissimilar' | 'unflagged';

/** Generates three claims for each sentence: the whole, the whole without its end punctuation, and some of its words. */
export function generateShortClaims(random: Random, { writingSystem, before }: ShortRevision): ShortClaim[] {
  const wordPattern = writingSystem.wordSeparator === '' ? /\d+年?|\P{N}/gu : /\S+/g;
  return before.sentences.flatMap((sentence) => {
    const { start, end, text } = sentence;
    const words = [...text.slice(0, -1).matchAll(wordPattern)];
    const [one, other] = [words[random.below(words.length)], words[random.below(words.length)]];
    const [first, last] = one && other && one.index > other.index ? [other, one] : [one, other];
    const part = {
      start: start + (first?.index ?? 0),
      end: start + (last?.index ?? 0) + (last?.[0].length ?? 1),
    };
    return [{ start, end }, { start, end: end - 1 }, part].map((span, index) => ({
      span,
      sentence,
      isPart: index === 2,
    }));
  });
}

export function getGroundTruth(
  { before, after }: ShortRevision,
  { span, sentence }: ShortClaim,
): GroundTruth {
  const spans = after.sentences
    .filter(({ text }) => text === sentence.text)
    .map(({ start }) => shiftSpan(span, start - sentence.start));
  if (before.sentences.filter(({ text }) => text === sentence.text).length > 1)
    return { kind: 'repeatedBefore', spans };
  if (spans.length > 0) return { kind: spans.length === 1 ? 'once' : 'several', spans };
  const index = before.sentences.indexOf(sentence);
  const changed = after.sentences.find(({ origin }) => origin === index);
  // Nothing shows which of several sentences was changed that differ in figures only.
  const isSameExceptFigures = ({ text }: LaidOutSentence) =>
    changed && maskFigures(text) === maskFigures(changed.text);
  if (!changed || after.sentences.filter(isSameExceptFigures).length > 1) return { kind: 'removed', spans };
  return { kind: 'figure', spans: [locateInChangedSentence(span, sentence, changed)] };
}

function shiftSpan({ start, end }: Span, distance: number): Span {
  return { start: start + distance, end: end + distance };
}

/** The span of a claim in its sentence after one figure of the sentence has changed. */
function locateInChangedSentence(span: Span, sentence: LaidOutSentence, changed: LaidOutSentence): Span {
  let prefixLength = 0;
  while (prefixLength < changed.text.length && changed.text[prefixLength] === sentence.text[prefixLength])
    prefixLength += 1;
  const growth = changed.text.length - sentence.text.length;
  const mapOffset = (offset: number) =>
    offset - sentence.start + changed.start + (offset - sentence.start > prefixLength ? growth : 0);
  return { start: mapOffset(span.start), end: mapOffset(span.end) };
}

function maskFigures(text: string): string {
  return text.replace(/\d+/g, '0');
}

export function classifyOutcome(
  { before, after }: ShortRevision,
  { span }: ShortClaim,
  truth: GroundTruth,
  carried: CarriedSpan,
): Outcome {
  if (carried.status === 'lost') return 'lost';
  if (carried.status === 'ambiguous') {
    const { candidates } = carried;
    const areOffered = truth.spans.every((each) =>
      candidates.some((candidate) => isSameSpan(candidate, each)),
    );
    return areOffered ? 'offered' : 'lost';
  }
  const { span: newSpan, contextChanges } = carried;
  if (truth.spans.some((each) => isSameSpan(each, newSpan))) return 'placed';
  const isFlagged = (carried.status === 'reworded' && carried.material) || contextChanges.length > 0;
  if (!isFlagged) return 'unflagged';
  const oldWords = before.draft.text.slice(span.start, span.end);
  const newWords = after.draft.text.slice(newSpan.start, newSpan.end);
  // The words of a part may be unchanged in a sentence that changed elsewhere. Then they are correct as well.
  if (truth.kind === 'several' && newWords === oldWords) return 'placed';
  if (getSharedWordRatio(oldWords, newWords) < 0.5) return 'dissimilar';
  const isOverlapping = truth.spans.some(({ start, end }) => newSpan.start < end && start < newSpan.end);
  return isOverlapping ? 'truncated' : 'misplaced';
}

/** The share of the words of one text that occur in the other, 0 to 1. */
function getSharedWordRatio(text: string, other: string): number {
  const remaining = splitWords(other);
  const words = splitWords(text);
  const shared = words.filter((word) => {
    const index = remaining.indexOf(word);
    if (index !== -1) remaining.splice(index, 1);
    return index !== -1;
  });
  return shared.length / Math.max(1, words.length);
}

/** The words of a text in lower case. Each Han character counts as a word. */
function splitWords(text: string): string[] {
  return text.toLowerCase().match(/\p{Script=Han}|[^\s\p{P}\p{Script=Han}]+/gu) ?? [];
}
