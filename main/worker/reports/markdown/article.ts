import { text as joinText, type ReportText } from '#shared/reports/base/report-text.ts';
import { listRankedBlocks, type RankedBlock, splitCells } from '../model/ranked-blocks.ts';
import type { Report, ReportBlock, ReportRun } from '../model/report-model.ts';
import {
  emphasize,
  escapeMarkdown,
  joinMarkdown,
  joinMarkdownLines,
  type Markdown,
  markup,
  md,
  renderLinkMarkdown,
  reshapeMarkdown,
} from './markdown.ts';

/** The number that a list item starts with, as it is written, and its value. */
interface ItemNumber {
  written: string;
  value: number;
  delimiter: string;
}

/** At most three figures: `1986. A year to remember` is no item of a numbered list. */
const itemNumber = /^([1-9]\d{0,2})([.)]) (?=\S)/;

/**
 * The number with which an item goes on with a numbered list after the item `before`, or begins one; null for others. CommonMark counts on
 * from a list's first number, so an item with a number that does not follow is none of the list, and keeps its number as words.
 */
function readItemNumber(markdown: Markdown, before: ItemNumber | null): ItemNumber | null {
  const [written, digits, delimiter] = itemNumber.exec(markdown) ?? [];
  if (written === undefined || digits === undefined || delimiter === undefined) return null;
  const value = Number(digits);
  const follows = before === null || (value === before.value + 1 && delimiter === before.delimiter);
  return follows ? { written, value, delimiter } : null;
}

/** Renders a list item, whose inline markup is escaped already. `lineBreak` ends a line. */
function renderListItem(markdown: Markdown, number: ItemNumber | null, lineBreak: Markdown): Markdown {
  const length = number?.written.length ?? 0;
  const marker = number ? reshapeMarkdown(markdown, (text) => text.slice(0, length)) : md`- `;
  const text = reshapeMarkdown(markdown, (whole) => whole.slice(length));
  const indentation = reshapeMarkdown(marker, (written) => ' '.repeat(written.length));
  return md`${marker}${joinMarkdownLines(text, md`${lineBreak}${indentation}`)}`;
}

/** Text with one look, and the numbers of the claims that end with it. */
interface StyledText {
  text: ReportText;
  stars: Markdown;
  href: ReportText | null;
  endingClaims: number[];
}

/** Lists the numbers of the claims whose last words are in a run. */
type ListEndingClaims = (run: ReportRun) => number[];

function getLook({ marks }: ReportRun): Pick<StyledText, 'stars' | 'href'> {
  const hasMark = (kind: string) => marks.some((mark) => mark.kind === kind);
  const href = marks.findLast(({ kind }) => kind === 'link')?.href ?? null;
  return { stars: md`${markup(hasMark('bold') ? '**' : '')}${markup(hasMark('italic') ? '*' : '')}`, href };
}

/** Joins consecutive runs of one look, unless a claim ends between them. */
function joinRuns(runs: readonly ReportRun[], listEndingClaims: ListEndingClaims): StyledText[] {
  const joined: StyledText[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const look = getLook(run);
    const endingClaims = listEndingClaims(run);
    if (last && last.endingClaims.length === 0 && last.stars === look.stars && last.href === look.href) {
      last.text = joinText`${last.text}${run.text}`;
      last.endingClaims = endingClaims;
    } else joined.push({ text: run.text, ...look, endingClaims });
  }
  return joined;
}

function renderStyledText({ text, stars, href }: StyledText, isAfterStars: boolean): Markdown {
  // Two emphases that touch would be read as one, so the second one is left out.
  const content = isAfterStars ? escapeMarkdown(text) : emphasize(text, stars);
  if (href === null) return content;
  const [before, linked, after] = [/^\s*/, /\S(?:[\s\S]*\S)?/, /(?<=\S)\s*$/].map((part) =>
    reshapeMarkdown(content, (text) => part.exec(text)?.[0] ?? ''),
  );
  return md`${before ?? md``}${renderLinkMarkdown(href, linked ?? md``)}${after ?? md``}`;
}

/** Escapes an exclamation mark before a bracket, with which it would begin an image. */
export function escapeImageStarts(markdown: Markdown): Markdown {
  return reshapeMarkdown(markdown, (text) => text.replace(/!(?=\[)/g, '\\!'));
}

/**
 * Renders text runs in Markdown inside a block, with a footnote reference after the last words of each claim. Line breaks
 * stay as they are; `joinMarkdownLines` has to adapt them.
 */
function renderRunsMarkdown(runs: readonly ReportRun[], listEndingClaims: ListEndingClaims): Markdown {
  let markdown = md``;
  let isAfterReference = false;
  for (const styled of joinRuns(runs, listEndingClaims)) {
    const next = renderStyledText(styled, markdown.endsWith('*') && !markdown.endsWith('\\*'));
    // After a reference, `(` would begin the target of a link, and `:` a definition.
    const written = isAfterReference ? reshapeMarkdown(next, (text) => text.replace(/^[(:]/, '\\$&')) : next;
    const references = styled.endingClaims.map((number) => md`[^c${number}]`);
    markdown = joinMarkdown([markdown, written, ...references], '');
    if (next !== '' || styled.endingClaims.length > 0) isAfterReference = styled.endingClaims.length > 0;
  }
  return escapeImageStarts(markdown);
}

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
