import { getSecond } from '../../../../shared/domain/word-comments/second';
import type { KnownReport } from '../../../../shared/import/annotations/known-report';
import type { DocumentComment } from '../../../../shared/import/comments/comment-thread';
import { getAttribute } from '../../xml';
import { parseTime, type WordComments } from './comments';
import { createChangeMatcher } from './known-changes';

/** Names the author of a comment or a change with its time to the second; null without a time. */
export function getSignature({ by, at }: Pick<DocumentComment, 'by' | 'at'>): string | null {
  return at === null ? null : `${by}\n${getSecond(at)}`;
}

/** The signature of a tracked change. */
export function getChangeSignature(change: Element): string | null {
  return getSignature({
    by: getAttribute(change, 'author') ?? '',
    at: parseTime(getAttribute(change, 'date')),
  });
}

/** The tracked changes of a report of ours that nobody decided. */
export interface OwnChanges {
  /** Insertions and deletions of text and paragraph marks, and changes of paragraphs. */
  elements: ReadonlySet<Element>;
  /** The claims whose corrections they are, as far as that is known. */
  claimIds: ReadonlySet<string>;
}

const listChanges = (root: Element) =>
  Array.from(root.querySelectorAll('ins, del, pPrChange')).filter(
    ({ parentElement }) => !/^(trPr|tcPr)$/.test(parentElement?.localName ?? ''),
  );

/**
 * Finds the insertions and deletions in a Word report that came back and nobody accepted or rejected: those with the author and the second of
 * a comment of the report, and those that are known as the correction of a claim (`known-changes.ts`), with all others of their
 * author and second.
 */
export function findOwnChanges(
  roots: readonly Element[],
  { threads, readOwn }: WordComments,
  known: KnownReport | undefined,
): OwnChanges {
  const own = threads
    .flatMap(({ first, replies }) => [first, ...replies])
    .filter((comment) => readOwn(comment) !== null);
  const signatures = new Set(own.map(getSignature));
  const claimIds = new Set<string>();
  const elements = new Set<Element>();
  if (signatures.size === 0 && !known) return { elements, claimIds };
  const changes = roots.flatMap(listChanges);
  const match = known ? createChangeMatcher(known) : () => null;
  for (const change of changes) {
    const ids = match(change);
    if (!ids) continue;
    elements.add(change);
    signatures.add(getChangeSignature(change));
    for (const id of ids) claimIds.add(id);
  }
  signatures.delete(null);
  for (const change of changes) if (signatures.has(getChangeSignature(change))) elements.add(change);
  return { elements, claimIds };
}
