import { raiseDigits } from '#shared/text/characters/raised-digits.ts';
import { blockElements, getDeclaredStyle } from '../flow/element-kinds.ts';

/** Reads a fact about each element once: thousands of texts may stand in one element with a long style. */
export function readOnce<Fact>(read: (element: Element) => Fact): (element: Element) => Fact {
  const facts = new Map<Element, { fact: Fact }>();
  return (element) => {
    const found = facts.get(element) ?? { fact: read(element) };
    facts.set(element, found);
    return found.fact;
  };
}

/** Word for the web sets superscripts by a class. */
const raised = 'sup, [style*="vertical-align" i], [class~="Superscript"]';

/** A class that a page's own styles set above the line, as Google Docs and LibreOffice write them. */
const raisedClass = /\.([\w-]+)\s*\{[^{}]*vertical-align:\s*super\b/gi;

/** Puts into elements themselves that the classes of a page set them as superscripts. */
export function inlineRaisedClasses(document: Document): void {
  const styles = Array.from(document.querySelectorAll('style'), ({ textContent }) => textContent ?? '');
  const rules = styles.join('\n').matchAll(raisedClass);
  for (const name of new Set(Array.from(rules, ([, name = '']) => name)))
    for (const element of document.getElementsByClassName(name))
      element.setAttribute('style', `${element.getAttribute('style') ?? ''};vertical-align:super`);
}

const isSuperscript = (element: Element) =>
  (getDeclaredStyle(element, 'vertical-align') ?? 'super').startsWith('sup');

function findBlock(element: Element): Element | null {
  for (let outer: Element | null = element; outer; outer = outer.parentElement)
    if (blockElements.has(outer.localName)) return outer;
  return null;
}

/** Writes raised figures of a DOM as raised characters, but for links to notes. */
export function raiseFigures(root: Element): void {
  const isSet = readOnce(isSuperscript);
  const isRaised = (element: Element) => {
    const setting = element.closest(raised);
    return setting !== null && !element.closest('a[href^="#"]') && isSet(setting);
  };
  let before = '';
  let block: Element | null = null;
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element && node.localName === 'br') before = '';
    const { parentElement } = node;
    if (!(node instanceof Text) || !parentElement || node.data === '') continue;
    const ownBlock = findBlock(parentElement);
    if (ownBlock !== block) before = '';
    block = ownBlock;
    const shown = raiseDigits(node.data, before);
    if (shown !== null && isRaised(parentElement)) node.data = shown;
    before = node.data;
  }
}
