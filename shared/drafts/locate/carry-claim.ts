import { type Alignment, alignDrafts, groupSize } from '../../alignment/align-drafts';
import type { DraftText } from '../../alignment/tokens/draft-text';
import { type WordRange, wordsIn } from '../../alignment/tokens/snap-span';
import { type Span, sameSpan } from '../../text/span';
import { changesBetween, isMaterial } from '../../text-changes/classify-changes';
import { beginsSentence, contextOf, type Setting, settingOf } from '../../text-changes/sentence-context';
import type { WordChange } from '../../text-changes/word-change';
import { standsOnce } from './confidence';
import { samePlaces, sentencePlaces } from './find-verbatim';
import { placeOfSigns } from './locate-punctuation';
import { type Place, placeOf } from './locate-span';
import { surelySameSentence } from './same-sentence';

/**
 * Where a span of a draft stands in the next, in UTF-16 offsets. `unchanged` and `moved` are the same text, the latter in
 * another order; `context` lists the material changes in the sentence outside the span. `ambiguous`: nothing tells which of
 * the candidates it is. `lost`: its words are gone.
 */
export type CarriedSpan =
  | { status: 'unchanged' | 'moved'; span: Span; context: WordChange[] }
  | { status: 'reworded'; span: Span; changes: WordChange[]; material: boolean; context: WordChange[] }
  | { status: 'ambiguous'; candidates: Span[] }
  | { status: 'lost' };

/** Carries spans from one draft to the next; the answers are in the order of the spans, which must lie in the draft before. */
export function carryOver(before: DraftText, after: DraftText, spans: readonly Span[]): CarriedSpan[] {
  const alignment = alignDrafts(before, after);
  return spans.map((span) => carrySpan(alignment, span));
}

/** Carries one span through drafts that were aligned. */
export function carrySpan(alignment: Alignment, span: Span): CarriedSpan {
  if (alignment.isSame) return { status: 'unchanged', span, context: [] };
  const words = wordsIn(alignment.words.before, span);
  const hasWords = words.start < words.end;
  const place = hasWords ? placeOf(alignment, span, words) : placeOfSigns(alignment, span, words.start);
  const isSame = place !== null && textAt(alignment.before, span) === textAt(alignment.after, place.span);
  if (place?.sure && isSame) return atSurePlace(alignment, span, place);
  const setting = settingOf(alignment.before, span);
  return bySentence(alignment, setting, place) ?? byWords(alignment, setting, words, place);
}

function textAt({ text }: DraftText, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Words that are the same; their sentence may be another by now. */
function atSurePlace(alignment: Alignment, words: Span, { span, moved }: Place): CarriedSpan {
  const { before, after } = alignment;
  const isSameSentence = surelySameSentence({ ...before, words }, { ...after, words: span });
  const context = isSameSentence
    ? []
    : contextOf(alignment, settingOf(before, words), settingOf(after, span));
  return { status: moved ? 'moved' : 'unchanged', span, context };
}

/** Where the whole sentence stands as it was, the words stand in it. Null when it stands nowhere. */
function bySentence(alignment: Alignment, old: Setting, place: Place | null): CarriedSpan | null {
  const { places, stoodOnce, standsOnce: isTold } = sentencePlaces(alignment, old.words, old.sentence);
  const [first] = places;
  if (!first) return null;
  const found = place && places.find((each) => sameSpan(each, place.span));
  if (found && place.sure) return judged(alignment, old, place);
  if (isTold) return judged(alignment, old, { span: first, moved: !found || place.moved });
  // One copy of several may have been reworded where it stood.
  const likely = !stoodOnce && place?.isLike && !found ? [place.span] : [];
  return ambiguous([...places, ...likely]);
}

/** Where the sentence changed, or went, the words are where those around them say; or else wherever they stand. */
function byWords(alignment: Alignment, old: Setting, words: WordRange, place: Place | null): CarriedSpan {
  const others = () => samePlaces(alignment, old.words, 'after', words);
  if (!place) return elsewhereOrLost(alignment, old, words, others());
  const carried = judged(alignment, old, place);
  if (carried.status !== 'reworded') return ambiguous([place.span, ...others()]);
  const added = samePlaces(alignment, old.words, 'added', words);
  if (added.length > 1) return ambiguous(added);
  const isTaken = place.isLike && (carried.material || place.sure);
  return isTaken ? carried : ambiguous([place.span, ...others()]);
}

/** Words of which nothing was found stand elsewhere only where no other words of the draft before went. */
function elsewhereOrLost(
  alignment: Alignment,
  old: Setting,
  words: WordRange,
  places: readonly Span[],
): CarriedSpan {
  if (places.length === 0) return { status: 'lost' };
  const [only, ...others] = samePlaces(alignment, old.words, 'added', words);
  const isEnough = words.end - words.start >= groupSize && standsOnce(alignment, words);
  if (only && others.length === 0 && isEnough) return judged(alignment, old, { span: only, moved: true });
  return ambiguous(places);
}

/** What became of the words at the place that was found. */
function judged(
  alignment: Alignment,
  old: Setting,
  { span, moved }: Pick<Place, 'span' | 'moved'>,
): CarriedSpan {
  const now = settingOf(alignment.after, span);
  const context = contextOf(alignment, old, now);
  const wordsBefore = textAt(alignment.before, old.words);
  const wordsAfter = textAt(alignment.after, span);
  if (wordsBefore === wordsAfter) return { status: moved ? 'moved' : 'unchanged', span, context };
  const starts = { before: beginsSentence(old), after: beginsSentence(now) };
  const changes = changesBetween(wordsBefore, wordsAfter, starts);
  return { status: 'reworded', span, changes, material: isMaterial(changes), context };
}

/** Places among which nothing tells, each once, in order. */
function ambiguous(places: readonly Span[]): CarriedSpan {
  const byStart = new Map(places.map((place) => [place.start, place]));
  return { status: 'ambiguous', candidates: [...byStart.values()].sort((a, b) => a.start - b.start) };
}
