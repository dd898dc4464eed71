import { strToU8, zipSync } from 'fflate';
import { generateArticle } from '../support/generate-article';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const noteCount = 50;
export const commentCount = 20;

const run = (text: string, style = '') =>
  `<w:r>${style && `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;

/** The runs of a paragraph: some words are bold, and some paragraphs have a note or a comment. */
function body(text: string, index: number): string {
  const words = text.split(' ');
  const [first, middle, last] = [words.slice(0, 20), words.slice(20, 26), words.slice(26)];
  const commentId = index % 7 === 0 && index / 7 < commentCount ? index / 7 : null;
  const noteId = index % 3 === 1 && (index - 1) / 3 < noteCount ? (index - 1) / 3 + 1 : null;
  return [
    run(`${first.join(' ')} `),
    commentId === null ? '' : `<w:commentRangeStart w:id="${commentId}"/>`,
    run(middle.join(' '), '<w:b/>'),
    commentId === null
      ? ''
      : `<w:commentRangeEnd w:id="${commentId}"/><w:r><w:commentReference w:id="${commentId}"/></w:r>`,
    run(` ${last.join(' ')}`),
    noteId === null ? '' : `<w:r><w:footnoteReference w:id="${noteId}"/></w:r>`,
  ].join('');
}

function table(): string {
  const cell = (row: number, column: number) =>
    `<w:tc>${paragraph(run(`Row ${row} column ${column}`))}</w:tc>`;
  const row = (at: number) => `<w:tr>${[1, 2, 3, 4].map((column) => cell(at, column)).join('')}</w:tr>`;
  return `<w:tbl>${Array.from({ length: 12 }, (_, at) => row(at + 1)).join('')}</w:tbl>`;
}

/** Generates a Word document of about 10,000 words, with headings, a table, notes and comments. */
export function generateDocx(): Uint8Array {
  const content = generateArticle(10_000, 0)
    .text.split('\n\n')
    .map((text, index) => {
      const heading = index % 10 === 0 ? paragraph(run(`Chapter ${index / 10 + 1}`), 'Heading1') : '';
      return heading + paragraph(body(text, index)) + (index === 80 ? table() : '');
    })
    .join('');
  const footnotes = Array.from(
    { length: noteCount },
    (_, index) =>
      `<w:footnote w:id="${index + 1}">${paragraph(run(`Ledger ${index + 1} of the harbour office.`))}</w:footnote>`,
  ).join('');
  const commentElements = Array.from(
    { length: commentCount },
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
    'word/comments.xml': `<w:comments ${w}>${commentElements}</w:comments>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(header + xml)])),
  );
}
