import { runsOf, shownBranch } from './runs';
import { kindByOutline, type Look } from './styles';
import { markAnchor, markAnchorsIn, plainWords, runOf, type Walk, withWaiting } from './walk';
import { attribute, child, valueIn } from './xml';

/** One paragraph or one row of a table, as runs of the document that mammoth is given. */
export interface Line {
  kind: Look['kind'] | 'tableRow';
  level: number | null;
  /** Each cell has paragraphs; what is no row has one of one. */
  cells: string[][];
  /** The table that a row is of; null for what is none. */
  table: Element | null;
  /** The notes that are first referred to here, by number. */
  notes: number[];
}

/** What stands between a table and its rows, or a row and its cells, is passed through, and anchors are met in their order. */
function* inside(walk: Walk, parent: Element, name: 'tr' | 'tc'): Generator<Element> {
  for (const element of parent.children) {
    const { localName } = element;
    if (localName === name) yield element;
    else if (localName === 'commentRangeStart') markAnchor(walk, element, 'start');
    else if (localName === 'commentRangeEnd') markAnchor(walk, element, 'end');
    else if (!/Pr$|Grid$/.test(localName)) yield* inside(walk, element, name);
  }
}

function isDeleted(part: Element): boolean {
  return child(child(part, 'trPr'), 'del') !== null || child(child(part, 'tcPr'), 'cellDel') !== null;
}

function rowOf(walk: Walk, row: Element, table: Element): Line {
  const before = walk.referred.length;
  const cells: string[][] = [];
  for (const cell of inside(walk, row, 'tc'))
    if (isDeleted(cell)) markAnchorsIn(walk, cell);
    else cells.push(contentsOf(linesOf(walk, cell)));
  return { kind: 'tableRow', level: null, cells, table, notes: notesSince(walk, before) };
}

/** Whether a table has a single column: it is a frame around text that goes on as if it were not there. */
function isFrame(table: Element): boolean {
  const rows = Array.from(table.querySelectorAll('tr')).filter((row) => row.closest('tbl') === table);
  return rows.every(
    (row) => Array.from(row.querySelectorAll('tc')).filter((cell) => cell.closest('tr') === row).length <= 1,
  );
}

function table(walk: Walk, element: Element): Line[] {
  const lines: Line[] = [];
  const framed = isFrame(element);
  for (const row of inside(walk, element, 'tr')) {
    if (isDeleted(row)) markAnchorsIn(walk, row);
    else if (framed) lines.push(...linesOf(walk, row));
    else lines.push(rowOf(walk, row, element));
  }
  return lines;
}

/** The paragraphs of lines that stand in a cell or a note: rows within are taken apart. */
export function contentsOf(lines: readonly Line[]): string[] {
  return lines.flatMap(({ cells }) => cells.flat());
}

function notesSince(walk: Walk, before: number): number[] {
  return walk.referred.slice(before).map((_, index) => before + index + 1);
}

/**
 * Whether what follows a paragraph goes on in it: its end was deleted (ECMA-376, part 1: 17.13.5.15), or it is an initial
 * that is set large (17.3.1.11).
 */
function goesOn(paragraph: Element): boolean {
  const properties = child(paragraph, 'pPr');
  const ends = child(properties, 'rPr');
  const isInitial = /^(drop|margin)$/.test(attribute(child(properties, 'framePr'), 'dropCap') ?? '');
  let next = paragraph.nextElementSibling;
  while (next && /^(bookmark|commentRange|moveFromRange|moveToRange|proofErr)/.test(next.localName))
    next = next.nextElementSibling;
  const isCarried = isInitial || child(ends, 'del') !== null || child(ends, 'moveFrom') !== null;
  return isCarried && next?.localName === 'p';
}

/** An item without words has nothing that its number would count. */
const hasWords = (runs: string) => /<w:t[^>]*>[^<]*[^<\s]|<w:sym /.test(runs);

/** A paragraph, and after it the text boxes that are held on it. */
function paragraph(walk: Walk, element: Element): Line[] {
  const content = [...walk.carried, ...element.children];
  walk.carried = goesOn(element) ? content : [];
  if (walk.carried.length > 0) return [];
  const properties = child(element, 'pPr');
  const look = walk.styles.paragraph(valueIn(properties, 'pStyle'));
  const { kind, level } = kindByOutline(properties) ?? look;
  const number = walk.numbers.next(child(properties, 'numPr') ?? look.numbering);
  const isItem = number !== null && kind !== 'title' && kind !== 'heading';
  // What a style sets in bold is no emphasis where the kind of block says as much.
  const style = isItem || kind === 'paragraph' || kind === 'listItem' ? look : unweighted;
  const outer = walk.boxes;
  walk.boxes = [];
  const before = walk.referred.length;
  const runs = runsOf(walk, content, { bold: false, italic: false, href: null, style });
  const label = isItem && number !== '' && hasWords(runs) ? runOf(walk, plainWords(number)) : '';
  const cells = [[withWaiting(walk, label + runs)]];
  const boxes = walk.boxes;
  walk.boxes = outer;
  const line = { kind: isItem ? 'listItem' : kind, level, cells, table: null } as const;
  return [{ ...line, notes: notesSince(walk, before) }, ...boxes.flatMap((box) => storyIn(walk, box))];
}

const unweighted = { bold: false, italic: false };

/** A story of its own, as a note or a text box: no field that is open outside reaches into it. */
export function storyIn(walk: Walk, story: Element): Line[] {
  const { fields, carried } = walk;
  walk.fields = [];
  walk.carried = [];
  const lines = linesOf(walk, story);
  walk.fields = fields;
  walk.carried = carried;
  return lines;
}

/** Words that end between two blocks end with the first. */
function endAnchor(walk: Walk, element: Element, before: Line | undefined): void {
  const paragraphs = before?.cells.at(-1);
  const last = paragraphs?.pop();
  markAnchor(walk, element, 'end');
  if (last !== undefined) paragraphs?.push(withWaiting(walk, last));
}

/** What may stand among blocks although it belongs in a paragraph. */
const runLike = new Set(['r', 'hyperlink', 'fldSimple', 'oMath', 'oMathPara']);

/** The lines of a story, or of a part of it: body, cell, note, text box. */
export function linesOf(walk: Walk, parent: Element): Line[] {
  const lines: Line[] = [];
  for (const element of parent.children) {
    const { localName } = element;
    if (localName === 'p') lines.push(...paragraph(walk, element));
    else if (localName === 'tbl') lines.push(...table(walk, element));
    else if (localName === 'commentRangeStart') markAnchor(walk, element, 'start');
    else if (localName === 'commentRangeEnd') endAnchor(walk, element, lines.at(-1));
    else if (localName === 'del' || localName === 'moveFrom') markAnchorsIn(walk, element);
    else if (localName === 'altChunk' || localName === 'subDoc') walk.counts.objectsLeftOut += 1;
    else if (localName === 'AlternateContent') {
      const branch = shownBranch(element);
      if (branch) lines.push(...linesOf(walk, branch));
    } else if (runLike.has(localName)) lines.push(...looseRun(walk, element));
    else if (!localName.endsWith('Pr')) lines.push(...linesOf(walk, element));
  }
  return lines;
}

function looseRun(walk: Walk, element: Element): Line[] {
  const before = walk.referred.length;
  const runs = runsOf(walk, [element], { ...unweighted, href: null, style: unweighted });
  const cells = [[withWaiting(walk, runs)]];
  return [{ kind: 'paragraph', level: null, cells, table: null, notes: notesSince(walk, before) }];
}
