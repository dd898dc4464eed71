import { longestProse } from '../../../shared/domain/primitives';
import type { ProposedClaim } from '../../../shared/import/proposal';
import { graphemeStart } from '../../../shared/text/segmenter/graphemes';
import { wordsOf } from '../../../shared/text/segmenter/words';
import { cleanSelection } from '../../../shared/text/selection';
import { compareSpans, type Span } from '../../../shared/text/span';
import { type Comment, commentWords } from './comments';
import type { Anchor } from './walk';

type Ends = Partial<Record<Anchor['edge'], number>>;

/** How far a word is looked for, in UTF-16 units. */
const reach = 1_000;

/** The word that a place is in or after, else the one that follows; null where there is none. */
function wordAt(text: string, at: number): Span | null {
  const near = { start: Math.max(0, at - reach), end: Math.min(text.length, at + reach) };
  const words = wordsOf(text, near);
  return words.findLast(({ start }) => start < at) ?? words[0] ?? null;
}

/** The words that a comment is on. */
function wordsUnder(text: string, { start, end, point }: Ends): Span | null {
  const from = start ?? end ?? point;
  const to = end ?? point ?? start;
  if (from === undefined || to === undefined) return null;
  return (from < to ? cleanSelection(text, from, to) : null) ?? wordAt(text, to);
}

/**
 * A claim for each comment, on its words. `places` has the offset of each anchor in the text; a comment whose anchors are not
 * in the text, or a text without words, makes none.
 */
export function claimsOf(
  text: string,
  comments: ReadonlyMap<string, Comment>,
  anchors: readonly Anchor[],
  places: ReadonlyMap<number, number>,
): ProposedClaim[] {
  const ends = new Map<string, Ends>();
  for (const [index, { comment, edge }] of anchors.entries()) {
    const known = ends.get(comment) ?? {};
    const at = places.get(index);
    // The first of each counts: what was moved stands in two places.
    if (at !== undefined) ends.set(comment, { [edge]: at, ...known });
  }
  const claims: ProposedClaim[] = [];
  for (const comment of comments.values()) {
    const span = wordsUnder(text, ends.get(comment.id) ?? {});
    if (span) claims.push({ span, note: noteOf(comment), ...unchecked });
  }
  return claims.sort((a, b) => compareSpans(a.span, b.span));
}

function noteOf(comment: Comment): string | null {
  const words = commentWords(comment);
  const note = words.length > longestProse ? words.slice(0, graphemeStart(words, longestProse)) : words;
  return note === '' ? null : note;
}

const unchecked = {
  verdict: 'unchecked' as const,
  correction: null,
  claimant: null,
  kind: null,
  evidence: [],
};
