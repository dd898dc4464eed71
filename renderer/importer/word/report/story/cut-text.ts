const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const edgeSpace = { start: /^\s/, end: /\s$/ };

/** Cuts a text element at offsets in ascending order, the first of which is 0. The first part stays the same element. */
export function cutText(element: Element, starts: readonly number[]): Element[] {
  if (starts.length < 2) return [element];
  const text = element.textContent ?? '';
  const isPreserved = element.getAttributeNS(xmlNamespace, 'space') === 'preserve';
  return starts.map((start, index) => {
    const isLast = index === starts.length - 1;
    const part = index === 0 ? element : (element.ownerDocument.importNode(element, false));
    const content = text.slice(start, starts[index + 1]);
    part.textContent = content;
    // White space at the ends of the whole element is not shown without the attribute, and stays so where that can be.
    const hasSpace = (index > 0 && edgeSpace.start.test(content)) || (!isLast && edgeSpace.end.test(content));
    if (hasSpace && !isPreserved) preserveSpace(part);
    return part;
  });
}

/** Makes the white space at the ends of a text element count. */
export function preserveSpace(element: Element): void {
  element.setAttributeNS(xmlNamespace, 'xml:space', 'preserve');
}
