import { createAnnotatedClaim } from '../../../../shared/import/annotated-claim';
import type { Annotation } from '../../../../shared/import/annotation';
import type { ProposedClaim } from '../../../../shared/import/proposal';
import { cleanSelection } from '../../../../shared/text/clean-selection';
import { findWords } from '../../../../shared/text/segmenter/words';
import { compareSpans, type Span } from '../../../../shared/text/span';
import type { Anchor } from '../reading/anchors';
import type { RemovedWords } from '../reading/reading-state';
import { toAnnotation, type WordComments } from './comments';
import { describeRemovedWords } from './removed-words';
import { joinUnthreadedReplies } from './unthreaded-replies';

/** Offsets in the text of the draft. */
type AnchorOffsets = Partial<Record<Anchor['edge'], number>>;

/** How far a word is searched for, in UTF-16 code units. */
const maxWordDistance = 1_000;

/** The word at or before an offset, else the one after it; null when there is none nearby. */
function findWordAt(text: string, offset: number): Span | null {
  const near = {
    start: Math.max(0, offset - maxWordDistance),
    end: Math.min(text.length, offset + maxWordDistance),
  };
  const words = findWords(text, near);
  return words.findLast(({ start }) => start < offset) ?? words[0] ?? null;
}

/** The words that a comment is about; null for one at a point, or about words that are not in the text. */
function findCommentedWords(text: string, { start, end, point }: AnchorOffsets): Span | null {
  const from = start ?? end ?? point;
  const to = end ?? point ?? start;
  return from !== undefined && to !== undefined && from < to ? cleanSelection(text, from, to) : null;
}

/**
 * The offsets of the anchors of each comment. Moved text is in the file twice: the anchors where it is now count, and otherwise the
 * first of each edge.
 */
function locateAnchors(
  anchors: readonly Anchor[],
  getOffset: (anchor: Anchor) => number,
): Map<string, AnchorOffsets> {
  const located = new Map<string, AnchorOffsets>();
  for (const anchor of anchors.toSorted((a, b) => Number(a.isInRemoved) - Number(b.isInRemoved))) {
    const known = located.get(anchor.comment) ?? {};
    located.set(anchor.comment, { [anchor.edge]: getOffset(anchor), ...known });
  }
  return located;
}

/** The anchors of a document, and what is known about the words between them. */
interface AnchoredText {
  text: string;
  anchors: readonly Anchor[];
  getOffset: (anchor: Anchor) => number;
  /** The words that are not in the text, by the ids of the comments about them. */
  removedWords: ReadonlyMap<string, RemovedWords>;
}

/**
 * Creates a claim for each comment, on the words that it is about, or on the nearest word; then its note says which words are not
 * in the text. A comment without an anchor in the text makes no claim, and in a text without words gets no claims.
 */
export function createCommentClaims(
  { threads, hasThreads }: WordComments,
  { text, anchors, getOffset, removedWords }: AnchoredText,
): { claims: ProposedClaim[]; annotationsWithoutWords: Annotation[] } {
  const offsetsByComment = locateAnchors(anchors, getOffset);
  const getRange = ({ id }: { id: string }) => {
    const { start, end } = offsetsByComment.get(id) ?? {};
    return start === undefined || end === undefined ? null : `${start} ${end}`;
  };
  const claims: ProposedClaim[] = [];
  const annotationsWithoutWords: Annotation[] = [];
  for (const thread of hasThreads ? threads : joinUnthreadedReplies(threads, getRange)) {
    const offsets = offsetsByComment.get(thread.first.id) ?? {};
    const words = findCommentedWords(text, offsets);
    const offset = offsets.end ?? offsets.point ?? offsets.start;
    const span = words ?? (offset === undefined ? null : findWordAt(text, offset));
    const annotation = toAnnotation(thread);
    if (!span) annotationsWithoutWords.push(annotation);
    else {
      const claim = createAnnotatedClaim(span, annotation);
      const removed = words ? undefined : removedWords.get(thread.first.id);
      claims.push({ ...claim, note: describeRemovedWords(claim.note, removed) });
    }
  }
  claims.sort((a, b) => compareSpans(a.span, b.span));
  return { claims, annotationsWithoutWords };
}
