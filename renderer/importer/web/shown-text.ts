import { countMissingSymbols, readTextInFont } from '../document/symbols';
import { raiseDigits } from '../raised-digits';
import { getDeclaredStyle } from './elements/declared-style';
import { blockElements } from './elements/element-kinds';

/** Word for the web sets superscripts by a class. */
const raised = 'sup, [style*="vertical-align" i], [class~="Superscript"]';

/** The number or bullet that Word writes before an item (`word-html.ts`). */
const listLabel = '[style*="mso-list:ignore" i]';

/** Reads a fact about each element once: thousands of texts may stand in one element with a long style. */
function readOnce<Fact>(read: (element: Element) => Fact): (element: Element) => Fact {
  const facts = new Map<Element, { fact: Fact }>();
  return (element) => {
    const found = facts.get(element) ?? { fact: read(element) };
    facts.set(element, found);
    return found.fact;
  };
}

/** Finds the nearest element around another one, or itself, that a selector matches; each element is asked once. */
function closestOnce(selector: string): (element: Element) => Element | null {
  const find = readOnce((element): Element | null => {
    if (element.matches(selector)) return element;
    return element.parentElement && find(element.parentElement);
  });
  return find;
}

/** How the text of a document is set. */
class Settings {
  readonly findLabel = closestOnce(listLabel);
  private readonly findRaised = closestOnce(raised);
  private readonly isSuperscript = readOnce((setting) =>
    (getDeclaredStyle(setting, 'vertical-align') ?? 'super').startsWith('sup'),
  );

  /** The first font that the nearest element with fonts asks for. */
  readonly getFont = readOnce((element): string | null => {
    const fonts = getDeclaredStyle(element, 'font-family') ?? element.getAttribute('face');
    if (fonts === null) return element.parentElement && this.getFont(element.parentElement);
    return fonts.split(',', 1)[0]?.replace(/["']/g, '').trim() ?? null;
  });

  isRaised(element: Element): boolean {
    const setting = this.findRaised(element);
    return setting !== null && !element.closest('a[href^="#"]') && this.isSuperscript(setting);
  }
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
  const settings = new Settings();
  let missing = 0;
  let before = '';
  let block: Element | null = null;
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement } = node;
    if (!(node instanceof Text) || !parentElement || settings.findLabel(parentElement)) continue;
    const ownBlock = findBlock(parentElement);
    if (ownBlock !== block) before = '';
    block = ownBlock;
    const { data } = node;
    const shown =
      (settings.isRaised(parentElement) ? raiseDigits(data.trim(), before) : null) ??
      readTextInFont(data, settings.getFont(parentElement));
    missing += countMissingSymbols(shown, data);
    if (shown !== data) node.data = shown;
    before = shown;
  }
  return missing;
}
