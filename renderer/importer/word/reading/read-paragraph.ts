import { findChild, findChildren, getAttribute, getChildValue } from '../../xml';
import { readNumberingReference } from '../document/lists/list-numbering';
import { getKindByOutline } from '../document/paragraph-kinds';
import type { ParagraphStyle } from '../document/styles';
import { createGeneratedText, isVisible, type WordBlock } from './inlines';
import { placePendingAnchors } from './mark-anchors';
import { listNotesSince, type ReadingState } from './reading-state';
import { readInlines } from './runs/read-inlines';
import { plainRunContext } from './runs/run-context';

/**
 * Whether a paragraph continues in the next one: its paragraph mark was deleted (ECMA-376, part 1: 17.13.5.15), or it is a drop
 * cap (17.3.1.11). A change of the mark that is read as not made is the other way around.
 */
function continuesInNext({ ownChanges }: ReadingState, paragraph: Element): boolean {
  const properties = findChild(paragraph, 'pPr');
  const markProperties = findChild(properties, 'rPr');
  const isDropCap = /^(drop|margin)$/.test(getAttribute(findChild(properties, 'framePr'), 'dropCap') ?? '');
  let next = paragraph.nextElementSibling;
  while (next && /^(bookmark|commentRange|moveFromRange|moveToRange|proofErr)/.test(next.localName))
    next = next.nextElementSibling;
  const isMarkDeleted =
    findChildren(markProperties, 'del').some((change) => !ownChanges.has(change)) ||
    findChildren(markProperties, 'ins').some((change) => ownChanges.has(change)) ||
    findChild(markProperties, 'moveFrom') !== null;
  return (isDropCap || isMarkDeleted) && next?.localName === 'p';
}

/** The changes of the paragraph's mark that are read as not made: they stand after its text. */
function listOwnMarks({ ownChanges }: ReadingState, paragraph: Element): Element[] {
  const mark = findChild(findChild(paragraph, 'pPr'), 'rPr');
  return Array.from(mark?.children ?? []).filter((change) => ownChanges.has(change));
}

/** The properties of a paragraph; the former ones if their change is read as not made. */
function findProperties({ ownChanges }: ReadingState, paragraph: Element): Element | null {
  const properties = findChild(paragraph, 'pPr');
  const change = findChild(properties, 'pPrChange');
  return change && ownChanges.has(change) ? findChild(change, 'pPr') : properties;
}

/** The kind and level of a paragraph, and the number before it; '' for none. */
function describeParagraph(state: ReadingState, properties: Element | null, style: ParagraphStyle) {
  const { kind, level } = getKindByOutline(properties) ?? style;
  const number = state.document.numbers.next(readNumberingReference(properties), style);
  const isItem = number !== null && kind !== 'title' && kind !== 'heading';
  return {
    kind: isItem ? 'listItem' : kind === 'contents' ? 'paragraph' : kind,
    level,
    label: number ?? '',
    // Bold that comes from the style of a heading or quote is no emphasis.
    isPlain: !isItem && kind !== 'paragraph' && kind !== 'listItem',
  } as const;
}

/**
 * Reads a paragraph, and after it the text boxes that are anchored in it, through `readTextBox`. None when it continues in the
 * next one.
 */
export function readParagraph(
  state: ReadingState,
  element: Element,
  readTextBox: (state: ReadingState, textBox: Element) => WordBlock[],
): WordBlock[] {
  const content = [...state.carriedOver, ...element.children, ...listOwnMarks(state, element)];
  state.carriedOver = continuesInNext(state, element) ? content : [];
  if (state.carriedOver.length > 0) return [];
  const properties = findProperties(state, element);
  const style = state.document.styles.paragraph(getChildValue(properties, 'pStyle'));
  const { kind, level, label, isPlain } = describeParagraph(state, properties, style);
  const outerTextBoxes = state.textBoxes;
  state.textBoxes = [];
  const before = state.referencedNotes.length;
  state.isLastStruck = false;
  const inlines = readInlines(state, content, {
    ...plainRunContext,
    leftOut: style.kind === 'contents' ? 'contents' : null,
    style: isPlain ? { ...style, bold: false, italic: false } : style,
  });
  placePendingAnchors(state);
  const isLabelled = label !== '' && inlines.some(({ text }) => isVisible(text));
  if (isLabelled) inlines.unshift(createGeneratedText(label));
  const { textBoxes } = state;
  state.textBoxes = outerTextBoxes;
  const block = { kind, level, cells: [[inlines]], table: null, label: isLabelled ? label : '' };
  return [
    { ...block, notes: listNotesSince(state, before) },
    ...textBoxes.flatMap((textBox) => readTextBox(state, textBox)),
  ];
}
