/** Elements that show text, or that stand for characters of a text. */
const textElements = 't, tab, ptab, br, cr, noBreakHyphen, sym, footnoteReference, endnoteReference';

/**
 * Lists the text elements of a part in document order, and after them the deleted texts, which show something only when their deletion
 * is read as not made. A text map names an element by its index in this list, so the list must never change for a file; tab stops and
 * elements within deletions are in it although they show nothing.
 */
export function listTextElements(root: Element): Element[] {
  return [...root.querySelectorAll(textElements), ...root.querySelectorAll('delText')];
}

/** The texts of the text elements of a part, as `rebuildText` takes them. */
export function readElementTexts(root: Element): string[] {
  return listTextElements(root).map((element) => element.textContent ?? '');
}
