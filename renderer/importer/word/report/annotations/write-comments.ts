import type { PlanLine } from '../../../../../shared/reports/word/word-plan';
import type { EditedPackage } from '../package/edited-package';

/** A comment that gets its anchors in the text elsewhere. */
export interface PreparedComment {
  /** `w:id`, from `getNextCommentId` on. */
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
}

/** The first id from which on no comment of the file, and no anchor in any of its parts, has one. */
export function getNextCommentId(_pkg: EditedPackage, _mainPart: string): number {
  throw new Error('not built');
}

/** Adds comments to a file: `comments.xml`, and the parts that hold their threads, durable ids, times and authors. */
export function writeComments(
  _pkg: EditedPackage,
  _mainPart: string,
  _comments: readonly PreparedComment[],
): void {
  throw new Error('not built');
}
