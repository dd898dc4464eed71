import { countMissingSymbols, readTextInFont } from '../document/symbols';
import { getDeclaredStyle } from './elements/declared-style';
import { readOnce } from './elements/read-once';
import { raiseFigures } from './raised-figures';

/** The number or bullet that Word writes before an item (`word-html.ts`). */
const listLabel = '[style*="mso-list:ignore" i]';

/** Finds the nearest element around another one, or itself, that a selector matches; each element is asked once. */
function closestOnce(selector: string): (element: Element) => Element | null {
  const find = readOnce((element): Element | null => {
    if (element.matches(selector)) return element;
    return element.parentElement && find(element.parentElement);
  });
  return find;
}

/** Finds the first font that the nearest element with fonts asks for. */
function createFontFinder(): (element: Element) => string | null {
  const find = readOnce((element): string | null => {
    const fonts = getDeclaredStyle(element, 'font-family') ?? element.getAttribute('face');
    if (fonts === null) return element.parentElement && find(element.parentElement);
    return fonts.split(',', 1)[0]?.replace(/["']/g, '').trim() ?? null;
  });
  return find;
}

/**
 * Replaces the text of a DOM by what it shows: letters in symbol fonts become the symbols, and superscript figures superscript
 * characters, except in links to notes. Returns how many symbols only their font can show.
 */
export function writeShownText(root: Element): number {
  const findLabel = closestOnce(listLabel);
  const findFont = createFontFinder();
  let missing = 0;
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement } = node;
    if (!(node instanceof Text) || !parentElement || findLabel(parentElement)) continue;
    const shown = readTextInFont(node.data, findFont(parentElement));
    missing += countMissingSymbols(shown, node.data);
    if (shown !== node.data) node.data = shown;
  }
  raiseFigures(root);
  return missing;
}
