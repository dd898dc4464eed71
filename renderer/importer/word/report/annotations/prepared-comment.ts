import type { PlanLine } from '../../../../../shared/reports/word/word-plan';

/** A comment that gets its anchors in the text elsewhere. */
export interface PreparedComment {
  /** `w:id`, which no annotation of the file has (`createUnusedIds`). */
  id: number;
  /** The wanted durable id; the next free one is taken if the file has it already. */
  durableId: string;
  author: string;
  initials: string;
  /** RFC 3339 in UTC, to the second; null for no time. */
  at: string | null;
  lines: readonly PlanLine[];
  /** `w:id` of the comment of the file to which it replies, as the file has it; null for none. */
  parent: string | null;
  /** Whether the thread is opened again that the author marked as resolved. */
  reopens: boolean;
}
