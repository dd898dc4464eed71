import { declared } from '../elements/declared-style';
import { linkAddress } from '../elements/link-address';

/** A web page that was parsed and is never shown: nothing in it runs or is fetched. */
export interface Page {
  document: Document;
  /** Where it stood, as far as anyone says. */
  url: string | null;
}

const savedFrom = /<!--\s*saved from url=\(\d+\)(https?:[^\s>]+)/i;

/** XML has elements that end themselves, such as `<title/>`, which HTML leaves open. Null when the text is no XML. */
function parseXml(text: string): Document | null {
  const { documentElement: root } = new DOMParser().parseFromString(text, 'application/xhtml+xml');
  if (root.localName !== 'html' || root.querySelector('parsererror') !== null) return null;
  const page = new DOMParser().parseFromString('<!doctype html>', 'text/html');
  page.replaceChild(page.adoptNode(root), page.documentElement);
  return page;
}

function parse(text: string): Document {
  const xml = /^\s*<\?xml\s/.test(text) ? parseXml(text) : null;
  return xml ?? new DOMParser().parseFromString(text, 'text/html');
}

/** A form, and the document, have their parts as properties by name, in the place of their own (HTML, 4.10.3, 3.1.5). */
function removeNames(document: Document): void {
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

/** Under the importer's policy inline style has no effect, and Readability would not see what it hides. */
function markHidden(document: Document): void {
  for (const element of document.querySelectorAll('[style]'))
    if (declared(element, 'display') === 'none' || declared(element, 'visibility') === 'hidden')
      element.setAttribute('hidden', '');
}

/** Addresses relative to the page become absolute, those that lead nowhere are taken away; those inside the page stay. */
function resolveLinks(document: Document, url: string | null): void {
  const own = document.querySelector('base[href]')?.getAttribute('href') ?? null;
  const base = (own === null ? null : linkAddress(own, url)) ?? url;
  for (const element of document.querySelectorAll('base')) element.remove();
  for (const link of document.querySelectorAll('a[href]')) {
    const written = link.getAttribute('href')?.trim() ?? '';
    if (written.startsWith('#')) continue;
    const href = linkAddress(written, base);
    if (href === null || (url !== null && href.startsWith(`${url}#`))) link.removeAttribute('href');
    else link.setAttribute('href', href);
  }
}

/** Parses a page. `url` is where it was found, when that is known; else where it says that it stood. */
export function parsePage(text: string, url: string | null): Page {
  const document = parse(text);
  removeNames(document);
  markHidden(document);
  const canonical = document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href') ?? '';
  const saved = savedFrom.exec(text.slice(0, 2_048))?.[1] ?? '';
  const place = url ?? linkAddress(saved) ?? linkAddress(canonical);
  resolveLinks(document, place);
  return { document, url: place };
}
