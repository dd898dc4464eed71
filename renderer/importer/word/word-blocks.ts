import { findChild, getAttribute, getChildValue } from '../xml';
import {
  appendPendingAnchors,
  markAnchor,
  markAnchorsIn,
  type ReadingState,
  writeRun,
  writeText,
} from './reading-state';
import { getKindByOutline, type ParagraphStyle } from './styles';
import { chooseBranch, writeRuns } from './write-runs';

/** A paragraph or a table row, with its content as XML runs of the document that mammoth reads. */
export interface WordBlock {
  kind: ParagraphStyle['kind'] | 'tableRow';
  level: number | null;
  /** The paragraphs of each cell. A paragraph counts as one cell of one paragraph. */
  cells: string[][];
  /** The table of a row; null for a paragraph. */
  table: Element | null;
  /** The numbers of the notes that are referred to here first. */
  notes: number[];
}

/** Finds the rows of a table or the cells of a row, through any elements between them, and marks anchors on the way in order. */
function* findInside(state: ReadingState, parent: Element, name: 'tr' | 'tc'): Generator<Element> {
  for (const element of parent.children) {
    const { localName } = element;
    if (localName === name) yield element;
    else if (localName === 'commentRangeStart') markAnchor(state, element, 'start');
    else if (localName === 'commentRangeEnd') markAnchor(state, element, 'end');
    else if (!/Pr$|Grid$/.test(localName)) yield* findInside(state, element, name);
  }
}

function isDeleted(part: Element): boolean {
  return (
    findChild(findChild(part, 'trPr'), 'del') !== null ||
    findChild(findChild(part, 'tcPr'), 'cellDel') !== null
  );
}

function readRow(state: ReadingState, row: Element, table: Element): WordBlock {
  const before = state.referencedNotes.length;
  const cells: string[][] = [];
  for (const cell of findInside(state, row, 'tc'))
    if (isDeleted(cell)) markAnchorsIn(state, cell);
    else cells.push(listParagraphs(readWordBlocks(state, cell)));
  return { kind: 'tableRow', level: null, cells, table, notes: listNotesSince(state, before) };
}

/** Whether a table has a single column: it is a frame around text, which is read as if there were no table. */
function isFrameTable(table: Element): boolean {
  const rows = Array.from(table.querySelectorAll('tr')).filter((row) => row.closest('tbl') === table);
  return rows.every(
    (row) => Array.from(row.querySelectorAll('tc')).filter((cell) => cell.closest('tr') === row).length <= 1,
  );
}

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

/** All paragraphs of the blocks in a cell or a note, those in tables within it included. */
export function listParagraphs(blocks: readonly WordBlock[]): string[] {
  return blocks.flatMap(({ cells }) => cells.flat());
}

function listNotesSince(state: ReadingState, before: number): number[] {
  return state.referencedNotes.slice(before).map((_, index) => before + index + 1);
}

/**
 * Whether a paragraph continues in the next one: its paragraph mark was deleted (ECMA-376, part 1: 17.13.5.15), or it is a drop
 * cap (17.3.1.11).
 */
function continuesInNext(paragraph: Element): boolean {
  const properties = findChild(paragraph, 'pPr');
  const markProperties = findChild(properties, 'rPr');
  const isDropCap = /^(drop|margin)$/.test(getAttribute(findChild(properties, 'framePr'), 'dropCap') ?? '');
  let next = paragraph.nextElementSibling;
  while (next && /^(bookmark|commentRange|moveFromRange|moveToRange|proofErr)/.test(next.localName))
    next = next.nextElementSibling;
  const isMarkDeleted =
    findChild(markProperties, 'del') !== null || findChild(markProperties, 'moveFrom') !== null;
  return (isDropCap || isMarkDeleted) && next?.localName === 'p';
}

/** Whether runs have text that a list number can precede. */
const hasWords = (runs: string) => /<w:t[^>]*>[^<]*[^<\s]|<w:sym /.test(runs);

