import type { CarriedSpan } from '../../../shared/drafts/locate/carried-span';
import { isSameSpan, type Span } from '../../../shared/text/span';
import type { ShortRevision, LaidOutSentence } from './generate-short-revision';
import type { Random } from './draft-text';

/** A claim of a made-up brief: a sentence with the sign at its end or without, or a part of it. */
export interface ShortClaim {
  readonly span: Span;
  readonly sentence: LaidOutSentence;
  readonly isPart: boolean;
}

/**
 * What is known of a claim's sentence, which stands once in the draft before: that it stands verbatim once in the draft after,
 * in several places, with another figure, or not at all. Of `copies`, which the draft before had several of, nothing tells
 * which became which. `places`: where the claim's own words stand in the draft after.
 */
export interface GroundTruth {
  readonly kind: 'once' | 'several' | 'figure' | 'gone' | 'copies';
  readonly spans: readonly Span[];
}

/**
 * How a claim was carried: to a place that is its own; offered (all the places that are its own); lost; tied to other words,
 * to a part of its own (`cut`), or to words under half alike; or to other words without a word about it (`silent`).
 */
export type Outcome = 'placed' | 'offered' | 'lost' | 'tied' | 'cut' | 'unlike' | 'silent';

/** Three claims a sentence: all of it, all but the sign at its end, and some of its words. */
export function generateShortClaims(random: Random, { script, before }: ShortRevision): ShortClaim[] {
  return before.sentences.flatMap((sentence) => {
    const { start, end, text } = sentence;
    const words = [...text.slice(0, -1).matchAll(script.wordSeparator === '' ? /\d+年?|\P{N}/gu : /\S+/g)];
    const [one, other] = [words[random.below(words.length)], words[random.below(words.length)]];
    const [first, last] = one && other && one.index > other.index ? [other, one] : [one, other];
    const part = {
      start: start + (first?.index ?? 0),
      end: start + (last?.index ?? 0) + (last?.[0].length ?? 1),
    };
    return [{ start, end }, { start, end: end - 1 }, part].map((span, index) => ({
      ...{ span, sentence, isPart: index === 2 },
    }));
  });
}

export function getGroundTruth({ before, after }: ShortRevision, { span, sentence }: ShortClaim): GroundTruth {
  const places = after.sentences
    .filter(({ text }) => text === sentence.text)
    .map(({ start }) => shiftSpan(span, start - sentence.start));
  if (before.sentences.filter(({ text }) => text === sentence.text).length > 1)
    return { kind: 'copies', spans: places };
  if (places.length > 0) return { kind: places.length === 1 ? 'once' : 'several', spans: places };
  const own = before.sentences.indexOf(sentence);
  const changed = after.sentences.find(({ origin }) => origin === own);
  const isTwin = ({ text }: LaidOutSentence) =>
    changed && maskFigures(text) === maskFigures(changed.text);
  if (!changed || after.sentences.filter(isTwin).length > 1) return { kind: 'gone', spans: places };
  return { kind: 'figure', spans: [locateInChangedSentence(span, sentence, changed)] };
}

function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Where a span of a sentence stands of which a figure changed. */
function locateInChangedSentence(span: Span, sentence: LaidOutSentence, changed: LaidOutSentence): Span {
  let same = 0;
  while (same < changed.text.length && changed.text[same] === sentence.text[same]) same += 1;
  const grown = changed.text.length - sentence.text.length;
  const place = (offset: number) =>
    offset - sentence.start + changed.start + (offset - sentence.start > same ? grown : 0);
  return { start: place(span.start), end: place(span.end) };
}

/** Of sentences that differ in figures alone, nothing tells which one it was. */
function maskFigures(text: string): string {
  return text.replace(/\d+/g, '0');
}

/** The words of a text, letter by letter where no spaces part them. */
function splitWords(text: string): string[] {
  return text.toLowerCase().match(/\p{Script=Han}|[^\s\p{P}\p{Script=Han}]+/gu) ?? [];
}

/** The share of the words of one text that are among those of another. */
function getSharedWordRatio(text: string, other: string): number {
  const left = splitWords(other);
  const words = splitWords(text);
  const shared = words.filter((word) => {
    const index = left.indexOf(word);
    if (index !== -1) left.splice(index, 1);
    return index !== -1;
  });
  return shared.length / Math.max(1, words.length);
}

export function classifyOutcome(brief: ShortRevision, { span }: ShortClaim, truth: GroundTruth, carried: CarriedSpan): Outcome {
  if (carried.status === 'lost') return 'lost';
  if (carried.status === 'ambiguous') {
    const areOffered = truth.spans.every((place) =>
      carried.candidates.some((each) => isSameSpan(each, place)),
    );
    return areOffered ? 'offered' : 'lost';
  }
  const { span: place, context } = carried;
  if (truth.spans.some((each) => isSameSpan(each, place))) return 'placed';
  const isFlagged = (carried.status === 'reworded' && carried.material) || context.length > 0;
  if (!isFlagged) return 'silent';
  const words = brief.before.draft.text.slice(span.start, span.end);
  const now = brief.after.draft.text.slice(place.start, place.end);
  // A part of a sentence that changed elsewhere still stands in it word for word, whatever copies there are.
  if (truth.kind === 'several' && now === words) return 'placed';
  if (getSharedWordRatio(words, now) < 0.5) return 'unlike';
  return truth.spans.some(({ start, end }) => place.start < end && start < place.end) ? 'cut' : 'tied';
}
