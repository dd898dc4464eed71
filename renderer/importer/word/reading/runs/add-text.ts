import type { TextStyle } from '../../../text/styled-text';
import type { Inlines, TextPiece, TextSource } from '../inlines';
import type { ReadingState } from '../reading-state';

/** Where text of an element in the part that is being read comes from; it begins at an offset in it. */
function getSource({ part }: ReadingState, element: Element, offset: number, text: string): TextSource {
  const hasText = element.localName === 't' || element.localName === 'delText';
  const isVerbatim = hasText && (element.textContent ?? '').startsWith(text, offset);
  return { part: part.name, element: part.elements.get(element) ?? 0, offset, isVerbatim };
}

/**
 * Adds text of an element, or of none for text that no element has, to the content of a paragraph. Pending anchors are placed at its first visible character, which begins a
 * piece of its own then. `noteRef` names the note to which the text refers.
 */
export function addText(
  state: ReadingState,
  inlines: Inlines,
  text: string,
  { bold, italic, href }: TextStyle,
  element: Element | null,
  noteRef: string | null = null,
): void {
  const createPiece = (offset: number, content: string): TextPiece => {
    const source = element && getSource(state, element, offset, content);
    return { kind: 'text', text: content, bold, italic, href, noteRef, source };
  };
  const visible = text.search(/\S/);
  if (visible === -1) {
    if (text !== '') inlines.push(createPiece(0, text));
    return;
  }
  const start = state.pendingAnchors.length > 0 ? visible : 0;
  if (start > 0) inlines.push(createPiece(0, text.slice(0, start)));
  const piece = createPiece(start, text.slice(start));
  inlines.push(piece);
  for (const anchor of state.pendingAnchors) anchor.place = { piece, side: 'start' };
  state.pendingAnchors = [];
  state.lastVisible = piece;
  state.lastLeftOut = null;
}

export function addLineBreak(
  state: ReadingState,
  inlines: Inlines,
  { bold, italic, href }: TextStyle,
  element: Element,
): void {
  const source = getSource(state, element, 0, '\n');
  inlines.push({ kind: 'lineBreak', text: '\n', bold, italic, href, noteRef: null, source });
}
