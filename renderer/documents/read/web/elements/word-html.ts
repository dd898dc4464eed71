import { hasVisibleText } from '#renderer/documents/read/flow/block-text.ts';
import { getDeclaredStyle } from '#renderer/documents/read/flow/element-kinds.ts';
import { findAnnotatedWords } from './clipboard-comments.ts';

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

/**
 * A number as Word writes it before an item: `1.`, `1.2`, `A.1`, `b)`, `iv.`. A bullet in the font Courier is an `o` without
 * punctuation.
 */
const listNumber = /\p{N}|^\(?\p{L}{1,4}[.)]+$/u;

/** Longest number or bullet of an item, in UTF-16 code units. */
const maxLabelLength = 8;

/** Removes white space from Word's style attributes, within which Word breaks its lines. */
export function tidyWordStyles(root: Element): void {
  for (const element of root.querySelectorAll('[style*="mso-" i]')) {
    const style = element.getAttribute('style') ?? '';
    element.setAttribute('style', style.replace(/\s*([:;])\s*/g, '$1').replace(/\s+/g, ' '));
  }
}

/** Gives an element another name, without attributes. */
export function renameElement(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/**
 * Turns the HTML of Word into plain HTML: items of lists are paragraphs with their number or bullet as text there, and the title
 * is a paragraph of a class. HTML of other programs stays as it is.
 */
export function normalizeWordHtml(root: Element): void {
  for (const paragraph of root.querySelectorAll('p[style*="mso-list" i]')) {
    if (!/\blevel\d/.test(getDeclaredStyle(paragraph, 'mso-list') ?? '')) continue;
    for (const marker of paragraph.querySelectorAll('[style*="mso-list" i]')) {
      const label = (marker.textContent ?? '').trim();
      marker.replaceWith(listNumber.test(label) ? `${label} ` : '');
    }
    renameElement(paragraph, 'li');
  }
  for (const gap of root.querySelectorAll(labelGap)) readListLabel(gap);
  for (const title of root.querySelectorAll('p.MsoTitle')) renameElement(title, 'h1');
}

/** A “Web page, filtered” marks a list item only by the style of the gap after its label. */
const labelGap = 'p[class^="MsoListParagraph" i] span[style*="7.0pt" i]';

/** Turns a paragraph into an item of a list, when it begins with a label and a gap. */
function readListLabel(gap: Element): void {
  const paragraph = gap.closest('p');
  if (!paragraph || (gap.textContent ?? '').trim() !== '') return;
  const range = gap.ownerDocument.createRange();
  range.setStart(paragraph, 0);
  range.setEndAfter(gap);
  const label = range.toString().trim();
  if (label.length > maxLabelLength || /\s/.test(label)) return;
  range.deleteContents();
  if (listNumber.test(label)) paragraph.prepend(`${label} `);
  renameElement(paragraph, 'li');
}

const noteId = /^_?((?:ftn|edn)\d+)$/;

/** Notes in the HTML of Word: a reference leads to `#_ftn1`, the note has the id `ftn1`, and begins with its number. */
export const wordNoteHooks = {
  inline(element: Element): { noteRef: string } | null {
    const annotated = findAnnotatedWords(element);
    if (annotated !== null) return annotated;
    const href = element.localName === 'a' ? element.getAttribute('href') : null;
    if (href === null || !href.startsWith('#')) return null;
    const [, name] = noteId.exec(href.slice(1)) ?? [];
    return name === undefined ? null : { noteRef: name };
  },
  block(element: Element): { kind: 'note'; name: string } | null {
    const [, name] = noteId.exec(element.id) ?? [];
    return name === undefined ? null : { kind: 'note', name };
  },
};
