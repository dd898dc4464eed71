/** Accepts or rejects the tracked changes of one author, and removes their marks, as Word does. */
export function settleChanges(document: Document, author: string, decision: 'accept' | 'reject'): void {
  const isOf = (element: Element) =>
    Array.from(element.attributes).some((one) => one.localName === 'author' && one.value === author);
  const list = (name: string) => Array.from(document.getElementsByTagNameNS('*', name)).filter(isOf);
  const changed = list('pPrChange');
  const [kept, gone] = decision === 'accept' ? ['ins', 'del'] : ['del', 'ins'];
  for (const change of list(gone ?? '')) {
    if (change.parentElement?.localName === 'rPr') joinWithNext(change);
    else change.remove();
  }
  for (const change of list(kept ?? '')) {
    for (const text of Array.from(change.getElementsByTagNameNS('*', 'delText'))) rename(text, 't');
    change.replaceWith(...change.childNodes);
  }
  for (const change of changed) {
    if (decision === 'reject') restoreProperties(change);
    change.remove();
  }
}

/** Gives a paragraph its former properties; its mark and its section are as they were. */
function restoreProperties(change: Element): void {
  const properties = change.parentElement;
  for (const property of Array.from(properties?.children ?? []))
    if (!/^(rPr|sectPr|pPrChange)$/.test(property.localName)) property.remove();
  properties?.prepend(...(change.firstElementChild?.childNodes ?? []));
}

/** A deleted paragraph mark: the content goes to the start of the next paragraph. */
function joinWithNext(mark: Element): void {
  const paragraph = mark.closest('p');
  let next = paragraph?.nextElementSibling ?? null;
  while (next && next.localName !== 'p') next = next.nextElementSibling;
  const properties = next?.firstElementChild;
  const content = Array.from(paragraph?.childNodes ?? []).filter(
    (node) => !(node instanceof Element && node.localName === 'pPr'),
  );
  if (properties?.localName === 'pPr') properties.after(...content);
  else next?.prepend(...content);
  paragraph?.remove();
}

export function rename(element: Element, name: string): void {
  const qualified = element.prefix === null ? name : `${element.prefix}:${name}`;
  const renamed = element.ownerDocument.createElementNS(element.namespaceURI, qualified);
  for (const { namespaceURI, name: key, value } of element.attributes)
    renamed.setAttributeNS(namespaceURI, key, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** Removes the comments with these ids from a text: the ends of their ranges, and the runs that refer to them. */
export function removeComments(document: Document, ids: ReadonlySet<string>): void {
  const names = ['commentRangeStart', 'commentRangeEnd', 'commentReference'];
  for (const name of names)
    for (const mark of Array.from(document.getElementsByTagNameNS('*', name)))
      if (ids.has(getId(mark))) (mark.closest('r') ?? mark).remove();
}

export function getId(element: Element): string {
  return Array.from(element.attributes).find(({ localName }) => localName === 'id')?.value ?? '';
}
