import { excludedElements } from '../elements/element-kinds';

/** Names a text in all copies of a page: each stage takes its own copy apart, and this tells which texts are left. */
export const numberAttribute = 'data-stet-number';

/**
 * Puts every text of a page into an element of its own with a number, and returns these elements in the order of their numbers. It is
 * an element, since Readability parses the page anew where it tries again, and no text node would be known then.
 */
export function numberTexts(page: Document): Element[] {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if ((node.nodeValue ?? '').trim() !== '' && isText(node.parentElement)) texts.push(node);
  return texts.map((text, index) => {
    const wrapper = page.createElement('span');
    wrapper.setAttribute(numberAttribute, String(index));
    text.parentNode?.replaceChild(wrapper, text);
    wrapper.append(text);
    return wrapper;
  });
}

function isText(parent: Element | null): boolean {
  return parent instanceof HTMLElement && !excludedElements.has(parent.localName);
}

/** The numbers of the texts that are left below an element. */
export function listNumbers(root: ParentNode): Set<number> {
  return new Set(Array.from(root.querySelectorAll(`[${numberAttribute}]`), getNumber));
}

export function getNumber(wrapper: Element): number {
  return Number(wrapper.getAttribute(numberAttribute));
}
