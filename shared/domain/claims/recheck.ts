import type { DraftText } from '../../alignment/tokens/draft-text';
import { sentenceAround } from '../../text/segmenter/sentences';
import type { Span } from '../../text/span';
import { changesBetween } from '../../text-changes/classify-changes';
import { beginsSentence, changesAround, type Setting } from '../../text-changes/sentence-context';
import type { WordChange } from '../../text-changes/word-change';
import type { Claim, Judged } from '../claim';
import { type Review, referringTo } from '../review/review';
import type { Source } from '../source';
import { chainOf } from '../sources/derivation';
import type { Standing } from '../verdict';
import { isCorrectedSinceJudged } from './correction-state';

/** The claim's words and the sentence they stand in: what a verdict is set on. */
export function wordsJudged(draft: DraftText, span: Span): { words: string; sentence: string } {
  const { text, sentence } = settingNow(draft, span);
  return { words: text.slice(span.start, span.end), sentence: text.slice(sentence.start, sentence.end) };
}

function settingNow({ text, blocks, language }: DraftText, span: Span): Setting {
  return { text, sentence: sentenceAround(text, blocks, span, language), words: span };
}

/** Of so many places of the words in their sentence the likeliest is looked for. */
const mostPlaces = 20;

/** Where the words stood in the sentence: once, as a rule. */
function settingsThen({ words, sentence: text }: Pick<Judged, 'words' | 'sentence'>): Setting[] {
  const settings: Setting[] = [];
  let start = text.indexOf(words);
  for (; start !== -1 && settings.length < mostPlaces; start = text.indexOf(words, start + 1))
    settings.push({
      text,
      sentence: { start: 0, end: text.length },
      words: { start, end: start + words.length },
    });
  return settings;
}

/** What is different since a verdict was set. */
export interface ChangesSince {
  /** Of the claim's own words. */
  words: WordChange[];
  /** What is material of the sentence around them, and which of it is before them and which behind. */
  around: WordChange[];
  left: WordChange[];
  right: WordChange[];
  /** Where the words stood in the sentence that was judged; null when they did not. */
  place: Span | null;
}

function changesSince(before: Setting, after: Setting): ChangesSince {
  const wordsOf = ({ text, words }: Setting) => text.slice(words.start, words.end);
  const upTo = (setting: Setting) => ({
    ...setting,
    sentence: { start: setting.sentence.start, end: setting.words.end },
  });
  const from = (setting: Setting) => ({
    ...setting,
    sentence: { start: setting.words.start, end: setting.sentence.end },
  });
  const left = changesAround(upTo(before), upTo(after));
  const right = changesAround(from(before), from(after));
  const starts = { before: beginsSentence(before), after: beginsSentence(after) };
  return {
    words: changesBetween(wordsOf(before), wordsOf(after), starts),
    ...{ left, right, around: [...left, ...right], place: before.words },
  };
}

/** What is different since a verdict was set on a claim, which stands on `span` now. */
export function changesSinceJudged(
  draft: DraftText,
  judged: Pick<Judged, 'words' | 'sentence'>,
  span: Span,
): ChangesSince {
  const after = settingNow(draft, span);
  const { words, sentence } = wordsJudged(draft, span);
  const [first, ...others] = settingsThen(judged);
  if (!first || (words === judged.words && sentence === judged.sentence)) {
    const changes = changesBetween(judged.words, words, { before: false, after: false });
    return { words: changes, around: [], left: [], right: [], place: first?.words ?? null };
  }
  const since = (now: Setting) =>
    // Of words that stood in the sentence more than once, those are meant around which least is different.
    others
      .map((before) => changesSince(before, now))
      .reduce(
        (best, changes) => (changes.around.length < best.around.length ? changes : best),
        changesSince(first, now),
      );
  const changes = since(after);
  if (changes.around.length === 0) return changes;
  // A sentence that was split says the same as long as all of it stands there in a row.
  const whole = withNeighbours(draft, after).map(since);
  return whole.find(({ around }) => around.length === 0) ?? changes;
}

/** The words with the sentence behind theirs, with the one before it, and with both. */
function withNeighbours({ text, blocks, language }: DraftText, { sentence, words }: Setting): Setting[] {
  const before = Math.max(0, sentence.start - 2);
  const behind = Math.min(text.length, sentence.end + 2);
  return [
    { start: sentence.start, end: behind },
    { start: before, end: sentence.end },
    { start: before, end: behind },
  ].map((span) => ({ text, sentence: sentenceAround(text, blocks, span, language), words }));
}

/** The sources of a claim, and those that they repeat, that were withdrawn or found wrong: their ids, in a fixed order. */
export function fallenSources(review: Review, claimId: string): string[] {
  const fallen = referringTo(review, `claims/${claimId}`, 'evidence')
    .flatMap(({ sourceId }) => chainOf(review, sourceId))
    .filter(({ standing }) => standing !== 'good');
  return [...new Set(fallen.map(({ id }) => id))].sort();
}

/** In the order in which they are told. */
export const recheckReasonKinds = ['correction', 'words', 'sentence', 'source'] as const;

/** The fallen sources of a claim, without those that had fallen already when it was judged. */
export function fallenSinceJudged(review: Review, { id, judged }: Claim): Source[] {
  const known = new Set(judged?.despite);
  return fallenSources(review, id)
    .filter((sourceId) => !known.has(sourceId))
    .flatMap((sourceId) => review.sources.get(sourceId) ?? []);
}

export type RecheckReason = (typeof recheckReasonKinds)[number];

/** A draft in which claims stand. */
export type StandingDraft = DraftText & { readonly number: number };

/**
 * Why a verdict no longer stands: a correction was applied to the words since they were judged, the words or the sentence
 * differ materially from what was judged, or a source that the claim rests on was withdrawn or found wrong since. Empty when
 * it stands, for an unchecked claim, and for one that stands nowhere. Derived, never stored.
 */
export function recheckReasons(
  review: Review,
  draft: StandingDraft,
  claim: Claim,
  span: Span | null,
): RecheckReason[] {
  if (!claim.judged || !span) return [];
  const reasons: RecheckReason[] = [];
  if (isCorrectedSinceJudged(review, claim, draft.number)) reasons.push('correction');
  const { words, around } = changesSinceJudged(draft, claim.judged, span);
  if (words.some(({ material }) => material)) reasons.push('words');
  else if (around.length > 0) reasons.push('sentence');
  if (fallenSinceJudged(review, claim).length > 0) reasons.push('source');
  return reasons;
}

/** How a claim stands now; of one that stands nowhere in the draft and was not let go, the verdict says nothing any more. */
export function standingOf(review: Review, draft: StandingDraft, claim: Claim, span: Span | null): Standing {
  if (!span) return claim.judged ? 'recheck' : 'unchecked';
  return recheckReasons(review, draft, claim, span).length > 0 ? 'recheck' : claim.verdict;
}
