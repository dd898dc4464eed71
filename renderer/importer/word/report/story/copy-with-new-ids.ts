/** Copies an element. The tracked changes in the copy get ids of their own. */
export function copyWithNewIds(element: Element, nextId: () => number): Element {
  const copy = element.ownerDocument.importNode(element, true);
  for (const inner of copy.querySelectorAll('*')) if (isTracked(inner)) setId(inner, nextId());
  return copy;
}

/** Changes the id of an annotation. */
export function setId(element: Element, id: number): void {
  for (const attribute of element.attributes) if (attribute.localName === 'id') attribute.value = String(id);
}

const isTracked = ({ localName }: Element) => /^(ins|del|moveFrom|moveTo|\w+Change)$/.test(localName);
