import { countMissingSymbols, readTextInFont } from '../document/symbols';
import { getDeclaredStyle } from './elements/declared-style';
import { raiseFigures } from './raised-figures';

/** The number or bullet that Word writes before an item (`word-html.ts`). */
const listLabel = '[style*="mso-list:ignore" i]';

/** The first font in the font list of the nearest element that has one. */
function getFont(element: Element): string | null {
  for (let setting: Element | null = element; setting; setting = setting.parentElement) {
    const fonts = getDeclaredStyle(setting, 'font-family') ?? setting.getAttribute('face');
    if (fonts !== null) return fonts.split(',')[0]?.replace(/["']/g, '').trim() ?? null;
  }
  return null;
}

/**
 * Replaces the text of a DOM by what it shows: letters in symbol fonts become the symbols, and superscript figures superscript
 * characters, except in links to notes. Returns how many symbols only their font can show.
 */
export function writeShownText(root: Element): number {
  let missing = 0;
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement } = node;
    if (!(node instanceof Text) || !parentElement || parentElement.closest(listLabel)) continue;
    const shown = readTextInFont(node.data, getFont(parentElement));
    missing += countMissingSymbols(shown, node.data);
    if (shown !== node.data) node.data = shown;
  }
  raiseFigures(root);
  return missing;
}
