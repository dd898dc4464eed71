import { strToU8, zipSync } from 'fflate';
import { contentsOf, type Line, linesOf, storyIn } from './lines';
import { plainWords, runOf, type Walk, waitingRun, withWaiting } from './walk';
import { escapeXml } from './xml';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const related = 'http://schemas.openxmlformats.org/package/2006/relationships';

const lineBreak = '<w:r><w:br/></w:r>';

function paragraphOf(style: string, runs: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;
}

function rowOf(cells: readonly string[][]): string {
  const written = cells.map((paragraphs) => {
    const shown = paragraphs.map((runs) => `<w:p>${runs}</w:p>`).join('');
    return `<w:tc>${shown}</w:tc>`;
  });
  return `<w:tr>${written.join('')}</w:tr>`;
}

/** A note as one paragraph of several lines, with the number that its reference has. */
function noteOf(walk: Walk, number: number): { paragraph: string; more: number[] } {
  const note = walk.notes.get(walk.referred[number - 1] ?? '');
  if (!note) return { paragraph: '', more: [] };
  const { links } = walk;
  walk.links = note.links;
  const before = walk.referred.length;
  const lines = contentsOf(storyIn(walk, note.element)).filter((line) => line !== '');
  walk.links = links;
  const more = walk.referred.slice(before).map((_, index) => before + index + 1);
  const label = runOf(walk, plainWords(`[${number}] `));
  return { paragraph: paragraphOf('note', withWaiting(walk, label + lines.join(lineBreak))), more };
}

function notesOf(walk: Walk, numbers: readonly number[]): string {
  let notes = '';
  for (const number of numbers) {
    const { paragraph, more } = noteOf(walk, number);
    notes += paragraph + notesOf(walk, more);
  }
  return notes;
}

/** All lines in their order, each note after the line that refers to it first, if need be between two rows of a table. */
function bodyOf(walk: Walk, lines: readonly Line[]): string {
  let body = '';
  let table: Element | null = null;
  for (const [index, line] of lines.entries()) {
    const { kind, level, cells } = line;
    if (kind === 'tableRow') {
      const goesOn = line.table === lines[index - 1]?.table;
      if (table === null) body += goesOn ? continuedTable : '<w:tbl>';
      table = line.table;
      body += rowOf(cells);
    } else body += paragraphOf(kind === 'heading' ? `heading${level}` : kind, cells.flat().join(''));
    const ends = table !== null && (line.notes.length > 0 || lines[index + 1]?.table !== table);
    if (ends) {
      body += '</w:tbl>';
      table = null;
    }
    body += notesOf(walk, line.notes);
  }
  return body;
}

const continuedTable = '<w:tbl><w:tblPr><w:tblStyle w:val="continued"/></w:tblPr>';

/**
 * A document that mammoth can read without losing anything, made of one that came from anywhere: one branch of every
 * alternative, tracked changes accepted, fields as what they show, text boxes after the paragraph that holds them, lists
 * numbered in words, notes as paragraphs of their own, anchors of comments as signs in the words, styles with the names that
 * `styleMap` knows. Nothing in it leads to another file.
 */
export function plainDocument(walk: Walk, body: Element): Uint8Array {
  const lines = linesOf(walk, body);
  // Before the notes are read, which stand before this in the text.
  const rest = `<w:p>${waitingRun(walk)}</w:p>`;
  const written = bodyOf(walk, lines) + rest;
  const document = `<w:document xmlns:w="${main}" xmlns:r="${office}"><w:body>${written}</w:body></w:document>`;
  const links = walk.addresses.map(
    (address, index) =>
      `<Relationship Id="r${index}" Type="${office}/hyperlink" TargetMode="External" Target="${escapeXml(address)}"/>`,
  );
  const parts = {
    'word/document.xml': document,
    // Without any, mammoth stumbles over a table's style.
    'word/styles.xml': `<w:styles xmlns:w="${main}"/>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${related}">${links.join('')}</Relationships>`,
  };
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files), { level: 0 });
}

/** How mammoth writes what `plainDocument` holds: what HTML has no element for is told by a `type`. */
export const styleMap = [
  "p.title => h1[type='title']:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.heading${level} => h${level}:fresh`),
  ...['author', 'quote', 'caption', 'listItem', 'note'].map((kind) => `p.${kind} => p[type='${kind}']:fresh`),
  'p => p:fresh',
  "r.noteRef => span[type='noteRef']:fresh",
  "table.continued => table[type='continued']:fresh",
];
