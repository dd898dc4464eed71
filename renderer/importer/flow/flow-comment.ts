import type { CommentThread, DocumentComment } from '../comments/comment-thread';

/** A comment as the reader of a format collects it. */
export interface FlowComment extends DocumentComment {
  resolved: boolean;
  /** The replies to it and to each other, in order. */
  replies: FlowComment[];
}

export function toThread({ replies, resolved, ...first }: FlowComment): CommentThread {
  return { first, replies, isResolved: resolved };
}
