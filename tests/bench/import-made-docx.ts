import { strToU8, zipSync } from 'fflate';
import { articleOf } from './articles';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const notes = 50;
export const comments = 20;

const run = (text: string, style = '') =>
  `<w:r>${style && `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;

/** A paragraph with some bold words; with a note and a comment where they fall on it. */
function body(text: string, index: number): string {
  const words = text.split(' ');
  const [first, middle, last] = [words.slice(0, 20), words.slice(20, 26), words.slice(26)];
  const commented = index % 7 === 0 && index / 7 < comments ? index / 7 : null;
  const noted = index % 3 === 1 && (index - 1) / 3 < notes ? (index - 1) / 3 + 1 : null;
  return [
    run(`${first.join(' ')} `),
    commented === null ? '' : `<w:commentRangeStart w:id="${commented}"/>`,
    run(middle.join(' '), '<w:b/>'),
    commented === null
      ? ''
      : `<w:commentRangeEnd w:id="${commented}"/><w:r><w:commentReference w:id="${commented}"/></w:r>`,
    run(` ${last.join(' ')}`),
    noted === null ? '' : `<w:r><w:footnoteReference w:id="${noted}"/></w:r>`,
  ].join('');
}

function table(): string {
  const cell = (row: number, column: number) =>
    `<w:tc>${paragraph(run(`Row ${row} column ${column}`))}</w:tc>`;
  const row = (at: number) => `<w:tr>${[1, 2, 3, 4].map((column) => cell(at, column)).join('')}</w:tr>`;
  return `<w:tbl>${Array.from({ length: 12 }, (_, at) => row(at + 1)).join('')}</w:tbl>`;
}

/** A Word document of about 10,000 words, with headings, a table, notes and comments. */
export function madeDocx(): Uint8Array {
  const content = articleOf(10_000, 0)
    .text.split('\n\n')
    .map((text, index) => {
      const heading = index % 10 === 0 ? paragraph(run(`Chapter ${index / 10 + 1}`), 'Heading1') : '';
      return heading + paragraph(body(text, index)) + (index === 80 ? table() : '');
    })
    .join('');
  const footnotes = Array.from(
    { length: notes },
    (_, index) =>
      `<w:footnote w:id="${index + 1}">${paragraph(run(`Ledger ${index + 1} of the harbour office.`))}</w:footnote>`,
  ).join('');
  const asked = Array.from(
    { length: comments },
    (_, index) =>
      `<w:comment w:id="${index}" w:author="Desk" w:date="2026-03-01T10:00:00Z">${paragraph(run(`Who says so, number ${index}?`))}</w:comment>`,
  ).join('');
  const parts = { document: 'document.main', styles: 'styles', footnotes: 'footnotes', comments: 'comments' };
  const overrides = Object.entries(parts).map(
    ([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${wordType}.${type}+xml"/>`,
  );
  const related = ['styles', 'footnotes', 'comments'].map(
    (name) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`,
  );
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships ${relations}><Relationship Id="main" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships ${relations}>${related.join('')}</Relationships>`,
    'word/document.xml': `<w:document ${w}><w:body>${content}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${w}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${w}>${footnotes}</w:footnotes>`,
    'word/comments.xml': `<w:comments ${w}>${asked}</w:comments>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(header + xml)])),
  );
}
