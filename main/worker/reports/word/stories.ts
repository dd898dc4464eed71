import { blockSeparator, type Draft } from '#shared/domain/base/draft.ts';
import { splitNote } from '#shared/domain/sources/article-references.ts';
import { own, type ReportText } from '#shared/reports/base/report-text.ts';
import { joinXml, literal, type Xml, xml } from '#shared/reports/word/xml.ts';
import { detectDirection } from '#shared/text/characters/direction.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { startsWithListNumber } from '#shared/text/list-number.ts';
import { listRankedBlocks, type RankedBlock } from '../model/ranked-blocks.ts';
import type { Report, ReportBlock } from '../model/report-model.ts';
import {
  createOwnRun,
  createRuns,
  dropStart,
  listPieces,
  type MapWriter,
  type PartContext,
  splitIntoCells,
  type TextPiece,
} from './run-markup.ts';

/** The notes of a draft that become footnotes. */
interface Footnotes {
  /** The id of the footnote that a block begins, or continues, by the id of the block. */
  ids: ReadonlyMap<string, number>;
  /** Whether a block begins one. */
  begins: (block: ReportBlock) => boolean;
}

/**
 * Finds the notes that become footnotes: those to which the text outside of notes refers. Notes without a sign that follow directly
 * are further paragraphs of theirs. The others are paragraphs where they are.
 */
function findFootnotes({ blocks }: Pick<Report, 'blocks'>): Footnotes {
  const targets = new Set(
    blocks.flatMap(({ kind, runs }) =>
      kind === 'note'
        ? []
        : runs.flatMap(({ marks }) =>
            marks.flatMap((mark) => (mark.kind === 'noteRef' ? (mark.target ?? []) : [])),
          ),
    ),
  );
  const ids = new Map<string, number>();
  const first = new Set<string>();
  let open: number | null = null;
  for (const block of blocks) {
    const isNote = block.kind === 'note' && !block.isOwn;
    if (isNote && targets.has(block.id)) {
      first.add(block.id);
      open = first.size;
    } else if (!isNote || splitNote(block.text).sign !== '') open = null;
    if (open !== null) ids.set(block.id, open);
  }
  return { ids, begins: ({ id }) => first.has(id) };
}

const headingStyles = ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'] as const;

/** The ids of styles for paragraphs. */
type Style =
  | (typeof headingStyles)[number]
  | 'Title'
  | 'Byline'
  | 'Quote'
  | 'Caption'
  | 'ListParagraph'
  | 'Note'
  | 'FootnoteText'
  | 'TableText';

/** How a paragraph is set. */
interface ParagraphLook {
  /** The id of its style; null for the style of running text. */
  style: Style | null;
  hasBullet?: boolean;
}

/** The rank of the first headings below the title, as `listRankedBlocks` counts. */
const firstRank = 3;

/** How a block is set that is neither a row of a table nor a note. */
function getLook({ block, rank }: RankedBlock): ParagraphLook {
  switch (block.kind) {
    case 'heading':
      return { style: headingStyles[Math.max(0, rank - firstRank)] ?? 'Heading6' };
    case 'quote':
      return { style: 'Quote' };
    case 'caption':
      return { style: 'Caption' };
    case 'listItem':
      return { style: 'ListParagraph', hasBullet: !startsWithListNumber(block.text) };
    case 'note':
      return { style: 'Note' };
    case 'paragraph':
    case 'tableRow':
      return { style: null };
  }
}

/** The line beside a quote is where its text begins. */
const rightToLeftQuoteBorder = xml`<w:pBdr><w:left w:val="nil"/><w:right w:val="single" w:sz="12" w:space="12" w:color="BFBFBF"/></w:pBdr>`;

/** A paragraph. Its properties are in the order of the schema (ECMA-376, part 1: 17.3.1.26); `text` says in which direction it reads. */
function createParagraph(
  { style, hasBullet = false }: ParagraphLook,
  runs: Xml,
  text: string,
  language: string | null,
): Xml {
  const isRightToLeft = detectDirection(text, language) === 'rtl';
  const properties = [
    style !== null && xml`<w:pStyle w:val="${literal(style)}"/>`,
    hasBullet && xml`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`,
    isRightToLeft && style === 'Quote' && rightToLeftQuoteBorder,
    isRightToLeft && xml`<w:bidi/>`,
  ].filter((property) => property !== false);
  const look = properties.length === 0 ? literal('') : xml`<w:pPr>${joinXml(properties)}</w:pPr>`;
  return xml`<w:p>${look}${runs}</w:p>`;
}

function createCell(part: PartContext, pieces: readonly TextPiece[], language: string | null): Xml {
  const text = pieces.map((piece) => piece.text).join('');
  const runs = createRuns(part, pieces);
  return xml`<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${createParagraph({ style: 'TableText' }, runs, text, language)}</w:tc>`;
}

