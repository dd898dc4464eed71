import { appendixBookmark } from '#shared/domain/base/word-comments.ts';
import type { AppendixBlock, PlanLine, PlanRun } from '#shared/reports/word/word-plan.ts';
import { findChild, getAttribute } from '../read/base/xml.ts';
import { type EditedPackage, readStyleIds } from './edited-package.ts';
import { createLineParagraph, createWordMarkup, type LineLook, type LineTools } from './word-markup.ts';

/** All widths are in twips, a twentieth of a point. Bold letters of wide fonts are two thirds as wide as their size of 9 points. */
const characterWidth = 120;
const cellPadding = 200;
/** Columns that wrap their text are never narrower: it is room for words of fifteen letters. */
const leastWrappedWidth = 2_000;
/** Longer words are broken, and longer texts wrapped. */
const maxWordLength = 20;
const maxTextLength = 240;

const readText = (line: PlanLine | undefined) => (line ?? []).map(({ text }) => text).join('');

/**
 * The largest width that columns may need so that they fit together: the widest ones are narrowed first, because a number or a verdict
 * that is broken can't be read any more.
 */
function findLargestNeed(needs: readonly number[], total: number): number {
  let rest = total;
  for (const [index, need] of needs.toSorted((a, b) => a - b).entries()) {
    const share = rest / (needs.length - index);
    if (need > share) return share;
    rest -= need;
  }
  return Number.POSITIVE_INFINITY;
}

/** The width of a column with numbers of up to six digits, or the word `Claim`. */
const stackedNumberWidth = 6 * characterWidth + cellPadding;

/**
 * The widths of the columns of a table, which together are `total`: each has room for its longest word where that is possible, and the
 * rest is shared out by the length of the texts. Null where the columns would be too narrow to be read.
 */
export function chooseColumnWidths(rows: readonly (readonly PlanLine[])[], total: number): number[] | null {
  const count = Math.max(...rows.map(({ length }) => length));
  const columns = Array.from({ length: count }, (_, index) => {
    let [word, text] = [1, 1];
    for (const row of rows) {
      const content = readText(row[index]);
      text = Math.max(text, Math.min(content.length, maxTextLength));
      for (const { length } of content.slice(0, 1000).split(/\s+/))
        word = Math.max(word, Math.min(length, maxWordLength));
    }
    return { need: word * characterWidth + cellPadding, text };
  });
  const largest = findLargestNeed(
    columns.map(({ need }) => need),
    total,
  );
  if (largest < leastWrappedWidth) return null;
  const least = columns.map(({ need }) => Math.min(need, largest));
  const rest = Math.max(0, total - least.reduce((sum, width) => sum + width, 0));
  const texts = columns.reduce((sum, { text }) => sum + text, 0);
  return columns.map(({ text }, index) => Math.floor((least[index] ?? 0) + (rest * text) / texts));
}

/** The cells of a row, each with its lines. */
type TableRow = readonly (readonly PlanLine[])[];

const boldRun = (text: string): PlanRun => ({ text, isBold: true, href: null });

/**
 * The rows of a table for a text that is too narrow for its columns: the first cell stays, and the others stand one below the other in the
 * second one, each with its heading (`Verdict: Disputed`). Empty cells are left out.
 */
export function stackRows([header = [], ...rows]: readonly (readonly PlanLine[])[]): TableRow[] {
  const [first = [], ...headings] = header;
  const [second = []] = headings;
  const label = (index: number): PlanLine =>
    index === 0 ? [] : [...(headings[index] ?? []).map(({ text }) => boldRun(text)), boldRun(': ')];
  return [
    [[first], [second]],
    ...rows.map(([number = [], ...cells]) => [
      [number],
      cells.flatMap((cell, index) => (cell.length === 0 ? [] : [[...label(index), ...cell]])),
    ]),
  ];
}

const borderColor = 'A6A6A6';
const headerColor = 'EDEDED';
/** In half-points: columns of a manuscript's usual 12 points have no room for long words. */
const fontSize = 18;
/** Between the text of a cell and its sides, in twips. */
const cellMargin = 80;

/** The properties of the whole table, in the order of the schema (CT_TblPr). */
function createProperties({ markup: { create } }: LineTools<Element>, width: number): Element {
  const sides = ['top', 'bottom', 'insideH'].map((side) =>
    create(side, { val: 'single', sz: 4, space: 0, color: borderColor }),
  );
  const margins = ['left', 'right'].map((side) => create(side, { w: cellMargin, type: 'dxa' }));
  return create('tblPr', {}, [
    create('tblW', { w: width, type: 'dxa' }),
    create('tblBorders', {}, sides),
    create('tblLayout', { type: 'fixed' }),
    create('tblCellMar', {}, margins),
  ]);
}

/** How a paragraph is set of its own: that of a manuscript is often indented, justified and set with double spacing. */
function createPlainSetting({ markup: { create } }: LineTools<Element>, space: number): Element[] {
  return [
    create('spacing', { before: space, after: space, line: 240, lineRule: 'auto' }),
    create('ind', { left: 0, right: 0, firstLine: 0 }),
    create('jc', { val: 'left' }),
  ];
}

function createCellParagraph(tools: LineTools<Element>, line: PlanLine, isHeader: boolean): Element {
  const { create } = tools.markup;
  const shown = isHeader ? line.map((run) => ({ ...run, isBold: true })) : line;
  return createLineParagraph(tools, shown, {
    // The header stays with the first row.
    before: isHeader ? [create('keepNext')] : [],
    after: createPlainSetting(tools, 40),
    size: fontSize,
  });
}

