import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '../xml';
import {
  appendPendingAnchors,
  type ReadingState,
  writePendingAnchors,
  writeRun,
  writeText,
} from './reading-state';
import { listParagraphs, readStory, readWordBlocks, type WordBlock } from './word-blocks';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const related = 'http://schemas.openxmlformats.org/package/2006/relationships';

const lineBreak = '<w:r><w:br/></w:r>';

function writeParagraph(style: string, runs: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;
}

function writeRow(cells: readonly string[][]): string {
  const writtenCells = cells.map((paragraphs) => {
    const content = paragraphs.map((runs) => `<w:p>${runs}</w:p>`).join('');
    return `<w:tc>${content}</w:tc>`;
  });
  return `<w:tr>${writtenCells.join('')}</w:tr>`;
}

/**
 * Writes a note as one paragraph of several lines, with the number of its reference. `nestedNotes` are those it refers to
 * first.
 */
function writeNote(state: ReadingState, number: number): { paragraph: string; nestedNotes: number[] } {
  const note = state.notes.get(state.referencedNotes[number - 1] ?? '');
  if (!note) return { paragraph: '', nestedNotes: [] };
  const { links } = state;
  state.links = note.links;
  const before = state.referencedNotes.length;
  const lines = listParagraphs(readStory(state, note.element)).filter((line) => line !== '');
  state.links = links;
  const nestedNotes = state.referencedNotes.slice(before).map((_, index) => before + index + 1);
  const label = writeRun(state, writeText(`[${number}] `));
  return {
    paragraph: writeParagraph('note', appendPendingAnchors(state, label + lines.join(lineBreak))),
    nestedNotes,
  };
}

function writeNotes(state: ReadingState, numbers: readonly number[]): string {
  let notes = '';
  for (const number of numbers) {
    const { paragraph, nestedNotes } = writeNote(state, number);
    notes += paragraph + writeNotes(state, nestedNotes);
  }
  return notes;
}

/** Writes all blocks in order, each note after the block that refers to it first, even between two rows of a table. */
function writeBody(state: ReadingState, blocks: readonly WordBlock[]): string {
  let body = '';
  let table: Element | null = null;
  for (const [index, block] of blocks.entries()) {
    const { kind, level, cells } = block;
    if (kind === 'tableRow') {
      const isContinued = block.table === blocks[index - 1]?.table;
      if (table === null) body += isContinued ? continuedTable : '<w:tbl>';
      table = block.table;
      body += writeRow(cells);
    } else body += writeParagraph(kind === 'heading' ? `heading${level}` : kind, cells.flat().join(''));
    if (table !== null && (block.notes.length > 0 || blocks[index + 1]?.table !== table)) {
      body += '</w:tbl>';
      table = null;
    }
    body += writeNotes(state, block.notes);
  }
  return body;
}

const continuedTable = '<w:tbl><w:tblPr><w:tblStyle w:val="continued"/></w:tblPr>';

/**
 * Builds a document that mammoth can read without losing anything: one branch of every alternative, tracked changes accepted,
 * fields as their results, text boxes after the paragraph that holds them, list numbers as text, notes as paragraphs of their
 * own, anchors of comments as characters in the text, styles with the names that `styleMap` knows. Nothing in it leads to another
 * file.
 */
export function buildPlainDocument(state: ReadingState, body: Element): Uint8Array {
  const blocks = readWordBlocks(state, body);
  // Written now, because reading the notes adds anchors of their own.
  const lastAnchors = `<w:p>${writePendingAnchors(state)}</w:p>`;
  const content = writeBody(state, blocks) + lastAnchors;
  const document = `<w:document xmlns:w="${main}" xmlns:r="${office}"><w:body>${content}</w:body></w:document>`;
  const links = state.linkAddresses.map(
    (address, index) =>
      `<Relationship Id="r${index}" Type="${office}/hyperlink" TargetMode="External" Target="${escapeXml(address)}"/>`,
  );
  const parts = {
    'word/document.xml': document,
    // Without this part, mammoth fails at the style of a table.
    'word/styles.xml': `<w:styles xmlns:w="${main}"/>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${related}">${links.join('')}</Relationships>`,
  };
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files), { level: 0 });
}

/**
 * How mammoth writes the styles of `buildPlainDocument` as HTML; where HTML has no element for one, the `type` attribute names
 * it.
 */
export const styleMap = [
  "p.title => h1[type='title']:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.heading${level} => h${level}:fresh`),
  ...['author', 'quote', 'caption', 'listItem', 'note'].map((kind) => `p.${kind} => p[type='${kind}']:fresh`),
  'p => p:fresh',
  "r.noteRef => span[type='noteRef']:fresh",
  "table.continued => table[type='continued']:fresh",
];
