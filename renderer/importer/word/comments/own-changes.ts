import { getSecond } from '../../../../shared/domain/word-comments';
import type { KnownReport } from '../../../../shared/import/annotations/annotation';
import type { DocumentComment } from '../../../../shared/import/comments/comment-claims';
import { groupBy } from '../../../../shared/text/sequences/group-by';
import { getAttribute } from '../../xml';
import { parseTime, type WordComments } from './comments';
import { createChangeMatcher, listPossibleCorrections, type PossibleCorrection } from './known-changes';
import { groupChanges, settleHalves } from './settle-halves';

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

/** The tracked changes of a report of ours that are read as not made. */
export interface OwnChanges {
  /** Insertions and deletions of text and paragraph marks, and changes of paragraphs. */
  elements: ReadonlySet<Element>;
  /** Those of them whose correction the author rejected, but not each piece of it. Nobody decided the others. */
  rejected: ReadonlySet<Element>;
  /** The claims whose corrections nobody decided, as far as that is known. */
  claimIds: ReadonlySet<string>;
}

const listChanges = (root: Element) =>
  Array.from(root.querySelectorAll('ins, del, pPrChange')).filter(
    ({ parentElement }) => !/^(trPr|tcPr)$/.test(parentElement?.localName ?? ''),
  );

/**
 * Finds the insertions and deletions in a Word report that came back and nobody accepted or rejected: those with the author and the second of
 * a comment of the report, and those that are known as the correction of a claim (`known-changes.ts`), with all others of their
 * author and second. Where the author decided a part of a correction, the others follow it (`settle-halves.ts`).
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
  const claimIds = new Map<Element, readonly string[]>();
  const elements = new Set<Element>();
  if (signatures.size === 0 && !known) return { elements, rejected: new Set(), claimIds: new Set() };
  const changes = roots.flatMap(listChanges);
  const corrections = known ? listPossibleCorrections(known.claims) : [];
  const match = known ? createChangeMatcher(known, corrections) : () => null;
  for (const change of changes) {
    const ids = match(change);
    if (!ids) continue;
    elements.add(change);
    signatures.add(getChangeSignature(change));
    claimIds.set(change, ids);
  }
  signatures.delete(null);
  for (const change of changes) if (signatures.has(getChangeSignature(change))) elements.add(change);
  const rejected = settle(elements, claimIds, corrections);
  const undecided = [...elements].filter((change) => !rejected.has(change));
  return { elements, rejected, claimIds: new Set(undecided.flatMap((change) => claimIds.get(change) ?? [])) };
}

/** Takes the changes out of `elements` that are made, because another part of their correction was accepted. Returns the rejected ones. */
function settle(
  elements: Set<Element>,
  claimIds: ReadonlyMap<Element, readonly string[]>,
  corrections: readonly PossibleCorrection[],
): Set<Element> {
  const rejected = new Set<Element>();
  const paragraphs = new Set(Array.from(elements, (change) => change.closest('p')));
  const byClaim = groupBy(corrections, ({ claimId }) => claimId);
  for (const paragraph of paragraphs) {
    for (const group of paragraph ? groupChanges(paragraph, elements) : []) {
      const ids = [...new Set(group.changes.flatMap((change) => claimIds.get(change) ?? []))];
      const possible = ids.length === 0 ? corrections : ids.flatMap((id) => byClaim.get(id) ?? []);
      const settlement = settleHalves(group, possible);
      for (const change of group.changes)
        if (settlement === 'made') elements.delete(change);
        else if (settlement === 'not made') rejected.add(change);
    }
  }
  return rejected;
}
