import { countMissingSymbols, readTextInFont } from '../document/symbols';
import { raiseDigits } from '../raised-digits';
import { getDeclaredStyle } from './elements/declared-style';
import { blockElements } from './elements/element-kinds';

/** Word for the web sets superscripts by a class. */
const raised = 'sup, [style*="vertical-align" i], [class~="Superscript"]';

/** The number or bullet that Word writes before an item (`word-html.ts`). */
const listLabel = '[style*="mso-list:ignore" i]';

function isRaised(element: Element): boolean {
  const setting = element.closest(raised);
  if (!setting || element.closest('a[href^="#"]')) return false;
  return (getDeclaredStyle(setting, 'vertical-align') ?? 'super').startsWith('sup');
}

/** The first font in the font list of the nearest element that has one. */
function getFont(element: Element): string | null {
  for (let setting: Element | null = element; setting; setting = setting.parentElement) {
    const fonts = getDeclaredStyle(setting, 'font-family') ?? setting.getAttribute('face');
    if (fonts !== null) return fonts.split(',')[0]?.replace(/["']/g, '').trim() ?? null;
  }
  return null;
}

function findBlock(element: Element): Element | null {
  for (let outer: Element | null = element; outer; outer = outer.parentElement)
    if (blockElements.has(outer.localName)) return outer;
  return null;
}

/**
 * Replaces the text of a DOM by what it shows: letters in symbol fonts become the symbols, and superscript figures superscript
 * characters, except in links to notes. Returns how many symbols only their font can show.
 */
export function writeShownText(root: Element): number {
  let missing = 0;
  let before = '';
  let block: Element | null = null;
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement } = node;
    if (!(node instanceof Text) || !parentElement || parentElement.closest(listLabel)) continue;
    const ownBlock = findBlock(parentElement);
    if (ownBlock !== block) before = '';
    block = ownBlock;
    const { data } = node;
    const shown =
      (isRaised(parentElement) ? raiseDigits(data.trim(), before) : null) ??
      readTextInFont(data, getFont(parentElement));
    missing += countMissingSymbols(shown, data);
    if (shown !== data) node.data = shown;
    before = shown;
  }
  return missing;
}
