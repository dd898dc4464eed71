import { blockSeparator, type Draft } from '../../../domain/draft/draft';
import { splitNote } from '../../../domain/sources/author-notes';
import { collapseWhitespace } from '../../../text/format/wording';
import { listRankedBlocks, type RankedBlock } from '../../model/ranked-blocks';
import type { Report } from '../../model/report-model';
import { own, type ReportText } from '../../origin/report-text';
import { findFootnotes } from './footnotes';
import type { MapWriter } from './map-writer';
import { createParagraph, getLook } from './paragraphs';
import { createOwnRun, createRuns, type PartContext } from './run-markup';
import { createTable } from './tables';
import { dropStart, listPieces } from './text-pieces';
import { joinXml, literal, type Xml, xml } from './xml';

/** The names of the parts that hold the text, as the map has them. */
export const mainPart = 'word/document.xml';
export const notesPart = 'word/footnotes.xml';

type StoryPart = typeof mainPart | typeof notesPart;

/** The content of the parts that hold text. */
export interface Stories {
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