function createCell(
  tools: LineTools<Element>,
  lines: readonly PlanLine[],
  width: number,
  isHeader: boolean,
): Element {
  const { create } = tools.markup;
  const shade = isHeader ? [create('shd', { val: 'clear', color: 'auto', fill: headerColor })] : [];
  return create('tc', {}, [
    create('tcPr', {}, [create('tcW', { w: width, type: 'dxa' }), ...shade]),
    ...(lines.length === 0 ? [[]] : lines).map((line) => createCellParagraph(tools, line, isHeader)),
  ]);
}

function layOut(
  rows: readonly (readonly PlanLine[])[],
  textWidth: number,
): { widths: number[]; cells: TableRow[] } {
  const widths = chooseColumnWidths(rows, textWidth);
  if (widths) return { widths, cells: rows.map((row) => row.map((line) => [line])) };
  const number = Math.min(stackedNumberWidth, Math.floor(textWidth / 3));
  return { widths: [number, textWidth - number], cells: stackRows(rows) };
}

/** A table whose first row is its header, which is repeated on each page. In a narrow text its cells stand one below the other. */
function createAppendixTable(
  tools: LineTools<Element>,
  rows: readonly (readonly PlanLine[])[],
  textWidth: number,
): Element {
  const { create } = tools.markup;
  const { widths, cells } = layOut(rows, textWidth);
  const grid = widths.map((width) => create('gridCol', { w: width }));
  const created = cells.map((row, index) => {
    const isHeader = index === 0;
    const properties = [create('cantSplit'), ...(isHeader ? [create('tblHeader')] : [])];
    const own = widths.map((width, column) => createCell(tools, row[column] ?? [], width, isHeader));
    return create('tr', {}, [create('trPr', {}, properties), ...own]);
  });
  const width = widths.reduce((sum, one) => sum + one, 0);
  return create('tbl', {}, [createProperties(tools, width), create('tblGrid', {}, grid), ...created]);
}

/** Word's own page where the section does not say it: Letter with margins of an inch, in twips. */
const usualPage = 12_240;
const usualMargin = 1_440;
const leastWidth = 2_000;

/** The width of the text in a section, in twips; of one column where it has several. */
function readTextWidth(section: Element | null): number {
  const read = (name: string, attribute: string, usual: number) => {
    const value = Number.parseInt(getAttribute(findChild(section, name), attribute) ?? '', 10);
    return Number.isNaN(value) ? usual : value;
  };
  const margins =
    read('pgMar', 'left', usualMargin) + read('pgMar', 'right', usualMargin) + read('pgMar', 'gutter', 0);
  const width = read('pgSz', 'w', usualPage) - margins;
  const columns = Math.max(1, read('cols', 'num', 1));
  return Math.max(leastWidth, Math.floor((width - (columns - 1) * read('cols', 'space', 720)) / columns));
}

/** A heading looks as such without a style too. A number that the style gives to headings of the text is not for this one. */
function createHeadingLook(
  { markup: { create }, findStyle }: LineTools<Element>,
  isFirst: boolean,
): LineLook<Element> {
  const style = findStyle('paragraph', 'heading 1');
  return {
    style,
    before: [
      create('keepNext'),
      ...(isFirst ? [create('pageBreakBefore')] : []),
      create('numPr', {}, [create('ilvl', { val: 0 }), create('numId', { val: 0 })]),
    ],
    after:
      style === null
        ? [create('spacing', { before: 240, after: 120 }), create('outlineLvl', { val: 0 })]
        : [],
  };
}

/** Puts the hidden bookmark around the appendix, from its first paragraph to its last. */
function addBookmark(
  pkg: EditedPackage,
  { markup }: LineTools<Element>,
  blocks: readonly Element[],
  id: number,
): void {
  const isTaken = (name: string) => Array.from(pkg.parts.values()).some((xml) => xml.includes(`"${name}"`));
  let name = appendixBookmark;
  for (let number = 2; isTaken(name); number += 1) name = `${appendixBookmark}${number}`;
  const [first] = blocks;
  const properties = findChild(first ?? null, 'pPr');
  const start = markup.create('bookmarkStart', { id, name });
  if (properties) properties.after(start);
  else first?.prepend(start);
  blocks.at(-1)?.append(markup.create('bookmarkEnd', { id }));
}

/**
 * Makes the paragraphs and tables of an appendix, to be inserted before the last `w:sectPr` of the body (`document` is the main
 * part). It begins on a new page. Styles are used where the file has them, else direct formatting.
 */
export function writeAppendix(
  pkg: EditedPackage,
  mainPart: string,
  document: Document,
  blocks: readonly AppendixBlock[],
  nextId: () => number,
): Element[] {
  const root = document.documentElement;
  const markup = createWordMarkup(root);
  const tools: LineTools<Element> = {
    markup,
    findStyle: readStyleIds(pkg, mainPart),
    addLink: (href) => pkg.addRelationship(mainPart, 'hyperlink', href, true),
  };
  const textWidth = readTextWidth(findChild(findChild(root, 'body'), 'sectPr'));
  const elements = blocks.flatMap((block, index) => {
    const isFirst = index === 0;
    const pageBreak = isFirst ? [markup.create('pageBreakBefore')] : [];
    if (block.kind === 'heading') {
      const line = [{ text: block.text, isBold: true, href: null }];
      return [createLineParagraph(tools, line, createHeadingLook(tools, isFirst))];
    }
    if (block.kind === 'paragraph') {
      const after = createPlainSetting(tools, 60);
      return [createLineParagraph(tools, block.line, { before: pageBreak, after })];
    }
    const table = createAppendixTable(tools, block.rows, textWidth);
    const empty = createLineParagraph(tools, []);
    return isFirst ? [createLineParagraph(tools, [], { before: pageBreak }), table, empty] : [table, empty];
  });
  addBookmark(pkg, tools, elements, nextId());
  return elements;
}
