import type { Span } from '../domain/span';
import type { WordChange } from '../domain/word-change';
import { type Alignment, alignDrafts, groupSize } from './alignment';
import { standsOnce } from './certainty';
import { beginsSentence, contextOf, settingsOf } from './context';
import type { DraftText } from './draft-text';
import { spanOfWords, type WordRange, wordsIn } from './edges';
import { changesBetween, isMaterial } from './material';
import { type Place, placeOf } from './place';
import { placeOfSigns } from './place-of-signs';
import { surelySameSentence } from './same-sentence';
import { at } from './tokens';

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
  if (words.start === words.end) {
    const place = placeOfSigns(alignment, span, words.start);
    return place ? judged(alignment, span, words, place) : { status: 'lost' };
  }
  const place = placeOf(alignment, span, words);
  return place ? judged(alignment, span, words, place) : elsewhereOrLost(alignment, span, words);
}

/** What became of the words at the place that was found. */
function judged(alignment: Alignment, span: Span, words: WordRange, place: Place): CarriedSpan {
  const { before, after } = alignment;
  const wordsBefore = before.text.slice(span.start, span.end);
  const wordsAfter = after.text.slice(place.span.start, place.span.end);
  if (wordsBefore === wordsAfter) {
    if (!place.sure) return ambiguous(alignment, span, words, place.span);
    const status = place.moved ? 'moved' : 'unchanged';
    if (surelySameSentence({ ...before, words: span }, { ...after, words: place.span }))
      return { status, span: place.span, context: [] };
    const [old, now] = settingsOf(alignment, span, place.span);
    return { status, span: place.span, context: contextOf(alignment, old, now) };
  }
  const [old, now] = settingsOf(alignment, span, place.span);
  const starts = { before: beginsSentence(old), after: beginsSentence(now) };
  const changes = changesBetween(wordsBefore, wordsAfter, starts);
  const material = isMaterial(changes);
  if (!material && !place.sure) return ambiguous(alignment, span, words, place.span);
  return { status: 'reworded', span: place.span, changes, material, context: contextOf(alignment, old, now) };
}

/** All places of the same words, and the one that seemed likely. */
function ambiguous(alignment: Alignment, span: Span, words: WordRange, likely: Span): CarriedSpan {
  const others = samePlaces(alignment, span, words).filter(({ start }) => start !== likely.start);
  return { status: 'ambiguous', candidates: [likely, ...others].sort((a, b) => a.start - b.start) };
}

function samePlaces({ words: tokens, find, before, after }: Alignment, span: Span, words: WordRange): Span[] {
  if (words.start === words.end) return [];
  const text = before.text.slice(span.start, span.end);
  return find.after
    .find(tokens.before, words.start, words.end)
    .map((start) => spanOfWords(tokens, span, words, { start, end: start + words.end - words.start }))
    .filter((place) => after.text.slice(place.start, place.end) === text);
}

/** Words of which nothing was found stand elsewhere only where no other words of the draft before went. */
function elsewhereOrLost(alignment: Alignment, span: Span, words: WordRange): CarriedSpan {
  const tokens = alignment.words.after;
  const candidates = samePlaces(alignment, span, words).filter((place) => {
    const { start, end } = wordsIn(tokens, place);
    for (let word = start; word < end; word += 1) if (at(alignment.origins, word) !== -1) return false;
    return true;
  });
  const [only] = candidates;
  if (!only) return { status: 'lost' };
  const isEnough = words.end - words.start >= groupSize && standsOnce(alignment, words);
  if (candidates.length > 1 || !isEnough) return { status: 'ambiguous', candidates };
  return judged(alignment, span, words, { span: only, moved: true, sure: true });
}
