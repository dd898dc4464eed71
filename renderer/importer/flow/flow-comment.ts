import type { CommentThread, DocumentComment } from '../../../shared/import/comments/comment-thread';

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
