import { excludedElements } from '../elements/element-kinds';

/** Names a text of a page in the copy that Readability takes apart, so that the texts left there are known. */
export const numberAttribute = 'data-stet-number';

/**
 * Puts every text of a page into an element of its own with a number. It is an element, since Readability parses the page anew where
 * it tries again, and no text node would be known then.
 */
export function numberTexts(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if ((node.nodeValue ?? '').trim() !== '' && isText(node.parentElement)) texts.push(node);
  for (const [index, text] of texts.entries()) {
    const wrapper = page.createElement('span');
    wrapper.setAttribute(numberAttribute, String(index));
    text.parentNode?.replaceChild(wrapper, text);
    wrapper.append(text);
  }
}

function isText(parent: Element | null): boolean {
  return parent !== null && !excludedElements.has(parent.localName);
}

/** The numbers of the texts that are left below an element. */
export function listNumbers(root: ParentNode): Set<number> {
  return new Set(Array.from(root.querySelectorAll(`[${numberAttribute}]`), getNumber));
}

export function getNumber(wrapper: Element): number {
  return Number(wrapper.getAttribute(numberAttribute));
}
