import { appendixBookmark } from '../../../../shared/domain/word-comments/appendix-bookmark';
import { getAttribute } from '../../xml';

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
 * Finds the paragraphs and tables of the appendix of a report, by its hidden bookmark. One that was joined with other text is not among
 * them.
 */
export function findOwnAppendix(body: Element): ReadonlySet<Element> {
  const found = new Set<Element>();
  const ends = new Map(
    Array.from(body.querySelectorAll('bookmarkEnd'), (end) => [getAttribute(end, 'id') ?? '', end]),
  );
  for (const start of body.querySelectorAll('bookmarkStart')) {
    const name = getAttribute(start, 'name') ?? '';
    const end = ends.get(getAttribute(start, 'id') ?? '');
    if (!/^\d*$/.test(name.replace(appendixBookmark, '')) || !name.startsWith(appendixBookmark) || !end)
      continue;
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
