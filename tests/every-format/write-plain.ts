import { type ArticleBlock, articleBlocks, getRunText, type Run } from './article.ts';

/** Groups of blocks that no blank line parts: items of a list, rows of a table, notes. */
const tightKinds = new Set<ArticleBlock['kind']>(['bullet', 'step', 'row', 'note']);

function joinBlocks(write: (block: ArticleBlock, number: number) => string): string {
  let text = '';
  let number = 0;
  for (const [index, block] of articleBlocks.entries()) {
    const isTight = tightKinds.has(block.kind) && articleBlocks[index - 1]?.kind === block.kind;
    number = isTight ? number + 1 : 1;
    text += `${isTight ? '' : '\n'}${write(block, number)}\n`;
  }
  return text.trimStart();
}

function writePlainBlock({ kind, cells }: ArticleBlock, number: number): string {
  const text = cells.map(getRunText).join('\t');
  if (kind === 'bullet') return `- ${text}`;
  if (kind === 'step') return `${number}. ${text}`;
  return kind === 'note' ? `[${number}] ${text}` : text;
}

/** Breaks a line between words, so that no part is longer than `width` UTF-16 code units where words allow it. */
function wrap(line: string, width: number): string {
  const lines: string[] = [];
  let last = '';
  for (const word of line.split(' ')) {
    const longer = last === '' ? word : `${last} ${word}`;
    if (last !== '' && longer.length > width) {
      lines.push(last);
      last = word;
    } else last = longer;
  }
  return [...lines, last].join('\n');
}

/** Writes the article as plain text, one line for each block, or wrapped at a width in UTF-16 code units. */
export function writePlainText(width: number = Number.POSITIVE_INFINITY): string {
  return joinBlocks((block, number) => wrap(writePlainBlock(block, number), width));
}

function writeMarkdownRuns(runs: readonly Run[]): string {
  return runs
    .map(({ text, bold, italic, href, note }) => {
      if (note !== null) return `[^${note}]`;
      if (href !== null) return `[${text}](${href})`;
      return bold ? `**${text}**` : italic ? `*${text}*` : text;
    })
    .join('');
}

/** Writes the article as Markdown with footnotes. */
export function writeMarkdown(): string {
  return joinBlocks(({ kind, cells }, number) => {
    const written = cells.map(writeMarkdownRuns);
    const [text = ''] = written;
    switch (kind) {
      case 'title':
        return `# ${text}`;
      case 'heading':
        return `## ${text}`;
      case 'quote':
        return `> ${text}`;
      case 'bullet':
        return `- ${text}`;
      case 'step':
        return `${number}. ${text}`;
      case 'note':
        return `[^${number}]: ${text}`;
      case 'row': {
        const row = `| ${written.join(' | ')} |`;
        return number === 1 ? `${row}\n|${' --- |'.repeat(written.length)}` : row;
      }
      case 'paragraph':
        return text;
    }
  });
}
