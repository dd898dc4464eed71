/** A way to lay out an article as plain text. */
export interface Layout {
  name: string;
  /** The paragraphs have no line breaks. The first one is the headline. */
  write: (paragraphs: readonly string[]) => string;
  /** How many paragraphs an import should keep whole at least. */
  minWholePercent: number;
}

const columns = 72;

/** Wraps a paragraph as editors do: at the last space before the column. A longer word has a line of its own. */
function wrap(paragraph: string, indent = '', column = columns): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of paragraph.split(' ')) {
    const isEmpty = line.trim() === '';
    if (!isEmpty && line.length + 1 + word.length > column) {
      lines.push(line);
      line = word;
    } else line += isEmpty ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}

const quote = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

export const layouts: readonly Layout[] = [
  {
    name: 'headline, blank line, then one line each',
    write: ([headline = '', ...others]) => `${headline}\n\n${others.join('\n')}`,
    minWholePercent: 100,
  },
  { name: 'one line each', write: (paragraphs) => paragraphs.join('\n'), minWholePercent: 100 },
  {
    name: 'one line each, blank lines between',
    write: (paragraphs) => paragraphs.join('\n\n'),
    minWholePercent: 100,
  },
  {
    name: 'wrapped at 72, blank lines between',
    write: (paragraphs) => paragraphs.map((paragraph) => wrap(paragraph)).join('\n\n'),
    minWholePercent: 99,
  },
  {
    name: 'wrapped at 72, no blank lines',
    write: (paragraphs) => paragraphs.map((paragraph) => wrap(paragraph)).join('\n'),
    minWholePercent: 88,
  },
  {
    name: 'headline, blank line, then wrapped and indented',
    write: ([headline = '', ...others]) =>
      `${headline}\n\n${others.map((paragraph) => wrap(paragraph, '    ')).join('\n')}`,
    minWholePercent: 99,
  },
  {
    name: 'quoted mail, wrapped at 70',
    write: (paragraphs) =>
      quote(paragraphs.map((paragraph) => wrap(paragraph, '', columns - 2)).join('\n\n')),
    minWholePercent: 99,
  },
];