/** Reads a paragraph, and after it the text boxes that are anchored in it. */
function readParagraph(state: ReadingState, element: Element): WordBlock[] {
  const content = [...state.carriedOver, ...element.children];
  state.carriedOver = continuesInNext(element) ? content : [];
  if (state.carriedOver.length > 0) return [];
  const properties = findChild(element, 'pPr');
  const paragraphStyle = state.styles.paragraph(getChildValue(properties, 'pStyle'));
  const { kind, level } = getKindByOutline(properties) ?? paragraphStyle;
  const number = state.numbers.next(findChild(properties, 'numPr') ?? paragraphStyle.numbering);
  const isItem = number !== null && kind !== 'title' && kind !== 'heading';
  // Bold that comes from the style of a heading or quote is no emphasis.
  const style = isItem || kind === 'paragraph' || kind === 'listItem' ? paragraphStyle : plainWeight;
  const outerTextBoxes = state.textBoxes;
  state.textBoxes = [];
  const before = state.referencedNotes.length;
  const runs = writeRuns(state, content, { bold: false, italic: false, href: null, style });
  const label = isItem && number !== '' && hasWords(runs) ? writeRun(state, writeText(number)) : '';
  const cells = [[appendPendingAnchors(state, label + runs)]];
  const { textBoxes } = state;
  state.textBoxes = outerTextBoxes;
  const block = { kind: isItem ? 'listItem' : kind, level, cells, table: null } as const;
  return [
    { ...block, notes: listNotesSince(state, before) },
    ...textBoxes.flatMap((textBox) => readStory(state, textBox)),
  ];
}

const plainWeight = { bold: false, italic: false };

/** Reads a story of its own, as a note or a text box: fields that are open outside do not reach into it. */
export function readStory(state: ReadingState, story: Element): WordBlock[] {
  const { fields, carriedOver } = state;
  state.fields = [];
  state.carriedOver = [];
  const blocks = readWordBlocks(state, story);
  state.fields = fields;
  state.carriedOver = carriedOver;
  return blocks;
}

/** Adds an end anchor found between two blocks to the end of the first one. */
function addEndAnchor(state: ReadingState, element: Element, before: WordBlock | undefined): void {
  const paragraphs = before?.cells.at(-1);
  const last = paragraphs?.pop();
  markAnchor(state, element, 'end');
  if (last !== undefined) paragraphs?.push(appendPendingAnchors(state, last));
}

/** Elements that some documents have between paragraphs, although they belong in one. */
const looseRunElements = new Set(['r', 'hyperlink', 'fldSimple', 'oMath', 'oMathPara']);

/** Reads the blocks of a story or a part of one: body, cell, note, text box. */
export function readWordBlocks(state: ReadingState, parent: Element): WordBlock[] {
  const blocks: WordBlock[] = [];
  for (const element of parent.children) {
    const { localName } = element;
    if (localName === 'p') blocks.push(...readParagraph(state, element));
    else if (localName === 'tbl') blocks.push(...readTable(state, element));
    else if (localName === 'commentRangeStart') markAnchor(state, element, 'start');
    else if (localName === 'commentRangeEnd') addEndAnchor(state, element, blocks.at(-1));
    else if (localName === 'del' || localName === 'moveFrom') markAnchorsIn(state, element);
    else if (localName === 'altChunk' || localName === 'subDoc') state.counts.objectsLeftOut += 1;
    else if (localName === 'AlternateContent') {
      const branch = chooseBranch(element);
      if (branch) blocks.push(...readWordBlocks(state, branch));
    } else if (looseRunElements.has(localName)) blocks.push(...readLooseRun(state, element));
    else if (!localName.endsWith('Pr')) blocks.push(...readWordBlocks(state, element));
  }
  return blocks;
}

function readLooseRun(state: ReadingState, element: Element): WordBlock[] {
  const before = state.referencedNotes.length;
  const runs = writeRuns(state, [element], { ...plainWeight, href: null, style: plainWeight });
  const cells = [[appendPendingAnchors(state, runs)]];
  return [{ kind: 'paragraph', level: null, cells, table: null, notes: listNotesSince(state, before) }];
}
