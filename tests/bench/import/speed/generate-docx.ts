import { generateArticle } from '../../support/generate-article';
import { packWordDocument, wordNames } from '../word/word-package';

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
  return packWordDocument({
    document: `<w:document ${wordNames}><w:body>${content}</w:body></w:document>`,
    styles: `<w:styles ${wordNames}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    footnotes: `<w:footnotes ${wordNames}>${footnotes}</w:footnotes>`,
    comments: `<w:comments ${wordNames}>${commentElements}</w:comments>`,
  });
}
