import { declared } from './elements/declared-style';

/** A number as Word writes it before an item: `1.`, `b)`, `iv.`; a bullet of Courier is an `o` without one. */
const numbered = /^\(?(?:\d+|[a-z]{1,4})[.)]+$/i;

function replaceName(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/**
 * Makes plain HTML of what only Word's own has: items of lists are paragraphs with their number or bullet as text, the
 * title is a paragraph of a class. Of other programs' HTML nothing changes.
 */
export function plainWord(root: Element): void {
  for (const paragraph of root.querySelectorAll('p[style*="mso-list" i]')) {
    if (!/\blevel\d/.test(declared(paragraph, 'mso-list') ?? '')) continue;
    for (const marker of paragraph.querySelectorAll('[style*="mso-list" i]')) {
      const sign = (marker.textContent ?? '').trim();
      marker.replaceWith(numbered.test(sign) ? `${sign} ` : '');
    }
    replaceName(paragraph, 'li');
  }
  for (const title of root.querySelectorAll('p.MsoTitle')) replaceName(title, 'h1');
}

const noteName = /^_?((?:ftn|edn)\d+)$/;

/** Notes as Word has them in HTML: `#_ftn1` is where a reference leads, `ftn1` the note, `#_ftnref1` the way back. */
export const noteHooks = {
  inline(element: Element): 'skip' | { noteRef: string } | null {
    const href = element.localName === 'a' ? element.getAttribute('href') : null;
    if (href === null || !href.startsWith('#')) return null;
    if (/^#_(?:ftn|edn)ref\d+$/.test(href)) return 'skip';
    const [, name] = noteName.exec(href.slice(1)) ?? [];
    return name === undefined ? null : { noteRef: name };
  },
  block(element: Element): { kind: 'note'; name: string } | null {
    const [, name] = noteName.exec(element.id) ?? [];
    return name === undefined ? null : { kind: 'note', name };
  },
};