/** A table of consecutive rows, `textWidth` wide (in twentieths of a point). `beginRow` is called before each row is made. */
function createTable(
  part: PartContext,
  rows: readonly RankedBlock[],
  beginRow: (row: RankedBlock) => void,
  { language, textWidth }: { language: string | null; textWidth: number },
): Xml {
  const cells = rows.map(({ block }) => splitIntoCells(listPieces(block)));
  const columns = Math.max(...cells.map(({ length }) => length));
  const column = xml`<w:gridCol w:w="${Math.floor(textWidth / columns)}"/>`;
  const body = rows.map((row, index) => {
    beginRow(row);
    const own = (cells[index] ?? []).map((cell, position) => {
      if (position > 0) part.map.addGenerated('\t');
      return createCell(part, cell, language);
    });
    // A shorter row has no cells that are not in the draft.
    const missing = columns - own.length;
    const properties = missing === 0 ? literal('') : xml`<w:trPr><w:gridAfter w:val="${missing}"/></w:trPr>`;
    return xml`<w:tr>${properties}${joinXml(own)}</w:tr>`;
  });
  const text = rows.map(({ block }) => block.text).join('\n');
  const isRightToLeft = detectDirection(text, language) === 'rtl';
  const properties = xml`<w:tblPr><w:tblStyle w:val="TableGrid"/>${literal(isRightToLeft ? '<w:bidiVisual/>' : '')}<w:tblW w:w="5000" w:type="pct"/></w:tblPr>`;
  const grid = joinXml(Array<Xml>(columns).fill(column));
  return xml`<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${joinXml(body)}</w:tbl>`;
}

/** The names of the parts that hold the text, as the map has them. */
export const mainPart = 'word/document.xml';
export const notesPart = 'word/footnotes.xml';

type StoryPart = typeof mainPart | typeof notesPart;

/** The content of the parts that hold text. */
interface Stories {
  body: Xml;
  /** The content of each footnote, by its id. */
  footnotes: Map<number, Xml>;
}

interface StoryOptions {
  map: MapWriter;
  /** Returns the id of a relationship from a part to an address. */
  link: (part: StoryPart, address: ReportText) => Xml;
  /** The width of the text, in twentieths of a point. */
  textWidth: number;
}

/** How many blocks at the beginning may name the author. */
const maxBlocksBeforeByline = 4;

/** The byline, unless the text begins with it anyway. */
function findByline({ byline, blocks }: Report): ReportText | null {
  const bylines = new Set([byline, `By ${byline}`, `by ${byline}`]);
  const isThere = blocks
    .slice(0, maxBlocksBeforeByline)
    .some(({ text }) => bylines.has(collapseWhitespace(text)));
  return isThere ? null : byline;
}

/**
 * Writes the text of a draft as the content of a document, block by block in the order of the draft, and its map. The first footnote that
 * is referred to gets its content where the note is in the draft.
 */
export function writeStories(report: Report, draft: Draft, { map, link, textWidth }: StoryOptions): Stories {
  const { language, opensWithTitle } = report;
  const { ids, begins } = findFootnotes(report);
  const referenced = new Set<number>();
  const main: PartContext = {
    name: mainPart,
    map,
    link: (address) => link(mainPart, address),
    takeFootnote: (noteRef) => {
      const id = ids.get(noteRef);
      if (id === undefined || referenced.has(id)) return null;
      referenced.add(id);
      return id;
    },
  };
  const notes: PartContext = {
    name: notesPart,
    map,
    link: (address) => link(notesPart, address),
    takeFootnote: () => null,
  };
  const footnotes = new Map<number, Xml>();
  const lines: Xml[] = [];
  const skipTo = (start: number) =>
    map.addGenerated(start === map.length ? '' : blockSeparator.padEnd(start - map.length));
  const addOwn = (style: 'Title' | 'Byline' | 'Note', text: ReportText) =>
    lines.push(createParagraph({ style }, createOwnRun(main, text), text, language));
  const addFootnote = ({ block }: RankedBlock, id: number) => {
    const { sign } = splitNote(block.text);
    const isFirst = begins(block);
    if (isFirst) map.addGenerated(sign);
    const mark = isFirst
      ? xml`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>${createOwnRun(notes, own(' '))}`
      : literal('');
    const runs = createRuns(notes, isFirst ? dropStart(listPieces(block), sign.length) : listPieces(block));
    const paragraph = createParagraph({ style: 'FootnoteText' }, xml`${mark}${runs}`, block.text, language);
    footnotes.set(id, xml`${footnotes.get(id) ?? literal('')}${paragraph}`);
  };
  const addBlock = (ranked: RankedBlock, style = getLook(ranked)) => {
    const { block, isWrapped } = ranked;
    if (block.isOwn) {
      addOwn('Note', block.text);
      return;
    }
    skipTo(block.start);
    const footnote = ids.get(block.id);
    if (footnote !== undefined) addFootnote(ranked, footnote);
    else
      lines.push(
        createParagraph(style, createRuns(main, listPieces(block), isWrapped), block.text, language),
      );
  };

  const titleBlock = opensWithTitle ? report.blocks[0] : undefined;
  if (titleBlock) addBlock({ block: titleBlock, rank: 1, isWrapped: false }, { style: 'Title' });
  else addOwn('Title', report.title);
  const byline = findByline(report);
  if (byline !== null) addOwn('Byline', byline);
  const blocks = listRankedBlocks({
    ...report,
    opensWithTitle: false,
    blocks: titleBlock ? report.blocks.slice(1) : report.blocks,
  });
  for (let index = 0; index < blocks.length; ) {
    const end = blocks.findIndex(({ block }, at) => at >= index && block.kind !== 'tableRow');
    const rows = blocks.slice(index, end === -1 ? blocks.length : end);
    const [first] = rows;
    const next = blocks[index];
    if (first) {
      const options = { language, textWidth };
      // A document may not end with a table (ECMA-376, part 1: 17.4.38).
      lines.push(
        createTable(main, rows, ({ block }) => skipTo(block.start), options),
        literal('<w:p/>'),
      );
    } else if (next) addBlock(next);
    index += Math.max(1, rows.length);
  }
  map.addGenerated(' '.repeat(Math.max(0, draft.text.length - map.length)));
  return { body: joinXml(lines), footnotes };
}
