import { getAttribute } from '../../../xml';
import type { FileText } from '../places/text-places';
import type { EditedStory } from '../story/edited-story';

/** Elements that a deletion would take along without a word: pictures, notes, fields, and whatever else is in the text. */
const kept = new Set([
  ...['drawing', 'pict', 'object', 'AlternateContent', 'ruby', 'oMath', 'oMathPara', 'fldSimple', 'fldChar'],
  ...[
    'footnoteReference',
    'endnoteReference',
    'footnoteRef',
    'endnoteRef',
    'contentPart',
    'subDoc',
    'control',
  ],
]);

export const isBlank = (text: string) => text.trim() === '';

/** Whether texts are all that an element shows between two offsets. */
export function isCovered(element: Element, from: number, to: number, texts: readonly FileText[]): boolean {
  const { localName } = element;
  if (localName === 'br') {
    const type = getAttribute(element, 'type');
    return type === null || type === 'textWrapping';
  }
  if (localName !== 't') return texts.length > 0 || localName === 'tab' || localName === 'cr';
  const content = element.textContent ?? '';
  let end = from;
  for (const text of texts) {
    if (!isBlank(content.slice(end, text.start))) return false;
    end = Math.max(end, text.end);
  }
  return isBlank(content.slice(end, to));
}

/** Whether a deletion from one element to another would take something along that is not text. */
export function holdsKept({ document, root }: EditedStory, first: Element, last: Element): boolean {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = first;
  for (let node: Node | null = first; node; node = walker.nextNode()) {
    if (node instanceof Element && kept.has(node.localName)) return true;
    if (node === last) return false;
  }
  return false;
}
