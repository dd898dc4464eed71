import { parseCommentHeading } from '../../../../shared/domain/word-comments/comment-heading';
import type { DocumentComment } from '../../../../shared/import/comments/comment-thread';
import { getAttribute } from '../../xml';
import { parseTime, type WordComments } from './comments';

/** Names the author of a comment or a change with its time to the second; null without a time. */
export function getSignature({ by, at }: Pick<DocumentComment, 'by' | 'at'>): string | null {
  return at === null ? null : `${by}\n${at.slice(0, 'YYYY-MM-DDThh:mm:ss'.length)}`;
}

/** The signature of a tracked change. */
export function getChangeSignature(change: Element): string | null {
  return getSignature({
    by: getAttribute(change, 'author') ?? '',
    at: parseTime(getAttribute(change, 'date')),
  });
}

/**
 * Finds the insertions and deletions of text and paragraph marks in a Word report that came back and nobody accepted or rejected: those
 * with the author and the second of a comment of the report.
 */
export function findOwnChanges(roots: readonly Element[], { threads }: WordComments): ReadonlySet<Element> {
  const own = threads
    .flatMap(({ first, replies }) => [first, ...replies])
    .filter(({ text }) => parseCommentHeading(text) !== null);
  const signatures = new Set(own.map(getSignature));
  signatures.delete(null);
  if (signatures.size === 0) return new Set();
  return new Set(
    roots
      .flatMap((root) => Array.from(root.querySelectorAll('ins, del')))
      .filter(
        (change) =>
          !/^(trPr|tcPr)$/.test(change.parentElement?.localName ?? '') &&
          signatures.has(getChangeSignature(change)),
      ),
  );
}
