/** Deeper nesting of elements than this is in no article. */
export const maxElementDepth = 400;

/** Thrown when a document nests its parts so deeply that reading it would fail. */
export class TooDeepError extends Error {}

/** Why a document that is nested too deeply is refused. */
export const whyTooDeep = 'nests its parts deeper than any article does';

/**
 * XML of all formats is read by local names, because namespaces and prefixes for the same elements differ between versions of a
 * format, as between strict and transitional Word documents, and between programs.
 */

/** Parses an XML part, and returns its root; null when there is no such part, or it is not well-formed. */
export function parseXml(text: string | undefined): Element | null {
  if (text === undefined || text === '') return null;
  const page = new DOMParser().parseFromString(text, 'application/xml');
  return page.querySelector('parsererror') === null ? page.documentElement : null;
}

export function findChild(element: Element | null, name: string): Element | null {
  for (let next = element?.firstElementChild ?? null; next; next = next.nextElementSibling)
    if (next.localName === name) return next;
  return null;
}

export function findChildren(element: Element | null, name: string): Element[] {
  return Array.from(element?.children ?? []).filter(({ localName }) => localName === name);
}

/** The value of an attribute with any prefix. */
export function getAttribute(element: Element | null, name: string): string | null {
  // Most attributes have the usual prefix, and trying it first is faster.
  const prefixed = element?.getAttribute(`w:${name}`) ?? null;
  if (prefixed !== null) return prefixed;
  for (const { localName, value } of element?.attributes ?? []) if (localName === name) return value;
  return null;
}

/** The `w:val` attribute of a child element. */
export function getChildValue(element: Element | null, name: string): string | null {
  return getAttribute(findChild(element, name), 'val');
}
