import type {
  AnchoredBlock,
  CommentThread,
  DocumentComment,
} from '../../../shared/import/comments/comment-claims';
import type { ImportNotice } from '../../../shared/import/notices';
import type { FileProperties } from '../document/title-and-byline';

/** A comment as the reader of a format collects it. */
export interface FlowComment extends DocumentComment {
  resolved: boolean;
  /** The replies to it and to each other, in order. */
  replies: FlowComment[];
}

/** The comments that are no replies by id, with their replies; `parent` is the index of the comment that one replies to. */
export function joinReplies(
  comments: readonly { comment: FlowComment; parent: number | null }[],
): Map<string, FlowComment> {
  const threads = new Map<string, FlowComment>();
  const firsts: FlowComment[] = [];
  for (const { comment, parent } of comments) {
    const first = parent === null ? undefined : firsts[parent];
    if (first) first.replies.push(comment);
    else threads.set(comment.id, comment);
    firsts.push(first ?? comment);
  }
  return threads;
}

export function toThread({ replies, resolved, ...first }: FlowComment): CommentThread {
  return { first, replies, isResolved: resolved };
}

/** Counts of what the reader of a word-processing document leaves out, from zero on. */
export const createFlowCounts = () => ({
  imagesLeftOut: 0,
  objectsLeftOut: 0,
  hiddenLeftOut: 0,
  contentsLeftOut: 0,
});

/**
 * A word-processing document as one of its formats is read: .odt, .rtf, .doc. `flow-writer.ts` writes its blocks,
 * `flow-draft.ts` makes a draft of it, or the text that is searched for quotes.
 */
export interface Flow {
  blocks: AnchoredBlock[];
  /** The comments by the ids that anchors have, without those that are replies. */
  comments: Map<string, FlowComment>;
  /** The paragraph with the style of a title; null when there is none. */
  title: string | null;
  properties: FileProperties;
  language: string | null;
  counts: Partial<Record<ImportNotice['kind'], number>>;
  /** Texts of page headers and footers, and addresses of links. */
  beside: string[];
}
