/** The files in tests/fixtures/every-format that hold the article. */
export const formatFiles = [
  'article.docx',
  'article.odt',
  'article.fodt',
  'article.rtf',
  'article.doc',
  'article.html',
  'article.md',
  'lines.txt',
  'wrapped.txt',
  'article.eml',
  'one-column.pdf',
  'two-columns.pdf',
  'ligatures.pdf',
] as const;

export type FormatFile = (typeof formatFiles)[number];

/** The markup of a file that was not read but opened as text. */
const markup = /<office:document|^Content-Transfer-Encoding:|\\rtf1|^%PDF-/m;

/** Whether an imported text is the article, and not the markup of its file. */
export function isReadText(text: string): boolean {
  return !markup.test(text);
}
