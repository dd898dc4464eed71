/**
 * WordprocessingML is read by local names: strict and transitional documents, and every writer, have namespaces and prefixes
 * of their own for the same elements.
 */

/** The root of an XML part; null when there is no such part, or it is not well-formed. */
export function parseXml(text: string | undefined): Element | null {
  if (text === undefined || text === '') return null;
  const page = new DOMParser().parseFromString(text, 'application/xml');
  return page.querySelector('parsererror') === null ? page.documentElement : null;
}

export function child(element: Element | null, name: string): Element | null {
  for (let next = element?.firstElementChild ?? null; next; next = next.nextElementSibling)
    if (next.localName === name) return next;
  return null;
}

export function children(element: Element | null, name: string): Element[] {
  return Array.from(element?.children ?? []).filter(({ localName }) => localName === name);
}

/** The value of an attribute, whatever its prefix. */
export function attribute(element: Element | null, name: string): string | null {
  // Nearly every attribute is asked for by its usual prefix, and a document has many.
  const usual = element?.getAttribute(`w:${name}`) ?? null;
  if (usual !== null) return usual;
  for (const { localName, value } of element?.attributes ?? []) if (localName === name) return value;
  return null;
}

/** The `w:val` of a child. */
export function valueIn(element: Element | null, name: string): string | null {
  return attribute(child(element, name), 'val');
}

/** Any text as content or attribute of XML, as it is. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
