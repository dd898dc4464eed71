import type { Block } from '#shared/domain/base/draft.ts';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import { findWords } from '#shared/text/segmenter/words.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import { compareSpans, type Span } from '#shared/text/span.ts';
import { createAnnotatedClaim } from './annotated-claim.ts';
import { type Annotation, createAnnotation, pointRemark, type ReturnedComment } from './annotation.ts';
import type { ImportedBlock } from './imported-blocks.ts';
import type { DraftProposal, ProposedClaim } from './proposal.ts';

/** A comment of a document. */
export interface DocumentComment {
  id: string;
  by: string;
  /** When it was written: RFC 3339 with milliseconds; null when the file does not say. */
  at: string | null;
  text: string;
  /** The durable id of a comment in a Word file, as that has it; absent when it has none. */
  durableId?: string;
}

/** A comment with the replies to it and to each other, in order. */
export interface CommentThread {
  first: DocumentComment;
  replies: DocumentComment[];
  isResolved: boolean;
  /** Present when a report of ours made the first comment. */
  returned?: ReturnedComment;
}

/** The annotation of a thread. */
export function toAnnotation({ first, replies, isResolved, returned }: CommentThread): Annotation {
  return createAnnotation([first, ...replies], isResolved, returned);
}

/** Sorts by the time of a comment, those without one last. */
export function sortByTime<Item>(
  items: readonly Item[],
  getComment: (item: Item) => DocumentComment,
): Item[] {
  const getTime = (item: Item) => getComment(item).at ?? '9';
  return items.toSorted((a, b) => (getTime(a) < getTime(b) ? -1 : Number(getTime(a) > getTime(b))));
}

/** How far a word is searched for, in UTF-16 code units. */
const maxDistance = 1_000;

/** The last word that begins before an offset, else the first one, among those of a span near the offset. */
function findWordNear(text: string, offset: number, { start, end }: Span): Span | null {
  const near = { start: Math.max(start, offset - maxDistance), end: Math.min(end, offset + maxDistance) };
  if (near.start >= near.end) return null;
  const words = findWords(text, near);
  return words.findLast((word) => word.start < offset) ?? words[0] ?? null;
}

/**
 * Creates the function that finds the word for a comment at a point, by the point's UTF-16 offset: the word before it in the same
 * sentence, or else the one after it there. A point at the start of a sentence belongs to it, or to the sentence before if it `isEnd`; one
 * between two blocks belongs to the block before. Null when there is no word nearby.
 */
function createNearestWordFinder({
  text,
  blocks,
}: Pick<DraftProposal, 'text' | 'blocks'>): (offset: number, isEnd: boolean) => Span | null {
  const sentencesByBlock = new Map<Block, Span[]>();
  const listSentences = (block: Block) => {
    const sentences = sentencesByBlock.get(block) ?? findSentences(text, block, null);
    sentencesByBlock.set(block, sentences);
    return sentences;
  };
  return (offset, isEnd) => {
    const block = blocks[findFirstIndex(blocks.length, (index) => at(blocks, index).start > offset) - 1];
    const sentences = block ? listSentences(block) : [];
    const sentence =
      sentences.findLast(({ start }) => (isEnd ? start < offset : start <= offset)) ?? sentences[0];
    return (
      (sentence && findWordNear(text, offset, sentence)) ??
      findWordNear(text, offset, { start: 0, end: text.length })
    );
  };
}

/** Where a comment is, in UTF-16 offsets of the draft's text. A point is where it was inserted. */
export type CommentPlace = Partial<Record<'start' | 'end' | 'point', number>>;

/** The words that a comment is about; null for one at a point, or about words that are not in the text. */
function findCommentedWords(text: string, { start, end, point }: CommentPlace): Span | null {
  const from = start ?? end ?? point;
  const to = end ?? point ?? start;
  return from !== undefined && to !== undefined && from < to ? cleanSelection(text, from, to) : null;
}

/**
 * Creates a claim for each comment, on the words that it is about, or on the nearest word, which the annotation
 * says; `describeWords` may say which words it is about that are not in the text. A comment without a place in the text makes no claim,
 * and in a text without words none does.
 */
export function createCommentClaims(
  threads: readonly CommentThread[],
  draft: Pick<DraftProposal, 'text' | 'blocks'>,
  places: ReadonlyMap<string, CommentPlace>,
  describeWords: (commentId: string) => string | null = () => null,
): { claims: ProposedClaim[]; annotationsWithoutWords: Annotation[] } {
  const findNearestWord = createNearestWordFinder(draft);
  const located = threads.map((thread) => {
    const { id } = thread.first;
    const place = places.get(id) ?? {};
    const annotation = toAnnotation(thread);
    const words = findCommentedWords(draft.text, place);
    if (words) return { annotation, span: words };
    const offset = place.end ?? place.point ?? place.start;
    // A comment without a start is at the end of its words.
    const isEnd = place.start === undefined;
    const span = offset === undefined ? null : findNearestWord(offset, isEnd);
    const isEmpty = annotation.comments.every(({ text }) => text === '');
    const remark = describeWords(id) ?? (span && !isEmpty ? pointRemark : null);
    return { annotation: remark === null ? annotation : { ...annotation, remark }, span };
  });
  return createLocatedClaims(located);
}

/** Creates a claim for each annotation that has words, in the order of the text. The others are returned as they are. */
export function createLocatedClaims(located: readonly { annotation: Annotation; span: Span | null }[]): {
  claims: ProposedClaim[];
  annotationsWithoutWords: Annotation[];
} {
  const claims = located.flatMap(({ annotation, span }) =>
    span ? [createAnnotatedClaim(span, annotation)] : [],
  );
  return {
    claims: claims.sort((a, b) => compareSpans(a.span, b.span)),
    annotationsWithoutWords: located.flatMap(({ annotation, span }) => (span ? [] : [annotation])),
  };
}

export type CommentEdge = 'start' | 'end';

/** Where a comment begins or ends, as a UTF-16 offset into the text of a block. */
export interface CommentAnchor {
  comment: string;
  edge: CommentEdge;
  offset: number;
}

/** A block with the places at which comments begin and end. */
export interface AnchoredBlock extends ImportedBlock {
  anchors: CommentAnchor[];
}

/** The places of comments in the draft that the blocks make. An anchor in an empty block is at the end of the block before. */
export function placeAnchoredComments(
  blocks: readonly AnchoredBlock[],
  draftBlocks: readonly { start: number; end: number }[],
): Map<string, CommentPlace> {
  const places = new Map<string, CommentPlace>();
  let draftIndex = 0;
  let end = 0;
  for (const block of blocks) {
    const draftBlock = block.text === '' ? undefined : draftBlocks[draftIndex++];
    for (const { comment, edge, offset } of block.anchors)
      places.set(comment, { [edge]: draftBlock ? draftBlock.start + offset : end, ...places.get(comment) });
    end = draftBlock?.end ?? end;
  }
  return places;
}
