import { listRankedBlocks, type RankedBlock, splitCells } from '../model/ranked-blocks';
import type { Report, ReportBlock, ReportRun } from '../model/report-model';
import { joinMarkdownLines } from './escape-markdown';
import { type ItemNumber, readItemNumber, renderListItem } from './list-items';
import { joinMarkdown, type Markdown, markup, md, reshapeMarkdown } from './markdown';
import { type ListEndingClaims, renderRunsMarkdown } from './runs';

/** Finds the text run with the last words of each claim: its footnote reference follows that run. */
class ClaimEnds {
  private readonly endsByRun = new Map<ReportRun, number[]>();
  /** Numbers of claims that mark no words of any block, such as the space between two blocks. */
  readonly withoutWords: number[];

  constructor(blocks: readonly RankedBlock[], claims: Report['claims']) {
    const lastRuns = new Map<number, ReportRun>();
    for (const { block } of blocks)
      for (const run of block.runs) for (const { number } of run.claims) lastRuns.set(number, run);
    for (const [number, run] of lastRuns)
      this.endsByRun.set(run, [...(this.endsByRun.get(run) ?? []), number]);
    this.withoutWords = claims.flatMap(({ number }) => (lastRuns.has(number) ? [] : number));
  }

  listEnding: ListEndingClaims = (run) => this.endsByRun.get(run) ?? [];

  /** Splits a table row into cells. A claim ends in the last cell that its run is split into. */
  splitRow(runs: readonly ReportRun[]): { cells: ReportRun[][]; listEnding: ListEndingClaims } {
    const ends = new Map<ReportRun, number[]>();
    const cells = splitCells(runs);
    const cellRuns = cells.flat();
    let count = 0;
    for (const run of runs) {
      count += run.text.split('\t').length;
      const last = cellRuns[count - 1];
      if (last) ends.set(last, this.listEnding(run));
    }
    return { cells, listEnding: (run) => ends.get(run) ?? [] };
  }
}

/** Puts Markdown on one line, as a heading and a table's cell need it. */
function toOneLine(markdown: Markdown): Markdown {
  return joinMarkdownLines(markdown, ' ');
}

/**
 * Renders rows as a table of GitHub Flavored Markdown, since CommonMark has none. The first row is the head; every row gets
 * as many cells as the longest one, because cells beyond the head would be dropped.
 */
function renderTable(rows: readonly ReportBlock[], ends: ClaimEnds): Markdown {
  const cellRows = rows.map(({ runs }) => {
    const { cells, listEnding } = ends.splitRow(runs);
    return cells.map((cell) =>
      reshapeMarkdown(toOneLine(renderRunsMarkdown(cell, listEnding)), (text) =>
        text.replace(/\\\|/g, '&#124;'),
      ),
    );
  });
  const columnCount = Math.max(...cellRows.map((row) => row.length));
  const renderRow = (row: readonly Markdown[]) => {
    const cells = Array.from({ length: columnCount }, (_, column) => row[column] ?? md``);
    return md`| ${joinMarkdown(cells, ' | ')} |`;
  };
  const [head = [], ...others] = cellRows;
  const line = renderRow(Array<Markdown>(columnCount).fill(md`---`));
  return joinMarkdown([renderRow(head), line, ...others.map(renderRow)], '\n');
}

/** Renders a block that is neither a table row nor a list item. */
function renderBlock(
  kind: ReportBlock['kind'],
  rank: number,
  markdown: Markdown,
  lineBreak: Markdown,
): Markdown {
  if (kind === 'heading')
    return md`${reshapeMarkdown(md`#`, (sign) => sign.repeat(rank))} ${toOneLine(markdown)}`;
  if (kind === 'quote') return md`> ${joinMarkdownLines(markdown, md`${lineBreak}> `)}`;
  return joinMarkdownLines(markdown, lineBreak);
}

/** The separator between two blocks that are of a kind. Items of a list follow each other; paragraphs of a quotation stay together. */
function getSeparator(kind: ReportBlock['kind'], isSameList: boolean): Markdown {
  if (kind === 'listItem' && isSameList) return md`\n`;
  return markup(kind === 'quote' ? '\n>\n' : '\n\n');
}

/** Renders the article below a heading of rank 2, with a footnote reference after each claim. */
export function renderArticleMarkdown(report: Report): Markdown {
  const blocks = listRankedBlocks(report);
  const ends = new ClaimEnds(blocks, report.claims);
  const parts: Markdown[] = [];
  let rows: ReportBlock[] = [];
  let lastNumber: ItemNumber | null = null;
  for (const [index, { block, rank, isWrapped }] of blocks.entries()) {
    const before = index > 0 && blocks[index - 1]?.block.kind === block.kind;
    if (block.kind === 'tableRow') {
      rows.push(block);
      if (blocks[index + 1]?.block.kind === 'tableRow') continue;
      parts.push(md`\n\n`, renderTable(rows, ends));
      rows = [];
      continue;
    }
    const markdown = renderRunsMarkdown(block.runs, ends.listEnding);
    const number: ItemNumber | null =
      block.kind === 'listItem' ? readItemNumber(markdown, before ? lastNumber : null) : null;
    const isSameList = (number === null) === (lastNumber === null);
    parts.push(before ? getSeparator(block.kind, isSameList) : md`\n\n`);
    const lineBreak = markup(isWrapped ? '\n' : '\\\n');
    parts.push(
      block.kind === 'listItem'
        ? renderListItem(markdown, number, lineBreak)
        : renderBlock(block.kind, rank, markdown, lineBreak),
    );
    lastNumber = number;
  }
  if (ends.withoutWords.length > 0)
    parts.push(
      md`\n\nOn no words: ${joinMarkdown(
        ends.withoutWords.map((number) => md`[^c${number}]`),
        '',
      )}`,
    );
  return joinMarkdown(parts.slice(1), '');
}
