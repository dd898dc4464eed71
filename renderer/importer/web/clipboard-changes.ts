import { hasVisibleText } from '../visible-text';

/** How many changes of a document in the clipboard were accepted, and passages were kept that are struck through. */
interface ChangeCounts {
  changesAccepted: number;
  struckThroughKept: number;
}

/** Word for the web uses its own classes. */
const deleted = 'del, [class~="msodel" i], [class*="TrackChangeTextDeletion"]';
const inserted = 'ins[cite], ins[datetime], [class~="msoins" i], [class*="TrackChangeTextInsertion"]';
const struck = 's, strike, [style*="line-through" i]';

/**
 * Accepts the tracked changes in the HTML of Word and other programs: removes deleted words, and keeps inserted ones. Words that
 * are only struck through are kept, because no program says whether they are deleted, and counted.
 */
export function acceptChanges(root: Element): ChangeCounts {
  const deletions = removeOutermost(root, deleted);
  const insertions = listOutermost(root, inserted).filter((element) =>
    hasVisibleText(element.textContent ?? ''),
  );
  const struckThrough = listOutermost(root, struck).filter((element) =>
    hasVisibleText(element.textContent ?? ''),
  );
  return { changesAccepted: deletions + insertions.length, struckThroughKept: struckThrough.length };
}

function listOutermost(root: Element, selector: string): Element[] {
  return Array.from(root.querySelectorAll(selector)).filter(
    ({ parentElement }) => !parentElement?.closest(selector),
  );
}

function removeOutermost(root: Element, selector: string): number {
  const elements = listOutermost(root, selector);
  for (const element of elements) element.remove();
  return elements.filter((element) => hasVisibleText(element.textContent ?? '')).length;
}
