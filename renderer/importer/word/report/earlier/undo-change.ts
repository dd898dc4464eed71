import { findChild } from '../../../xml';

/** Marks within an insertion that stay when it is undone. */
const marks = 'commentRangeStart, commentRangeEnd, bookmarkStart, bookmarkEnd';

/** The properties of a paragraph that a change of them does not touch (ECMA-376, part 1: 17.13.5.29). */
const ofMark = new Set(['rPr', 'sectPr', 'pPrChange']);

/**
 * Undoes a tracked change, as an author does who rejects it: inserted text goes, deleted text stays, and so do the paragraphs. `rename` gives
 * an element another name, and returns the element that takes its place.
 */
export function undoChange(change: Element, rename: (element: Element, name: string) => Element): void {
  const holder = change.parentElement;
  if (change.localName === 'pPrChange') restoreProperties(change);
  else if (holder?.localName === 'rPr') {
    const paragraph = holder.parentElement?.localName === 'pPr' ? holder.parentElement.parentElement : null;
    change.remove();
    if (change.localName === 'ins' && paragraph) joinWithNext(paragraph);
  } else if (change.localName === 'ins') {
    change.before(...change.querySelectorAll(marks));
    for (const reference of change.querySelectorAll('commentReference')) {
      const run = reference.closest('r');
      if (run) change.before(run);
    }
    change.remove();
  } else {
    for (const text of Array.from(change.querySelectorAll('delText'))) rename(text, 't');
    for (const code of Array.from(change.querySelectorAll('delInstrText'))) rename(code, 'instrText');
    change.replaceWith(...change.childNodes);
  }
}

/** Ends no paragraph where one was inserted: its content goes to the start of the next one, which has the former properties. */
function joinWithNext(paragraph: Element): void {
  const next = paragraph.nextElementSibling;
  if (next?.localName !== 'p') return;
  const content = Array.from(paragraph.childNodes).filter(
    (node) => !(node instanceof Element && node.localName === 'pPr'),
  );
  const properties = findChild(next, 'pPr');
  if (properties) properties.after(...content);
  else next.prepend(...content);
  paragraph.remove();
}

/** Gives a paragraph the properties that it had before a change of them. */
function restoreProperties(change: Element): void {
  const properties = change.parentElement;
  const former = findChild(change, 'pPr');
  for (const property of Array.from(properties?.children ?? []))
    if (!ofMark.has(property.localName)) property.remove();
  properties?.prepend(...(former?.childNodes ?? []));
  change.remove();
}
