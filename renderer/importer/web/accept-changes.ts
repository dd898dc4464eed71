import { hasVisibleText } from '../text/block-text';

/** Where changes of a document or page were accepted, and passages were kept that are struck through. */
interface AcceptedChanges {
  changes: Element[];
  struckThrough: Element[];
}

/** Word for the web uses its own classes. */
const deleted = 'del, [class~="msodel" i], [class*="TrackChangeTextDeletion"]';
const inserted = 'ins[cite], ins[datetime], [class~="msoins" i], [class*="TrackChangeTextInsertion"]';
const struck = 's, strike, [style*="line-through" i]';

/**
 * Accepts the tracked changes in the HTML of Word and other programs, and those of web pages: removes deleted words, and keeps
 * inserted ones. Words that are only struck through are kept, because nothing says whether they are deleted.
 */
export function acceptChanges(root: Element): AcceptedChanges {
  const deletions = removeOutermost(root, deleted);
  return {
    changes: [...deletions, ...listVisible(root, inserted)],
    struckThrough: listVisible(root, struck),
  };
}

function listOutermost(root: Element, selector: string): Element[] {
  return Array.from(root.querySelectorAll(selector)).filter(
    ({ parentElement }) => !parentElement?.closest(selector),
  );
}

function listVisible(root: Element, selector: string): Element[] {
  return listOutermost(root, selector).filter(({ textContent }) => hasVisibleText(textContent ?? ''));
}

/** Returns the elements in which the removed words stood, one for each removal. */
function removeOutermost(root: Element, selector: string): Element[] {
  return listOutermost(root, selector).flatMap((element) => {
    const { parentElement, textContent } = element;
    element.remove();
    return parentElement && hasVisibleText(textContent ?? '') ? [parentElement] : [];
  });
}
