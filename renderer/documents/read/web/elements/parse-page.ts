import DOMPurify from 'dompurify';
import {
  blockElements,
  excludedElements,
  inlineElements,
  isHiddenByStyle,
} from '#renderer/documents/read/flow/element-kinds.ts';
import { resolveLinkAddress } from '#renderer/documents/read/flow/link-address.ts';

const purify = DOMPurify(window);

/**
 * Removes everything from a DOM except what is read from it: text, how it is set, and where links lead. Unknown elements are
 * removed, their text is kept. Throws when the DOM is built to deceive the sanitiser.
 */
export function sanitise(root: Element): void {
  purify.sanitize(root, {
    IN_PLACE: true,
    ALLOWED_TAGS: [...blockElements, ...inlineElements, 'img'],
    ALLOWED_ATTR: ['href', 'hidden', 'id', 'open', 'reversed', 'role', 'start', 'style', 'type', 'value'],
    ADD_URI_SAFE_ATTR: ['hidden', 'open', 'reversed', 'start', 'type'],
    ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|doi):|#)/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    FORBID_TAGS: ['form'],
    ADD_FORBID_CONTENTS: [...excludedElements],
  });
}

/** A web page that is parsed and never shown: nothing in it runs or is fetched. */
export interface ParsedPage {
  document: Document;
  /** The address of the page, if it is known. */
  url: string | null;
}

const savedFrom = /<!--\s*saved from url=\(\d+\)(https?:[^\s>]+)/i;

/** Parses a page. `url` is where it was found, or null; then the address counts that the page itself names. */
export function parsePage(text: string, url: string | null): ParsedPage {
  const document = parseDocument(text);
  removeClobberingNames(document);
  addHiddenAttributes(document);
  const canonical = document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href') ?? '';
  const saved = savedFrom.exec(text.slice(0, 2_048))?.[1] ?? '';
  const address = url ?? resolveLinkAddress(saved) ?? resolveLinkAddress(canonical);
  resolveLinks(document, address);
  return { document, url: address };
}

function parseDocument(text: string): Document {
  const xml = /^\s*<\?xml\s/.test(text) ? parseXml(text) : null;
  return xml ?? new DOMParser().parseFromString(text, 'text/html');
}

/**
 * Parses XHTML, whose elements may close themselves, such as `<title/>`; as HTML they stay open. Null when the text is no XML.
 */
function parseXml(text: string): Document | null {
  const { documentElement: root } = new DOMParser().parseFromString(text, 'application/xhtml+xml');
  if (root.localName !== 'html' || root.querySelector('parsererror') !== null) return null;
  const page = new DOMParser().parseFromString('<!doctype html>', 'text/html');
  page.replaceChild(page.adoptNode(root), page.documentElement);
  return page;
}

/** Undoes DOM clobbering: elements that replace properties of a form or of the document by their names (HTML, 4.10.3, 3.1.5). */
function removeClobberingNames(document: Document): void {
  const named = Document.prototype.querySelectorAll.call(
    document,
    'form [name], form [id], [form], form[name], img[name], embed[name], object[name], iframe[name], object[id], img[id]',
  );
  for (const element of named) {
    Element.prototype.removeAttribute.call(element, 'name');
    Element.prototype.removeAttribute.call(element, 'form');
    const id = Element.prototype.getAttribute.call(element, 'id') ?? '';
    if (id in HTMLFormElement.prototype || id in Document.prototype)
      Element.prototype.removeAttribute.call(element, 'id');
  }
}

/**
 * Hides elements by attribute where their style does: under the importer's policy inline style is ignored, also by
 * Readability.
 */
function addHiddenAttributes(document: Document): void {
  for (const element of document.querySelectorAll('[style]'))
    if (isHiddenByStyle(element)) element.setAttribute('hidden', '');
}

/** Makes relative addresses absolute, and removes those that lead nowhere. Links within the page stay. */
function resolveLinks(document: Document, url: string | null): void {
  const baseHref = document.querySelector('base[href]')?.getAttribute('href') ?? null;
  const base = (baseHref === null ? null : resolveLinkAddress(baseHref, url)) ?? url;
  for (const element of document.querySelectorAll('base')) element.remove();
  for (const link of document.querySelectorAll('a[href]')) {
    const written = link.getAttribute('href')?.trim() ?? '';
    if (written.startsWith('#')) continue;
    const href = resolveLinkAddress(written, base);
    if (href === null || (url !== null && href.startsWith(`${url}#`))) link.removeAttribute('href');
    else link.setAttribute('href', href);
  }
}
