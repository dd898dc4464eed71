import { parseCommentHeading } from '../../../../shared/domain/word-comments/comment-heading';
import type { CommentThread } from '../../../../shared/import/comments/comment-thread';
import type { PlanLine } from '../../../../shared/reports/word/word-plan';
import { collapseWhitespace } from '../../../../shared/text/format/collapse-whitespace';

const createKey = (author: string, text: string) => JSON.stringify([author, collapseWhitespace(text)]);

/** The comments that earlier reports of ours wrote into a file. */
export class EarlierComments {
  readonly #texts = new Set<string>();
  /** The first comments of their threads, by durable ids. */
  readonly #threads = new Map<string, string>();

  constructor(threads: readonly CommentThread[]) {
    for (const { first, replies } of threads)
      for (const comment of [first, ...replies]) {
        if (parseCommentHeading(comment.text) === null) continue;
        this.#texts.add(createKey(comment.by, comment.text));
        if (comment.durableId) this.#threads.set(comment.durableId.toUpperCase(), first.id);
      }
  }

  /** Whether an author has said the same in the file already. */
  has(author: string, lines: readonly PlanLine[]): boolean {
    if (this.#texts.size === 0) return false;
    const text = lines.map((line) => line.map((run) => run.text).join('')).join('\n');
    return this.#texts.has(createKey(author, text));
  }

  /** The id of the first comment of the thread that holds the comment of a claim; null when there is none. */
  findThread(durableId: string): string | null {
    return this.#threads.get(durableId) ?? null;
  }
}
