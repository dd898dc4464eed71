import { findChild, findChildren, getAttribute, getChildValue } from '#renderer/documents/read/base/xml.ts';
import { readNumberingReference } from '#renderer/documents/read/flow/list-numbering.ts';
import { chooseBranch } from '../document/paragraph-texts.ts';
import { getKindByOutline, type ParagraphStyle } from '../document/styles.ts';
import {
  createGeneratedText,
  getNoteName,
  type Inlines,
  isAnchor,
  isVisible,
  type WordBlock,
} from './inlines.ts';
import { readInlines } from './read-inlines.ts';
import {
  leaveOutControl,
  listNotesSince,
  markAnchor,
  markAnchorsIn,
  placePendingAnchors,
  plainRunContext,
  type ReadingState,
} from './reading-state.ts';

/** Finds the rows of a table or the cells of a row, through any elements between them, and marks anchors on the way in order. */
function* findInside(state: ReadingState, parent: Element, name: 'tr' | 'tc'): Generator<Element> {
  for (const element of parent.children) {
    const { localName } = element;
    if (localName === name) yield element;
    else if (isAnchor(localName)) markAnchor(state, element, localName);
    else if (!/Pr$|Grid$/.test(localName)) yield* findInside(state, element, name);
  }
}

function isDeleted(part: Element): boolean {
  return (
    findChild(findChild(part, 'trPr'), 'del') !== null ||
    findChild(findChild(part, 'tcPr'), 'cellDel') !== null
  );
}

/** All paragraphs of the blocks in a cell or a note, those in tables within it included. */
function listParagraphs(blocks: readonly WordBlock[]): Inlines[] {
  return blocks.flatMap(({ cells }) => cells.flat());
}

function readRow(state: ReadingState, row: Element, table: Element): WordBlock {
  const before = state.referencedNotes.length;
  const cells: Inlines[][] = [];
  for (const cell of findInside(state, row, 'tc')) {
    const control = cell.closest('sdt');
    if (isDeleted(cell)) markAnchorsIn(state, cell);
    else if (control && leaveOutControl(state, control)) cells.push([]);
    else cells.push(listParagraphs(readWordBlocks(state, cell)));
  }
  return { kind: 'tableRow', level: null, cells, table, label: '', notes: listNotesSince(state, before) };
}

/** Whether a table has a single column: it is a frame around text, which is read as if there were no table. */
function isFrameTable(table: Element): boolean {
  const rows = Array.from(table.querySelectorAll('tr')).filter((row) => row.closest('tbl') === table);
  return rows.every(
    (row) => Array.from(row.querySelectorAll('tc')).filter((cell) => cell.closest('tr') === row).length <= 1,
  );
}

/** Reads a table as rows. */
function readTable(state: ReadingState, element: Element): WordBlock[] {
  const blocks: WordBlock[] = [];
  const isFrame = isFrameTable(element);
  for (const row of findInside(state, element, 'tr')) {
    if (isDeleted(row)) markAnchorsIn(state, row);
    else if (isFrame) blocks.push(...readWordBlocks(state, row));
    else blocks.push(readRow(state, row, element));
  }
  return blocks;
}

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

/** Reads a paragraph, and after it the text boxes that are anchored in it. None when it continues in the next one. */
function readParagraph(state: ReadingState, element: Element): WordBlock[] {
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
    ...textBoxes.flatMap((textBox) => readStory(state, textBox)),
  ];
}

/** Reads a story of its own, as a note or a text box: fields that are open outside do not reach into it. */
function readStory(state: ReadingState, story: Element): WordBlock[] {
  const { fields, carriedOver } = state;
  state.fields = [];
  state.carriedOver = [];
  const blocks = readWordBlocks(state, story);
  state.fields = fields;
  state.carriedOver = carriedOver;
  return blocks;
}

/** Elements that some documents have between paragraphs, although they belong in one. */
const looseRunElements = new Set(['r', 'hyperlink', 'fldSimple', 'oMath', 'oMathPara']);

function readLooseRun(state: ReadingState, element: Element): WordBlock {
  const before = state.referencedNotes.length;
  const cells = [[readInlines(state, [element], plainRunContext)]];
  placePendingAnchors(state);
  const notes = listNotesSince(state, before);
  return { kind: 'paragraph', level: null, cells, table: null, label: '', notes };
}

/** Reads the blocks of a story or a part of one: body, cell, note, text box. */
function readWordBlocks(state: ReadingState, parent: Element): WordBlock[] {
  const blocks: WordBlock[] = [];
  for (const element of parent.children) {
    const { localName } = element;
    if (state.ownAppendix.has(element)) markAnchorsIn(state, element);
    else if (localName === 'p') blocks.push(...readParagraph(state, element));
    else if (localName === 'tbl') blocks.push(...readTable(state, element));
    else if (isAnchor(localName)) {
      markAnchor(state, element, localName);
      // An end between two blocks belongs to the first.
      if (localName === 'commentRangeEnd') placePendingAnchors(state);
    } else if (localName === 'del' || localName === 'moveFrom') markAnchorsIn(state, element);
    else if (localName === 'altChunk' || localName === 'subDoc') state.counts.documentsLeftOut += 1;
    else if (localName === 'AlternateContent') {
      const branch = chooseBranch(element);
      if (branch) blocks.push(...readWordBlocks(state, branch));
    } else if (looseRunElements.has(localName)) blocks.push(readLooseRun(state, element));
    else if (localName === 'sdt') {
      if (!leaveOutControl(state, element)) blocks.push(...readWordBlocks(state, element));
    } else if (!localName.endsWith('Pr')) blocks.push(...readWordBlocks(state, element));
  }
  return blocks;
}

/** Joins the paragraphs of a note to one with several lines. */
function joinLines(paragraphs: readonly Inlines[]): Inlines {
  const createBreak = () => ({ ...createGeneratedText('\n'), kind: 'lineBreak' as const });
  return paragraphs
    .filter((inlines) => inlines.some(({ text }) => isVisible(text)))
    .flatMap((inlines, index) => (index === 0 ? inlines : [createBreak(), ...inlines]));
}

/** Reads a note as a block that begins with the number of its reference, and after it the notes that it refers to first. */
function readNote(state: ReadingState, number: number): WordBlock[] {
  const note = state.document.notes.get(state.referencedNotes[number - 1] ?? '');
  if (!note) return [];
  const { part } = state;
  state.part = note.part;
  const before = state.referencedNotes.length;
  const lines = joinLines(listParagraphs(readStory(state, note.element)));
  state.part = part;
  const label = `${getNoteName(number)} `;
  const notes = listNotesSince(state, before);
  const block: WordBlock = {
    kind: 'note',
    level: null,
    table: null,
    label,
    notes,
    cells: [[[createGeneratedText(label), ...lines]]],
  };
  return [block, ...notes.flatMap((nested) => readNote(state, nested))];
}

/** Reads all blocks of a document in order, each note after the block that refers to it first, even between two rows of a table. */
export function readDocument(state: ReadingState): WordBlock[] {
  const blocks = readWordBlocks(state, state.document.body);
  // Placed now, because reading the notes adds anchors of their own.
  placePendingAnchors(state);
  return blocks.flatMap((block) => [block, ...block.notes.flatMap((note) => readNote(state, note))]);
}
