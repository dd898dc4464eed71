import { listRankedBlocks, type RankedBlock } from '../model/ranked-blocks';
import type { Report, ReportBlock } from '../model/report-model';
import { ClaimEnds } from './claim-ends';
import { joinMarkdownLines } from './escape-markdown';
import { renderRunsMarkdown } from './runs';

/** Puts Markdown on one line, as a heading and a table's cell need it. */
function toOneLine(markdown: string): string {
  return joinMarkdownLines(markdown, ' ');
}

/**
 * Renders rows as a table of GitHub Flavored Markdown, since CommonMark has none. The first row is the head; every row gets
 * as many cells as the longest one, because cells beyond the head would be dropped.
 */
function renderTable(rows: readonly ReportBlock[], ends: ClaimEnds): string {
  const cellRows = rows.map(({ runs }) => {
    const { cells, listEnding } = ends.splitRow(runs);
    return cells.map((cell) => toOneLine(renderRunsMarkdown(cell, listEnding)).replace(/\\\|/g, '&#124;'));
  });
  const columnCount = Math.max(...cellRows.map((row) => row.length));
  const renderRow = (row: readonly string[]) =>
    `| ${Array.from({ length: columnCount }, (_, column) => row[column] ?? '').join(' | ')} |`;
  const [head = [], ...others] = cellRows;
  return [renderRow(head), renderRow(Array<string>(columnCount).fill('---')), ...others.map(renderRow)].join(
    '\n',
  );
}

/** Renders a block that is no table row. */
function renderBlock({ block, rank, isWrapped }: RankedBlock, ends: ClaimEnds): string {
  const markdown = renderRunsMarkdown(block.runs, ends.listEnding);
  const lineBreak = isWrapped ? '\n' : '\\\n';
  if (block.kind === 'heading') return `${'#'.repeat(rank)} ${toOneLine(markdown)}`;
  if (block.kind === 'listItem') return `- ${joinMarkdownLines(markdown, `${lineBreak}  `)}`;
  if (block.kind === 'quote') return `> ${joinMarkdownLines(markdown, `${lineBreak}> `)}`;
  return joinMarkdownLines(markdown, lineBreak);
}

/** The separator between two blocks. Items of a list follow each other; paragraphs of a quotation stay together. */
function getSeparator(kind: ReportBlock['kind'], next: ReportBlock['kind'] | undefined): string {
  if (kind === next && kind === 'listItem') return '\n';
  return kind === next && kind === 'quote' ? '\n>\n' : '\n\n';
}

/** Renders the article below a heading of rank 2, with a footnote reference after each claim. */
export function renderArticleMarkdown(report: Report): string {
  const blocks = listRankedBlocks(report);
  const ends = new ClaimEnds(blocks, report.claims);
  const parts: string[] = [];
  let rows: ReportBlock[] = [];
  for (const [index, ranked] of blocks.entries()) {
    const { kind } = ranked.block;
    const next = blocks[index + 1]?.block.kind;
    if (kind === 'tableRow') {
      rows.push(ranked.block);
      if (next === 'tableRow') continue;
    }
    const markdown = kind === 'tableRow' ? renderTable(rows, ends) : renderBlock(ranked, ends);
    parts.push(markdown, getSeparator(kind, next));
    rows = [];
  }
  if (ends.withoutWords.length > 0)
    parts.push(`On no words: ${ends.withoutWords.map((number) => `[^c${number}]`).join('')}`);
  return parts.join('').trimEnd();
}
