import { findChild } from '../../xml';

/** Counts the tracked changes that are accepted. A paragraph mark that was inserted or deleted together with text counts as one with it. */
export function countTrackedChanges(roots: readonly Element[], undecided: ReadonlySet<Element>): number {
  const changes = roots.flatMap((root) => Array.from(root.querySelectorAll('ins, del, moveTo')));
  return changes.filter((change) => {
    if (undecided.has(change)) return false;
    const properties = change.parentElement;
    if (properties?.localName !== 'rPr' || properties.parentElement?.localName !== 'pPr') return true;
    const paragraph = properties.parentElement.parentElement;
    return findChild(paragraph, change.localName) === null;
  }).length;
}
