import { getAttribute } from '#renderer/documents/read/base/xml.ts';
import { appendixBookmark } from '#shared/domain/base/word-comments.ts';

const isVisible = (text: Element) => (text.textContent ?? '').trim() !== '';

/** Whether an element has visible text on one side of another element in it. */
function hasText(element: Element, inside: Element, side: 'before' | 'after'): boolean {
  const position = side === 'before' ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  return Array.from(element.querySelectorAll('t')).some(
    (text) => isVisible(text) && (inside.compareDocumentPosition(text) & position) !== 0,
  );
}

/** The child of the body in which an element is. */
function getBlock(body: Element, element: Element): Element | null {
  let block: Element | null = element;
  while (block && block.parentElement !== body) block = block.parentElement;
  return block;
}

/**
 * The starts and ends of the bookmarks of appendixes, by their names. LibreOffice begins a bookmark again after a table, under the same
 * name, and ends only the second one.
 */
function listEdges(body: Element): { start: Element; end: Element }[] {
  const ends = new Map(
    Array.from(body.querySelectorAll('bookmarkEnd'), (end) => [getAttribute(end, 'id') ?? '', end]),
  );
  const edges = new Map<string, { start: Element; end: Element | null }>();
  for (const start of body.querySelectorAll('bookmarkStart')) {
    const name = getAttribute(start, 'name') ?? '';
    if (!name.startsWith(appendixBookmark) || !/^\d*$/.test(name.slice(appendixBookmark.length))) continue;
    const end = ends.get(getAttribute(start, 'id') ?? '') ?? null;
    const known = edges.get(name);
    edges.set(name, { start: known?.start ?? start, end: end ?? known?.end ?? null });
  }
  return Array.from(edges.values()).flatMap(({ start, end }) => (end ? [{ start, end }] : []));
}

/**
 * Finds the paragraphs and tables of the appendix of a report, by its hidden bookmark. One that was joined with other text is not among
 * them.
 */
export function findOwnAppendix(body: Element): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (const { start, end } of listEdges(body)) {
    const [first, last] = [getBlock(body, start), getBlock(body, end)];
    for (let block = first; block && last; block = block.nextElementSibling) {
      const isJoined =
        (block === first && hasText(block, start, 'before')) ||
        (block === last && hasText(block, end, 'after'));
      if (!isJoined) found.add(block);
      if (block === last) break;
    }
  }
  return found;
}
